import {
  cleanLine,
  cleanText,
  firstRefusal,
  isRefusal,
  refusal,
  refuseAdoption,
  refuseNextVersion,
  refusePublish,
  ukDay,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type {
  AdoptionInput,
  MutationBeginNextVersionArgs,
  MutationPublishDraftArgs,
} from '../graphql/generated.js';
import { enter } from '../record/record.service.js';
import { Adoption, DraftVersion } from './draft.entity.js';
import * as drafts from './draft.queries.js';
import { adopted, draftTexts, usedInParagraphs } from './draft-acts.js';
import * as locks from './draft-lock.queries.js';
import { actOf, asDrafter, find, type Locked, lock, type Result } from './locked-draft.js';
import * as paragraphs from './paragraph.queries.js';
import { asAsked } from './publish-check.js';
import { readerOf } from './reader.js';

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
  if (isThere && (await locks.isBegunBy(tx, draft.id, meant, viewer.id))) {
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
