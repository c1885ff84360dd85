import {
  type Refusal,
  refusal,
  refuseConvening,
  refuseLens,
  refuseRound,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import { mayRead } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import { enter } from '../record/record.service.js';
import { order } from './order.js';
import { Round } from './round.entity.js';
import * as rounds from './round.queries.js';

/** Counting a million votes takes longer than a page may. */
const PATIENCE = `SET LOCAL statement_timeout = '60s'`;

/**
 * Publishes a round: counts the votes, ranks them under the official lens, and keeps both for ever,
 * alone in the consultation. The discussion goes on. The same id is the same round.
 */
export async function publishRound(
  acting: Acting,
  { id, consultationId }: { id: string; consultationId: string },
): Promise<rounds.RoundRow | Refusal> {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'round', id);
  if (taken) return taken;
  const consultation = await consultations.lock(tx, consultationId, 'UPDATE');
  if (!consultation || !mayRead(consultation, viewer)) {
    return refusal('not_found', { what: 'consultation' });
  }
  const earlier = await rounds.find(tx, id);
  if (earlier) {
    const isTheSame =
      earlier.consultationId === consultationId && earlier.publishedById === viewer.id;
    return isTheSame ? earlier : refusal('already_exists', { what: 'round' });
  }
  const { convenedById, phase, rules } = consultation;
  const body = (await bodies.byIds(tx, [convenedById])).get(convenedById) ?? null;
  const officer = { phase, offices: viewer.offices, body, on: ukDay(at) };
  const refused = refuseConvening(officer, 'publish_round');
  if (refused) return refused;
  const lens = rules.officialLens;
  const refusedLens = refuseLens(lens, { rules, groups: 0, ballots: 0 });
  if (refusedLens) return refusedLens;

  await tx.query(PATIENCE);
  const counted = await rounds.countVotes(tx, consultationId);
  const voterCount = counted[0]?.voterCount ?? 0;
  const refusedEmpty = refuseRound({ ...officer, voterCount });
  if (refusedEmpty) return refusedEmpty;
  const number = await rounds.nextNumber(tx, consultationId);
  await tx.insert(Round, {
    id,
    consultationId,
    number,
    lens,
    publishedAt: at,
    publishedById: viewer.id,
    voterCount,
  });
  const ordered = order(counted, lens, rules);
  await rounds.keepCounts(
    tx,
    id,
    ordered.rows.map(({ row, position, rank }) => ({
      proposalId: row.id,
      position,
      rank,
      agree: row.agree,
      disagree: row.disagree,
      pass: row.pass,
      byClp: row.byClp.map(([clpId, , agree, disagree, pass]) => [clpId, agree, disagree, pass]),
    })),
  );
  await enter(tx, {
    kind: 'round_published',
    aboutKind: 'consultation',
    aboutId: consultationId,
    consultationId,
    actorId: viewer.id,
    bodyId: convenedById,
    at,
    data: { roundId: id, number, lens },
  });
  const published = await rounds.find(tx, id);
  if (!published) throw new Error(`round ${id} vanished inside its transaction`);
  return published;
}
