import { Command } from 'commander';
import { open } from '../database/open.js';
import { latest } from '../jobs/job-run.queries.js';
import { failed } from '../opinion/opinion-progress.queries.js';
import { due } from '../ranking/recount.service.js';
import * as publicCounts from '../story/public-count.queries.js';
import { recountTallies } from '../voting/tally.queries.js';
import { policy, proxies } from './doors.check.js';
import { erasures } from './erase.command.js';
import type { Check } from './finding.js';
import { keys, signingKey } from './keys.check.js';
import { mail } from './mail.check.js';
import { partyLogin } from './party-login.check.js';
import { record } from './record.check.js';
import { replicas } from './replicas.check.js';
import { seal } from './seal.check.js';

const database: Check = async ({ database, environment }) => {
  const [row] = await database.query<[{ version: string; migrations: number }]>(
    `SELECT current_setting('server_version') AS version, (SELECT count(*)::int FROM migration) AS migrations`,
  );
  const where = environment.databaseUrl
    ? 'at DATABASE_URL'
    : `in ${environment.dataDirectory}/postgres`;
  return { saying: `Postgres ${row.version} ${where}; ${row.migrations} migrations have run` };
};

const durability: Check = async ({ database }) => {
  const [row] = await database.query<[{ commit: string; fsync: string }]>(
    `SELECT current_setting('synchronous_commit') AS commit, current_setting('fsync') AS fsync`,
  );
  const isSafe = row.commit !== 'off' && row.fsync === 'on';
  return {
    saying: 'What is acknowledged survives a power cut (synchronous_commit and fsync are on)',
    fault: isSafe ? undefined : 'Postgres may lose what was acknowledged.',
    remedy: isSafe ? '' : 'Set fsync = on and synchronous_commit = on in its configuration.',
  };
};

const tallies: Check = async ({ database }) => {
  const differences = await recountTallies(database.manager);
  return {
    saying: 'Every kept tally equals a recount of the votes',
    fault: differences.length ? `${differences.length} tallies differ from the votes.` : undefined,
    remedy: differences.length ? JSON.stringify(differences.slice(0, 5)) : '',
  };
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const conservation: Check = async ({ database }) => {
  const lines = await publicCounts.counts(database.manager, null);
  const received = sum(lines.map((line) => line.received));
  const unaccounted = received - sum(lines.flatMap((line) => Object.values(line.byStatus)));
  return {
    saying: `Received ${received} contributions, unaccounted 0`,
    fault: unaccounted ? `${unaccounted} contributions are unaccounted for.` : undefined,
    remedy: unaccounted ? 'Look for rows that were deleted by hand; the record has them.' : '',
  };
};

const comments: Check = async ({ database }) => {
  const [row] = await database.query<[{ wrong: number }]>(
    `SELECT count(*)::int AS wrong FROM proposal p WHERE p.comment_count <>
       (SELECT count(*) FROM comment c WHERE c.proposal_id = p.id)`,
  );
  return {
    saying: 'Every kept count of comments is right',
    fault: row.wrong ? `${row.wrong} proposals show a wrong number of comments.` : undefined,
  };
};

/** Jobs whose faults another check tells of. */
const TOLD_ELSEWHERE = /^(recount$|send-)/;

/** Regular jobs run once a minute; after this something keeps them. */
const LATE_MS = 5 * 60 * 1000;

const jobs: Check = async ({ database }) => {
  const runs = await latest(database.manager);
  const failures = await failed(database.manager);
  const faults = [
    ...failures.map(({ title, step, fault }) => `${title}: “${step}” failed: ${fault}`),
    ...runs
      .filter(({ task, fault }) => fault !== null && !TOLD_ELSEWHERE.test(task))
      .map(({ task, fault }) => `the job ${task} failed: ${fault}`),
  ];
  const last = runs.map(({ startedAt }) => startedAt.getTime()).sort((a, b) => b - a)[0];
  return {
    saying: last
      ? `Jobs ran last at ${new Date(last).toISOString()} and did not fail`
      : 'No job has run yet; they run with the server',
    fault: faults.length ? `Jobs failed. ${faults.join(' ')}` : undefined,
    remedy: 'The last good results are still shown. clarion opinion <id> tries again at once.',
  };
};

const results: Check = async ({ database }) => {
  const now = new Date();
  const waiting = await due(database.manager, now);
  const ran = (await latest(database.manager)).find(({ task }) => task === 'recount-due');
  const isLate = !ran || now.getTime() - ran.startedAt.getTime() > LATE_MS;
  const titles = waiting.map(({ title }) => title).join('; ');
  return {
    saying: waiting.length
      ? `Results are being found anew for: ${titles}`
      : 'Opinion groups, ranges and priorities are up to date with the votes',
    fault:
      waiting.length && isLate
        ? `Opinion groups are older than the votes, and no job has looked for ${LATE_MS / 60_000} minutes: ${titles}`
        : undefined,
    remedy: 'Jobs run with the server: is it running? clarion opinion finds them now.',
  };
};

const settings: Check = async ({ environment }) => {
  const isOpen = environment.host !== '127.0.0.1' && environment.host !== 'localhost';
  const isPlain = !environment.publicUrl.startsWith('https://');
  const fault =
    isOpen && environment.isDemo
      ? 'The demonstration, where anybody may sign in as anybody, listens beyond this machine.'
      : isOpen && isPlain
        ? 'It listens beyond this machine, and CLARION_PUBLIC_URL is not an https address.'
        : undefined;
  return { saying: `Listens on ${environment.host}, port ${environment.port}`, fault };
};

const CHECKS: Check[] = [
  database,
  durability,
  replicas,
  settings,
  proxies,
  policy,
  keys,
  signingKey,
  tallies,
  conservation,
  record,
  comments,
  seal,
  jobs,
  results,
  mail,
  partyLogin,
  erasures,
];

async function doctor(): Promise<void> {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  let faults = 0;
  try {
    for (const check of CHECKS) {
      const { saying, fault, remedy } = await check(opened);
      if (fault) faults += 1;
      console.log(fault ? `✗ ${fault}` : `✓ ${saying}`);
      if (fault && remedy) console.log(`    ${remedy}`);
    }
  } finally {
    await opened.close();
  }
  console.log(faults === 0 ? 'Nothing is wrong.' : `${faults} of ${CHECKS.length} checks failed.`);
  process.exitCode = faults === 0 ? 0 : 1;
}

/** `clarion doctor` */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('says in words what is wrong with the settings, the database and the counts')
    .action(doctor);
}
