import {
  isRanked,
  type Refusal,
  refusal,
  refusePrioritising,
  refusePriorityBallot,
} from '@clarion/deliberation';
import type { Acting } from '../accounts/acting.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { lockToAct } from '../consultations/consultation.service.js';
import * as members from '../roll/member.queries.js';
import type { BallotPaper } from './ballot.queries.js';
import * as ballots from './ballot.queries.js';
import * as priorities from './priority-ballot.queries.js';
import * as tallies from './tally.queries.js';

/** Whether what was chosen still counts: all that is ranked, so everything but what was taken back. */
export const isCounted = ({ status }: Pick<priorities.Chosen, 'status'>): boolean =>
  isRanked(status);

interface PriorityBallotInput {
  consultationId: string;
  /** In the voter's own order; none takes the ballot back. */
  proposalIds: readonly string[];
}

const isSame = (before: readonly priorities.Chosen[], ids: readonly string[]): boolean =>
  before.length === ids.length && before.every(({ id }, at) => id === ids[at]);

/** Chooses what matters most, or changes or takes back the choice. The same list twice is one ballot. */
export async function castPriorityBallot(
  acting: Acting,
  input: PriorityBallotInput,
): Promise<ConsultationRow | Refusal> {
  const { tx } = acting;
  const found = await openEnrolled(acting, input);
  if ('message' in found) return found;
  const { consultation, key, before } = found;
  const { proposalIds } = input;
  if (isSame(before, proposalIds)) return consultation;
  await priorities.replace(tx, key, proposalIds);
  const more = Number(proposalIds.length > 0) - Number(before.length > 0);
  if (more !== 0) await tallies.changeTurnout(tx, consultation.id, { voters: 0, ballots: more });
  return consultation;
}

/**
 * As `open`, for somebody who is a voter. The first choice here makes them one, and then asks the
 * rules again under their lock. Whoever takes back what they never chose stays a stranger.
 */
async function openEnrolled(acting: Acting, input: PriorityBallotInput) {
  const found = await open(acting, input);
  if ('message' in found || found.isKnown || input.proposalIds.length === 0) return found;
  await ballots.enrol(acting.tx, found.key, acting.viewer.clpId);
  return open(acting, input);
}

/**
 * Locks what a ballot rests on, in the order of a vote: the consultation with everybody who acts in
 * it, the proposals with everybody who votes on them, the voter alone. Inside the locks it asks the rules.
 */
async function open(acting: Acting, { consultationId, proposalIds }: PriorityBallotInput) {
  const { tx, viewer, at, keys } = acting;
  const consultation = await lockToAct(acting, consultationId);
  if (!consultation) return refusal('not_found', { what: 'consultation' });
  const { phase, rules, votesUntil } = consultation;
  const ask = { phase, rules, voter: await members.voterNow(tx, viewer.id), votesUntil };
  // Before the key is asked for: a consultation in preparation has none yet.
  const refusedHere = refusePrioritising(ask, at);
  if (refusedHere) return refusedHere;
  const papers = await priorities.lockPapers(tx, proposalIds);
  const key = { consultationId, pseudonym: keys.pseudonym(consultationId, viewer.id) };
  const known = await ballots.lockVoter(tx, key);
  const before = known ? await priorities.own(tx, key) : [];
  const here = papers.filter((paper) => paper.consultationId === consultationId);
  const refused = refusePriorityBallot({
    ...ask,
    current: before.map(({ id }) => id),
    next: proposalIds,
    proposals: new Map(here.map((paper) => [paper.id, asAsked(paper, before, viewer.id)])),
  });
  // Sent again after a proposal was taken back, it is still the ballot that was cast.
  const isKept = isSame(before, proposalIds);
  return (isKept ? null : refused) ?? { consultation, key, isKnown: known !== null, before };
}

/** A proposal as the rules ask about it. What one chose while it stood may stay for as long as it is ranked. */
function asAsked(paper: BallotPaper, before: readonly priorities.Chosen[], viewerId: string) {
  const isKept = isCounted(paper) && before.some(({ id }) => id === paper.id);
  const status = isKept ? ('published' as const) : paper.status;
  return { status, isMine: paper.authorId === viewerId };
}
