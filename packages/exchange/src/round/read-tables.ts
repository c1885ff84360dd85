import {
  type Ballots,
  type Breadth,
  type Cells,
  CONTRIBUTION_STATUSES,
  type ContributionStatus,
  type Counts,
  INSTEAD,
  isRanked,
  type RankingInput,
} from '@clarion/deliberation';
import { MalformedFile, shown } from '../malformed-file.js';
import { BALLOTS_FILE, readBallots } from './ballots-file.js';
import type { Manifest } from './manifest.js';
import type { RoundFiles } from './round-input.js';
import { readTable, type TableRow } from './round-table.js';
import { noCounts, scanVotes, VOTES_FILE, type VoteCounts } from './votes-file.js';
import { readWords, WORDS_FILE } from './words-file.js';

export const PROPOSALS_FILE = 'proposals.csv';
export const PROPOSAL_COLUMNS = [
  ...['number', 'id', 'words', 'status'],
  ...['agree', 'disagree', 'pass', 'clps', 'chosen'],
];
export const AREAS_FILE = 'areas.csv';
export const AREA_COLUMNS = ['proposal', 'kind', 'area', 'carried'];
export const CLPS_FILE = 'clps.csv';
export const CLP_COLUMNS = ['proposal', 'clp', 'agree', 'disagree', 'pass'];

/** A proposal as proposals.csv has it, and words.csv beside it. */
export interface PublishedProposal {
  line: number;
  number: number;
  id: string;
  /** What fixes its words, in hexadecimal. */
  commitment: string;
  /** What stands in their place where they were taken away; empty while a round is written. */
  statement: string;
  status: ContributionStatus;
}

/** A region or CLP with voters enough on a proposal, and whether it carries it. */
export interface AreaRow {
  line: number;
  /** Place in the list of proposals. */
  proposal: number;
  kind: 'region' | 'clp';
  area: string;
  isCarried: boolean;
}

/** The counts of a CLP on a proposal, where they are published. */
export interface ClpRow {
  line: number;
  proposal: number;
  clp: string;
  agree: number;
  disagree: number;
  pass: number;
}

/** All tables of a bundle; columns are by place in the list of proposals. */
export interface RoundTables {
  proposals: PublishedProposal[];
  /** As proposals.csv says; `votes` has what the rows of votes.csv come to. */
  stated: Counts;
  clps: Uint32Array;
  chosen: Uint32Array;
  votes: VoteCounts;
  areas: AreaRow[];
  clpRows: ClpRow[];
  /** Null where they are for scrutineers. */
  ballots: Ballots | null;
  /** What the lenses are computed from. */
  input: RankingInput;
}

/** The bytes of a file that must be there. */
export function fileIn(files: RoundFiles, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new MalformedFile(name, null, 'the file is missing.');
  return bytes;
}

/** Reads the tables of a bundle. Throws MalformedFile, naming file and line. */
export function readTables(
  files: RoundFiles,
  known: Pick<Manifest['counts'], 'groups' | 'regions'>,
  onBytes?: (file: string, bytes: number) => void,
): RoundTables {
  const rows = readTable(PROPOSALS_FILE, fileIn(files, PROPOSALS_FILE), PROPOSAL_COLUMNS);
  const proposals = withWords(rows.map(proposalFrom), files.get(WORDS_FILE));
  const placeOf = placesOf(proposals);
  const numbers = (name: string) =>
    Uint32Array.from(rows, (row) => wholeCell(row, name, PROPOSALS_FILE));
  const stated = {
    agree: numbers('agree'),
    disagree: numbers('disagree'),
    pass: numbers('pass'),
  };
  const votes = scanVotes(fileIn(files, VOTES_FILE), {
    placeOf,
    groups: known.groups,
    regions: known.regions,
    onBytes: (bytes) => onBytes?.(VOTES_FILE, bytes),
  });
  const clps = numbers('clps');
  const areas = readAreas(fileIn(files, AREAS_FILE), placeOf);
  const clpRows = readClps(fileIn(files, CLPS_FILE), placeOf);
  const ballotBytes = files.get(BALLOTS_FILE);
  const ballots = ballotBytes ? readBallots(ballotBytes, placeOf) : null;
  return {
    proposals,
    stated,
    clps,
    chosen: numbers('chosen'),
    votes,
    areas,
    clpRows,
    ballots,
    input: {
      counts: votes.counts,
      number: Uint32Array.from(proposals, ({ number }) => number),
      clps,
      breadth: breadthFrom(areas, clps),
      regionCount: known.regions,
      toldCells: cellsFrom(clpRows),
      ...(known.groups > 0 ? { groups: votes.groups } : {}),
      ...(ballots ? { ballots } : {}),
    },
  };
}

function wholeCell({ cells, line }: TableRow, name: string, file: string): number {
  const cell = cells[name] ?? '';
  if (/^(0|[1-9]\d{0,8})$/.test(cell)) return Number(cell);
  throw new MalformedFile(file, line, `${name} is ${shown(cell)}; it must be a whole number.`);
}

function proposalFrom(row: TableRow): PublishedProposal {
  const { id = '', words: commitment = '', status = '' } = row.cells;
  const known = CONTRIBUTION_STATUSES.find((name) => name === status);
  if (!known || !isRanked(known)) {
    const fault = `the status is ${shown(status)}; it must be that of a proposal that is ranked.`;
    throw new MalformedFile(PROPOSALS_FILE, row.line, fault);
  }
  const number = wholeCell(row, 'number', PROPOSALS_FILE);
  return { line: row.line, number, id, commitment, statement: '', status: known };
}

function withWords(
  proposals: PublishedProposal[],
  bytes: Uint8Array | undefined,
): PublishedProposal[] {
  if (!bytes) return proposals;
  const words = new Map(readWords(bytes).map((row) => [row.number, row]));
  return proposals.map((proposal) => {
    const row = words.get(proposal.number);
    return { ...proposal, statement: row?.gone ? INSTEAD[row.gone] : (row?.statement ?? '') };
  });
}

/** The proposals that are ranked, as the table of a bundle has them. Throws MalformedFile. */
export const readProposals = (files: RoundFiles): PublishedProposal[] =>
  readTable(PROPOSALS_FILE, fileIn(files, PROPOSALS_FILE), PROPOSAL_COLUMNS).map(proposalFrom);

function placesOf(proposals: readonly PublishedProposal[]): Map<number, number> {
  const placeOf = new Map<number, number>();
  proposals.forEach(({ number, line }, place) => {
    if (number <= (proposals[place - 1]?.number ?? -1)) {
      const fault = 'proposals must come in the order of their numbers, each once.';
      throw new MalformedFile(PROPOSALS_FILE, line, fault);
    }
    placeOf.set(number, place);
  });
  return placeOf;
}

function placeIn(row: TableRow, file: string, placeOf: ReadonlyMap<number, number>): number {
  const place = placeOf.get(wholeCell(row, 'proposal', file));
  if (place !== undefined) return place;
  const fault = `proposals.csv has no proposal ${shown(row.cells.proposal)}.`;
  throw new MalformedFile(file, row.line, fault);
}

/** Refuses a second row about the same thing. */
function onlyOnce(file: string) {
  const lines = new Map<string, number>();
  return (key: string, line: number) => {
    const earlier = lines.get(key);
    if (earlier !== undefined) {
      throw new MalformedFile(file, line, `the same is said on line ${earlier} already.`);
    }
    lines.set(key, line);
  };
}

function readAreas(bytes: Uint8Array, placeOf: ReadonlyMap<number, number>): AreaRow[] {
  const once = onlyOnce(AREAS_FILE);
  return readTable(AREAS_FILE, bytes, AREA_COLUMNS).map((row) => {
    const { kind = '', area = '', carried = '' } = row.cells;
    const proposal = placeIn(row, AREAS_FILE, placeOf);
    if ((kind !== 'region' && kind !== 'clp') || (carried !== 'yes' && carried !== 'no')) {
      const fault = 'the kind must be region or clp, and carried yes or no.';
      throw new MalformedFile(AREAS_FILE, row.line, fault);
    }
    once(`${proposal}/${kind}/${area}`, row.line);
    return { line: row.line, proposal, kind, area, isCarried: carried === 'yes' };
  });
}

function readClps(bytes: Uint8Array, placeOf: ReadonlyMap<number, number>): ClpRow[] {
  const once = onlyOnce(CLPS_FILE);
  return readTable(CLPS_FILE, bytes, CLP_COLUMNS).map((row) => {
    const { clp = '' } = row.cells;
    const proposal = placeIn(row, CLPS_FILE, placeOf);
    once(`${proposal}/${clp}`, row.line);
    const count = (name: string) => wholeCell(row, name, CLPS_FILE);
    const counts = { agree: count('agree'), disagree: count('disagree'), pass: count('pass') };
    return { line: row.line, proposal, clp, ...counts };
  });
}

/** The counts by CLP that are published, for ranges; CLPs are numbered as they come. */
function cellsFrom(rows: readonly ClpRow[]): Cells {
  const names = new Map<string, number>();
  for (const { clp } of rows) if (!names.has(clp)) names.set(clp, names.size);
  const column = (value: (row: ClpRow) => number) => Uint32Array.from(rows, value);
  return {
    proposal: column(({ proposal }) => proposal),
    clp: column(({ clp }) => names.get(clp) ?? 0),
    agree: column(({ agree }) => agree),
    disagree: column(({ disagree }) => disagree),
    pass: column(({ pass }) => pass),
  };
}

/** How far each proposal carries, from one bit an area. */
export function breadthFrom(areas: readonly AreaRow[], clps: Uint32Array): Breadth {
  const region = noCounts(clps.length);
  const clp = noCounts(clps.length);
  for (const { proposal, kind, isCarried } of areas) {
    const { agree, disagree } = kind === 'region' ? region : clp;
    const column = isCarried ? agree : disagree;
    column[proposal] = (column[proposal] ?? 0) + 1;
  }
  const all = ({ agree, disagree }: Counts) => agree.map((yes, p) => yes + (disagree[p] ?? 0));
  return {
    clps,
    clpsCounted: all(clp),
    clpsCarried: clp.agree,
    regionsCounted: all(region),
    regionsCarried: region.agree,
  };
}
