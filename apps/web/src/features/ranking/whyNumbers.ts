import type { WhyStep } from '@clarion/deliberation';
import { formatNumber, ordinal, percent } from '../../ui/numbers';

type Say = readonly [label: string, say: (value: number) => string];
type Labels = { [K in WhyStep['kind']]: Partial<Record<string, Say>> };

const share = (value: number) => percent(value, 2);
const letter = (group: number) => String.fromCharCode(65 + group);
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
    group: ['Opinion group', letter],
    agree: ['Agree in it', formatNumber],
    votes: ['Votes in it', formatNumber],
    share: ['Share of them that agree', share],
  },
  common_ground: {
    groups: ['Opinion groups', formatNumber],
    hidden: ['Groups that count as one half', formatNumber],
    product: ['Product of the groups’ shares', share],
    mean: ['Their geometric mean', share],
  },
  priorities: {
    chosen: ['Ballots that chose it', formatNumber],
    ballots: ['Ballots in all', formatNumber],
    load: ['Part of a place that each of them bears', (value) => value.toPrecision(3)],
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
    best: ['Best place with any one CLP left out', ordinal],
    worst: ['Worst place with any one CLP left out', ordinal],
    low: ['Best place in 95 of 100 recounts', ordinal],
    high: ['Worst place in 95 of 100 recounts', ordinal],
  },
};

interface Step {
  kind: string;
  numbers: readonly { name: string; value: number }[];
}

/** The numbers behind a rank as rows: what it is, and its value as it is read. */
export function whyRows(steps: readonly Step[]): { label: string; value: string }[] {
  return steps.flatMap(({ kind, numbers }) => {
    const known = (labels as Partial<Record<string, Partial<Record<string, Say>>>>)[kind] ?? {};
    return numbers.map(({ name, value }) => {
      const [label, say] = known[name] ?? [name, String];
      return { label, value: say(value) };
    });
  });
}
