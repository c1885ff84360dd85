import { Command } from 'commander';
import { open } from '../database/open.js';
import { readEnvironment } from '../environment.js';
import * as mail from '../mail/failed-mail.queries.js';
import { MailFault } from '../mail/mail-fault.js';
import { send } from '../mail/post.js';
import { PlainError } from '../plain-error.js';

async function test(address: string): Promise<void> {
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw new PlainError(`“${address}” is not an email address.`);
  }
  try {
    await send(readEnvironment(), address, { kind: 'test' });
  } catch (fault) {
    throw fault instanceof MailFault ? new PlainError(fault.message) : fault;
  }
  console.log(
    `The mail server took a mail for ${address}. Look whether it arrives, and not as spam.`,
  );
}

/** Does something with all mail that was never sent, and says with how much. */
async function withFailed(
  act: (typeof mail)['tryAgain' | 'forget'],
  saying: string,
): Promise<void> {
  const { database, close } = await open({ mayShare: true });
  try {
    console.log(`${saying}: ${await act(database.manager)}.`);
  } finally {
    await close();
  }
}

/** `clarion mail …` */
export function mailCommand(): Command {
  const command = new Command('mail').description(
    'Mail: whether it works, and what was never sent.',
  );
  command
    .command('test')
    .argument('<address>', 'where to send a mail')
    .description('sends a mail, or says in words why it cannot be sent')
    .action(test);
  command
    .command('retry')
    .description('tries again what was never sent')
    .action(() => withFailed(mail.tryAgain, 'Mail that the server tries again'));
  command
    .command('forget')
    .description('lets go of what was never sent, and of the addresses in it')
    .action(() => withFailed(mail.forget, 'Mail let go'));
  return command;
}
