import { createDraft, saveDraft } from '../drafts/draft.service.js';
import { adoptDraft, beginNextVersion, publishDraft } from '../drafts/draft-version.service.js';
import { commentId } from './consultation-happenings.js';
import { bodyId, demoId } from './ids.js';
import type { DraftScript, ParagraphScript, SourceScript } from './script.js';
import { type Happening, must } from './timeline.js';

/** Days from the beginning of a version to its publication. */
const WRITING = 3;
const DRAFTER = 'faisal';

function sourceOf(
  draft: DraftScript,
  paragraph: ParagraphScript,
  source: SourceScript,
  index: number,
) {
  const none = { proposalId: null, commentId: null, evidenceId: null, decisionId: null };
  return {
    ...none,
    id: demoId('source', `${draft.key} ${paragraph.key} ${index}`),
    note: source.note ?? null,
    ...('proposal' in source && { proposalId: demoId('proposal', source.proposal) }),
    ...('evidence' in source && { evidenceId: demoId('evidence', source.evidence) }),
    ...('decisionOn' in source && { decisionId: demoId('decision', source.decisionOn) }),
    ...('commentOn' in source && { commentId: commentId(source.commentOn, [source.index]) }),
  };
}

const paragraphsOf = (draft: DraftScript, paragraphs: readonly ParagraphScript[]) =>
  paragraphs.map((paragraph) => ({
    id: demoId('paragraph', `${draft.key} ${paragraph.key}`),
    heading: paragraph.heading ?? null,
    text: paragraph.text,
    ownReason: paragraph.ownReason ?? null,
    sources: (paragraph.sources ?? []).map((source, index) =>
      sourceOf(draft, paragraph, source, index),
    ),
  }));

/** A draft as it is written, published version by version, and adopted. */
export function draftHappenings(draft: DraftScript): Happening[] {
  const id = demoId('draft', draft.key);
  const happenings = draft.versions.flatMap((version, index): Happening[] => {
    const day = (version.published ?? -1) - WRITING;
    const { published } = version;
    return [
      {
        day,
        who: DRAFTER,
        act: async (acting) => {
          if (index === 0) {
            must(
              await createDraft(acting, {
                id,
                title: draft.title,
                summary: draft.summary,
                consultationId: demoId('consultation', draft.consultation),
                bodyId: bodyId('npf'),
              }),
              `begin ${draft.key}`,
            );
          } else {
            must(await beginNextVersion(acting, { draftId: id }), `begin version ${index + 1}`);
          }
          must(
            await saveDraft(acting, {
              draftId: id,
              revision: 0,
              title: draft.title,
              summary: draft.summary,
              paragraphs: paragraphsOf(draft, version.paragraphs),
            }),
            `write ${draft.key}`,
          );
        },
      },
      ...(published === null
        ? []
        : [
            {
              day: published,
              who: DRAFTER,
              act: async (acting: Parameters<typeof publishDraft>[0]) =>
                must(
                  await publishDraft(acting, { draftId: id, note: version.note }),
                  `publish ${draft.key}`,
                ),
            },
          ]),
    ];
  });
  const { adopted } = draft;
  if (!adopted) return happenings;
  return [
    ...happenings,
    {
      day: adopted.day,
      who: DRAFTER,
      act: async (acting) =>
        must(
          await adoptDraft(acting, {
            draftId: id,
            meeting: adopted.meeting,
            for: adopted.for,
            against: adopted.against,
            abstained: adopted.abstained,
          }),
          `adopt ${draft.key}`,
        ),
    },
  ];
}
