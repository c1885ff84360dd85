import { cleanText } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { enter, type PublicAct } from '../record/record.service.js';
import { SealHold } from './seal.entity.js';
import * as seals from './seal.queries.js';

/** What the operator is told. */
export type HoldOutcome = 'done' | 'not_sealed' | 'destroyed' | 'held_already' | 'not_held';

const about = (
  { id, kind, consultationId }: seals.SealRow,
  at: Date,
): Pick<PublicAct, 'aboutKind' | 'aboutId' | 'consultationId' | 'actorId' | 'at'> => ({
  aboutKind: kind,
  aboutId: id,
  consultationId,
  actorId: null,
  at,
});

/** Keeps sealed words beyond their day. That it is done enters the record, which only commits to the reason. */
export async function holdSealed(
  tx: EntityManager,
  { aboutId, reason, at }: { aboutId: string; reason: string; at: Date },
): Promise<HoldOutcome> {
  const sealed = await seals.lock(tx, aboutId);
  if (!sealed) return 'not_sealed';
  if (sealed.destroyedAt) return 'destroyed';
  if (sealed.isHeld) return 'held_already';
  const [holdId, said] = [v7(), cleanText(reason)];
  await tx.insert(SealHold, { id: holdId, aboutId, reason: said, at, releasedAt: null });
  await enter(tx, {
    ...about(sealed, at),
    kind: 'seal_held',
    data: { actId: sealed.actId, holdId },
    personal: { reason: said },
  });
  return 'done';
}

/** Lets sealed words go again: they are destroyed when their day has come, or at once where it has. */
export async function releaseSealed(
  tx: EntityManager,
  { aboutId, at }: { aboutId: string; at: Date },
): Promise<HoldOutcome> {
  const sealed = await seals.lock(tx, aboutId);
  if (!sealed) return 'not_sealed';
  const holdId = await seals.holdOn(tx, aboutId);
  if (!holdId) return 'not_held';
  await tx.update(SealHold, { id: holdId }, { releasedAt: at });
  await enter(tx, {
    ...about(sealed, at),
    kind: 'seal_released',
    data: { actId: sealed.actId, holdId },
  });
  return 'done';
}
