/** A server's jobs in a process of its own, on the build, so that a test can kill it. */
import 'reflect-metadata';
import { pino } from 'pino';
import { startJobs } from '../../dist/jobs/jobs.js';
import { recountTasks } from '../../dist/ranking/recount.tasks.js';

await startJobs({
  url: process.env.DATABASE_URL,
  tasks: recountTasks,
  log: pino({ level: 'silent' }),
});
