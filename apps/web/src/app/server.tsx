import { text } from 'node:stream/consumers';
import type { ApolloClient, DocumentNode, OperationVariables } from '@apollo/client';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { prerenderToNodeStream } from 'react-dom/static';
import {
  createStaticHandler,
  createStaticRouter,
  matchPath,
  StaticRouterProvider,
} from 'react-router';
import { createClient } from '../graphql/client';
import { hashOf } from '../graphql/trusted';
import { patterns } from '../paths';
import { type Served, ServedPage } from '../ui/served';
import { App } from './App';
import { documentOf, type Manifest, readingShell } from './document';
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
}

/** A page that was written, or where to go instead. */
type Written = { status: number; html: string } | { status: number; location: string };

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

/** The module of the page at an address; null where there is no page, undefined where it is not written here. */
function moduleAt(pathname: string): string | null | undefined {
  const pattern = PATTERNS.find((each) => matchPath(each, pathname));
  if (!pattern) return null;
  const name: string | undefined = (WRITTEN as Partial<Record<string, string>>)[pattern];
  return name && `src/pages/${name}.tsx`;
}

/** What a page asks: operation and variables, by both. */
type Asked = Map<string, { query: DocumentNode; variables: OperationVariables }>;

/** A client that notes what is asked of it, and is answered before the page is written again. */
function askingClient(asked: Asked): ApolloClient {
  const client = createClient({ ssrMode: true });
  const watch = client.watchQuery.bind(client);
  client.watchQuery = (options) => {
    const { query, variables = {}, fetchPolicy } = options;
    const isLater = fetchPolicy === 'standby' || fetchPolicy === 'no-cache';
    if (!isLater) asked.set(`${nameOf(query)} ${JSON.stringify(variables)}`, { query, variables });
    return watch(options);
  };
  return client;
}

function nameOf({ definitions: [first] }: DocumentNode): string {
  return (first && 'name' in first && first.name?.value) || '';
}

/** More than a page asks after one another: itself, what stands in it. */
const MOST_TURNS = 6;

/**
 * Writes a page again and again until it asks nothing new. Answers null where a question was not answered:
 * the API has said why in its log, and the browser asks again itself.
 */
async function settle(tree: ReactNode, client: ApolloClient, asked: Asked, ask: Ask) {
  const answered = new Set<string>();
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const html = renderToString(tree);
    const open = [...asked].filter(([key]) => !answered.has(key));
    if (open.length === 0) return { html, code: null };
    for (const [key, { query, variables }] of open) {
      answered.add(key);
      const { data, errors } = await ask(hashOf(nameOf(query)) ?? '', variables);
      if (!data || errors) return { html: null, code: errors?.[0]?.extensions?.['code'] ?? null };
      client.writeQuery({ query, variables, data });
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

/**
 * Makes what writes first screens, from the shell and the manifest of the build for browsers. It answers
 * null where the shell is to be sent: pages that are not written here, and questions that were not answered.
 */
export function openPages(shell: string, manifest: Manifest) {
  const reading = readingShell(shell);
  const addressOf = (url: string) => new URL(`http://clarion.invalid${url}`);
  const writes = (url: string) => moduleAt(addressOf(url).pathname) !== undefined;
  const write = async (wanted: Wanted): Promise<Written | null> => {
    const request = new Request(addressOf(wanted.url));
    const module = moduleAt(new URL(request.url).pathname) ?? null;
    const context = await handler.query(request);
    if (context instanceof Response) {
      const location = context.headers.get('location');
      return location ? { status: context.status, location } : null;
    }
    const asked: Asked = new Map();
    const client = askingClient(asked);
    const noted = { title: 'Clarion', isFound: true };
    const served: Served = { at: wanted.now, note: (more) => Object.assign(noted, more) };
    const router = createStaticRouter(handler.dataRoutes, context);
    const tree = (
      <ServedPage value={served}>
        <App
          client={client}
          router={<StaticRouterProvider router={router} context={context} hydrate={false} />}
        />
      </ServedPage>
    );
    const { html, code } = await settle(tree, client, asked, wanted.ask);
    // An address that names what cannot be: the page says so, drawn by the browser.
    if (code === 'BAD_USER_INPUT') return { status: 404, html: shell };
    if (html === null) return null;
    const body = await whole(html, tree);
    const state = { at: wanted.now.toISOString(), cache: client.extract() };
    return {
      status: noted.isFound ? 200 : 404,
      html: documentOf(reading, manifest, { body, title: noted.title, state, module }),
    };
  };
  return { writes, write };
}
