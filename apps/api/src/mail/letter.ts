/** What a mail says. A new kind of mail is added here. */
export type Letter =
  | { kind: 'test' }
  | { kind: 'sign_in_code'; code: string; minutes: number }
  | { kind: 'confirming_code'; code: string; minutes: number }
  | { kind: 'passkey_added' }
  | { kind: 'passkey_removed' };

interface Words {
  subject: string;
  /** In the order to read them, without greeting or name. */
  paragraphs: string[];
}

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
};

const FOOT =
  'Clarion sends mail only about signing in, your own details and what you sent. Answers to this address are not read.';

/** A letter as plain text, with a subject. `site` is the address people know the site by. */
export function write(letter: Letter, site: string): { subject: string; text: string } {
  const words = WORDS[letter.kind] as (letter: Letter, site: string) => Words;
  const { subject, paragraphs } = words(letter, site);
  return { subject, text: [...paragraphs, `-- \n${FOOT}`].join('\n\n') };
}
