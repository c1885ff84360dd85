import {
  ballotsArePublished,
  type OfficeHeld,
  phaseAllows,
  type Refusal,
  refusal,
  refuseConvening,
  refuseRound,
  roundTellsBallots,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import { mayRead } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import { keyToSignWith } from '../keyring/key-to-sign-with.js';
import * as toldBreakdowns from '../opinion/told-breakdown.queries.js';
import { enter } from '../record/record.service.js';
import * as members from '../roll/member.queries.js';
import { makeBatch } from '../voting/batch.service.js';
import * as priorityBallots from '../voting/priority-ballot.queries.js';
import { readMatrix } from '../voting/vote-matrix.queries.js';
import * as rounds from './round.queries.js';
import { bundlesSoFar, commitmentsFor, signedBatches } from './round-commitments.js';
import { keepRound } from './round-keeping.js';
import { startOf } from './round-start.js';
import {
  countProposals,
  type RoundBasis,
  type WrittenRound,
  writeInThread,
} from './round-writing.js';

/**
 * Reading a million votes takes longer than a page may, as does entering what waits after a busy hour; who
 * sends the same again waits for it as long.
 */
const PATIENCE = `SET LOCAL statement_timeout = '60s'`;

/** Refuses whoever may not publish here: by office and phase, of a consultation as it was read or locked. */
async function refuseHere(
  { tx, viewer, at }: Acting,
  { convenedById, phase }: consultations.ConsultationRow,
): Promise<{ refused: Refusal | null; officer: Parameters<typeof refuseConvening>[0] }> {
  const body = (await bodies.byIds(tx, [convenedById])).get(convenedById) ?? null;
  const offices: readonly OfficeHeld[] = viewer.offices;
  const officer = { phase, offices, body, on: ukDay(at) };
  return { refused: refuseConvening(officer, 'publish_round'), officer };
}

/**
 * Before a round, in a transaction of its own, as everybody who acts publicly waits for the record: enters
 * what waits of ten people or more. Does nothing for whoever may not publish, who is told so afterwards.
 */
export async function fixVotes(acting: Acting, consultationId: string): Promise<void> {
  await acting.tx.query(PATIENCE);
  const found = (await consultations.byIds(acting.tx, [consultationId])).get(consultationId);
  if (!found || (await refuseHere(acting, found)).refused) return;
  await makeBatch(acting.tx, consultationId, { at: acting.at });
}

/** Everything a round is written from. The votes are those of one moment: one statement reads them all. */
async function basisOf(
  { tx, at }: Acting,
  consultation: consultations.ConsultationRow,
  id: string,
): Promise<RoundBasis> {
  const { rules } = consultation;
  const told = await toldBreakdowns.take(tx, consultation.id);
  // Whoever waited for their turn may have asked before the round before was published.
  const { number, after } = await rounds.next(tx, consultation.id);
  // Before the votes are read: what is fixed after that is of votes that wait.
  const signed = await signedBatches(tx, consultation.id);
  const matrix = await readMatrix(tx, consultation.id, undefined, signed.areOpened);
  const { standingsWhoVote, joinedBy } = rules;
  const proposalIds = matrix.proposals.map((proposal) => proposal.id);
  const choosing = {
    isChoosing: phaseAllows(consultation.phase, 'prioritise'),
    arePublished: ballotsArePublished(rules),
  };
  return {
    consultation,
    round: { id, number, publishedAt: after && after >= at ? new Date(after.getTime() + 1) : at },
    rollSize: await members.countVoters(tx, {
      standings: standingsWhoVote,
      joinedBy,
      on: ukDay(at),
    }),
    regions: await bodies.list(tx, { kinds: ['region'], standingOn: null }),
    matrix,
    ballots:
      rules.priorityBallotSize > 0 && roundTellsBallots(choosing)
        ? await priorityBallots.ballotsOf(tx, consultation.id, proposalIds)
        : null,
    before: await startOf(tx, consultation.id, matrix),
    told,
    commitments: await commitmentsFor(tx, consultation.id, { signed, matrix }),
    earlier: signed.areOpened ? await bundlesSoFar(tx, consultation.id) : [],
  };
}

/** What the record says of a round: by the hash of its manifest, all of it. */
const recordOf = (
  { round, consultation }: RoundBasis,
  { manifest, manifestSha256 }: WrittenRound,
) => {
  const { official } = manifest.lenses;
  const { officialLens } = consultation.rules;
  return {
    roundId: round.id,
    number: round.number,
    lens: official,
    ...(official === officialLens ? {} : { standsInFor: officialLens }),
    manifestSha256,
    key: manifest.key,
  };
};

/**
 * Publishes a round: reads the votes as they stand at one moment, finds the opinion groups of exactly
 * these, orders under every lens that has something to say, signs, and keeps all of it for ever. Nobody's
 * vote waits for it, and the discussion goes on. The same id is the same round.
 */
export async function publishRound(
  acting: Acting,
  { id, consultationId }: { id: string; consultationId: string },
): Promise<rounds.RoundRow | Refusal> {
  const { tx, viewer } = acting;
  await tx.query(PATIENCE);
  const taken = await once(tx, 'round', id);
  if (taken) return taken;
  const found = (await consultations.byIds(tx, [consultationId])).get(consultationId);
  if (!found || !mayRead(found, viewer)) return refusal('not_found', { what: 'consultation' });
  const earlier = await rounds.find(tx, id);
  if (earlier) {
    const isTheSame =
      earlier.consultationId === consultationId && earlier.publishedById === viewer.id;
    return isTheSame ? earlier : refusal('already_exists', { what: 'round' });
  }
  const { refused, officer } = await refuseHere(acting, found);
  if (refused) return refused;

  await rounds.takeTurn(tx, consultationId);
  const key = await keyToSignWith(tx, acting.keys);
  const basis = await basisOf(acting, found, id);
  const refusedEmpty = refuseRound({ ...officer, voterCount: basis.matrix.pseudonyms.length });
  if (refusedEmpty) return refusedEmpty;
  const counted = countProposals(basis);
  const written = await writeInThread(basis, key);

  // It took a while, and nobody waited: the phase may be another one now. From here on it stays.
  const locked = await consultations.lock(tx, consultationId, 'SHARE');
  const refusedNow = locked && (await refuseHere(acting, locked)).refused;
  if (refusedNow) return refusedNow;
  await keepRound(tx, { basis, counted, written, publishedById: viewer.id });
  await enter(tx, {
    kind: 'round_published',
    aboutKind: 'consultation',
    aboutId: consultationId,
    consultationId,
    actorId: viewer.id,
    bodyId: found.convenedById,
    at: basis.round.publishedAt,
    data: recordOf(basis, written),
  });
  const published = await rounds.find(tx, id);
  if (!published) throw new Error(`round ${id} vanished inside its transaction`);
  return published;
}
