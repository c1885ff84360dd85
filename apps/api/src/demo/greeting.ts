import type { EntityManager } from 'typeorm';
import * as accounts from '../accounts/account.queries.js';

/** An address a person can click: 127.0.0.1 rather than [::1] or 0.0.0.0. */
export const readableAddress = (url: string): string =>
  url
    .replace('[::1]', 'localhost')
    .replace('0.0.0.0', 'localhost')
    .replace('127.0.0.1', 'localhost');

/** How to sign in as each of the demo's people, for the terminal. */
export async function sayPeople(db: EntityManager, address: string): Promise<string> {
  const people = await accounts.demoPeople(db);
  const widest = Math.max(...people.map(({ member }) => member.displayName.length));
  const lines = people.map(
    ({ member, description }) => `  ${member.displayName.padEnd(widest)}  ${description}`,
  );
  return [
    'This is a demonstration with invented people. To sign in as one of them, open',
    `${address}/sign-in and pick a name:`,
    '',
    ...lines,
    '',
    'Stop with Ctrl-C. The data stays in ./data; `pnpm clarion demo reset` begins afresh.',
  ].join('\n');
}
