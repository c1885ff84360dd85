import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS } from '../postgraphile/documents.js';
import { installPostGraphile } from '../postgraphile/install.js';
import { REWORDED } from '../postgraphile/reworded.js';
import { type ServerProcess, startClarion, startServer } from '../serving/server-process.js';
import type { World } from '../world/world.js';
import { type Asked, PAGES, type Page, type PageName } from './pages.js';
import { pick, selection } from './shape.js';

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One of those that answer the same pages. */
export interface Subject {
  name: string;
  start(): Promise<ServerProcess>;
  /** What is sent for a page. */
  body(page: PageName, asked: Asked): string;
  /** What of the reply everybody gives, to be compared. */
  facts(page: PageName, reply: string): string;
}

const factsOf = (page: Page, data: unknown) => JSON.stringify(pick(data, page.shape));
const dataOf = (reply: string) => (JSON.parse(reply) as { data: Record<string, unknown> }).data;
const plainFacts = (page: PageName, reply: string) => factsOf(PAGES[page], dataOf(reply));

export const theFloor = ({ url }: World): Subject => ({
  name: 'floor',
  start: () =>
    startServer({ name: 'The floor', program: program('./floor.js'), env: { DATABASE_URL: url } }),
  body: (page, asked) => JSON.stringify({ page, id: PAGES[page].variables(asked).id }),
  facts: plainFacts,
});

export const ordinaryNest = ({ url }: World): Subject => ({
  name: 'ordinary Nest',
  start: () =>
    startServer({
      name: 'The ordinary Nest',
      program: program('../ordinary/serve.js'),
      env: { DATABASE_URL: url },
    }),
  body: (page, asked) => {
    const { shape, variables } = PAGES[page];
    const args = { consultation: '(id: $id)', proposal: page === 'thread' ? '(id: $id)' : '' };
    return JSON.stringify({
      query: `query ($id: ID!) ${selection(shape, args)}`,
      variables: { id: variables(asked).id },
    });
  },
  facts: plainFacts,
});

export async function postGraphile(
  { url }: World,
  cache: string,
  say: (line: string) => void,
): Promise<{ subject: Subject; version: string }> {
  const { folder, node, version } = await installPostGraphile(cache, say);
  const subject: Subject = {
    name: 'PostGraphile',
    start: () =>
      startServer({
        name: 'PostGraphile',
        program: program('../postgraphile/serve.js'),
        env: { DATABASE_URL: url, POSTGRAPHILE_FOLDER: folder, GRAPHILE_ENV: 'production' },
        node,
      }),
    body: (page, asked) =>
      JSON.stringify({
        query: DOCUMENTS[page],
        variables: { id: PAGES[page].variables(asked).id },
      }),
    facts: (page, reply) => factsOf(PAGES[page], REWORDED[page](dataOf(reply))),
  };
  return { subject, version };
}

/** Clarion as `npm start` serves it, asked by the hash of the page's document as the web app does. */
export const clarion = (
  { url, directory }: World,
  documents: ReadonlyMap<string, string>,
): Subject => ({
  name: 'Clarion',
  start: () => startClarion(url, directory),
  body: (page, asked) => {
    const { operation, variables } = PAGES[page];
    const text = documents.get(operation) ?? '';
    const sha256Hash = createHash('sha256').update(text).digest('hex');
    return JSON.stringify({
      operationName: operation,
      variables: variables(asked),
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    });
  },
  facts: plainFacts,
});
