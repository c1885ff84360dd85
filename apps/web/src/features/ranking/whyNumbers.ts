import { letterOf, type WhyStep } from '@clarion/deliberation';
import { formatNumber, ordinal, percent } from '../../ui/numbers';

type Say = readonly [label: string, say: (value: number) => string];
type Labels = { [K in WhyStep['kind']]: Partial<Record<string, Say>> };

const share = (value: number) => percent(value, 2);
const sayLoad = (value: number) => `${value.toPrecision(3)} of a place`;
const points = (value: number) => `${(value * 100).toFixed(2)} points`;

/** What each number behind a rank is called, and how it is written. */
const labels: Labels = {
  support: {
    agree: ['Agree', formatNumber],
    chose: ['Agree or disagree', formatNumber],
    share: ['Share who agree', share],
    cautious: ['Cautious end of that share', share],
  },
  nobody_chose: { passed: ['Passed', formatNumber] },
  breadth: {
    regionsCarried: ['Regions where more agree', formatNumber],
    regionCount: ['Regions in all', formatNumber],
    clpsCarried: ['CLPs where more agree', formatNumber],
    clpsCounted: ['CLPs with enough voters', formatNumber],
    floor: ['Voters a CLP needs to count', formatNumber],
    score: ['Mean of the two shares', share],
  },
  group: {
    agree: ['agree', formatNumber],
    votes: ['voted on it', formatNumber],
    share: ['share who agree', share],
  },
  common_ground: {
    groups: ['Opinion groups', formatNumber],
    hidden: ['Groups too small to show, which count as one half', formatNumber],
    product: ['Product of the groups’ shares, which orders', share],
    mean: ['Their geometric mean', share],
  },
  priorities: {
    chosen: ['Ballots that chose it', formatNumber],
    ballots: ['Ballots in all', formatNumber],
    load: ['Part of a place that each of them bears', sayLoad],
    place: ['Place', ordinal],
  },
  not_ranked: {
    votesNeeded: ['Votes it still needs', formatNumber],
    clpsNeeded: ['CLPs it still needs', formatNumber],
    place: ['Place among those that wait', ordinal],
    waiting: ['Proposals that wait', formatNumber],
  },
  behind: {
    rank: ['Next place above', ordinal],
    gap: ['Behind it by', points],
    votesToClose: ['Agrees that would close the gap', formatNumber],
  },
  ahead: { rank: ['Next place below', ordinal], gap: ['Ahead of it by', points] },
  tied: { rank: ['Shared place', ordinal], others: ['Others who share it', formatNumber] },
  alone: {},
  turnout: {
    votes: ['People who voted on it', formatNumber],
    clps: ['CLPs they came from', formatNumber],
    quorumVotes: ['Votes needed to be ranked', formatNumber],
    quorumClps: ['CLPs needed to be ranked', formatNumber],
  },
  interval: {
    low: ['Share who agree, 95% interval, from', share],
    high: ['Share who agree, 95% interval, to', share],
  },
  carried: {
    regionsCarried: ['Regions where more agree', formatNumber],
    regionCount: ['Regions in all', formatNumber],
  },
  range: {
    best: ['Best place with a CLP left out', ordinal],
    worst: ['Worst place with a CLP left out', ordinal],
    low: ['Best place in 95 of 100 recounts', ordinal],
    high: ['Worst place in 95 of 100 recounts', ordinal],
  },
};

interface Step {
  kind: string;
  numbers: readonly { name: string; value: number }[];
}

/** "Group B: ", which stands before each of the numbers of that group; 0 is A. */
function whose(kind: string, numbers: Step['numbers']): string {
  const group = kind === 'group' ? numbers.find(({ name }) => name === 'group') : undefined;
  return group ? `Group ${letterOf(group.value)}: ` : '';
}

/** The numbers behind a rank as rows: what it is, and its value as it is read. */
export function whyRows(steps: readonly Step[]): { label: string; value: string }[] {
  // Under priorities a gap is one of load, which is no point of anything.
  const isByLoad = steps.some(({ kind }) => kind === 'priorities');
  return steps.flatMap(({ kind, numbers }) => {
    const known = (labels as Partial<Record<string, Partial<Record<string, Say>>>>)[kind] ?? {};
    const before = whose(kind, numbers);
    return numbers
      .filter(({ name }) => before === '' || name !== 'group')
      .map(({ name, value }) => {
        const [label, say] = known[name] ?? [name, String];
        const isLoad = isByLoad && name === 'gap';
        return { label: before + label, value: isLoad ? sayLoad(value) : say(value) };
      });
  });
}
