import type { BenchOptions } from '../bench.js';
import { PlainError } from '../plain-error.js';
import { type ServerProcess, startClarion } from '../serving/server-process.js';
import { openWire } from '../serving/wire.js';
import { type Cast, castFor } from '../votes/casting.js';
import { cookieOf, openStage, type Stage } from '../votes/stage.js';
import { clarionBody, isTaken } from '../votes/subjects.js';
import { type Listeners, openListeners } from './listeners.js';
import { type LiveMeasured, reportLive } from './report-live.js';

const FULL = { listeners: 10_000, votes: 12, busyMs: 10_000 };
const QUICK = { listeners: 1_000, votes: 4, busyMs: 3_000 };
/** Between two votes that come alone: longer than the news are apart. */
const APART_MS = 2_000;
/** People who vote without a pause in the busy stretch. */
const BUSY = 4;
const CHOICES = ['agree', 'disagree', 'pass'] as const;

const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The counts as they stand in the table, in the words of the news. */
async function tallyOf({ database, proposals }: Stage): Promise<string> {
  const [row] = await database.query<{ agree: number; disagree: number; pass: number }>(
    'SELECT agree, disagree, pass FROM tally WHERE proposal_id = $1',
    [proposals[0]],
  );
  if (!row) throw new PlainError('Nobody has voted.');
  const { agree, disagree, pass } = row;
  const votes = agree + disagree + pass;
  return `"tally":${JSON.stringify({ agree, disagree, pass, votes })}`;
}

/** Everybody votes, so that everybody may be told: the counts are hidden until one has voted. */
async function voteAll(address: string, stage: Stage): Promise<void> {
  const body = clarionBody();
  const votes = Array.from({ length: stage.voters }, (_, voter) => voter);
  const proposalId = stage.proposals[0] as string;
  const voteOn = async () => {
    const wire = await openWire(address);
    for (let voter = votes.pop(); voter !== undefined; voter = votes.pop()) {
      const choice = CHOICES[voter % 3] as (typeof CHOICES)[number];
      const reply = await wire.send(body({ proposalId, choice }), cookieOf(voter));
      if (!isTaken(reply)) throw new PlainError(reply.text.slice(0, 300));
    }
    wire.close();
  };
  await Promise.all(Array.from({ length: 64 }, voteOn));
}

/** Votes that come alone: for each, after how many milliseconds everybody was told, and the one in the middle. */
async function alone(stage: Stage, server: ServerProcess, listeners: Listeners, votes: number) {
  const wire = await openWire(server.address);
  const body = clarionBody();
  const proposalId = stage.proposals[0] as string;
  const last: number[] = [];
  const middle: number[] = [];
  const messages = listeners.messages();
  const cpu = server.cpu();
  for (let nth = 0; nth < votes; nth += 1) {
    await pause(APART_MS);
    const choice = CHOICES[(nth + 1) % 3] as (typeof CHOICES)[number];
    const sent = performance.now();
    const reply = await wire.send(body({ proposalId, choice }), cookieOf(0));
    if (!isTaken(reply)) throw new PlainError(reply.text.slice(0, 300));
    const times = await listeners.told(await tallyOf(stage));
    last.push((times.at(-1) ?? 0) - sent);
    middle.push((times[Math.floor(times.length / 2)] ?? 0) - sent);
  }
  wire.close();
  const told = listeners.messages() - messages;
  return { last, middle, cpuMicroseconds: ((server.cpu() - cpu) * 1_000) / told };
}

/** Everybody in turn, each with another choice than the one before. */
function* changing({ voters, proposals }: Stage): Generator<Cast> {
  const proposalId = proposals[0] as string;
  for (let nth = 1; ; nth += 1) {
    const voter = nth % voters;
    const choice = CHOICES[(voter + 1 + Math.floor(nth / voters)) % 3] as Cast['choice'];
    yield { voter, proposalId, choice };
  }
}

/** Votes without a pause: how many, how often one listener was told, and when everybody knew the last. */
async function busily(
  stage: Stage,
  server: ServerProcess,
  listeners: Listeners,
  milliseconds: number,
) {
  listeners.mostOfOne();
  const casts = changing(stage);
  const bounds = { atOnce: BUSY, milliseconds };
  const { replies, failed, complaint } = await castFor(
    server.address,
    { body: clarionBody() },
    casts,
    bounds,
  );
  if (failed > 0) throw new PlainError(complaint);
  const ended = performance.now();
  const times = await listeners.told(await tallyOf(stage));
  return { votes: replies, most: listeners.mostOfOne(), last: (times.at(-1) ?? 0) - ended };
}

export async function benchLive({ isQuick, say }: BenchOptions) {
  const { listeners: count, votes, busyMs } = isQuick ? QUICK : FULL;
  const stage = await openStage({ voters: count, proposals: 4 }, 0);
  if (!stage) throw new PlainError('The database could not be raised.');
  let server: ServerProcess | null = null;
  let listeners: Listeners | null = null;
  try {
    server = await startClarion(stage.url, stage.directory);
    say(`  ${count} people vote …`);
    await voteAll(server.address, stage);
    const before = server.mostMemory();
    say(`  ${count} connections …`);
    const begun = performance.now();
    listeners = await openListeners(server.address, count, stage.proposals[0] as string);
    const opened = performance.now() - begun;
    const single = await alone(stage, server, listeners, votes);
    say(`  a vote alone: at everyone after ${Math.max(...single.last).toFixed(0)} ms at most`);
    const busy = await busily(stage, server, listeners, busyMs);
    const memory = { before, after: server.mostMemory() };
    const measured: LiveMeasured = { count, opened, memory, single, busy, busyMs };
    return { text: reportLive(measured), versions: [stage.version] };
  } finally {
    listeners?.close();
    await server?.stop();
    await stage.close();
  }
}
