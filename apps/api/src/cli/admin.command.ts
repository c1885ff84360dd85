import { membershipNumber } from '@clarion/deliberation';
import { Command } from 'commander';
import * as administrators from '../administration/administrator.queries.js';
import {
  createAdministrator,
  endAdministrator,
  linkOfficer,
} from '../administration/administrator.service.js';
import { type Opened, open } from '../database/open.js';
import { isDemoDatabase } from '../demo/is-demo.queries.js';
import type { Environment } from '../environment.js';
import { PlainError } from '../plain-error.js';

interface Given {
  number: string;
  name?: string;
  clp?: string;
}

function numberIn(given: string): string {
  const number = membershipNumber(given);
  if (!number) throw new PlainError(`“${given}” is not a membership number.`);
  return number;
}

async function opened<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const at = await open({ mayShare: true });
  try {
    return await work(at);
  } finally {
    await at.close();
  }
}

const FAULTS = {
  'not on the roll':
    'Nobody on the roll has that number. Say --name as well, and they are put on it.',
  'no such CLP': 'There is no CLP of that name.',
  lapsed: 'Their membership has lapsed. Renew it in the roll first.',
};
const NO_LINK = {
  ...FAULTS,
  'not on the roll': 'Nobody on the roll has that number.',
  'no such office':
    'They hold no office today that needs a passkey; others sign in by a code and add theirs.',
};

/** Prints a link that signs somebody in once. */
function sayLink({ publicUrl, port }: Environment, token: string): void {
  const site = publicUrl || `http://localhost:${port}`;
  console.log(
    'They sign in with this link. It works once, within an hour; give it to nobody else:',
  );
  // After the #, so that it reaches no server's log.
  console.log(`\n  ${site}/sign-in/link#${token}\n`);
  console.log('Once in, they add a passkey under Settings: the office needs one.');
}

async function create({ number, name, clp }: Given): Promise<void> {
  await opened(async ({ database, environment }) => {
    if (name !== undefined && (await isDemoDatabase(database.manager))) {
      throw new PlainError(
        'This database holds the demonstration, whose people are all invented: choose one of them by their number.',
      );
    }
    const made = await database.transaction((tx) =>
      createAdministrator(
        tx,
        { number: numberIn(number), name: name?.trim() || null, clp: clp ?? null },
        new Date(),
      ),
    );
    if ('fault' in made) throw new PlainError(FAULTS[made.fault]);
    if (made.isNewMember) console.log(`${made.displayName} is on the roll now.`);
    console.log(
      made.isNewOffice
        ? `${made.displayName} is an administrator from today.`
        : `${made.displayName} is an administrator already.`,
    );
    sayLink(environment, made.token);
  });
}

async function link({ number }: Given): Promise<void> {
  await opened(async ({ database, environment }) => {
    const made = await database.transaction((tx) => linkOfficer(tx, numberIn(number), new Date()));
    if ('fault' in made) throw new PlainError(NO_LINK[made.fault]);
    console.log(`${made.displayName} may sign in once. Give the link to them in person.`);
    sayLink(environment, made.token);
  });
}

async function list(): Promise<void> {
  await opened(async ({ database }) => {
    const all = await administrators.all(database.manager, new Date());
    if (all.length === 0) console.log('Nobody is an administrator: clarion admin create.');
    for (const { membershipNumber, displayName, from, until } of all) {
      console.log(
        `${membershipNumber}  ${displayName}, since ${from}${until ? ` until ${until}` : ''}`,
      );
    }
  });
}

async function end({ number }: Given): Promise<void> {
  await opened(async ({ database }) => {
    const ended = await database.transaction((tx) =>
      endAdministrator(tx, numberIn(number), new Date()),
    );
    if (ended === 0) throw new PlainError('Nobody with that number is an administrator.');
    console.log('They are no longer an administrator.');
  });
}

const NUMBER = '--number <membership number>';

/** `clarion admin …` */
export function adminCommand(): Command {
  const command = new Command('admin').description(
    'Who appoints officers and puts addresses right. What is done here enters the public record.',
  );
  command
    .command('create')
    .description('makes somebody an administrator, and prints a link by which they sign in once')
    .requiredOption(NUMBER, 'who it is')
    .option('--name <name>', 'what they are called, where they are not on the roll')
    .option('--clp <CLP>', 'their CLP, likewise')
    .action(create);
  command
    .command('link')
    .description(
      'prints a link by which an officer signs in once, to add their first passkey or another for a lost one',
    )
    .requiredOption(NUMBER, 'who it is: staff, a moderator, or an officer of a national body')
    .action(link);
  command.command('list').description('who is an administrator today').action(list);
  command
    .command('end')
    .description('ends somebody’s office of administrator at once')
    .requiredOption(NUMBER, 'who it is')
    .action(end);
  return command;
}
