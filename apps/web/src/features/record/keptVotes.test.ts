import { commitBallot, fromHex, toHex } from '@clarion/record';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { drawRandom, endVote, keepVote, keptVotes, openKeptVotes } from './keptVotes';

const place = { consultationId: 'warm-homes', proposalId: 'insulation' };

async function answered(choice: string, random: string, previous: string | null) {
  const made = await commitBallot({
    consultation: place.consultationId,
    proposal: place.proposalId,
    choice,
    random: fromHex(random) as Uint8Array,
    previous: previous === null ? null : fromHex(previous),
  });
  return { commitment: toHex(made), previous };
}

describe('What opens a vote', () => {
  beforeEach(() => {
    localStorage.clear();
    openKeptVotes('asha');
  });

  test('is kept by Asha’s browser, the change as well, and what was taken back stands no longer', async () => {
    const [one, two] = [drawRandom(), drawRandom()];
    const first = await answered('agree', one, null);
    await keepVote({ ...place, choice: 'agree', random: one }, first);
    await keepVote({ ...place, choice: 'agree', random: one }, first);
    const second = await answered('pass', two, first.commitment);
    await keepVote({ ...place, choice: 'pass', random: two }, second);
    expect(keptVotes().map(({ choice, isLast }) => [choice, isLast])).toEqual([
      ['agree', false],
      ['pass', true],
    ]);
    endVote(place.proposalId);
    expect(keptVotes().map(({ isLast }) => isLast)).toEqual([false, false]);
    openKeptVotes('tom');
    expect(keptVotes()).toEqual([]);
  });

  test('is not kept where Clarion committed to something else', async () => {
    const random = drawRandom();
    const other = await answered('disagree', random, null);
    await keepVote({ ...place, choice: 'agree', random }, other);
    expect(keptVotes()).toEqual([]);
  });
});
