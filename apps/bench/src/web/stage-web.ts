import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.js';
import { startServer } from '../serving/server-process.js';
import { temporaryFolder } from '../temporary-folder.js';

const SERVE = fileURLToPath(new URL('../../../../scripts/serve.mjs', import.meta.url));

/** The pages that are measured, by name. */
export const PAGE_NAMES = [
  'consultations',
  'consultation',
  'proposal',
  'ranking',
  'story',
  'draft',
] as const;
export type PageName = (typeof PAGE_NAMES)[number];

/** The demonstration, served, with a thread of a thousand comments. */
export interface WebStage {
  address: string;
  paths: Record<PageName, string>;
  /** A proposal with that thread. */
  longThread: string;
  close(): Promise<void>;
}

/** Beside each comment that answers none: three that do, each answered twice. A hundred times ten. */
const ROOTS = 100;
const REPLIES = 3;
const REPLIES_TO_THOSE = 2;

type Ask = <T>(query: string, variables?: object) => Promise<T>;

/** Asks as whoever the cookie is of. Throws PlainError where it is refused. */
function asking(address: string, cookie = ''): Ask {
  return async <T>(query: string, variables = {}) => {
    const reply = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await reply.json()) as { data?: T; errors?: { message: string }[] };
    if (!data || errors) throw new PlainError(`Clarion answered: ${errors?.[0]?.message}`);
    return data;
  };
}

/** The cookie of somebody of the demonstration. */
async function signIn(address: string, name: string): Promise<string> {
  const { demo } = await asking(address)<{
    demo: { people: { member: { id: string; displayName: string } }[] };
  }>('{ demo { people { member { id displayName } } } }');
  const person = demo.people.find(({ member }) => member.displayName === name)?.member;
  const reply = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($id: ID!) { signInAsDemoPerson(memberId: $id) { __typename } }',
      variables: { id: person?.id },
    }),
  });
  const [cookie = ''] = (reply.headers.get('set-cookie') ?? '').split(';');
  if (!cookie) throw new PlainError(`${name} could not sign in: ${await reply.text()}`);
  return cookie;
}

interface Found {
  consultations: {
    edges: {
      node: { id: string; phase: string; proposals: { edges: { node: { id: string } }[] } };
    }[];
  };
  drafts: { id: string }[];
}

const FIND = `{
  consultations(first: 50) { edges { node { id phase proposals(first: 5) { edges { node { id } } } } } }
  drafts { id }
}`;

/** Writes a comment, and those that answer it; `below` says how many at each level. */
async function plant(ask: Ask, proposalId: string, parentId: string | null, below: number[]) {
  const id = randomUUID();
  await ask('mutation ($input: CommentInput!) { sendComment(input: $input) { __typename } }', {
    input: {
      id,
      proposalId,
      parentId,
      stance: 'neutral',
      body: `I worked in this for twenty years and saw it tried twice, in ${below.length} places: it helped where the council had people to do it, and nowhere else.`,
    },
  });
  const [here = 0, ...further] = below;
  for (let reply = 0; reply < here; reply += 1) await plant(ask, proposalId, id, further);
}

export async function openWebStage(say: (line: string) => void): Promise<WebStage> {
  const folder = temporaryFolder('web');
  const server = await startServer({
    name: 'Clarion',
    program: SERVE,
    env: {
      DATABASE_URL: '',
      CLARION_DATA: folder.path,
      CLARION_KEYS: '',
      CLARION_DEMO: 'true',
      CLARION_PACE: '0',
      CLARION_PORT: '0',
      CLARION_HOST: '127.0.0.1',
      CLARION_PUBLIC_URL: '',
      CLARION_LOG: 'error',
    },
  });
  const close = async () => {
    await server.stop();
    folder.remove();
  };
  try {
    const { address } = server;
    const { consultations, drafts } = await asking(address)<Found>(FIND);
    const at = (phase: string) => {
      const found = consultations.edges.find(({ node }) => node.phase === phase)?.node;
      if (!found) throw new PlainError(`The demonstration has no consultation that is ${phase}.`);
      return found;
    };
    const [answered, open] = [at('reviewing'), at('open')];
    const proposal = answered.proposals.edges[0]?.node.id;
    const longThread = open.proposals.edges.at(-1)?.node.id ?? '';
    say('  writing a thousand comments …');
    const ask = asking(address, await signIn(address, 'Asha Rahman'));
    for (let root = 0; root < ROOTS; root += 1) {
      await plant(ask, longThread, null, [REPLIES, REPLIES_TO_THOSE]);
    }
    return {
      address,
      longThread: `/proposals/${longThread}`,
      paths: {
        consultations: '/',
        consultation: `/consultations/${answered.id}`,
        proposal: `/proposals/${proposal}`,
        ranking: `/consultations/${answered.id}/ranking`,
        story: `/contributions/${proposal}/story`,
        draft: `/drafts/${drafts[0]?.id}`,
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}
