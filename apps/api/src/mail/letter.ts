import { type ContactWay, sayMoment } from '@clarion/deliberation';

/** What a mail says. A new kind of mail is added here. */
export type Letter =
  | { kind: 'test' }
  | { kind: 'sign_in_code'; code: string; minutes: number }
  | { kind: 'confirming_code'; code: string; minutes: number }
  | { kind: 'passkey_added' }
  | { kind: 'passkey_removed' }
  | { kind: 'code_held'; until: Date | null }
  | { kind: 'contact_proof'; code: string; minutes: number }
  | { kind: 'contact_left'; way: ContactWay; code: string; until: Date | null }
  | { kind: 'contact_arrived'; way: ContactWay; until: Date | null }
  | { kind: 'contact_restored' }
  | { kind: 'erased' }
  | { kind: 'moderation'; paragraphs: string[] };

interface Words {
  subject: string;
  /** In the order to read them, without greeting or name. */
  paragraphs: string[];
}

const CHANGED_BY: Record<ContactWay, string> = {
  member:
    'It was changed by somebody who was signed in as you, and who read a code at the new address.',
  roll: 'The new address came with the party’s list of members.',
  staff: 'An administrator of the party changed it.',
};

const held = (until: Date | null) =>
  until
    ? `Until ${sayMoment(until)} no code to sign in is sent to the new address, and no vote is taken from you.`
    : 'Codes to sign in are now sent to the new address.';

const WORDS: {
  [Kind in Letter['kind']]: (letter: Extract<Letter, { kind: Kind }>, site: string) => Words;
} = {
  test: (_, site) => ({
    subject: 'A test from Clarion',
    paragraphs: [
      `This was sent from ${site} to see whether its mail arrives. It does.`,
      'There is nothing you need to do.',
    ],
  }),
  moderation: ({ paragraphs }, site) => ({
    subject: 'About something you sent',
    paragraphs: [...paragraphs, `You find it under Mine at ${site}.`],
  }),
  sign_in_code: ({ code, minutes }, site) => ({
    // The code stands first, so that a phone shows it without opening the mail.
    subject: `${code} is your code for Clarion`,
    paragraphs: [
      `Somebody, we hope you, wants to sign in at ${site}. The code is:`,
      code,
      `Type it into the page that asked for it. It works there alone, once, for ${minutes} minutes.`,
      'Nobody from the party will ever ask you for this code. If you did not want to sign in, do nothing: without the code nobody gets in.',
    ],
  }),
  confirming_code: ({ code, minutes }, site) => ({
    subject: `${code} is your code for Clarion`,
    paragraphs: [
      `You are about to do something at ${site} that asks you to confirm that it is you. The code is:`,
      code,
      `Type it into the page that asked for it. It works there alone, once, for ${minutes} minutes.`,
      `If that was not you, somebody is using Clarion in your name: sign in, open Settings and end all other sessions.`,
    ],
  }),
  passkey_added: (_, site) => ({
    subject: 'A passkey was added to your account at Clarion',
    paragraphs: [
      `From now on you can sign in at ${site} with it.`,
      `If you did not add it, somebody else has: sign in, open Settings, take it away and end all other sessions.`,
    ],
  }),
  passkey_removed: (_, site) => ({
    subject: 'A passkey was taken from your account at Clarion',
    paragraphs: [
      `It no longer signs you in at ${site}.`,
      `If you did not take it away, somebody else has: sign in, open Settings and end all other sessions.`,
    ],
  }),
  code_held: ({ until }, site) => ({
    subject: 'No code for Clarion yet',
    paragraphs: [
      `A code to get in at ${site} was asked for. None is sent here yet, because this address is new.`,
      held(until),
      'Somebody with a passkey can use it meanwhile. If you did not ask for a code, do nothing.',
    ],
  }),
  contact_proof: ({ code, minutes }, site) => ({
    subject: `${code} is your code for Clarion`,
    paragraphs: [
      `Somebody, we hope you, wants to be reached at this address at ${site}. The code that shows that you read it is:`,
      code,
      `Type it into the page that asked for it. It works there alone, once, for ${minutes} minutes.`,
      'If that was not you, do nothing: nothing has changed.',
    ],
  }),
  contact_left: ({ way, code, until }, site) => ({
    subject: 'Your address at Clarion was changed',
    paragraphs: [
      `At ${site} you are no longer reached at this address, but at another one. ${CHANGED_BY[way]}`,
      'If that is right, there is nothing you need to do.',
      `If it is not, you can take it back for 14 days. Open ${site} as you always do, choose “Settings”, then “Object to a change of address”, and type this code:`,
      code,
      `Then this address is yours again, and whoever is signed in as you no longer is. ${held(until)}`,
      'There is no link in this mail: whoever sends you one to click is not us.',
    ],
  }),
  contact_arrived: ({ way, until }, site) => ({
    subject: 'You are now reached here by Clarion',
    paragraphs: [
      `At ${site} somebody is now reached at this address. ${CHANGED_BY[way]}`,
      held(until),
      'If you have nothing to do with it, tell the party: somebody may have typed a wrong address.',
    ],
  }),
  erased: (_, site) => ({
    subject: 'What Clarion held about you is erased',
    paragraphs: [
      `At ${site} your name, your addresses and the words of what you sent are gone, and nobody can sign in as you any more. What stays, and why, is said there under “Privacy”.`,
      'If it was not you who asked for it, tell the party. It cannot be undone.',
      'This is the last mail to this address; it is forgotten with it.',
    ],
  }),
  contact_restored: (_, site) => ({
    subject: 'A change of address at Clarion was taken back',
    paragraphs: [
      `A change of address at ${site} was taken back, because its owner objected. The address before the change stands again.`,
      'If you did not object, tell the party.',
    ],
  }),
};

const FOOT =
  'Clarion sends mail only about signing in, your own details and what you sent. Answers to this address are not read.';

/** A letter as plain text, with a subject. `site` is the address people know the site by. */
export function write(letter: Letter, site: string): { subject: string; text: string } {
  const words = WORDS[letter.kind] as (letter: Letter, site: string) => Words;
  const { subject, paragraphs } = words(letter, site);
  return { subject, text: [...paragraphs, `-- \n${FOOT}`].join('\n\n') };
}
