import {
  countByGroup,
  FLOOR,
  isRanked,
  letterOf,
  type OpinionGroups,
  publishedClps,
  publishedGroups,
  publishedRegions,
  type Tally,
  votesOf,
} from '@clarion/deliberation';
import { type CsvCell, csvRows } from '../csv.js';
import { textFile } from '../text-file.js';
import { areaNames, byUnits } from './area-names.js';
import { BALLOTS_FILE, ballotLines, chosenOf, hasBallots } from './ballots-file.js';
import {
  AREA_COLUMNS,
  AREAS_FILE,
  CLP_COLUMNS,
  CLPS_FILE,
  PROPOSAL_COLUMNS,
  PROPOSALS_FILE,
} from './read-tables.js';
import type { RoundInput, RoundProposal } from './round-input.js';
import { type ProposalVotes, sumOf, votesByProposal } from './vote-cells.js';
import { noCounts, VOTES_FILE, VOTES_HEADER } from './votes-file.js';

/** Groups as they are published: fewer than two are none. */
export function groupsPublished({ k }: Pick<OpinionGroups, 'k'>): number {
  return k >= 2 ? k : 0;
}

interface Lines {
  proposals: CsvCell[][];
  votes: string[];
  areas: CsvCell[][];
  clps: CsvCell[][];
}

/** What is the same for every proposal. */
interface Setting {
  input: RoundInput;
  regions: string[];
  clps: { name: string; region: number }[];
  groups: number;
  /** Proposal × group. */
  isShown: Uint8Array;
  chosen: Uint32Array;
}

/** How many ballots chose each; 0 throughout where fewer than the floor were cast. */
function publishedChosen({ ballots, proposals }: RoundInput): Uint32Array {
  const isShown = ballots !== null && ballots.starts.length > FLOOR;
  return chosenOf(isShown ? ballots : null, proposals.length);
}

function settingOf(input: RoundInput, found: OpinionGroups): Setting {
  const { proposals, votes, regions, clps } = input;
  const whole = noCounts(proposals.length);
  votes.choice.forEach((choice, i) => {
    const column = choice > 0 ? whole.agree : choice < 0 ? whole.disagree : whole.pass;
    const p = votes.statement[i] ?? 0;
    column[p] = (column[p] ?? 0) + 1;
  });
  const groups = groupsPublished(found);
  const groupOf = groups > 0 ? found.group : found.group.map(() => -1);
  const counts = countByGroup(votes, proposals.length, groupOf, groups);
  const names = areaNames(clps.map(({ name }) => name));
  return {
    input,
    regions: areaNames(regions),
    clps: clps.map(({ region }, at) => ({ name: names[at] ?? '', region })),
    groups,
    isShown: publishedGroups(counts, whole).shown,
    chosen: publishedChosen(input),
  };
}

/** The tables of a round, with nothing under the floor in any of them; README.md says by which rules. */
export function publishedTables(input: RoundInput, found: OpinionGroups): Map<string, Uint8Array> {
  const setting = settingOf(input, found);
  const { groups, clps, regions } = setting;
  const people = { groupOf: found.group, groups, clpOf: input.clpOf };
  const cells = votesByProposal(input.votes, input.proposals.length, people, clps, regions.length);
  const lines: Lines = { proposals: [], votes: [], areas: [], clps: [] };
  let index = 0;
  for (const votes of cells) {
    const proposal = input.proposals[index];
    if (proposal && isRanked(proposal.status)) addProposal(lines, setting, index, proposal, votes);
    index += 1;
  }
  const table = (columns: readonly string[], rows: CsvCell[][]) =>
    textFile([csvRows([columns, ...rows])]);
  const files = new Map([
    [PROPOSALS_FILE, table(PROPOSAL_COLUMNS, lines.proposals)],
    [VOTES_FILE, textFile([VOTES_HEADER, ...lines.votes])],
    [AREAS_FILE, table(AREA_COLUMNS, lines.areas)],
    [CLPS_FILE, table(CLP_COLUMNS, lines.clps)],
  ]);
  if (input.ballots && hasBallots(input.rules, input.ballots.starts.length - 1)) {
    files.set(BALLOTS_FILE, textFile(ballotLines(input.ballots, input.proposals)));
  }
  return files;
}

function addProposal(
  lines: Lines,
  setting: Setting,
  index: number,
  { id, number, commitment, status }: RoundProposal,
  votes: ProposalVotes,
): void {
  const { agree, disagree, pass } = sumOf(votes.byClp);
  const clps = votes.byClp.slice(0, -1).filter((tally) => votesOf(tally) > 0).length;
  const counts = [agree, disagree, pass, clps, setting.chosen[index]];
  lines.proposals.push([number, id, commitment, status, ...counts]);
  const classes = classesOf(setting, index, votes);
  const isNamed = namedRegions(setting, classes);
  lines.votes.push(...voteLines(setting, number, classes, isNamed));
  lines.areas.push(...areaRows(setting, number, votes));
  lines.clps.push(...clpRows(setting, number, votes, isNamed));
}

/** The votes of those who are named alike: in one group that is shown, or in none. */
interface ClassVotes {
  letter: string;
  /** The last is for no region. */
  byRegion: Tally[];
}

function classesOf(
  { groups, isShown, regions }: Setting,
  index: number,
  { byGroup }: ProposalVotes,
): ClassVotes[] {
  const isNamed = (group: number) => group < groups && isShown[index * groups + group] === 1;
  const all = byGroup.map((_, group) => group);
  const classes = [
    { letter: '', rows: all.filter((group) => !isNamed(group)) },
    ...all.filter(isNamed).map((group) => ({ letter: letterOf(group), rows: [group] })),
  ];
  return classes.map(({ letter, rows }) => ({
    letter,
    byRegion: [...regions, ''].map((_, region) =>
      sumOf(rows.flatMap((group) => byGroup[group]?.[region] ?? [])),
    ),
  }));
}

/** The CLPs whose counts may be shown, by name. */
function clpRows(
  { input, clps }: Setting,
  number: number,
  votes: ProposalVotes,
  isNamed: boolean[],
) {
  const regionOf = clps.map(({ region }) => region);
  const floor = input.rules.clpFloorForBreadth;
  const shown = publishedClps(regionOf, votes.byClp, isNamed, floor);
  return clps
    .map(({ name }, at) => ({ name, tally: votes.byClp[at] as Tally }))
    .filter((_, at) => shown[at])
    .sort((a, b) => byUnits(a.name, b.name))
    .map(({ name, tally: { agree, disagree, pass } }) => [number, name, agree, disagree, pass]);
}

/** Which regions are named on the lines of a proposal. */
function namedRegions({ input, regions }: Setting, classes: readonly ClassVotes[]): boolean[] {
  return publishedRegions(
    regions.map((_, region) => classes.map(({ byRegion }) => byRegion[region] as Tally)),
    classes.map(({ byRegion }) => byRegion[regions.length] as Tally),
    input.rules.clpFloorForBreadth,
  );
}

/** One line a vote, sorted, so that their order says nothing about who or when. */
function voteLines(
  { regions }: Setting,
  number: number,
  classes: readonly ClassVotes[],
  isNamed: readonly boolean[],
): string[] {
  const named = regions.flatMap((name, region) => (isNamed[region] ? [{ name, region }] : []));
  named.sort((a, b) => byUnits(a.name, b.name));
  return classes.flatMap(({ letter, byRegion }) => {
    const start = `${number},${letter},`;
    return [
      ...repeated(start, '', sumOf(byRegion.filter((_, region) => !isNamed[region]))),
      ...named.flatMap(({ name, region }) => repeated(start, name, byRegion[region] as Tally)),
    ];
  });
}

const repeated = (start: string, region: string, tally: Tally): string[] =>
  (['agree', 'disagree', 'pass'] as const)
    .filter((choice) => tally[choice] > 0)
    .map((choice) => `${start}${region},${choice}\n`.repeat(tally[choice]));

/** Whether each region and CLP with enough voters carries it; no count follows from that. */
function areaRows({ input, regions, clps }: Setting, number: number, votes: ProposalVotes) {
  const floor = input.rules.clpFloorForBreadth;
  const rowsOf = (kind: string, named: { name: string; tally: Tally }[]) =>
    named
      .filter(({ tally }) => votesOf(tally) >= floor)
      .sort((a, b) => byUnits(a.name, b.name))
      .map(({ name, tally }) => [number, kind, name, tally.agree > tally.disagree ? 'yes' : 'no']);
  const inRegion = (region: number) =>
    sumOf(votes.byGroup.flatMap((byRegion) => byRegion[region] ?? []));
  return [
    ...rowsOf(
      'clp',
      clps.map(({ name }, at) => ({ name, tally: votes.byClp[at] as Tally })),
    ),
    ...rowsOf(
      'region',
      regions.map((name, region) => ({ name, tally: inRegion(region) })),
    ),
  ];
}
