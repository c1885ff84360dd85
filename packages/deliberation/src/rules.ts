import { addDays, type Day, isDay } from './day.js';
import { LENSES, type LensId } from './lens/lenses.js';
import { STANDINGS, type Standing } from './standing.js';
import { list, sayCount } from './words.js';

/** The rules of one consultation: copied from a template, frozen when it opens. */
export interface Rules {
  standingsWhoVote: Standing[];
  /** Eligibility day: whoever joined after it may not vote. Null for no such day. */
  joinedBy: Day | null;
  /** Votes (passes count) a proposal needs before it is ranked. */
  quorumVotes: number;
  /** CLPs that its votes must come from before it is ranked. */
  quorumClps: number;
  officialLens: LensId;
  countsHiddenUntilVoted: boolean;
  votesMayChange: boolean;
  authorMayVote: boolean;
  /** How many proposals a voter may mark as mattering most; 0 for no priority ballot. */
  priorityBallotSize: number;
  /** How many of the ranked proposals must be answered. */
  topN: number;
  /** Voters a CLP or region needs on a proposal before `breadth@1` counts it; 10 at least, for secrecy. */
  clpFloorForBreadth: number;
  /** The share at which a text that lost goes forward as an alternative. */
  minorityShare: number;
}

export const TEMPLATE_NAMES = ['standard', 'quick', 'local'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];

export interface Template {
  name: string;
  description: string;
  /** Days before the opening by which one must have joined; null for no such day. */
  joinedDaysBefore: number | null;
  rules: Rules;
}

const STANDARD: Rules = {
  standingsWhoVote: ['member'],
  joinedBy: null,
  quorumVotes: 100,
  quorumClps: 8,
  officialLens: 'support@1',
  countsHiddenUntilVoted: true,
  votesMayChange: true,
  authorMayVote: false,
  priorityBallotSize: 5,
  topN: 20,
  clpFloorForBreadth: 10,
  minorityShare: 0.25,
};

/** The published sets of rules, by name. Copy them with `rulesFrom`, never by reference. */
export const TEMPLATES: Record<TemplateName, Template> = {
  standard: {
    name: 'Standard',
    description:
      'For national consultations: several weeks, a priority ballot, the top 20 answered.',
    joinedDaysBefore: 28,
    rules: STANDARD,
  },
  quick: {
    name: 'Quick',
    description:
      'For a short question with a quick answer: no priority ballot, the top 10 answered.',
    joinedDaysBefore: 0,
    rules: {
      ...STANDARD,
      standingsWhoVote: ['member', 'affiliated_supporter'],
      quorumVotes: 40,
      quorumClps: 4,
      priorityBallotSize: 0,
      topN: 10,
    },
  },
  local: {
    name: 'Local',
    description: 'For a CLP’s own area: every member of it may vote, the top 5 answered.',
    joinedDaysBefore: null,
    rules: {
      ...STANDARD,
      quorumVotes: 10,
      quorumClps: 1,
      countsHiddenUntilVoted: false,
      priorityBallotSize: 0,
      topN: 5,
    },
  },
};

/** A copy of a template's rules as they stand for a consultation that opens on a day. */
export function rulesFrom(template: TemplateName, opensOn: Day): Rules {
  const { rules, joinedDaysBefore } = TEMPLATES[template];
  return {
    ...rules,
    standingsWhoVote: [...rules.standingsWhoVote],
    joinedBy: joinedDaysBefore === null ? null : addDays(opensOn, -joinedDaysBefore),
  };
}

type Field = keyof Rules;

function fault(field: Field, saying: string): Error {
  return new Error(`The rules are wrong at ${field}: ${saying}.`);
}

function whole(value: unknown, field: Field, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw fault(field, `it must be a whole number from ${sayCount(least)} to ${sayCount(most)}`);
  }
  return value;
}

function yesOrNo(value: unknown, field: Field): boolean {
  if (typeof value !== 'boolean') throw fault(field, 'it must be true or false');
  return value;
}

function standings(value: unknown): Standing[] {
  const known = (item: unknown): item is Standing => STANDINGS.includes(item as Standing);
  if (!Array.isArray(value) || value.length === 0 || !value.every(known)) {
    throw fault('standingsWhoVote', `it must name one or more of ${list(STANDINGS)}`);
  }
  return STANDINGS.filter((standing) => value.includes(standing));
}

function joinedBy(value: unknown): Day | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !isDay(value)) {
    throw fault('joinedBy', 'it must be a day such as 2026-11-21, or null');
  }
  return value;
}

function lens(value: unknown, ballotSize: number): LensId {
  const found = LENSES.find((known) => known.id === value);
  if (!found) throw fault('officialLens', `it must be one of ${list(LENSES.map(({ id }) => id))}`);
  if (found.id === 'priorities@1' && ballotSize === 0) {
    throw fault('officialLens', `${found.id} needs a priority ballot`);
  }
  return found.id;
}

function share(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0 && value <= 0.5)) {
    throw fault('minorityShare', 'it must be above 0 and at most 0.5');
  }
  return value;
}

/** Reads rules from outside. Throws an Error in plain words that names the first field at fault. */
export function parseRules(value: unknown): Rules {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('The rules must be an object with a field for each rule.');
  }
  const given = value as Record<string, unknown>;
  const stranger = Object.keys(given).find((key) => !(key in STANDARD));
  if (stranger !== undefined) throw new Error(`The rules have no field called ${stranger}.`);
  const priorityBallotSize = whole(given.priorityBallotSize, 'priorityBallotSize', 0, 50);
  return {
    standingsWhoVote: standings(given.standingsWhoVote),
    joinedBy: joinedBy(given.joinedBy),
    quorumVotes: whole(given.quorumVotes, 'quorumVotes', 0, 1_000_000),
    quorumClps: whole(given.quorumClps, 'quorumClps', 0, 1_000),
    officialLens: lens(given.officialLens, priorityBallotSize),
    countsHiddenUntilVoted: yesOrNo(given.countsHiddenUntilVoted, 'countsHiddenUntilVoted'),
    votesMayChange: yesOrNo(given.votesMayChange, 'votesMayChange'),
    authorMayVote: yesOrNo(given.authorMayVote, 'authorMayVote'),
    priorityBallotSize,
    topN: whole(given.topN, 'topN', 1, 1_000),
    clpFloorForBreadth: whole(given.clpFloorForBreadth, 'clpFloorForBreadth', 10, 1_000),
    minorityShare: share(given.minorityShare),
  };
}

/**
 * Whether the priority ballots of a round are published, as lines that say nothing of the person: only
 * where they decide the official order. Otherwise they are for scrutineers alone, since a list of what
 * somebody chose could be recognised.
 */
export function ballotsArePublished({ officialLens }: Pick<Rules, 'officialLens'>): boolean {
  return officialLens === 'priorities@1';
}
