import { createHash } from 'node:crypto';
import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { HOT, hotDocuments } from '../plans/hot-pages.js';
import { postgresCpu } from '../serving/postgres-cpu.js';
import { type ServerProcess, startClarion } from '../serving/server-process.js';
import type { Reply } from '../serving/wire.js';
import { onMany } from '../votes/casting.js';
import { cookieOf, openStage, type Stage } from '../votes/stage.js';
import { clarionBody, isTaken } from '../votes/subjects.js';
import { askAsFast, askAtRate, type Stream } from './at-rate.js';
import { reportSoak, type Window } from './report-soak.js';

/** Few enough that all have soon voted on ten, and are shown the order with its rows. */
const VOTERS = 4_000;
const PROPOSALS = 400;
/** What is wished for, a second. */
const WISHED = { votes: 500, pages: 200 };
/** Of what the machine can do beside the load itself: the rest is room for what jobs do meanwhile. */
const SHARE = 0.6;
const MINUTES = 10;
const QUICK_MINUTES = 0.5;
const WINDOWS = 10;
const WARM_UP_MS = 4_000;
const CAPACITY_MS = 5_000;
const CROWD = 32;
/** More than Clarion answers at once, who all ask again at once. */
const PAST = { atOnce: 600, milliseconds: 10_000 };
const RECOVERY_MS = 3_000;
const PAGES = ['Consultation', 'Proposals', 'Ranking'];

/** Votes that were answered as taken, by who and on what. */
type Taken = Set<string>;

function votesOf(stage: Stage, taken: Taken): Omit<Stream, 'perSecond'> {
  const body = clarionBody();
  const casts = onMany(stage, 0);
  return {
    name: 'votes',
    isTaken,
    next: () => {
      const { voter, ...vote } = casts.next().value as { voter: number } & Parameters<
        typeof body
      >[0];
      return {
        body: body(vote),
        cookie: cookieOf(voter),
        answered: (wasTaken) => {
          if (wasTaken) taken.add(`${voter} ${vote.proposalId}`);
        },
      };
    },
  };
}

/** The pages of the consultation in turn, each time by somebody else. */
function pagesOf(stage: Stage): Omit<Stream, 'perSecond'> {
  const documents = hotDocuments();
  const [proposalId = ''] = stage.proposals;
  const { consultationId } = stage;
  const asked = {
    consultationId,
    proposalId,
    unvotedId: proposalId,
    commentId: proposalId,
    reviewingId: consultationId,
    hidingId: consultationId,
  };
  const bodies = PAGES.map((operationName) => {
    const sha256Hash = createHash('sha256')
      .update(documents.get(operationName) ?? '')
      .digest('hex');
    const variables = HOT[operationName]?.(asked) ?? {};
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    return JSON.stringify({ operationName, variables, extensions });
  });
  let nth = 0;
  return {
    name: 'pages',
    isTaken: ({ status, text }: Reply) => status === 200 && !text.includes('"errors"'),
    next: () => {
      nth += 1;
      const body = bodies[nth % bodies.length] ?? '';
      return { body, cookie: cookieOf((nth * 7) % stage.voters) };
    },
  };
}

/** Every vote that was answered is in the database, and the counts are those of the votes. */
async function nothingLost(stage: Stage, taken: Taken): Promise<void> {
  const drifted = await stage.drift();
  if (drifted.length > 0) throw new PlainError('The counts are not the votes.');
  const [row] = await stage.database.query<{ votes: number }>(
    'SELECT count(*)::int AS votes FROM vote',
  );
  if ((row?.votes ?? 0) < taken.size) {
    throw new PlainError(`${taken.size} votes were taken, ${row?.votes} are there.`);
  }
}

/** A tenth of the time at the rate that is held, with what the server and its database need for it. */
async function hold(
  { database }: Stage,
  server: ServerProcess,
  streams: Stream[],
  milliseconds: number,
): Promise<Window> {
  const postgres = await postgresCpu(database);
  const before = server.cpu();
  const parts = await askAtRate(server.address, streams, milliseconds);
  return {
    parts,
    memory: server.memory(),
    busy: {
      node: (server.cpu() - before) / milliseconds,
      postgres: (await postgres()) / milliseconds,
    },
  };
}

async function soak(
  stage: Stage,
  server: ServerProcess,
  minutes: number,
  say: BenchOptions['say'],
) {
  const taken: Taken = new Set();
  const kinds = [votesOf(stage, taken), pagesOf(stage)];
  const at = (share: number): Stream[] =>
    kinds.map((kind) => ({ ...kind, perSecond: WISHED[kind.name as keyof typeof WISHED] * share }));
  const { address } = server;
  await askAsFast(address, at(1), { atOnce: CROWD, milliseconds: WARM_UP_MS });
  const fast = await askAsFast(address, at(1), { atOnce: CROWD, milliseconds: CAPACITY_MS });
  const most = fast.reduce((sum, part) => sum + part.taken, 0) / (CAPACITY_MS / 1000);
  const share = Math.min(1, (SHARE * most) / (WISHED.votes + WISHED.pages));
  say(
    `  ${Math.round(most)} a second at most; ${Math.round(share * 100)} % of the rate wished for`,
  );
  const windows: Window[] = [];
  for (let nth = 1; nth <= WINDOWS; nth += 1) {
    const window = await hold(stage, server, at(share), (minutes * 60_000) / WINDOWS);
    windows.push(window);
    say(
      `  ${nth}/${WINDOWS}: ${window.parts.map((part) => `${part.taken} ${part.name}`).join(', ')}`,
    );
  }
  const calm = await hold(stage, server, at(share / 2), (minutes * 60_000) / WINDOWS);
  const past = await askAsFast(address, at(share), PAST);
  const after = await askAtRate(address, at(share), RECOVERY_MS);
  await nothingLost(stage, taken);
  const { voters } = stage;
  return {
    ...{ most, share, wished: WISHED, minutes, voters, windows, calm, past, after },
    crowd: PAST.atOnce,
  };
}

/** `pnpm bench soak`: a steady rate for a while, then more than can be answered, then the rate again. */
export async function benchSoak({ isQuick, minutes, say }: BenchOptions) {
  const stage = await openStage({ voters: VOTERS, proposals: PROPOSALS }, 0);
  if (!stage) throw new PlainError('The database did not open.');
  try {
    const server = await startClarion(stage.url, stage.directory);
    try {
      const measured = await soak(
        stage,
        server,
        minutes ?? (isQuick ? QUICK_MINUTES : MINUTES),
        say,
      );
      return { text: reportSoak(measured), versions: [stage.version] };
    } finally {
      await server.stop();
    }
  } finally {
    await stage.close();
  }
}
