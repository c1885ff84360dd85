import { NOT_ERASED, sayMoment } from '@clarion/deliberation';
import { HELD } from './held.js';
import { SECTIONS } from './sections.js';

/** What is in no file and why, a line a reason. */
function leftOut(): string[] {
  const byReason = new Map<string, string[]>();
  for (const [column, held] of Object.entries(HELD)) {
    if ('not' in held) byReason.set(held.not, [...(byReason.get(held.not) ?? []), column]);
  }
  return [...byReason].map(([reason, columns]) => `- ${columns.join(', ')}: ${reason}`);
}

/** What goes with somebody's own download, in plain words. */
export const readmeOf = (at: Date): string => `# What is held about you

Made ${sayMoment(at)}. Everything that this Clarion holds about you is in these files. Each is a list in JSON,
which any text editor shows; the names are those of the database.

${SECTIONS.map(({ name, says }) => `- ${name}.json: ${says}`).join('\n')}

Whoever has this folder knows how you voted. Keep it where nobody else looks, and delete it when you are done.

## Votes

Votes are kept under a pseudonym. Only a key outside the database tells which is yours; it was used to make
these files. Where the key of a consultation has been destroyed, nobody finds your votes any more, nor are
they here.

## What is not here

${leftOut().join('\n')}
- What others wrote about you or to you in discussions. It is public, under their names.
- Logs of the server: they hold no names, addresses or votes.

## Putting it right

Your name you change under Settings, “Your data”; your address there too, under “How you are reached”. Your
standing, CLP and dates come from the party's roll: ask the party's membership department, and the next
import brings them here.

## Having it erased

Under Settings, “Your data”, or from the people who run this site when you can no longer sign in. What stays,
and why:

${NOT_ERASED.map(({ what, why }) => `- ${what} ${why ?? ''}`).join('\n')}
`;
