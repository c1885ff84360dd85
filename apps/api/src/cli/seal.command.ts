import { SEALED_DAYS, sayDay, ukDay } from '@clarion/deliberation';
import { Command } from 'commander';
import type { EntityManager } from 'typeorm';
import { isId } from '../database/is-id.js';
import { open } from '../database/open.js';
import { inTransaction } from '../database/transaction.js';
import * as seals from '../moderation/seal.queries.js';
import { type HoldOutcome, holdSealed, releaseSealed } from '../moderation/seal-hold.service.js';
import { PlainError } from '../plain-error.js';

async function list(): Promise<void> {
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    const all = await seals.all(opened.database.manager);
    if (all.length === 0) console.log('Nothing is under seal.');
    for (const { id, kind, until, isHeld } of all) {
      const day = sayDay(ukDay(until));
      console.log(`${id}  ${kind}, ${isHeld ? `held beyond ${day}` : `to be destroyed on ${day}`}`);
    }
  } finally {
    await opened.close();
  }
}

const SAYINGS: Record<Exclude<HoldOutcome, 'done'>, string> = {
  not_sealed: 'Nothing of that id is under seal. clarion seal list names all that is.',
  destroyed: `These words were destroyed already, ${SEALED_DAYS} days after they were sealed.`,
  held_already: 'These words are held already.',
  not_held: 'These words are not held.',
};

async function change(
  id: string,
  work: (tx: EntityManager, at: Date) => Promise<HoldOutcome>,
  done: string,
): Promise<void> {
  if (!isId(id)) throw new PlainError(SAYINGS.not_sealed);
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    const outcome = await inTransaction(opened.database, (tx) => work(tx, new Date()));
    if (outcome !== 'done') throw new PlainError(SAYINGS[outcome]);
    console.log(done);
  } finally {
    await opened.close();
  }
}

const hold = (id: string, { reason }: { reason: string }) => {
  if (reason.trim() === '') throw new PlainError('Say why with --reason.');
  return change(
    id,
    (tx, at) => holdSealed(tx, { aboutId: id, reason, at }),
    'Held until you release it. That it is held stands in the public record; the reason does not.',
  );
};

const release = (id: string) =>
  change(
    id,
    (tx, at) => releaseSealed(tx, { aboutId: id, at }),
    'Released. The words are destroyed when their day has come; the running server looks once a minute.',
  );

/** `clarion seal …` */
export function sealCommand(): Command {
  const command = new Command('seal').description(
    `Words that moderators hid as unlawful: sealed, and destroyed after ${SEALED_DAYS} days unless held.`,
  );
  command.command('list').description('everything under seal, and when it goes').action(list);
  command
    .command('hold')
    .description('keeps sealed words for longer, because a court or the police asked for them')
    .argument('<id>', 'the id of the contribution, as list tells it')
    .requiredOption('--reason <words>', 'why; kept here, and only committed to in the record')
    .action(hold);
  command
    .command('release')
    .description('lets held words go again')
    .argument('<id>', 'the id of the contribution, as list tells it')
    .action(release);
  return command;
}
