import { createHash } from 'node:crypto';
import { type Choice, seeded } from '@clarion/deliberation';
import { CLPS } from '../../src/demo/bodies.js';
import { bodyId } from '../../src/demo/ids.js';
import type { ImportedVote } from '../../src/voting/vote-many.queries.js';
import { importVotes } from './electorate.js';
import type { Stage } from './stage.js';

/** Strangers who think alike. */
export interface Camp {
  people: number;
  /** What they say to each proposal, nine times in ten: `+` agree, `-` disagree, `0` pass, `.` nothing. */
  says: string;
}

const CHOICE: Record<string, Choice> = { '+': 'agree', '-': 'disagree', '0': 'pass' };

/** The pseudonym of a stranger of a camp: the same on every call. */
export const stranger = (consultationId: string, camp: number, person: number): Buffer =>
  createHash('sha256').update(`${consultationId} camp ${camp} ${person}`).digest();

/** Camps vote on proposals; the same seed is the same votes. */
export async function campsVote(
  stage: Stage,
  consultationId: string,
  proposals: readonly string[],
  camps: readonly Camp[],
  seed = 'camps',
): Promise<void> {
  const castAt = new Date();
  const votes: ImportedVote[] = [];
  const voters: { pseudonym: Buffer; clpId: string }[] = [];
  camps.forEach(({ people, says }, camp) => {
    for (let person = 0; person < people; person += 1) {
      const random = seeded(`${seed} ${camp} ${person}`);
      const pseudonym = stranger(consultationId, camp, person);
      voters.push({ pseudonym, clpId: bodyId(CLPS[person % CLPS.length]?.key ?? '') });
      for (const [at, proposalId] of proposals.entries()) {
        const own = CHOICE[says[at % says.length] ?? '.'];
        const other = own === 'agree' ? 'disagree' : 'agree';
        if (!own) continue;
        votes.push({ proposalId, pseudonym, castAt, choice: random() < 0.9 ? own : other });
      }
    }
  });
  await importVotes(stage, consultationId, votes, voters);
}
