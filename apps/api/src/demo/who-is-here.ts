import type { EntityManager } from 'typeorm';
import { PlainError } from '../plain-error.js';
import { everybody } from './everybody.js';
import { memberId } from './ids.js';
import { holdsOthers, isDemoDatabase } from './is-demo.queries.js';
import type { Where } from './load.js';

const REAL_ROLL =
  'This database holds a real roll, and with CLARION_DEMO=true anybody may sign in as anybody. It is not started so: set CLARION_DEMO=false, or name another database (CLARION_DATA or DATABASE_URL) for the demonstration.';
const DEMONSTRATION =
  'This database holds the demonstration: its people and votes are invented, and nobody of them can sign in without CLARION_DEMO=true. For a real roll name a new database (CLARION_DATA or DATABASE_URL).';

/**
 * Keeps a demonstration and a real roll apart. Refuses to open a real roll to visitors of a
 * demonstration; says so where a real server stands on invented people. Answers what to say, if anything.
 */
export async function checkWhoIsHere(db: EntityManager, isDemo: boolean): Promise<string | null> {
  if (!isDemo) return (await isDemoDatabase(db)) ? DEMONSTRATION : null;
  if (await holdsOthers(db, everybody().map(memberId))) throw new PlainError(REAL_ROLL);
  return null;
}

/** Loads the demonstration into a database without a roll; anything else is left alone. */
export async function loadDemoIfEmpty(where: Where, say: (line: string) => void): Promise<void> {
  const [roll] = await where.database.query<[{ isEmpty: boolean }]>(
    'SELECT NOT EXISTS (SELECT FROM member) AS "isEmpty"',
  );
  if (!roll.isEmpty) return;
  // All that is said in it is read when it is wanted: hardly ever.
  const { loadDemo } = await import('./load.js');
  await loadDemo(where, say);
}
