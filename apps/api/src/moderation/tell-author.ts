import { appealUntil, isReversible, type ModerationAct, sayToAuthor } from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import { enqueue } from '../mail/mail.js';
import * as contacts from '../roll/contact.queries.js';
import type { ActRow } from './moderation-act.queries.js';

/** What the author of what an act is about reads of it, by paragraphs. */
export const toAuthor = (act: ActRow): string[] =>
  sayToAuthor({
    ...act,
    kind: act.aboutKind,
    bodyName: act.body.kind === 'clp' ? act.body.name : `the ${act.body.name}`,
    appealUntil: isReversible(act.act) ? appealUntil(act.at) : null,
  });

/** What changes nothing of what somebody sent is not written to them. */
const UNTOLD: readonly ModerationAct[] = ['keep', 'read'];

/** Writes to the author, where they are reached by mail. */
export async function tellAuthor({ tx }: Acting, act: ActRow): Promise<void> {
  const memberId = act.suspendedId ?? act.authorId;
  const isTold = memberId !== null && !UNTOLD.includes(act.act);
  const contact = isTold ? await contacts.ofMember(tx, memberId) : null;
  if (!contact) return;
  await enqueue(tx, {
    to: contact.email,
    letter: { kind: 'moderation', paragraphs: toAuthor(act) },
  });
}
