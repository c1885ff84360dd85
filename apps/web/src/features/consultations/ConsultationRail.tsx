import type { ReactNode } from 'react';
import { paths } from '../../paths';
import { Rail } from '../../ui/Rail';

interface Props {
  id: string;
  title: string;
  /** The next promised date, in a sentence. */
  promise?: ReactNode;
  /** What matters most is chosen here, or was. */
  hasPriorities?: boolean;
  /** Whether the viewer answers proposals for a body here. */
  mayReview?: boolean;
  /** On a page of the discussion with another address, such as one proposal. */
  isInDiscussion?: boolean;
  /** On a page of the ranking with another address: the published rounds. */
  isInRanking?: boolean;
}

/** The parts of one consultation, on every page that belongs to it. */
export function ConsultationRail(props: Props) {
  const { id, title, promise, hasPriorities, mayReview, isInDiscussion, isInRanking } = props;
  return (
    <Rail
      label="This consultation"
      title={title}
      items={[
        { to: paths.consultation(id), label: 'The paper', end: true },
        { to: paths.vote(id), label: 'Vote' },
        ...(hasPriorities ? [{ to: paths.priorities(id), label: 'What matters most' }] : []),
        { to: paths.proposals(id), label: 'Discuss', isHere: isInDiscussion },
        { to: paths.evidence(id), label: 'Evidence' },
        { to: paths.ranking(id), label: 'Ranking', isHere: isInRanking },
        { to: paths.groups(id), label: 'Opinion groups' },
        ...(mayReview ? [{ to: paths.review(id), label: 'Answer' }] : []),
      ]}
    >
      {promise}
    </Rail>
  );
}
