import { type Choice, seeded } from '@clarion/deliberation';
import type { Keyring } from '../keyring/keyring.js';
import type { ImportedVote, ImportedVoter } from '../voting/vote-many.queries.js';
import { bodyId, demoId, memberId } from './ids.js';
import type { ConsultationScript, Day, ProposalScript } from './script.js';
import { momentOf } from './timeline.js';

/** A member who votes in the demo. */
export interface SimulatedVoter {
  key: string;
  clp: string;
  /** Takes part in every consultation, whatever its turnout. */
  isKeen?: boolean;
}

/** Shares of the three planted opinion groups. */
const GROUPS = [0.5, 0.8, 1];
/** Votes come thick at first and thin out: the square of an even draw. */
const earlyOf = (draw: number) => draw * draw;

interface PlannedVote extends ImportedVote {
  day: Day;
  voter: number;
}

/** The planted opinion group of somebody in a consultation. */
export const groupOf = (consultation: string, voter: string): 0 | 1 | 2 => {
  const draw = seeded(`group ${consultation} ${voter}`)();
  return GROUPS.findIndex((edge) => draw < edge) as 0 | 1 | 2;
};

function choose(proposal: ProposalScript, group: 0 | 1 | 2, random: () => number): Choice {
  if (random() < proposal.pass) return 'pass';
  return random() < proposal.lean[group] ? 'agree' : 'disagree';
}

/** Who votes in a consultation. */
export const takingPart = (script: ConsultationScript, voters: readonly SimulatedVoter[]) =>
  voters.filter(
    (voter) => voter.isKeen || seeded(`turnout ${script.key} ${voter.key}`)() < script.turnout,
  );

/** Every simulated vote of a consultation, from the planted groups, in the order of days. */
export function planVotes(
  script: ConsultationScript,
  voters: readonly SimulatedVoter[],
  keys: Keyring,
  today: Date,
): { votes: PlannedVote[]; voters: ImportedVoter[] } {
  const consultationId = demoId('consultation', script.key);
  const closes = Math.min(
    -0.05,
    script.votesUntil,
    script.withdrawn?.day ?? 0,
    script.reviewingFrom ?? 0,
  );
  const taking = takingPart(script, voters);
  const known = taking.map((voter) => ({
    pseudonym: keys.pseudonym(consultationId, memberId(voter.key)),
    clpId: bodyId(voter.clp),
  }));
  const votes = taking.flatMap((voter, index) => {
    const random = seeded(`votes ${script.key} ${voter.key}`);
    const group = groupOf(script.key, voter.key);
    const stamina = 0.55 + random() * 0.75;
    return script.proposals.flatMap((proposal) => {
      const takes = random() < proposal.reach * stamina;
      const when = random();
      const choice = choose(proposal, group, random);
      const ends = Math.min(closes, proposal.withdrawn?.day ?? closes);
      const isOwn = proposal.author === voter.key;
      if (!takes || isOwn || proposal.day >= ends) return [];
      const day = proposal.day + earlyOf(when) * (ends - proposal.day);
      return [
        {
          proposalId: demoId('proposal', proposal.key),
          pseudonym: (known[index] as ImportedVoter).pseudonym,
          choice,
          castAt: momentOf(today, day),
          version: proposal.revision && day >= proposal.revision.day ? 2 : 1,
          day,
          voter: index,
        },
      ];
    });
  });
  return { votes: votes.sort((one, other) => one.day - other.day), voters: known };
}
