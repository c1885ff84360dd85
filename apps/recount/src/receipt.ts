import { readFile } from 'node:fs/promises';
import { MalformedFile } from '@clarion/exchange';
import { type VoteFinding, verifyKeptReceipt, verifyKeptVotes } from '@clarion/exchange/record';
import type { Outcome } from './outcome.js';
import { oneLine } from './print.js';
import type { Usage } from './usage.js';

const trustIn = (isKeyKnown: boolean) =>
  isKeyKnown
    ? 'the key that you named'
    : 'the key in the receipt itself: compare it with what others have';

/** `recount verify-receipt <file>`: what it proves, or why it proves nothing. */
export async function verifyReceiptFile(usage: Usage): Promise<Outcome> {
  const text = await readFile(usage.path, 'utf8').catch(() => {
    throw new MalformedFile(usage.path, null, 'there is no such file, or it cannot be read.');
  });
  return (await votesIn(text, usage)) ?? sentIn(text, usage);
}

/** The receipt of something that was sent. */
async function sentIn(text: string, { key: wanted }: Usage): Promise<Outcome> {
  const report = await verifyKeptReceipt(text, wanted);
  const { ok, problem, number, size, origin, act, texts, key, isKeyKnown } = report;
  return {
    identical: ok,
    lines: ok
      ? [
          oneLine(`Entry ${number} of the record of ${origin}, as it was signed over ${size}`),
          oneLine(`  ${JSON.stringify(act)}`),
          ...Object.entries(texts).map(([name, words]) => oneLine(`  ${name}: ${words}`)),
          `Signed with ${key}`,
          `Checked with ${trustIn(isKeyKnown)}`,
          '',
          'holds',
        ]
      : [`broken: ${oneLine(problem ?? '')}`],
    json: report,
  };
}

/** Receipts of votes; null where the file is of something else. */
async function votesIn(text: string, { key }: Usage): Promise<Outcome | null> {
  const report = await verifyKeptVotes(text, key);
  if (!report) return null;
  const { ok, isKeyKnown, unread, votes } = report;
  const wrong = votes.find((each) => !each.ok);
  const broken = wrong
    ? `the vote ${wrong.commitment}: ${wrong.problem}`
    : unread > 0
      ? `${unread} of the receipts cannot be read.`
      : 'There is no receipt in it.';
  const keys = new Set(votes.flatMap((each) => each.key ?? []));
  return {
    identical: ok,
    lines: [
      ...votes.flatMap((each) => (each.ok ? linesOf(each) : [])),
      ...[...keys].map((each) => `Signed with ${each}`),
      `Checked with ${trustIn(isKeyKnown)}`,
      '',
      ok ? 'holds' : `broken: ${oneLine(broken)}`,
    ],
    json: report,
  };
}

function linesOf(finding: VoteFinding): string[] {
  const { vote, commitment, consultation, batch, count, number, size, origin } = finding;
  return [
    oneLine(
      vote
        ? `A vote to ${vote.choice} on proposal ${vote.proposal}`
        : 'A vote; what it says is not in this file',
    ),
    oneLine(`  of consultation ${consultation}, committed to by ${commitment}`),
    oneLine(`  one of ${count} in batch ${batch}: entry ${number} of the record of ${origin},`),
    `  as it was signed over ${size}`,
  ];
}
