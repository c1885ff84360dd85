import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import { paths } from '../../paths';
import { bodyInSentence } from '../../ui/bodyNames';
import { DateText } from '../../ui/DateText';
import { Details } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { HiddenPlaceFragment } from './fragments';
import { NamedWords } from './NamedWords';
import { OwnAct } from './OwnAct';
import { SealedWords } from './SealedWords';

interface Props {
  hidden: FragmentType<typeof HiddenPlaceFragment>;
  /** Of what was hidden: its story tells more. */
  contributionId: string;
  isMine: boolean;
}

/** The place of something that a moderator hid or moved: who for, why, when, and for its author the words. */
export function HiddenPlace({ hidden, contributionId, isMine }: Props) {
  const { act, words, seal } = getFragmentData(HiddenPlaceFragment, hidden);
  const { title, reasonLabel, reasonSays, at, goesOnAt, body } = act;
  return (
    <div className="max-w-measure border-l-4 border-edge bg-fold px-4 py-2.5 text-small">
      <p>
        <b>
          <Icon name="shield" /> {title}
        </b>{' '}
        for {bodyInSentence(body)}, <DateText iso={at} style="year" />. The reason:{' '}
        {reasonLabel.toLowerCase()}. {reasonSays}
      </p>
      <p className="flex flex-wrap gap-x-5">
        <Link to={paths.story(contributionId)} className="inline-flex min-h-11 items-center">
          Its story
        </Link>
        {goesOnAt && (
          <Link to={goesOnAt} className="inline-flex min-h-11 items-center">
            Where it went
          </Link>
        )}
      </p>
      {words && (
        <Details
          summary={
            isMine ? 'What you wrote: only you and moderators see it' : 'The words, for moderators'
          }
        >
          <NamedWords words={words} />
        </Details>
      )}
      {seal && <SealedWords seal={seal} aboutId={contributionId} />}
      {isMine && <OwnAct act={act} isBrief />}
    </div>
  );
}
