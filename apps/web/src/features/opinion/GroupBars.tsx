import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { GroupBarsFragment as Shown } from '../../graphql/generated/graphql';
import { classes } from '../../ui/classes';
import { GroupLetter } from '../../ui/GroupLetter';
import { Icon } from '../../ui/Icon';
import { percent, plural } from '../../ui/numbers';
import { VoteBar } from '../../ui/VoteBar';
import { type Side, shareOf } from './words';

const GroupBarsFragment = graphql(`
  fragment GroupBars on OpinionStatement {
    groups {
      letter
      tally {
        agree
        disagree
        pass
      }
    }
  }
`);

type Group = Shown['groups'][number];
type Tally = NonNullable<Group['tally']>;
type ShownGroup = Group & { tally: Tally };

const hasTally = (group: Group): group is ShownGroup => group.tally !== null;

/** Groups that come first, in large, and the side whose share stands beside. */
export type Leads = readonly { letter: string; side: Side }[];

interface Props {
  statement: FragmentType<typeof GroupBarsFragment>;
  leads: Leads;
  /** Whose share stands beside the others' bars; left out, the greater one of each. */
  side?: Side;
}

/** How each group voted on a statement: bars of one length below each other, so that they compare. */
export function GroupBars({ statement, leads, side }: Props) {
  const { groups } = getFragmentData(GroupBarsFragment, statement);
  const first = leads.flatMap((lead) => {
    const group = groups.find(({ letter }) => letter === lead.letter);
    return group && hasTally(group) ? [{ group, side: lead.side }] : [];
  });
  const others = groups.filter(({ letter }) => !first.some(({ group }) => group.letter === letter));
  const shown = others.filter(hasTally);
  const hidden = others.filter((group) => !hasTally(group));
  return (
    <ul className="space-y-2.5" aria-label="How each group voted">
      {first.map((lead) => (
        <Row key={lead.group.letter} group={lead.group} side={lead.side} isLead />
      ))}
      {shown.map((group) => (
        <Row key={group.letter} group={group} side={side ?? greaterSide(group)} />
      ))}
      {hidden.length > 0 && (
        <li className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
          {hidden.map(({ letter }) => (
            <GroupLetter key={letter} letter={letter} />
          ))}
          <span className="text-fine leading-tight text-ink-2">
            Not shown: too few {hidden.length === 1 ? 'of the group' : 'of each'} voted on it.
          </span>
        </li>
      )}
    </ul>
  );
}

function greaterSide({ tally }: ShownGroup): Side {
  return tally.disagree > tally.agree ? 'disagree' : 'agree';
}

interface RowProps {
  group: ShownGroup;
  side: Side;
  isLead?: boolean;
}

function Row({ group: { letter, tally }, side, isLead }: RowProps) {
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)_8.25rem] items-center gap-x-2 break-inside-avoid">
      <GroupLetter letter={letter} />
      <VoteBar counts={tally} size={isLead ? 'normal' : 'small'} withKey={false} />
      <Share side={side} share={shareOf(tally, side)} isLead={isLead} />
      {isLead && <Rest tally={tally} side={side === 'agree' ? 'disagree' : 'agree'} />}
    </li>
  );
}

const inks: Record<Side | 'pass', string> = {
  agree: 'text-agree',
  disagree: 'text-disagree',
  pass: 'text-pass',
};

interface ShareProps {
  side: Side | 'pass';
  share: number;
  isLead?: boolean;
}

/** "✓ 88% agree"; hidden from assistive technology, since the bar's own name says it. */
function Share({ side, share, isLead }: ShareProps) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'whitespace-nowrap tabular-nums',
        isLead ? 'text-small font-bold' : 'text-fine',
        inks[side],
      )}
    >
      <Icon name={side} /> {percent(share)} {side}
    </span>
  );
}

/** What the rest of the group said, and how many they are. */
function Rest({ tally, side }: { tally: Tally; side: Side }) {
  const votes = tally.agree + tally.disagree + tally.pass;
  return (
    <span
      aria-hidden="true"
      className="col-span-2 col-start-2 mt-1 flex flex-wrap gap-x-3 text-fine text-ink-2"
    >
      <Share side={side} share={shareOf(tally, side)} />
      <Share side="pass" share={votes === 0 ? 0 : tally.pass / votes} />
      <span>of {plural(votes, 'vote')}</span>
    </span>
  );
}
