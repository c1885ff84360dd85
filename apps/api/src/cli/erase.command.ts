import { membershipNumber, NOT_ERASED } from '@clarion/deliberation';
import { Command } from 'commander';
import { type Opened, open } from '../database/open.js';
import { inTransaction } from '../database/transaction.js';
import { erase, type Went } from '../personal-data/erasure.service.js';
import { PlainError } from '../plain-error.js';
import { cameBack, rememberErased } from '../roll/erased.js';
import { byNumber } from '../roll/member.queries.js';
import type { Check } from './finding.js';

interface Options {
  yes?: boolean;
  again?: boolean;
}

/** Carries what a dry run found out of the transaction that it undoes. */
class DryRun extends Error {
  constructor(readonly went: Went | null) {
    super('dry run');
  }
}

const sayWent = ({ proposals, comments, evidence, votes, offices }: Went): string[] => [
  `Words of   ${proposals} proposals, ${comments} comments, ${evidence} pieces of evidence`,
  `Votes      ${votes} taken back, where voting runs and no round has been published`,
  `Offices    ${offices} ended`,
  'Gone too   name, addresses, sessions, passkeys, interests, reports and appeals in their words',
];

/** Erases somebody, or does and undoes it, so that what is said is what would happen. */
async function eraseOne({ database, keys }: Opened, memberId: string, isMeant: boolean) {
  const asked = { memberId, at: new Date(), keys, by: 'operator' as const };
  const doing = inTransaction(database, async (tx) => {
    const went = await erase(tx, asked);
    if (!isMeant) throw new DryRun(went);
    return went;
  });
  const went = await doing.catch((fault: unknown) => {
    if (fault instanceof DryRun) return fault.went;
    throw fault;
  });
  if (isMeant) await rememberErased(database.manager, keys);
  return went;
}

async function whoIsMeant({ database, keys }: Opened, given: string | undefined, again: boolean) {
  if (again) return cameBack(database.manager, keys);
  const number = membershipNumber(given ?? '');
  if (!number) throw new PlainError(`“${given ?? ''}” is not a membership number.`);
  const member = await byNumber(database.manager, number);
  if (member) return [member];
  throw new PlainError('Nobody on the roll has that number. Whoever was erased has none any more.');
}

async function eraseMembers(given: string | undefined, options: Options): Promise<void> {
  const { yes = false, again = false } = options;
  const opened = await open({ statementTimeout: 0, mayShare: true });
  try {
    const members = await whoIsMeant(opened, given, again);
    for (const { id, membershipNumber: number } of members) {
      const went = await eraseOne(opened, id, yes);
      console.log(number);
      for (const line of went ? sayWent(went) : []) console.log(`  ${line}`);
    }
    console.log('Stays:');
    for (const { what } of NOT_ERASED) console.log(`  ${what}`);
    const done = 'Erased. The record says that somebody was, and not who.';
    if (members.length === 0) console.log('Nobody who was erased is on the roll again.');
    else console.log(yes ? done : 'Nothing was written. To erase them, for good, say --yes.');
  } finally {
    await opened.close();
  }
}

/** `clarion erase …` */
export function eraseCommand(): Command {
  return new Command('erase')
    .description('erases what is held about somebody who asked for it and cannot sign in, for good')
    .argument('[membership number]', 'who it is')
    .option('--again', 'everybody who was erased before and whom a backup brought back')
    .option('--yes', 'do it; without it, say what would go, and write nothing')
    .addHelpText(
      'after',
      '\nWhoever can sign in does it under Settings. Make sure that it is they who ask: it cannot be undone.\nBackups still hold what was erased: delete them in their time, and after restoring one erase again.',
    )
    .action(eraseMembers);
}

/** Whether nobody who was erased is on the roll again. */
export const erasures: Check = async ({ database, keys }) => {
  const back = await cameBack(database.manager, keys);
  return {
    saying: `Nobody who was erased is here again (${keys.erased().length} were)`,
    fault: back.length ? `${back.length} who were erased are here again.` : undefined,
    remedy: back.length ? 'A backup brought them back: clarion erase --again --yes' : '',
  };
};
