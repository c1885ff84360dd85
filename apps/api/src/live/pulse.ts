import pg from 'pg';
import type { Log } from '../log.js';
import { everySoOften } from './rhythm.js';

const CHANNEL = 'clarion_wrote';
/** The least between two words of this instance: who hears looks no more often. */
const WORD_MS = 400;
/** Until a connection that broke is tried again. */
const AGAIN_MS = 1_000;
const NEVER_MS = 2 ** 30;

export interface Pulse {
  /** Says to all instances that something was written here. */
  say: () => void;
  stop: () => Promise<void>;
}

/**
 * Instances tell one another that one of them wrote, not what: on a connection of its own, after the
 * write, a few times a second at most. In the write's own transaction it would make votes wait for one
 * another, since Postgres commits those that notify one after the other.
 */
export function openPulse(options: { url: string; hear: () => void; log: Log }): Pulse {
  const { url, hear, log } = options;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const lost = (fault: unknown) => {
    if (isStopped) return;
    log.debug(fault);
    client = null;
    clearTimeout(timer);
    timer = setTimeout(() => void listen(), AGAIN_MS).unref();
  };
  const listen = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'clarion live',
      keepAlive: true,
    });
    next.on('error', lost);
    next.on('end', () => client === next && lost(new Error('The connection ended.')));
    next.on('notification', hear);
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
      if (isStopped) return await next.end();
      client = next;
      // What was said meanwhile was not heard.
      hear();
    } catch (fault) {
      next.end().catch(() => undefined);
      lost(fault);
    }
  };
  const opening = listen();

  const words = everySoOften({
    least: WORD_MS,
    most: NEVER_MS,
    // Without the connection the others find out by themselves, a little later.
    work: async () => void (client ? await client.query(`NOTIFY ${CHANNEL}`) : hear()),
    fault: (fault) => log.debug(fault),
  });
  return {
    say: words.soon,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await words.stop();
      await opening;
      await client?.end();
    },
  };
}
