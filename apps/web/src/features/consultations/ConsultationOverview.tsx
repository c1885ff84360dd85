import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ConsultationOverviewFragment as Shown } from '../../graphql/generated/graphql';
import { Badge } from '../../ui/Chip';
import { commissionLine, phaseWords } from './phases';

const ConsultationOverviewFragment = graphql(`
  fragment ConsultationOverview on Consultation {
    id
    title
    phase
    proposalCount
    commentCount
    evidenceCount
    voterCount
    commissions {
      id
      kind
      name
    }
    rounds {
      id
      number
      publishedAt
    }
    answers {
      answered
      of
    }
  }
`);

interface Props {
  consultations: readonly FragmentType<typeof ConsultationOverviewFragment>[];
  /** Where the title leads. */
  to: (id: string) => string;
  /** What there is to see there, in a line. */
  children: (shown: Shown) => ReactNode;
}

/** Consultations as the way into one of their parts. */
export function ConsultationOverview({ consultations, to, children }: Props) {
  return (
    <ul className="border-t-2 border-ink">
      {consultations
        .map((each) => getFragmentData(ConsultationOverviewFragment, each))
        .filter(({ phase }) => phase !== 'preparing')
        .map((shown) => (
          <li key={shown.id} className="border-b border-rule py-5">
            <p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
              {commissionLine(shown.commissions)}
              <Badge tone={shown.phase === 'withdrawn' ? 'error' : 'neutral'}>
                {phaseWords[shown.phase]}
              </Badge>
            </p>
            <h2 className="text-h3">
              <Link to={to(shown.id)} className="text-ink">
                {shown.title}
              </Link>
            </h2>
            <div className="mt-1.5 text-ink-2">{children(shown)}</div>
          </li>
        ))}
    </ul>
  );
}
