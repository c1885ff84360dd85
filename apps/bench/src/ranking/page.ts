import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, print } from 'graphql';
import { PlainError } from '../plain-error.js';

const GENERATED = new URL('../../../web/src/graphql/generated/graphql.ts', import.meta.url);
const DOCUMENT = /^export const RankingDocument = (\{.*\}) as unknown as/m;

/** The document that the ranking page of the web app sends, fragments and all. */
export function rankingDocument(): string {
  const file = fileURLToPath(GENERATED);
  const found = DOCUMENT.exec(readFileSync(file, 'utf8'))?.[1];
  if (!found) throw new PlainError(`There is no RankingDocument in ${file}.`);
  return print(JSON.parse(found) as DocumentNode);
}

export const bodyOf = (document: string, id: string) =>
  JSON.stringify({ query: document, variables: { id } });

/** A reply without the moment at which it was counted. */
export const timeless = (reply: string) => reply.replace(/"countedAt":"[^"]*"/g, '"countedAt":""');

interface Reply {
  errors?: { message: string }[];
  data: {
    consultation: { ranking: { withheld: unknown; proposals: { edges: unknown[] } } } | null;
  };
}

const MARK = '"edges":[]';

/** A reply cut into what stands before its rows, the rows, and what stands after them. */
export function cutReply(text: string): { before: string; rows: string[]; after: string } {
  const reply = JSON.parse(text) as Reply;
  const proposals = reply.data?.consultation?.ranking.proposals;
  if (reply.errors || !proposals || proposals.edges.length === 0) {
    throw new PlainError(`The page cannot be read: ${text.slice(0, 600)}`);
  }
  const rows = proposals.edges.map((edge) => JSON.stringify(edge));
  proposals.edges = [];
  const [before = '', after = ''] = JSON.stringify(reply).split(MARK);
  // Apollo ends its replies with a line break.
  const end = text.slice(text.trimEnd().length);
  return { before: `${before}"edges":[`, rows, after: `]${after}${end}` };
}
