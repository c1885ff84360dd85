import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '@clarion/deliberation';
import type { DataSource } from 'typeorm';
import { begin } from '../../../src/accounts/session.service.js';
import { dataSource } from '../../../src/database/data-source.js';
import { bodyId, memberId } from '../../../src/demo/ids.js';
import { loadCast } from '../../../src/demo/roll.js';
import { type Keyring, openKeyring } from '../../../src/keyring/keyring.js';
import { consultationUnder } from '../electorate.js';
import { AT_A_TEST, type Stage } from '../stage.js';
import * as found from './found.js';
import {
  type Ledger,
  nextAct,
  openLedger,
  type Place,
  proposalIn,
  type Sent,
  send,
} from './ledger.js';
import { KILLS, type Kill, type Operated, operate } from './operated.js';

const PEOPLE = 12;
const PROPOSALS = 20;
/** Something is killed when so much was acknowledged, and then at any moment within so many milliseconds. */
const ENOUGH = 20;
const MOMENT_MS = 1500;
/** For a machine that is busy with other things. */
const LONGEST_LOAD_MS = 30_000;
/** How often each thing that was never answered is sent again, at once. */
const REPLAYS = 3;

/** What a round came to. */
export interface Outcome {
  kill: Kill;
  acknowledged: number;
  /** Sent, and never answered. */
  unanswered: number;
  lost: string[];
  /** What was doubled, or does not agree, after everything unanswered was sent again. */
  wrong: string[];
  /** Milliseconds from the kill until the server answered. */
  backAfter: number;
}

export interface Faults {
  operated: Operated;
  ledger: Ledger;
  round: (kill?: Kill) => Promise<Outcome>;
  end: () => Promise<void>;
}

async function connect(operated: Operated): Promise<DataSource> {
  return dataSource({ url: operated.url(), pool: 2, statementTimeout: 0 }).initialize();
}

/** The cast, a consultation that is open, and a session for each of those who send. */
async function settle(operated: Operated, keys: Keyring) {
  const database = await connect(operated);
  await database.transaction((tx) => loadCast(tx, new Date()));
  const stage = { database, clarion: { keys } } as unknown as Stage;
  const consultationId = await consultationUnder(stage);
  const cookieOf = async (id: string) =>
    `clarion=${await begin(database.manager, id, new Date(), AT_A_TEST)}`;
  const place: Place = { consultationId, proposals: [], bodyId: bodyId('sha') };
  const tom = await cookieOf(memberId('tom'));
  for (let each = 0; each < PROPOSALS; each += 1) {
    const proposal = proposalIn(place);
    await send(operated.address, tom, proposal);
    if (proposal.state !== 'acknowledged') throw new Error(`Tom was refused: ${proposal.reply}`);
    place.proposals.push(proposal.id);
  }
  const others: { id: string }[] = await database.query(
    `SELECT id FROM member WHERE standing = 'member' AND id NOT IN ($1, $2) ORDER BY id LIMIT $3`,
    [memberId('ewan'), memberId('tom'), PEOPLE - 1],
  );
  const members = [memberId('ewan'), ...others.map(({ id }) => id)];
  const cookies: string[] = [];
  for (const id of members) cookies.push(await cookieOf(id));
  await database.destroy();
  return { place, members, cookies };
}

/**
 * A Clarion that is killed while people vote and write. Whatever a person sends they send until it is
 * answered, before anything else: as a browser does, which keeps what it could not send.
 */
export async function openFaults(seed: string): Promise<Faults> {
  const random = seeded(seed);
  const operated = await operate();
  await operated.start();
  const keys = openKeyring(operated.keysDirectory);
  const { place, members, cookies } = await settle(operated, keys);
  const ledger = openLedger();
  const waiting: (Sent | undefined)[] = members.map(() => undefined);

  const oneStep = async (person: number) => {
    const sent = waiting[person] ?? nextAct(person, place, random);
    if (!waiting[person]) ledger.sent.push(sent);
    waiting[person] = sent;
    try {
      await send(operated.address, cookies[person] as string, sent);
      waiting[person] = undefined;
    } catch {
      await sleep(50);
    }
  };

  const load = () => {
    let isOver = false;
    const people = members.map(async (_, person) => {
      while (!isOver) await oneStep(person);
    });
    return async () => {
      isOver = true;
      await Promise.all(people);
    };
  };

  /** Sends again what was never answered, and what was answered last: each several times at once. */
  const replay = async (): Promise<string[]> => {
    const faults: string[] = [];
    const settled = ledger.sent.filter(({ state }) => state === 'acknowledged').slice(-PEOPLE);
    const again = settled.filter(({ kind }) => kind !== 'vote');
    for (const sent of [...waiting.filter((one) => one !== undefined), ...again]) {
      const { reply: before } = sent;
      const cookie = cookies[sent.person] as string;
      const replies = await Promise.all(
        Array.from({ length: REPLAYS }, () => send(operated.address, cookie, sent)),
      );
      const different = new Set(before ? [before, ...replies] : replies);
      if (different.size > 1) faults.push(`answered differently: ${[...different].join(' | ')}`);
    }
    waiting.fill(undefined);
    return faults;
  };

  const inDatabase = async <T>(work: (database: DataSource) => Promise<T>): Promise<T> => {
    const database = await connect(operated);
    return work(database).finally(() => database.destroy());
  };

  const round: Faults['round'] = async (
    kill = KILLS[Math.floor(random() * KILLS.length)] ?? 'both',
  ) => {
    const before = ledger.acknowledged();
    const stop = load();
    const deadline = Date.now() + LONGEST_LOAD_MS;
    while (ledger.acknowledged() - before < ENOUGH && Date.now() < deadline) await sleep(20);
    await sleep(random() * MOMENT_MS);
    await operated.kill(kill, random);
    const killedAt = Date.now();
    // A little longer: what is sent into the fault, and into the recovery.
    await sleep(random() * 300);
    await stop();
    await operated.start();
    const backAfter = Date.now() - killedAt;
    const acknowledged = ledger.acknowledged() - before;
    const unanswered = waiting.filter((sent) => sent !== undefined).length;
    const where = { consultationId: place.consultationId, members };
    const lost = await inDatabase((db) => found.lost(db, keys, ledger, where));
    const different = await replay();
    const wrong = await inDatabase(async (db) => [
      ...different,
      ...(lost.length > 0 ? [] : await found.lost(db, keys, ledger, where)),
      ...(lost.length > 0 ? [] : await found.doubled(db, ledger, PROPOSALS)),
      ...(await found.disagreements(db)),
    ]);
    return { kill, acknowledged, unanswered, lost, wrong, backAfter };
  };

  return { operated, ledger, round, end: () => operated.stop() };
}
