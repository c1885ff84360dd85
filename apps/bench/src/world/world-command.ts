import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.js';
import { MOST_COMMITTED } from './commitments.js';
import { openWorld } from './world.js';
import { FEWEST_MEMBERS, MOST_MEMBERS } from './world-size.js';

const MEMBERS = 100_000;

export const WORLD_HELP = `"pnpm bench world" makes a party of so many members in .cache, once, with the shapes of real deliberations:
consultations, proposals, threads, votes in planted groups of opinion, evidence, answers, and the record of it all.
In the consultation that everybody looks at a round is published, and ${MOST_COMMITTED.toLocaleString('en-GB')} votes are committed to at most:
a round opens each, and three million would be a bundle of 300 MB. The benches that need a world make their
own. One process has it at a time.

  --members <n>   ${FEWEST_MEMBERS.toLocaleString('en-GB')} to ${MOST_MEMBERS.toLocaleString('en-GB')}; ${MEMBERS.toLocaleString('en-GB')} if not said. Ten votes a member
  --afresh        makes it again where it is there`;

/** What was asked for. Throws PlainError for what is not known. */
function read(args: readonly string[]): { members: number; afresh: boolean } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { members: { type: 'string' }, afresh: { type: 'boolean', default: false } },
    });
    const members =
      values.members === undefined ? MEMBERS : Number(values.members.replace(/[,_]/g, ''));
    if (!Number.isInteger(members) || members < FEWEST_MEMBERS || members > MOST_MEMBERS) {
      throw new Error(`--members takes a number from ${FEWEST_MEMBERS} to ${MOST_MEMBERS}.`);
    }
    return { members, afresh: values.afresh };
  } catch (fault) {
    throw new PlainError(`${(fault as Error).message} --help says more.`);
  }
}

/** `pnpm bench world`: makes a world and says what is in it. */
export async function worldCommand(folder: string, args: readonly string[]): Promise<void> {
  const { members, afresh } = read(args);
  const begun = Date.now();
  const world = await openWorld(folder, members, (line) => console.error(line), { afresh });
  try {
    const [row] = await world.database.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM member) AS members, (SELECT count(*) FROM consultation) AS consultations,
         (SELECT count(*) FROM proposal) AS proposals, (SELECT count(*) FROM comment) AS comments,
         (SELECT max(comment_count) FROM proposal) AS "in the longest thread",
         (SELECT sum(voters) FROM turnout) AS voters, (SELECT sum(agree + disagree + pass) FROM tally) AS votes,
         pg_size_pretty(pg_database_size(current_database())) AS size`,
    );
    const said = Object.entries(row ?? {}).map(([what, count]) =>
      what === 'size' ? count : `${Number(count).toLocaleString('en-GB')} ${what}`,
    );
    console.log(
      `${world.directory}: ${said.join(', ')}; ${Math.round((Date.now() - begun) / 1000)} s.`,
    );
  } finally {
    await world.close();
  }
}
