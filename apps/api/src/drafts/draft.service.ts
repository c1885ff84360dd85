import {
  cleanLine,
  cleanText,
  firstRefusal,
  isRefusal,
  mayActFor,
  numberParagraphs,
  type Refusal,
  refusal,
  refuseAdoption,
  refuseDraftEdit,
  refuseDrafter,
  refuseNextVersion,
  refusePublish,
  refuseText,
  TEXT,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import * as bodies from '../bodies/body.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import { lockToAct } from '../consultations/consultation.service.js';
import { once } from '../database/once.js';
import type {
  AdoptionInput,
  DraftInput,
  MutationBeginNextVersionArgs,
  MutationPublishDraftArgs,
  MutationSaveDraftArgs,
} from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Adoption, Draft, DraftVersion } from './draft.entity.js';
import * as drafts from './draft.queries.js';
import { adopted, draftTexts, usedInParagraphs } from './draft-acts.js';
import { referenceOf, refuseWords, type WrittenDraft, written } from './draft-words.js';
import * as paragraphs from './paragraph.queries.js';
import { asAsked } from './publish-check.js';
import { readerOf } from './reader.js';

type Result = Promise<drafts.DraftRow | Refusal>;

interface Locked {
  draft: drafts.LockedDraft;
  consultation: consultations.ConsultationRow;
  working: drafts.LockedDraft['versions'][number] | null;
  newestPublished: drafts.LockedDraft['versions'][number] | null;
}

async function find(
  { tx, viewer, at }: Acting,
  id: string,
  version: number | null = null,
): Promise<drafts.DraftRow> {
  const row = await drafts.one(tx, readerOf(viewer, at), id, version);
  if (!row) throw new Error(`draft ${id} vanished inside its transaction`);
  return row;
}

/** The draft under lock, after its consultation: the order in which everybody locks. Adopted, it is written no more. */
async function lock({ tx }: Acting, id: string): Promise<Locked | Refusal> {
  const consultationId = await drafts.consultationOf(tx, id);
  const consultation = consultationId && (await consultations.lock(tx, consultationId, 'SHARE'));
  const draft = consultation && (await drafts.lock(tx, id));
  if (!draft) return refusal('not_found', { what: 'draft' });
  return {
    draft,
    consultation,
    working: draft.isAdopted
      ? null
      : (draft.versions.find((version) => version.status === 'working') ?? null),
    newestPublished: draft.versions.findLast((version) => version.status !== 'working') ?? null,
  };
}

/** The person and the draft, as the rules ask of whoever writes in it. */
const asDrafter = ({ viewer, at }: Acting, { draft, consultation }: Locked) => ({
  phase: consultation.phase,
  offices: viewer.offices,
  body: draft.body,
  commissions: consultation.commissions,
  on: ukDay(at),
});

const actOf = ({ viewer, at }: Acting, draft: drafts.LockedDraft | drafts.DraftRow) => ({
  aboutKind: 'draft' as const,
  aboutId: draft.id,
  consultationId: draft.consultationId,
  actorId: viewer.id,
  bodyId: draft.bodyId,
  at,
});

/** A draft is the forum's, the joint committee's, a commission's of the consultation, or of a body the drafter drafts for. */
function refuseBody(
  body: bodies.BodyRow,
  { commissions, convenedById }: consultations.ConsultationRow,
  { viewer, at }: Acting,
): Refusal | null {
  const isTheirs =
    body.kind === 'national_policy_forum' ||
    body.kind === 'joint_policy_committee' ||
    body.id === convenedById ||
    commissions.some((commission) => commission.id === body.id) ||
    mayActFor(viewer.offices, body, 'draft', ukDay(at));
  return isTheirs ? null : refusal('wrong_kind_of_body', { bodyName: body.name, field: 'bodyId' });
}

/** Begins a draft with a first working version. The same id by the same drafter is the same draft. */
export async function createDraft(acting: Acting, input: DraftInput): Result {
  const { tx, viewer, at } = acting;
  const taken = await once(tx, 'draft', input.id);
  if (taken) return taken;
  const consultation = await lockToAct(acting, input.consultationId);
  if (!consultation) return refusal('not_found', { what: 'consultation', field: 'consultationId' });
  const earlier = await drafts.authorOf(tx, input.id);
  if (earlier) {
    return earlier.createdById === viewer.id
      ? find(acting, input.id)
      : refusal('already_exists', { what: 'draft' });
  }
  const body = (await bodies.byIds(tx, [input.bodyId])).get(input.bodyId) ?? null;
  const drafter = { phase: consultation.phase, offices: viewer.offices, body, on: ukDay(at) };
  const refused = firstRefusal(
    refuseDrafter({ ...drafter, commissions: consultation.commissions }),
    body && refuseBody(body, consultation, acting),
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

/** The version that the viewer published already with this note, where no other is meant. */
const publishedAlready = (
  { viewer }: Acting,
  { draft, working, newestPublished }: Locked,
  { note, version }: MutationPublishDraftArgs,
) => {
  const meant = version ?? (working ? null : newestPublished?.number);
  const found = draft.versions.find(({ number }) => number === meant);
  const isTheirs = found?.publishedById === viewer.id && found.note === cleanText(note);
  return isTheirs ? found : null;
};

/**
 * Publishes the working version, which never changes again, and tells every contribution where it was
 * used. Sent again it is answered as the first time.
 */
export async function publishDraft(acting: Acting, input: MutationPublishDraftArgs): Result {
  const { tx, viewer, at } = acting;
  const locked = await lock(acting, input.draftId);
  if (isRefusal(locked)) return locked;
  const { draft, working, newestPublished } = locked;
  const already = publishedAlready(acting, locked, input);
  if (already) return find(acting, draft.id, already.number);
  const reader = readerOf(viewer, at);
  const written = working && (await drafts.paragraphsOf(tx, reader, draft.id, working.number));
  const refused = refusePublish({
    ...asDrafter(acting, locked),
    status: working ? 'working' : 'published',
    paragraphs: (written ?? []).map(asAsked),
    note: input.note,
  });
  if (refused || !working) return refused ?? refusal('nothing_to_publish');
  if (working.number !== (input.version ?? working.number)) {
    return refusal('changed_since', { what: 'draft' });
  }
  await tx.update(
    DraftVersion,
    { draftId: draft.id, number: working.number },
    { status: 'published', note: cleanText(input.note), publishedAt: at, publishedById: viewer.id },
  );
  const row = await find(acting, draft.id);
  const before = newestPublished
    ? await drafts.paragraphsOf(tx, reader, draft.id, newestPublished.number)
    : null;
  await enter(
    tx,
    {
      ...actOf(acting, row),
      kind: 'draft_published',
      data: { version: working.number },
      personal: draftTexts(row),
    },
    ...usedInParagraphs(row, before ?? [], viewer.id, at),
  );
  return row;
}

/** Begins the next working version with a copy of the last published one. Whoever began it is answered with it. */
export async function beginNextVersion(
  acting: Acting,
  { draftId, after }: MutationBeginNextVersionArgs,
): Result {
  const { tx, viewer } = acting;
  const locked = await lock(acting, draftId);
  if (isRefusal(locked)) return locked;
  const { draft, working, newestPublished } = locked;
  const meant = (after ?? newestPublished?.number ?? 0) + 1;
  const isThere = !draft.isAdopted && draft.versions.some((version) => version.number === meant);
  if (isThere && (await drafts.isBegunBy(tx, draft.id, meant, viewer.id))) {
    return find(acting, draft.id, meant);
  }
  const refused = firstRefusal(
    refuseNextVersion({ ...asDrafter(acting, locked), hasWorkingVersion: working !== null }),
    draft.isAdopted ? refusal('already_adopted') : null,
  );
  if (refused || !newestPublished) return refused ?? refusal('not_published');
  const number = newestPublished.number + 1;
  if (number !== meant) return refusal('changed_since', { what: 'draft' });
  await tx.insert(DraftVersion, {
    draftId: draft.id,
    number,
    status: 'working',
    title: newestPublished.title,
    summary: newestPublished.summary,
  });
  await paragraphs.copy(tx, draft.id, newestPublished.number, number);
  await enter(tx, {
    ...actOf(acting, draft),
    kind: 'draft_begun',
    data: { version: number },
  });
  return find(acting, draft.id);
}

const isSameAdoption = ({ adoption }: drafts.DraftRow, input: AdoptionInput) =>
  adoption?.meeting === cleanLine(input.meeting) &&
  adoption.for === input.for &&
  adoption.against === input.against &&
  adoption.abstained === input.abstained;

/** Enters that the draft's body adopted its newest published version. The same again is the same adoption. */
export async function adoptDraft(acting: Acting, input: AdoptionInput): Result {
  const { tx, viewer, at } = acting;
  const locked = await lock(acting, input.draftId);
  if (isRefusal(locked)) return locked;
  const { draft, newestPublished } = locked;
  const before = draft.isAdopted ? await find(acting, draft.id) : null;
  if (before && isSameAdoption(before, input)) return before;
  const refused = refuseAdoption({
    ...input,
    phase: locked.consultation.phase,
    offices: viewer.offices,
    body: draft.body,
    on: ukDay(at),
    status: newestPublished?.status ?? null,
  });
  if (refused || !newestPublished) return refused ?? refusal('not_published');
  const { number: version } = newestPublished;
  await tx.update(DraftVersion, { draftId: draft.id, number: version }, { status: 'adopted' });
  await tx.insert(Adoption, {
    draftId: draft.id,
    version,
    meeting: cleanLine(input.meeting),
    forCount: input.for,
    againstCount: input.against,
    abstainedCount: input.abstained,
    adoptedAt: at,
  });
  const row = await find(acting, draft.id);
  await enter(tx, ...adopted(row, viewer.id, at));
  return row;
}
