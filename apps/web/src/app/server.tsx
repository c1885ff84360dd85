import { text } from 'node:stream/consumers';
import type { ApolloClient, DocumentNode } from '@apollo/client';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { prerenderToNodeStream } from 'react-dom/static';
import {
  createStaticHandler,
  createStaticRouter,
  matchPath,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router';
import { createClient } from '../graphql/client';
import { hashOf } from '../graphql/trusted';
import { patterns } from '../paths';
import { type Served, ServedPage } from '../ui/served';
import { App } from './App';
import { documentOf, type Manifest, readingShell, type Sheets } from './document';
import { openHabits, type Question } from './habits';
import { routes } from './routes';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Asks the API in the same process one of the questions of this build, as whoever wants the page. */
type Ask = (hash: string, variables: Record<string, unknown>) => Promise<Answer>;

interface Wanted {
  /** Path and query of the address. */
  url: string;
  ask: Ask;
  /** The one moment of the request. */
  now: Date;
  /** Whether whoever wants it may never have been here: then style sheets stand in the page. */
  isNew: boolean;
}

/** A page that was written, with the files of the style sheets that stand in it, or where to go instead. */
type Written =
  | { status: number; html: string; styles: readonly string[] }
  | { status: number; location: string };

/** Pages that the server writes, and the module of each. */
const WRITTEN = {
  [patterns.consultations]: 'ConsultationsPage',
  [patterns.consultation]: 'ConsultationPage',
  [patterns.proposal]: 'ProposalPage',
  [patterns.ranking]: 'RankingPage',
  [patterns.story]: 'StoryPage',
  [patterns.draft]: 'DraftPage',
};

/** Every address that is a page of this app, those without an id first, as the router ranks them. */
const PATTERNS = Object.values(patterns).sort(
  (a, b) => Number(a.includes(':')) - Number(b.includes(':')),
);

/** Where an address leads: the pattern, the id in it, and the page's module where it is written here. */
interface Place {
  pattern: string;
  id: string;
  module: string | undefined;
}

/** Null where there is no page. */
function placeAt(pathname: string): Place | null {
  for (const pattern of PATTERNS) {
    const match = matchPath(pattern as string, pathname);
    if (!match) continue;
    const name: string | undefined = (WRITTEN as Partial<Record<string, string>>)[pattern];
    return { pattern, id: match.params['id'] ?? '', module: name && `src/pages/${name}.tsx` };
  }
  return null;
}

/** What a page asks, by operation and variables. */
type Asked = Map<string, Question>;

const keyOf = ({ query, variables }: Question) => `${nameOf(query)} ${JSON.stringify(variables)}`;

/** A client that notes what is asked of it, and is answered before the page is written again. */
function askingClient(asked: Asked): ApolloClient {
  const client = createClient({ ssrMode: true });
  const watch = client.watchQuery.bind(client);
  client.watchQuery = (options) => {
    const { query, variables = {}, fetchPolicy } = options;
    const isLater = fetchPolicy === 'standby' || fetchPolicy === 'no-cache';
    if (!isLater) asked.set(keyOf({ query, variables }), { query, variables });
    return watch(options);
  };
  return client;
}

function nameOf({ definitions: [first] }: DocumentNode): string {
  return (first && 'name' in first && first.name?.value) || '';
}

/** More than a page asks after one another: itself, what stands in it. */
const MOST_TURNS = 6;

/** A page that is being written: it asks while it is, and what is answered is kept by its client. */
interface Writing {
  tree: ReactNode;
  client: ApolloClient;
  asked: Asked;
  ask: Ask;
}

async function answer({ client, ask }: Writing, { query, variables }: Question) {
  const { data, errors } = await ask(hashOf(nameOf(query)) ?? '', variables);
  if (!data || errors) return { isAnswered: false, code: errors?.[0]?.extensions?.['code'] };
  client.writeQuery({ query, variables, data });
  return { isAnswered: true };
}

/**
 * Writes a page again and again until it asks nothing that was not `expected`. Answers null where a question
 * was not answered: the API has said why in its log, and the browser asks again itself.
 */
async function settle(writing: Writing, expected: readonly Question[]) {
  const answered = new Set<string>();
  const begun = expected.map(async (question) => {
    const { isAnswered } = await answer(writing, question);
    if (isAnswered) answered.add(keyOf(question));
  });
  await Promise.all(begun);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const html = renderToString(writing.tree);
    const open = [...writing.asked].filter(([key]) => !answered.has(key));
    if (open.length === 0) return { html, code: null };
    for (const [key, question] of open) {
      answered.add(key);
      const { isAnswered, code = null } = await answer(writing, question);
      if (!isAnswered) return { html: null, code };
    }
  }
  throw new Error('A page went on asking.');
}

/** Beginning of a part that waits for its code. Text is escaped, so it stands nowhere else. */
const WAITING = '<!--$!-->';

/** The page with every part that it shows. Code that is fetched when first needed is here from then on. */
async function whole(html: string, tree: ReactNode): Promise<string> {
  if (!html.includes(WAITING)) return html;
  const faults: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(tree, {
    onError: (fault) => void faults.push(fault),
    // A part that came later would come with a script, which no page here may hold.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
  });
  const written = await text(prelude);
  if (faults.length > 0) throw faults[0];
  return written;
}

const handler = createStaticHandler(routes);
const NONE: Sheets = new Map();

/** Makes a page out of what was asked for it: the app as it is in a browser, at that address and moment. */
function begin(context: StaticHandlerContext, { now, ask }: Wanted) {
  const asked: Asked = new Map();
  const client = askingClient(asked);
  const noted = { title: 'Clarion', isFound: true };
  const served: Served = { at: now, note: (more) => Object.assign(noted, more) };
  const router = createStaticRouter(handler.dataRoutes, context);
  const tree = (
    <ServedPage value={served}>
      <App
        client={client}
        router={<StaticRouterProvider router={router} context={context} hydrate={false} />}
      />
    </ServedPage>
  );
  return { tree, client, asked, ask, noted };
}

/**
 * Makes what writes first screens, from the shell, the manifest and the style sheets of the build for browsers.
 * It answers null where the shell is to be sent: pages that are not written here, and questions that were not
 * answered.
 */
export function openPages(shell: string, manifest: Manifest, sheets: Sheets) {
  const reading = readingShell(shell);
  const habits = openHabits();
  const addressOf = (url: string) => new URL(`http://clarion.invalid${url}`);
  const writes = (url: string) => {
    const place = placeAt(addressOf(url).pathname);
    return !place || place.module !== undefined;
  };
  const write = async (wanted: Wanted): Promise<Written | null> => {
    const { isNew, now } = wanted;
    const request = new Request(addressOf(wanted.url));
    const { pathname, search } = new URL(request.url);
    const context = await handler.query(request);
    if (context instanceof Response) {
      const location = context.headers.get('location');
      return location ? { status: context.status, location } : null;
    }
    const place = placeAt(pathname);
    // Members are asked about themselves, and what is searched for may be anything.
    const kind = search ? null : `${place?.pattern} ${isNew}`;
    const writing = begin(context, wanted);
    const expected = kind && place ? habits.expected(kind, place.id) : [];
    const { html, code } = await settle(writing, expected);
    // An address that names what cannot be: the page says so, drawn by the browser.
    if (code === 'BAD_USER_INPUT') return { status: 404, html: shell, styles: [] };
    if (html === null) return null;
    const { tree, client, asked, noted } = writing;
    if (kind && place && noted.isFound) habits.note(kind, place.id, [...asked.values()]);
    const body = await whole(html, tree);
    const state = { at: now.toISOString(), cache: client.extract() };
    const screen = { body, title: noted.title, state, module: place?.module ?? null };
    return {
      status: noted.isFound ? 200 : 404,
      ...documentOf(reading, manifest, screen, isNew ? sheets : NONE),
    };
  };
  return { writes, write };
}
