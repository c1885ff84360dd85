import { randomBytes, randomUUID } from 'node:crypto';
import { type Choice, isRefusal } from '@clarion/deliberation';
import { type BallotOpening, commitBallot, toHex } from '@clarion/record';
import type { Acting } from '../../src/accounts/acting.js';
import { viewerById } from '../../src/accounts/session.service.js';
import { inTransaction } from '../../src/database/transaction.js';
import { memberId } from '../../src/demo/ids.js';
import { castVote } from '../../src/voting/vote.service.js';
import type { VoteRow } from '../../src/voting/vote-set.service.js';
import type { Stage } from './stage.js';

/** Somebody who votes as Asha might, with what their browser keeps. */
export interface Voter {
  act: <T>(write: (acting: Acting) => Promise<T>) => Promise<T>;
  kept: BallotOpening[];
}

/** Strangers of Asha's CLP and standing. */
export async function strangers(stage: Stage, count: number, at = new Date()): Promise<Voter[]> {
  const { database, keys } = stage.clarion;
  const asha = await viewerById(database.manager, memberId('asha'), at);
  if (!asha) throw new Error('Asha is not on the roll');
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO member (id, membership_number, display_name, standing, clp_id, joined_on)
     SELECT given.id, given.id::text, 'Somebody', m.standing, m.clp_id, m.joined_on
     FROM unnest($2::uuid[]) AS given(id), member m WHERE m.id = $1`,
    [asha.id, ids],
  );
  return ids.map((id) => {
    const viewer = { ...asha, id };
    return {
      kept: [],
      act: (write) => inTransaction(database, (tx) => write({ tx, viewer, at, keys })),
    };
  });
}

/** Votes as a browser does: draws, sends, makes the commitment anew and keeps what opens it. */
export async function voteAsBrowser(
  voter: Voter,
  consultation: string,
  { proposalId, choice }: { proposalId: string; choice: Choice },
): Promise<VoteRow> {
  const random = randomBytes(32);
  const sent = { proposalId, choice, random: random.toString('hex') };
  const vote = await voter.act((acting) => castVote(acting, sent));
  if (isRefusal(vote)) throw new Error(vote.message);
  const previous = vote.previous === null ? null : Buffer.from(vote.previous, 'hex');
  const opening = { consultation, proposal: proposalId, choice, random, previous };
  if (toHex(await commitBallot(opening)) !== vote.commitment) {
    throw new Error('the vote was committed to by something else');
  }
  voter.kept.push(opening);
  return vote;
}
