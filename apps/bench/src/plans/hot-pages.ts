import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.js';

/** Ids in a world that the questions are about. */
export interface Asked {
  consultationId: string;
  /** The proposal with the longest thread. */
  proposalId: string;
  /** One beside it that the member has not voted on. */
  unvotedId: string;
  /** A comment of the thread with replies. */
  commentId: string;
  /** A consultation that waits for answers. */
  reviewingId: string;
  /** One that hides its counts from whoever has not voted. */
  hidingId: string;
}

/** Operations that are looked at twice, by the second name. */
const OPERATIONS: Readonly<Record<string, string>> = { RankingWhileHidden: 'Ranking' };

/** What members do and look at most: the operations of the web app, with what each is asked. */
export const HOT: Readonly<Record<string, (asked: Asked) => Record<string, unknown>>> = {
  Shell: () => ({}),
  Consultations: () => ({}),
  Consultation: ({ consultationId }) => ({ id: consultationId }),
  Vote: ({ consultationId }) => ({ id: consultationId }),
  CastVote: ({ unvotedId }) => ({ proposalId: unvotedId, choice: 'agree' }),
  // Last of the two, so that the world stays as it was.
  UndoVote: ({ unvotedId }) => ({ proposalId: unvotedId }),
  Priorities: ({ consultationId }) => ({ id: consultationId }),
  Proposals: ({ consultationId }) => ({ id: consultationId, sort: 'newest' }),
  Proposal: ({ proposalId }) => ({ id: proposalId }),
  ProposalThread: ({ proposalId }) => ({ id: proposalId, sort: 'best' }),
  Replies: ({ commentId }) => ({ id: commentId }),
  MarkGoodPoint: ({ commentId }) => ({ commentId, good: true }),
  Discuss: () => ({}),
  Ranking: ({ consultationId }) => ({ id: consultationId }),
  RankingWhileHidden: ({ hidingId }) => ({ id: hidingId }),
  Rankings: () => ({}),
  Opinion: ({ consultationId }) => ({ id: consultationId }),
  Review: ({ reviewingId }) => ({ id: reviewingId, filter: 'all', sort: 'rank' }),
  Story: ({ proposalId }) => ({ id: proposalId }),
  Search: () => ({ text: 'buses and schools', first: 20 }),
  SimilarProposals: ({ consultationId }) => ({
    consultationId,
    text: 'Fund buses in every town where the last one closed',
  }),
  Mine: () => ({}),
};

const DOCUMENTS = fileURLToPath(new URL('../../../web/dist/documents.json', import.meta.url));

/** The documents of the hot operations, as the web app sends them. Throws where the app has none of that name. */
export function hotDocuments(): Map<string, string> {
  const kept = JSON.parse(readFileSync(DOCUMENTS, 'utf8')) as Record<string, string>;
  const byName = new Map(
    Object.values(kept).map((text) => [/^\s*(?:query|mutation) (\w+)/.exec(text)?.[1] ?? '', text]),
  );
  return new Map(
    Object.keys(HOT).map((name) => {
      const operation = OPERATIONS[name] ?? name;
      const text = byName.get(operation);
      if (!text) throw new PlainError(`The web app asks nothing that is called ${operation}.`);
      return [name, text];
    }),
  );
}
