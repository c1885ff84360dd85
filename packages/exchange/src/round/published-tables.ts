import {
  fewestBallots,
  groupsShown,
  isRanked,
  type OpinionGroups,
  type Tally,
  toldGroups,
  votesOf,
} from '@clarion/deliberation';
import { type CsvCell, csvRows } from '../csv.js';
import { textFile } from '../text-file.js';
import { byUnits } from './area-names.js';
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
import { type Places, placesOf, tellAreas } from './tell-areas.js';
import { type AreasTold, shownIn, type Told } from './told.js';
import { type ProposalVotes, sumOf, votesByProposal } from './vote-cells.js';
import { classesOf, type Fits, firstLines, groupLines, regionLines } from './vote-lines.js';
import { VOTES_FILE, VOTES_HEADER } from './votes-file.js';

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
  places: Places;
  groups: number;
  /** What earlier tables told of these groups; nothing where they told of others. */
  before: Told | null;
  chosen: Uint32Array;
}

/** How many ballots chose each; 0 throughout where too few were cast. */
function publishedChosen(input: RoundInput): Uint32Array {
  const { ballots, proposals, rules, fewestSecretBallots } = input;
  const fewest = fewestBallots(rules, fewestSecretBallots);
  const isShown = ballots !== null && ballots.starts.length - 1 >= fewest;
  return chosenOf(isShown ? ballots : null, proposals.length);
}

function settingOf(input: RoundInput, found: OpinionGroups): Setting {
  const { regions, clps, clpOf, votes, rules } = input;
  const groups = groupsPublished(found);
  const told = input.told ?? null;
  return {
    input,
    places: placesOf({ regions, clps, clpOf }, votes.person, rules),
    groups,
    before: told && { ...told, groups: told.groups?.k === groups ? told.groups : null },
    chosen: publishedChosen(input),
  };
}

/**
 * The tables of a round, with nothing under the floor in any of them, nor in what follows from them beside
 * those before; README.md says by which rules. And what is told with them, for the next.
 */
export function publishedTables(
  input: RoundInput,
  found: OpinionGroups,
): { files: Map<string, Uint8Array>; told: Told } {
  const setting = settingOf(input, found);
  const { groups, before } = setting;
  const { clps, regions } = setting.places;
  const people = { groupOf: found.group, groups, clpOf: input.clpOf };
  const cells = votesByProposal(input.votes, input.proposals.length, people, clps, regions.length);
  const lines: Lines = { proposals: [], votes: [], areas: [], clps: [] };
  const told: Told = {
    groups:
      groups > 0 ? { k: groups, sizes: null, proposals: { ...before?.groups?.proposals } } : null,
    areas: { ...before?.areas },
  };
  let index = 0;
  for (const votes of cells) {
    const proposal = input.proposals[index];
    if (proposal && isRanked(proposal.status)) addProposal({ lines, told }, setting, index, votes);
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
  return { files, told };
}

function addProposal(
  { lines, told }: { lines: Lines; told: Told },
  setting: Setting,
  index: number,
  votes: ProposalVotes,
): void {
  const { before, chosen, input, places } = setting;
  const { id, number, commitment, status } = input.proposals[index] as RoundProposal;
  const whole = sumOf(votes.byClp);
  const { agree, disagree, pass } = whole;
  const clps = votes.byClp.slice(0, -1).filter((tally) => votesOf(tally) > 0).length;
  lines.proposals.push([
    number,
    id,
    commitment,
    status,
    agree,
    disagree,
    pass,
    clps,
    chosen[index],
  ]);
  const groups = tellGroups(setting, number, votes, whole);
  if (groups && told.groups) told.groups.proposals[number] = groups;
  const areas = tellAreas(places, votes, before?.areas[number]);
  told.areas[number] = areas;
  const rows = areaRows(places, number, votes);
  const carried = new Map(rows.map(([, kind, name, isCarried]) => [`${kind}/${name}`, isCarried]));
  const fits: Fits = (kind, name, tally) =>
    saysTheSame(carried.get(`${kind}/${name}`), tally, input.rules.clpFloorForBreadth);
  const shown = groups ? groupsShown(groups) : [];
  if (shown.some((cell) => cell !== null)) {
    const isFirst = before?.areas[number] === undefined && isOfNow(shown, votes);
    lines.votes.push(
      ...(isFirst
        ? firstLines(
            regionsToName(places, areas, votes),
            number,
            classesOf(places.regions, shown, votes),
          )
        : groupLines(number, shown, whole)),
    );
  } else lines.votes.push(...regionLines(number, areas, whole, fits));
  lines.areas.push(...rows);
  lines.clps.push(...clpRows(number, areas, fits));
}

/** The regions that are told by themselves, for lines that name groups beside them. */
function regionsToName(
  { regions, clps, enough }: Places,
  told: AreasTold,
  { byClp }: ProposalVotes,
) {
  const shown = shownIn(told.regions);
  return {
    regions,
    enough,
    may: regions.map((name) => shown.has(name)),
    parts: regions.map((_, region) => byClp.filter((_tally, clp) => clps[clp]?.region === region)),
  };
}

/** Whether counts of an area that are of an earlier moment say of it what areas.csv says of this one. */
function saysTheSame(carried: CsvCell, { agree, disagree, pass }: Tally, floor: number): boolean {
  if (carried === undefined) return true;
  return (carried === 'yes') === agree > disagree && agree + disagree + pass >= floor;
}

function tellGroups(
  { groups, before }: Setting,
  number: number,
  { byGroup }: ProposalVotes,
  whole: Tally,
) {
  if (groups === 0) return null;
  const cells = byGroup.slice(0, groups).map(sumOf);
  return toldGroups({ cells, whole }, before?.groups?.proposals[number] ?? null);
}

/** Whether what is shown of groups is as it is now. */
const isOfNow = (shown: readonly (Tally | null)[], { byGroup }: ProposalVotes) =>
  shown.every((cell, group) => {
    if (cell === null) return true;
    const { agree, disagree, pass } = sumOf(byGroup[group] ?? []);
    return cell.agree === agree && cell.disagree === disagree && cell.pass === pass;
  });

/** The CLPs whose counts may be shown, by name. */
const clpRows = (number: number, { clps }: AreasTold, fits: Fits) =>
  [...shownIn(clps)]
    .filter(([name, tally]) => fits('clp', name, tally))
    .sort(([a], [b]) => byUnits(a, b))
    .map(([name, { agree, disagree, pass }]) => [number, name, agree, disagree, pass]);

/** Whether each region and CLP with enough voters carries it; no count follows from that. */
function areaRows({ regions, clps, enough }: Places, number: number, votes: ProposalVotes) {
  const rowsOf = (kind: string, named: { name: string; tally: Tally }[]) =>
    named
      .filter(({ tally }) => votesOf(tally) >= enough)
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
