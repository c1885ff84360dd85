import { hash } from 'node:crypto';
import { batchSlot, type Choice, type Refusal, type Tally } from '@clarion/deliberation';
import { ballotBytes } from '@clarion/record';
import type { EntityManager } from 'typeorm';
import { answersOf, type Commit } from '../database/in-few-trips.js';
import type { Keyring } from '../keyring/keyring.js';
import type { BallotRow } from './ballot.queries.js';
import * as tallies from './tally.queries.js';
import { type AskedVote, type Case, findCases } from './vote-case.service.js';
import * as sets from './vote-set.queries.js';

/** Somebody's own vote as it now stands; no choice after an undo. */
export interface VoteRow {
  proposalId: string;
  consultationId: string;
  choice: Choice | null;
  version: number | null;
  isOnEarlierVersion: boolean;
  /** Of a vote that stands, in hexadecimal: what it is committed to by, and what that replaced. */
  commitment: string | null;
  previous: string | null;
  /** The proposal with its counts, where something was written: as it stands since. */
  ballot?: BallotRow;
}

const AN_HOUR = 3_600_000;

/** A moment to the hour: exact ones could be matched with a log of requests. */
export const toTheHour = (at: Date): Date => new Date(Math.floor(at.getTime() / AN_HOUR) * AN_HOUR);

/** What a choice adds to the counts, and the choice before takes away. */
export function difference(before: Choice | null, after: Choice | null): Tally {
  const of = (choice: Choice) => Number(after === choice) - Number(before === choice);
  return { agree: of('agree'), disagree: of('disagree'), pass: of('pass') };
}

const isWritten = ({ asked: { choice }, paper, before }: Case): boolean =>
  choice !== before.choice || (choice !== null && before.version !== paper.version);

/** The vote as it is written, with what commits to it: as whoever cast it makes it too. */
function newVote(
  consultationId: string,
  { asked, paper, pseudonym, before }: Case,
  choice: Choice,
): sets.NewVote {
  const { random, at, proposalId: proposal } = asked;
  const previous = before.commitment;
  const opening = { consultation: consultationId, proposal, choice, random, previous };
  return {
    proposalId: proposal,
    pseudonym,
    choice,
    version: paper.version,
    castAt: toTheHour(at),
    random,
    previous,
    commitment: hash('sha256', ballotBytes(opening), 'buffer'),
    pendingSince: batchSlot(at),
  };
}

const voterDifference = ({ asked: { choice }, before }: Case): number => {
  if (choice !== null) return Number(before.votes === 0);
  return before.votes === 1 ? -1 : 0;
};

interface Writing {
  tx: EntityManager;
  keys: Keyring;
  /** Sent with the last statement; left out where the transaction is the caller’s, and goes on. */
  commit?: Commit;
}

/** What votes add to the counts, and take away: of all and by CLP, and of voters. */
function countsOf(
  tx: EntityManager,
  consultationId: string,
  cases: readonly Case[],
): Promise<Map<string, Tally>> {
  const changes = cases.map(({ asked: { proposalId, choice }, clpId, before }) => ({
    proposalId,
    clpId,
    ...difference(before.choice, choice),
  }));
  const voters = cases.reduce((sum, each) => sum + voterDifference(each), 0);
  return tallies.change(tx, consultationId, changes, voters);
}

/**
 * Writes votes, changes and undoes, each kind in a statement of its own; then the counts, which it answers. None
 * waits for the answer of another.
 */
async function write(
  { tx, commit }: Omit<Writing, 'keys'>,
  consultationId: string,
  cases: readonly Case[],
): Promise<{ votes: Map<Case, sets.NewVote>; counts: Map<string, Tally> }> {
  const votes = new Map<Case, sets.NewVote>();
  for (const each of cases) {
    const { choice } = each.asked;
    if (choice !== null) votes.set(each, newVote(consultationId, each, choice));
  }
  const [first, changed]: sets.NewVote[][] = [[], []];
  for (const [{ before }, vote] of votes) (before.choice === null ? first : changed)?.push(vote);
  const undone = cases
    .filter(({ asked }) => asked.choice === null)
    .map(({ asked: { proposalId }, pseudonym }) => ({ proposalId, pseudonym }));
  const sent: Promise<unknown>[] = [];
  if (first?.length) sent.push(sets.insertAll(tx, consultationId, first));
  if (changed?.length) sent.push(sets.changeAll(tx, consultationId, changed));
  if (undone.length > 0) sent.push(sets.removeAll(tx, consultationId, undone));
  const counted = cases.length > 0 ? countsOf(tx, consultationId, cases) : null;
  await answersOf([...sent, counted, commit?.()]);
  return { votes, counts: (await counted) ?? new Map<string, Tally>() };
}

function rowOf(
  consultationId: string,
  { asked, paper, before }: Case,
  vote: { commitment: Buffer | null; previous: Buffer | null } | null,
  counts: Tally | undefined,
): VoteRow {
  const { proposalId, choice } = asked;
  const { phase, version, rules } = paper;
  const stands = choice === null ? null : (vote ?? before);
  const { countsHiddenUntilVoted } = rules;
  const votedVersion = choice === null ? null : version;
  return {
    proposalId,
    consultationId,
    choice,
    version: votedVersion,
    isOnEarlierVersion: false,
    commitment: stands?.commitment?.toString('hex') ?? null,
    previous: stands?.previous?.toString('hex') ?? null,
    ...(counts && {
      ballot: {
        id: proposalId,
        ...counts,
        version,
        choice,
        votedVersion,
        phase,
        countsHiddenUntilVoted,
      },
    }),
  };
}

/**
 * Casts, changes and takes back votes in one consultation, in one transaction and a constant number of
 * statements, however many there are; no two by one person. Each is answered with how it now stands or why
 * it is refused, which writes nothing and is nothing to the others.
 */
export async function voteTogether(
  { keys, ...writing }: Writing,
  consultationId: string,
  asked: readonly AskedVote[],
): Promise<(VoteRow | Refusal)[]> {
  const found = await findCases(writing.tx, keys, consultationId, asked);
  const written = found.filter((each): each is Case => !('message' in each) && isWritten(each));
  const { votes, counts } = await write(writing, consultationId, written);
  const wrote = new Set(written);
  return found.map((each) => {
    if ('message' in each) return each;
    const counted = wrote.has(each) ? counts.get(each.asked.proposalId) : undefined;
    return rowOf(consultationId, each, votes.get(each) ?? null, counted);
  });
}
