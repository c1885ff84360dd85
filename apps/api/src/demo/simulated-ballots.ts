import { seeded, TEMPLATES } from '@clarion/deliberation';
import type { Keyring } from '../keyring/keyring.js';
import type { ImportedBallot } from '../voting/priority-ballot-many.queries.js';
import { bodyId, demoId, memberId } from './ids.js';
import type { ConsultationScript, ProposalScript } from './script.js';
import { groupOf, type SimulatedVoter, takingPart } from './simulated-votes.js';

/** Of those who voted, so many also choose what matters most. */
const CHOOSE = 0.62;
/** Most who choose use every place; the others stop before. */
const FULL = 0.6;

/** What somebody would rather have than not, by how much, with a taste of their own. */
function byWeight(
  proposals: readonly ProposalScript[],
  group: 0 | 1 | 2,
  random: () => number,
): ProposalScript[] {
  return proposals
    .map((proposal) => ({ proposal, weight: proposal.lean[group] + 0.9 * random() }))
    .sort((a, b) => b.weight - a.weight || (a.proposal.key < b.proposal.key ? -1 : 1))
    .map(({ proposal }) => proposal);
}

/** Every simulated priority ballot of a consultation, from the planted groups. */
export function planBallots(
  script: ConsultationScript,
  voters: readonly SimulatedVoter[],
  keys: Keyring,
): ImportedBallot[] {
  const consultationId = demoId('consultation', script.key);
  const size = TEMPLATES[script.template].rules.priorityBallotSize;
  const standing = script.proposals.filter(({ withdrawn }) => !withdrawn);
  return takingPart(script, voters).flatMap((voter) => {
    const random = seeded(`priorities ${script.key} ${voter.key}`);
    if (!voter.isKeen && random() >= CHOOSE) return [];
    const places = random() < FULL ? size : 1 + Math.floor(random() * size);
    const others = standing.filter(({ author }) => author !== voter.key);
    const chosen = byWeight(others, groupOf(script.key, voter.key), random).slice(0, places);
    return [
      {
        pseudonym: keys.pseudonym(consultationId, memberId(voter.key)),
        clpId: bodyId(voter.clp),
        proposalIds: chosen.map(({ key }) => demoId('proposal', key)),
      },
    ];
  });
}
