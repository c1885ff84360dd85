import {
  cleanLine,
  cleanText,
  mayActFor,
  type Phase,
  type Refusal,
  refusal,
  refuseInPhase,
  refusePaper,
  refusePhaseChange,
  refuseText,
  rulesFrom,
  TEXT,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { Viewer } from '../accounts/viewer.js';
import * as bodies from '../bodies/body.queries.js';
import { once } from '../database/once.js';
import type { ConsultationInput } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Consultation } from './consultation.entity.js';
import * as consultations from './consultation.queries.js';
import { ConsultationCommission } from './consultation-commission.entity.js';

type Result = Promise<consultations.ConsultationRow | Refusal>;

const MOST_COMMISSIONS = 6;

/** The commissions named, all of them standing today; refuses a stranger, none, and too many. */
export async function commissionsOf(
  { tx, at }: Acting,
  ids: readonly string[],
): Promise<bodies.BodyRow[] | Refusal> {
  if (ids.length > MOST_COMMISSIONS) {
    return refusal('too_many', {
      field: 'commissionIds',
      label: 'the commissions',
      max: MOST_COMMISSIONS,
    });
  }
  const found = await bodies.byIds(tx, ids);
  const today = ukDay(at);
  const rows = ids.map((id) => found.get(id));
  const isStanding = (body: bodies.BodyRow | undefined): body is bodies.BodyRow =>
    body !== undefined &&
    (body.kind === 'policy_commission' || body.kind === 'clp') &&
    (body.until === null || body.until >= today);
  return rows.every(isStanding) ? rows : refusal('not_found', { what: 'commission' });
}

async function find({ tx }: Acting, id: string): Promise<consultations.ConsultationRow> {
  const row = (await consultations.byIds(tx, [id])).get(id);
  if (!row) throw new Error(`consultation ${id} vanished inside its transaction`);
  return row;
}

/**
 * A consultation in preparation is read by the officers of its commissions only, and one that was
 * dropped before it opened stays with them. To everybody else it is not there.
 */
export const mayRead = (
  { openedAt, commissions }: consultations.ConsultationRow,
  viewer: Viewer | null,
): boolean =>
  openedAt !== null ||
  commissions.some((body) => viewer?.offices.some((office) => office.bodyId === body.id));

/** The consultation under the lock of everybody who acts in it; null where it is not there for them. */
export async function lockToAct(
  { tx, viewer }: Acting,
  id: string,
): Promise<consultations.ConsultationRow | null> {
  const found = await consultations.lock(tx, id, 'SHARE');
  return found && mayRead(found, viewer) ? found : null;
}

const nameCommissions = (consultationId: string, ids: readonly string[]) =>
  ids.map((bodyId, position) => ({ consultationId, bodyId, position }));

const values = (input: ConsultationInput) => ({
  title: cleanLine(input.title),
  question: cleanLine(input.question),
  paper: cleanText(input.paper),
  questions: input.questions.map(cleanLine),
  votesUntil: input.votesUntil,
  answersBy: input.answersBy,
});

/**
 * The words of a paper, as the record commits to them: until it opens nobody else may know them. Kept
 * beside their salts, because later words of a paper replace the earlier ones in its table.
 */
export const paperTexts = (paper: {
  title: string;
  question: string;
  paper: string;
  questions: readonly string[];
}) => ({
  title: paper.title,
  question: paper.question,
  paper: paper.paper,
  questions: paper.questions.join('\n'),
});

/** Makes a consultation in preparation, by the convenor of its first commission. The same id is the same consultation. */
export async function createConsultation(acting: Acting, input: ConsultationInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'consultation', input.id);
  if (taken) return taken;
  const earlier = (await consultations.byIds(tx, [input.id])).get(input.id);
  if (earlier) return earlier.createdById === viewer.id ? earlier : refusal('already_exists');
  const commissionIds = [...new Set(input.commissionIds)];
  if (commissionIds.length === 0) return refusal('commission_required', { field: 'commissionIds' });
  const commissions = await commissionsOf(acting, commissionIds);
  if ('message' in commissions) return commissions;
  const convener = commissions[0];
  if (!convener || !mayActFor(viewer.offices, convener, 'convene', ukDay(at))) {
    return refusal('not_an_officer', { bodyName: convener?.name });
  }
  const refused = refusePaper(input, true, at);
  if (refused) return refused;
  await tx.insert(Consultation, {
    ...values(input),
    id: input.id,
    convenedById: convener.id,
    createdById: viewer.id,
    template: input.template,
    // Shown while preparing; taken again from the template, and frozen, at the opening.
    rules: rulesFrom(input.template, ukDay(at)),
    phase: 'preparing',
    createdAt: at,
  });
  await tx.insert(ConsultationCommission, nameCommissions(input.id, commissionIds));
  const { template, votesUntil, answersBy } = input;
  await enter(tx, {
    kind: 'created',
    aboutKind: 'consultation',
    aboutId: input.id,
    consultationId: input.id,
    actorId: viewer.id,
    bodyId: convener.id,
    at,
    data: { template, commissionIds, votesUntil, answersBy },
    kept: paperTexts(values(input)),
  });
  return find(acting, input.id);
}

/** Changes the paper and its dates. Rules and commissions are fixed from the opening. */
export async function editConsultation(acting: Acting, input: ConsultationInput): Result {
  const { tx, viewer, at } = acting;
  const found = await lockForConvenor(acting, input.id);
  if ('message' in found) return found;
  const refused =
    refuseInPhase(found.phase, 'edit_paper') ??
    refusePaper(input, true, found.phase === 'preparing' ? at : undefined);
  if (refused) return refused;
  const isPreparing = found.phase === 'preparing';
  const commissionIds = [...new Set([found.convenedById, ...input.commissionIds])];
  if (isPreparing) {
    const commissions = await commissionsOf(acting, commissionIds);
    if ('message' in commissions) return commissions;
    await tx.delete(ConsultationCommission, { consultationId: found.id });
    await tx.insert(ConsultationCommission, nameCommissions(found.id, commissionIds));
  }
  await tx.update(
    Consultation,
    { id: found.id },
    {
      ...values(input),
      ...(isPreparing && {
        template: input.template,
        rules: rulesFrom(input.template, ukDay(at)),
      }),
    },
  );
  await enter(tx, {
    kind: 'edited',
    aboutKind: 'consultation',
    aboutId: found.id,
    consultationId: found.id,
    actorId: viewer.id,
    bodyId: found.convenedById,
    at,
    data: {
      ...(isPreparing && { template: input.template, commissionIds }),
      votesUntil: input.votesUntil,
      answersBy: input.answersBy,
    },
    kept: paperTexts(values(input)),
  });
  return find(acting, found.id);
}

export interface PhaseChange {
  consultationId: string;
  to: Phase;
  reason: string | null;
  /** How many of the top have an answer, counted by the caller: `reported` waits for all. */
  answers?: { answered: number; of: number };
}

/** Sets the next phase, alone in the consultation: every vote and contribution waits or came before. */
export async function changePhase(acting: Acting, change: PhaseChange): Result {
  const { tx, viewer, at, keys } = acting;
  const found = await lockForConvenor(acting, change.consultationId);
  if ('message' in found) return found;
  if (found.phase === change.to) return found;
  const refused =
    refusePhaseChange(found.phase, change.to, found.rules, {
      reason: change.reason,
      ...change.answers,
    }) ?? refuseText(change.reason ?? '', { ...TEXT.reason, required: false });
  if (refused) return refused;
  if (change.to === 'open' && found.votesUntil <= at) {
    return refusal('due_date_past', { field: 'votesUntil', day: ukDay(found.votesUntil) });
  }
  if (change.to === 'open') keys.create(found.id);
  const rules = change.to === 'open' ? rulesFrom(found.template, ukDay(at)) : null;
  await tx.update(
    Consultation,
    { id: found.id },
    {
      phase: change.to,
      ...(rules && { openedAt: at, rules, rulesFrozenAt: at }),
    },
  );
  await enter(tx, {
    kind: 'phase_set',
    aboutKind: 'consultation',
    aboutId: found.id,
    consultationId: found.id,
    actorId: viewer.id,
    bodyId: found.convenedById,
    at,
    data: { from: found.phase, to: change.to, ...(rules && { rules }) },
    ...(change.reason && { kept: { reason: cleanText(change.reason) } }),
  });
  return find(acting, found.id);
}

async function lockForConvenor({ tx, viewer, at }: Acting, id: string): Result {
  const found = await consultations.lock(tx, id, 'UPDATE');
  if (!found || !mayRead(found, viewer)) return refusal('not_found', { what: 'consultation' });
  const convener = (await bodies.byIds(tx, [found.convenedById])).get(found.convenedById);
  const isConvenor = convener && mayActFor(viewer.offices, convener, 'convene', ukDay(at));
  return isConvenor ? found : refusal('not_an_officer', { bodyName: convener?.name });
}
