import type { Statements } from '../api.js';
import { PlainError } from '../plain-error.js';

const MOST_SETTLING_MS = 1_800_000;
const LOOK_AGAIN_MS = 500;
/** Looks without a job in a row: jobs add jobs, and a server begins them when it has stood a moment. */
const QUIET_LOOKS = 8;

/** Waits until the jobs that a server began have ended, and what they found is on the pages. */
export async function settle(database: Statements): Promise<void> {
  const end = Date.now() + MOST_SETTLING_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const [row] = await database.query<{ jobs: number }>(
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs',
    );
    quiet = row?.jobs === 0 ? quiet + 1 : 0;
    if (Date.now() > end) throw new PlainError('The jobs did not come to an end in half an hour.');
  }
}
