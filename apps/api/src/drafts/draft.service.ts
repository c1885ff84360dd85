import {
  cleanLine,
  cleanText,
  firstRefusal,
  isRefusal,
  numberParagraphs,
  type Refusal,
  refusal,
  refuseDraftEdit,
  refuseDrafter,
  refuseText,
  TEXT,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import type * as consultations from '../consultations/consultation.queries.js';
import { lockToAct } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import type { DraftInput, MutationSaveDraftArgs } from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Draft, DraftVersion } from './draft.entity.js';
import * as locks from './draft-lock.queries.js';
import { referenceOf, refuseWords, type WrittenDraft, written } from './draft-words.js';
import { actOf, asDrafter, find, type Locked, lock, type Result } from './locked-draft.js';
import * as paragraphs from './paragraph.queries.js';

/** A draft is the forum's, the joint committee's, or of a body that put the consultation or is one of its commissions. */
function refuseBody(
  body: bodies.BodyRow,
  { commissions, convenedById }: consultations.ConsultationRow,
): Refusal | null {
  const isTheirs =
    body.kind === 'national_policy_forum' ||
    body.kind === 'joint_policy_committee' ||
    body.id === convenedById ||
    commissions.some((commission) => commission.id === body.id);
  return isTheirs ? null : refusal('wrong_kind_of_body', { bodyName: body.name, field: 'bodyId' });
}

/** Begins a draft with a first working version. The same id by the same drafter is the same draft. */
export async function createDraft(acting: Acting, input: DraftInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'draft', input.id);
  if (taken) return taken;
  const consultation = await lockToAct(acting, input.consultationId);
  if (!consultation) return refusal('not_found', { what: 'consultation', field: 'consultationId' });
  const earlier = await locks.authorOf(tx, input.id);
  if (earlier) {
    return earlier.createdById === viewer.id
      ? find(acting, input.id)
      : refusal('already_exists', { what: 'draft' });
  }
  const body = (await bodies.byIds(tx, [input.bodyId])).get(input.bodyId) ?? null;
  const drafter = { phase: consultation.phase, offices: viewer.offices, body, on: ukDay(at) };
  const refused = firstRefusal(
    refuseDrafter({ ...drafter, commissions: consultation.commissions }),
    body && refuseBody(body, consultation),
    refuseText(input.title, TEXT.title),
    refuseText(input.summary, TEXT.summary),
  );
  if (refused) return refused;
  await tx.insert(Draft, {
    id: input.id,
    consultationId: consultation.id,
    bodyId: input.bodyId,
    createdById: viewer.id,
    createdAt: at,
  });
  await tx.insert(DraftVersion, {
    draftId: input.id,
    number: 1,
    status: 'working',
    title: cleanLine(input.title),
    summary: cleanText(input.summary),
  });
  const row = await find(acting, input.id);
  await enter(tx, {
    ...actOf(acting, row),
    kind: 'draft_begun',
    data: { version: 1 },
  });
  return row;
}

/** Every source exists, can be read by everybody, and belongs to the consultation that the draft answers. */
async function refuseStrangers(
  { tx }: Acting,
  consultationId: string,
  { sources }: WrittenDraft,
): Promise<Refusal | null> {
  const cited = sources.flatMap((source) => referenceOf(source) ?? []);
  const ids = cited.map((reference) => reference.split(' ')[1] ?? '');
  const known = await paragraphs.citableIds(tx, consultationId, ids);
  return cited.every((reference) => known.has(reference))
    ? null
    : refusal('not_found', { what: 'source', field: 'paragraphs' });
}

/** The numbers of these paragraphs in their order: those once published keep theirs for ever. */
async function numbersOf(
  { tx }: Acting,
  draftId: string,
  ids: readonly string[],
): Promise<string[]> {
  return numberParagraphs(await paragraphs.publishedNumbers(tx, draftId), ids);
}

/** Whether the working version says just this already: sent again, a save has nothing to do. */
const isSaved = async (
  { tx }: Acting,
  { draft, working }: Locked,
  { title, summary, paragraphs: each, sources }: WrittenDraft,
): Promise<boolean> =>
  working !== null &&
  working.title === title &&
  working.summary === summary &&
  (await paragraphs.holds(tx, draft.id, working.number, each, sources));

/**
 * Saves the whole working version at once; refused when somebody saved it since `revision`, unless what
 * they saved is the same.
 */
export async function saveDraft(acting: Acting, input: MutationSaveDraftArgs): Result {
  const { tx } = acting;
  const locked = await lock(acting, input.draftId);
  if (isRefusal(locked)) return locked;
  const { draft, working } = locked;
  const fault = refuseWords(input);
  const words = written(input);
  const isOther = working !== null && working.revision !== input.revision;
  const isAgain = isOther && !fault && (await isSaved(acting, locked, words));
  const refused = firstRefusal(
    refuseDraftEdit({
      ...asDrafter(acting, locked),
      status: working ? 'working' : 'published',
      isStale: isOther && !isAgain,
    }),
    fault,
  );
  if (refused || !working) return refused ?? refusal('not_editable');
  if (isAgain) return find(acting, draft.id);
  const stranger = await refuseStrangers(acting, draft.consultationId, words);
  if (stranger) return stranger;
  const numbers = await numbersOf(
    acting,
    draft.id,
    words.paragraphs.map(({ id }) => id),
  );
  await paragraphs.replace(
    tx,
    draft.id,
    working.number,
    words.paragraphs.map((paragraph, index) => ({ ...paragraph, number: numbers[index] ?? '' })),
    words.sources,
  );
  await tx.update(
    DraftVersion,
    { draftId: draft.id, number: working.number },
    { title: words.title, summary: words.summary, revision: working.revision + 1 },
  );
  return find(acting, draft.id);
}
