import { getFragmentData, graphql } from '../../graphql/generated';
import type { EditedDraftFragment, ParagraphInput } from '../../graphql/generated/graphql';
import type { CitedKind, SavedDraft, Words, WrittenSource } from './editor';
import { DraftSourceDocument, describeSource } from './sources';

/** A draft as those who write it need it. */
export const EditedDraftDocument = graphql(`
  fragment EditedDraft on Draft {
    id
    title
    summary
    revision
    viewerMayEdit
    consultation {
      id
      title
    }
    body {
      id
      kind
      name
    }
    version {
      number
      status
      publishedAt
    }
    versions {
      number
      status
    }
    adoption {
      at
    }
    paragraphs {
      id
      number
      heading
      text
      ownReason
      sources {
        id
        ...DraftSource
      }
    }
    publishCheck {
      mayPublish
      unsourced
      empty
      sentences
      unanswered {
        id
        statement
      }
    }
  }
`);

export type EditedDraft = EditedDraftFragment;

/** The server's version of the words. */
export function savedDraft(draft: EditedDraft): SavedDraft {
  const { title, summary, revision, paragraphs } = draft;
  return {
    revision,
    numbers: Object.fromEntries(paragraphs.map(({ id, number }) => [id, number])),
    words: {
      title,
      summary,
      paragraphs: paragraphs.map(({ id, heading, text, ownReason, sources }) => ({
        id,
        heading: heading ?? '',
        text,
        ownReason: ownReason ?? '',
        sources: getFragmentData(DraftSourceDocument, sources).map((source): WrittenSource => {
          const { label, title: words, note } = describeSource(source);
          const { __typename: kind, id: itemId } = source.item;
          return { id: source.id, kind, itemId, label, title: words, note: note ?? '' };
        }),
      })),
    },
  };
}

const references: Record<CitedKind, 'proposalId' | 'commentId' | 'evidenceId' | 'decisionId'> = {
  Proposal: 'proposalId',
  Comment: 'commentId',
  Evidence: 'evidenceId',
  Decision: 'decisionId',
};

/** The paragraphs as they are sent. */
export function paragraphInputs({ paragraphs }: Words): ParagraphInput[] {
  return paragraphs.map(({ id, heading, text, ownReason, sources }) => ({
    id,
    heading,
    text,
    ownReason,
    sources: sources.map((source) => ({
      id: source.id,
      [references[source.kind]]: source.itemId,
      note: source.note,
    })),
  }));
}
