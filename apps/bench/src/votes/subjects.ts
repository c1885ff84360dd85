import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.js';
import { hotDocuments } from '../plans/hot-pages.js';
import { installPostGraphile } from '../postgraphile/install.js';
import { type ServerProcess, startClarion, startServer } from '../serving/server-process.js';
import type { Reply } from '../serving/wire.js';
import type { Stage } from './stage.js';

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface Vote {
  proposalId: string;
  choice: 'agree' | 'disagree' | 'pass';
}

/** One of those that take the same votes. */
export interface Subject {
  name: string;
  start(stage: Stage): Promise<ServerProcess>;
  body(vote: Vote): string;
  /** Whether a reply is the one that is hoped for; left out, that the vote was taken. */
  isGood?: (reply: Reply) => boolean;
}

export const CLARION = 'Clarion';
/** Clarion without the set: it finds out all that it asks before, and refuses. */
export const DOORS = 'Clarion, doors alone';
export const FLOOR = 'floor';

/** Whether a reply says that the vote was taken. */
export const isTaken = ({ status, text }: Reply): boolean =>
  status === 200 && !text.includes('"errors"') && !text.includes('Refusal');

const theFloor: Subject = {
  name: FLOOR,
  start: ({ url }) =>
    startServer({ name: 'The floor', program: program('./floor.js'), env: { DATABASE_URL: url } }),
  body: (vote) => JSON.stringify(vote),
};

const ordinaryNest: Subject = {
  name: 'ordinary Nest',
  start: ({ url }) =>
    startServer({
      name: 'The ordinary Nest',
      program: program('./ordinary.js'),
      env: { DATABASE_URL: url },
    }),
  body: (variables) =>
    JSON.stringify({
      query: `mutation ($proposalId: ID!, $choice: String!) {
        castVote(proposalId: $proposalId, choice: $choice) { proposalId agree disagree pass } }`,
      variables,
    }),
};

/** The document of a vote as the web app sends it: by its hash. */
export function clarionBody(
  random = () => randomBytes(32).toString('hex'),
): (vote: Vote) => string {
  const text = hotDocuments().get('CastVote');
  if (!text) throw new PlainError('The web app has no document for a vote.');
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  return (vote) =>
    JSON.stringify({
      operationName: 'CastVote',
      variables: { ...vote, random: random() },
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    });
}

const clarion = (): Subject => ({
  name: CLARION,
  start: ({ url, directory }) => startClarion(url, directory),
  body: clarionBody(),
});

const doorsAlone = (): Subject => ({
  ...clarion(),
  name: DOORS,
  body: clarionBody(() => 'none'),
  isGood: ({ text }) => text.includes('cannot be read'),
});

/** All of them; PostGraphile with its version, or with why it is left out. */
export async function allSubjects(cache: string, say: (line: string) => void) {
  const subjects = [clarion(), doorsAlone(), theFloor, ordinaryNest];
  try {
    const { folder, node, version } = await installPostGraphile(cache, say);
    subjects.push({
      name: 'PostGraphile',
      start: ({ url }) =>
        startServer({
          name: 'PostGraphile',
          program: program('../postgraphile/serve.js'),
          env: { DATABASE_URL: url, POSTGRAPHILE_FOLDER: folder, GRAPHILE_ENV: 'production' },
          node,
        }),
      body: ({ proposalId, choice }) =>
        JSON.stringify({
          query: `mutation ($proposal: UUID!, $chosen: String!) {
            benchCastVote(input: { proposal: $proposal, chosen: $chosen }) { result } }`,
          variables: { proposal: proposalId, chosen: choice },
        }),
    });
    return { subjects, others: version };
  } catch (fault) {
    if (!(fault instanceof PlainError)) throw fault;
    return { subjects, others: 'without PostGraphile, which could not be fetched' };
  }
}
