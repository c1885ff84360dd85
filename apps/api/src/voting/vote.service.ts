import { randomBytes } from 'node:crypto';
import {
  batchSlot,
  type Choice,
  type Refusal,
  refusal,
  refuseVote,
  refuseVoterHere,
  type Tally,
} from '@clarion/deliberation';
import { BALLOT_RANDOM_BYTES, type BallotOpening, commitBallot } from '@clarion/record';
import type { Acting } from '../accounts/acting.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as members from '../roll/member.queries.js';
import * as ballots from './ballot.queries.js';
import * as tallies from './tally.queries.js';

/** Somebody's own vote as it now stands; no choice after an undo. */
export interface VoteRow {
  proposalId: string;
  choice: Choice | null;
  version: number | null;
  isOnEarlierVersion: boolean;
  /** Of a vote that stands, in hexadecimal: what it is committed to by, and what that replaced. */
  commitment: string | null;
  previous: string | null;
}

const AN_HOUR = 3_600_000;

const RANDOM = /^[0-9a-f]{64}$/;

/** A moment to the hour: exact ones could be matched with a log of requests. */
export const toTheHour = (at: Date): Date => new Date(Math.floor(at.getTime() / AN_HOUR) * AN_HOUR);

const voteRow = (
  paper: ballots.BallotPaper,
  choice: Choice | null,
  version: number | null,
  committed: { commitment: Buffer | null; previous: Buffer | null } | null = null,
): VoteRow => ({
  proposalId: paper.id,
  choice,
  version,
  isOnEarlierVersion: version !== null && version < paper.version,
  commitment: committed?.commitment?.toString('hex') ?? null,
  previous: committed?.previous?.toString('hex') ?? null,
});

/** What a choice adds to the counts, and the choice before takes away. */
export function difference(before: Choice | null, after: Choice | null): Tally {
  const of = (choice: Choice) => Number(after === choice) - Number(before === choice);
  return { agree: of('agree'), disagree: of('disagree'), pass: of('pass') };
}

/**
 * Votes, or changes a vote. The same vote twice is one vote, and the commitment that was made first
 * stands. `random`: 32 bytes in hexadecimal, which whoever votes drew; drawn here where it is left out.
 */
export async function castVote(
  acting: Acting,
  { proposalId, choice, random }: { proposalId: string; choice: Choice; random?: string | null },
): Promise<VoteRow | Refusal> {
  const { tx, at } = acting;
  if (random != null && !RANDOM.test(random)) {
    return refusal('not_valid', {
      saying: 'The random number of this vote cannot be read. Reload the page, then vote again.',
    });
  }
  const found = await openEnrolled(acting, proposalId, choice);
  if ('message' in found) return found;
  const { paper, voter, before } = found;
  if (before.choice === choice && before.version === paper.version) {
    return voteRow(paper, choice, paper.version, before);
  }
  const { clpId } = voter;
  const committed = await commit({
    consultation: paper.consultationId,
    proposal: paper.id,
    choice,
    random: random == null ? randomBytes(BALLOT_RANDOM_BYTES) : Buffer.from(random, 'hex'),
    previous: before.commitment,
  });
  const vote = {
    ...voter.key,
    ...committed,
    proposalId,
    choice,
    version: paper.version,
    castAt: toTheHour(at),
    pendingSince: batchSlot(at),
  };
  if (before.choice === null) await ballots.insert(tx, vote);
  else await ballots.change(tx, vote);
  const place = { consultationId: paper.consultationId, proposalId, clpId };
  await tallies.change(tx, place, difference(before.choice, choice));
  if (before.votes === 0) {
    await tallies.changeTurnout(tx, paper.consultationId, { voters: 1, ballots: 0 });
  }
  return voteRow(paper, choice, paper.version, committed);
}

/** Commits to a vote, as whoever cast it does too. */
async function commit(opening: BallotOpening & { random: Buffer; previous: Buffer | null }) {
  const { random, previous } = opening;
  return { random, previous, commitment: Buffer.from(await commitBallot(opening)) };
}

/**
 * As `open`, for somebody who is a voter. The first vote here makes them one, and then asks the rules
 * again under their lock: their other browser may have been faster, with another vote.
 */
async function openEnrolled(acting: Acting, proposalId: string, choice: Choice) {
  let found = await open(acting, proposalId, choice);
  if ('message' in found) return found;
  if (!found.voter.known) {
    await ballots.enrol(acting.tx, found.voter.key, acting.viewer.clpId);
    found = await open(acting, proposalId, choice);
    if ('message' in found) return found;
  }
  const { paper, voter, own } = found;
  if (!voter.known || !own) throw new Error('a voter vanished while enrolling');
  return { paper, voter: { key: voter.key, clpId: voter.known.clpId }, before: own };
}

/** Takes the viewer's vote back; taking back what is not there changes nothing. */
export async function undoVote(
  acting: Acting,
  { proposalId }: { proposalId: string },
): Promise<VoteRow | Refusal> {
  const { tx } = acting;
  const found = await open(acting, proposalId, null);
  if ('message' in found) return found;
  const { paper, voter, own } = found;
  if (!voter.known || !own?.choice) return voteRow(paper, null, null);
  await ballots.remove(tx, voter.key, proposalId);
  const { consultationId } = paper;
  const place = { consultationId, proposalId, clpId: voter.known.clpId };
  await tallies.change(tx, place, difference(own.choice, null));
  if (own.votes === 1) await tallies.changeTurnout(tx, consultationId, { voters: -1, ballots: 0 });
  return voteRow(paper, null, null);
}

/**
 * Locks what a vote rests on, always in this order: the consultation with everybody who acts in it,
 * the proposal with everybody who votes on it, the voter alone. Inside the locks it asks the rules.
 */
async function open({ tx, viewer, at, keys }: Acting, proposalId: string, next: Choice | null) {
  const consultationId = await ballots.consultationOf(tx, proposalId);
  const consultation = consultationId && (await consultations.lock(tx, consultationId, 'SHARE'));
  const paper = consultation && (await ballots.lockPaper(tx, proposalId));
  if (!consultation || !paper) return refusal('not_found', { what: 'proposal' });

  const { phase, rules, votesUntil } = consultation;
  const person = await members.voterNow(tx, viewer.id);
  // Before the key is asked for: a consultation in preparation has none yet.
  const refusedHere = refuseVoterHere({ phase, rules, voter: person, votesUntil }, at);
  if (refusedHere) return refusedHere;
  const pseudonym = keys.pseudonym(consultation.id, viewer.id);
  const key = { consultationId: consultation.id, pseudonym };
  const known = await ballots.lockVoter(tx, key);
  const own = known && (await ballots.own(tx, key, proposalId));
  const refused = refuseVote({
    phase,
    rules,
    voter: person,
    isAuthor: paper.authorId === viewer.id,
    proposalStatus: paper.status,
    current: own?.choice ?? null,
    next,
  });
  return refused ?? { paper, voter: { key, known }, own };
}
