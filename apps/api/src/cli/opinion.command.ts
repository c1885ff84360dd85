import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { open } from '../database/open.js';
import { PlainError } from '../plain-error.js';
import * as recounts from '../ranking/recount.queries.js';
import { due, recount } from '../ranking/recount.service.js';
import { consultationId } from './consultation-id.js';
import { progressBar } from './progress.js';

/** One bar for each step. */
function bars() {
  let current: { step: string; bar: ReturnType<typeof progressBar> } | null = null;
  return {
    say: async (step: string, done: number, total: number) => {
      if (current?.step !== step) {
        current?.bar.end();
        current = { step, bar: progressBar(step.padEnd(40)) };
      }
      current.bar.update(done, total);
    },
    end: () => current?.bar.end(),
  };
}

async function recountOne(database: DataSource, { id, title }: recounts.RecountFacts) {
  const { say, end } = bars();
  console.log(title);
  try {
    const isDone = await recount(database, id, new Date(), { say });
    end();
    console.log(isDone ? '  Counted.' : '  The server is at it already.');
  } catch (fault) {
    end();
    throw fault;
  }
}

async function opinion(given: string | undefined, { all }: { all?: boolean }): Promise<void> {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    const { manager } = opened.database;
    const id = given === undefined ? null : consultationId(given);
    const found = id || all ? await recounts.facts(manager, id) : await due(manager, new Date());
    if (id && found.length === 0) {
      throw new PlainError('Nobody has voted in a consultation of that id.');
    }
    if (found.length === 0)
      console.log('Every result is up to date (--all counts them all the same).');
    for (const facts of found) await recountOne(opened.database, facts);
  } finally {
    await opened.close();
  }
}

/** `clarion opinion` */
export function opinionCommand(): Command {
  return new Command('opinion')
    .description(
      'finds opinion groups, ranges and priorities anew: of one consultation, or of all where it is due',
    )
    .argument('[consultation]', 'the id of the consultation')
    .option('--all', 'of every consultation in which anybody voted')
    .action(opinion);
}
