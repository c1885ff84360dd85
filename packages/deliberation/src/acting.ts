import type { Verdict } from './choice.js';
import type { Day } from './day.js';
import type { Outcome } from './decision.js';
import { firstRefusal, refuseDueDay, refuseReason } from './eligibility.js';
import {
  type BodyRef,
  type Duty,
  EVIDENCE_KINDS,
  mayActFor,
  mayReview,
  type OfficeHeld,
} from './office.js';
import type { Act, Phase } from './phase.js';
import { refuseInPhase } from './phase-change.js';
import { type Refusal, refusal } from './refusal.js';
import { type ContributionStatus, isRanked } from './status.js';
import { isWebAddress, refuseText, SOURCES_MAX, TEXT } from './text.js';

/** Somebody who acts for a body on a day. */
export interface OfficerAct {
  phase: Phase;
  /** The offices they hold; null when nobody is signed in. */
  offices: readonly OfficeHeld[] | null;
  /** The body acted for; null when there is none of that id. */
  body: BodyRef | null;
  on: Day;
}

/** Refuses whoever carries no such duty for the body: sign-in, the body, the office. */
export function refuseOfficer(
  ask: Pick<OfficerAct, 'offices' | 'body' | 'on'>,
  duty: Duty,
): Refusal | null {
  const { offices, body, on } = ask;
  if (!offices) return refusal('not_signed_in');
  if (!body) return refusal('not_found', { what: 'body', field: 'bodyId' });
  if (mayActFor(offices, body, duty, on)) return null;
  return refusal('not_an_officer', { bodyName: body.name });
}

function refuseInOffice(ask: OfficerAct, duty: Duty, act: Act): Refusal | null {
  return refuseOfficer(ask, duty) ?? refuseInPhase(ask.phase, act);
}

/** Refuses proposing in a body's name to whoever does not speak for it. */
export function refuseSpeaking(ask: OfficerAct): Refusal | null {
  return refuseInOffice(ask, 'speak', 'propose');
}

/** Evidence as it is sent in. */
export interface EvidenceText {
  claim: string;
  detail: string;
  authorName: string;
  confidenceReason: string;
  declaredInterest: string;
  mandate: string;
  sources: readonly { title: string; url?: string | null }[];
}

function refuseSources(sources: EvidenceText['sources']): Refusal | null {
  if (sources.length === 0) return refusal('source_required', { field: 'sources' });
  if (sources.length > SOURCES_MAX) {
    return refusal('too_many', { field: 'sources', label: 'the sources', max: SOURCES_MAX });
  }
  for (const { title, url } of sources) {
    const fault = refuseText(title, TEXT.sourceTitle);
    if (fault) return fault;
    if (url && !isWebAddress(url)) {
      const saying = `“${url.slice(0, 80)}” is not an address we can link. Write it from https:// on, or leave it out.`;
      return refusal('not_valid', { field: 'sources', saying });
    }
  }
  return null;
}

/**
 * Refuses evidence: who does not speak for the body, a kind of body that gives none, phase, a proposal
 * that was taken back, and each text that is missing or too long.
 */
export function refuseEvidence(
  ask: OfficerAct & {
    /** Of the proposal it is about; null when it is about the whole paper. */
    proposalStatus: ContributionStatus | null;
    evidence: EvidenceText;
  },
): Refusal | null {
  const { body, offices, proposalStatus: status, evidence } = ask;
  if (offices && body && !EVIDENCE_KINDS.includes(body.kind)) {
    return refusal('wrong_kind_of_body', { bodyName: body.name, field: 'bodyId' });
  }
  return firstRefusal(
    refuseInOffice(ask, 'speak', 'give_evidence'),
    status && !isRanked(status) ? refusal('proposal_closed', { status }) : null,
    refuseText(evidence.authorName, TEXT.authorName),
    refuseText(evidence.claim, TEXT.claim),
    refuseText(evidence.detail, TEXT.detail),
    refuseText(evidence.confidenceReason, TEXT.confidenceReason),
    refuseText(evidence.declaredInterest, TEXT.declaredInterest),
    refuseText(evidence.mandate, TEXT.mandate),
    refuseSources(evidence.sources),
  );
}

/** Refuses contesting evidence: who does not speak for the body, the body's own evidence, evidence taken back, phase, the text. */
export function refuseContest(
  ask: OfficerAct & { givenByBodyId: string; status: ContributionStatus; text: string },
): Refusal | null {
  const { body, status } = ask;
  return firstRefusal(
    refuseInOffice(ask, 'speak', 'contest_evidence'),
    body && body.id === ask.givenByBodyId ? refusal('own_evidence', { bodyName: body.name }) : null,
    status === 'published' ? null : refusal('evidence_closed', { status }),
    refuseText(ask.text, TEXT.contest),
  );
}

/** Bodies that may answer in any consultation. */
function answersEverywhere(body: BodyRef): boolean {
  return body.kind === 'national_policy_forum' || body.kind === 'joint_policy_committee';
}

/** Refuses a body that this consultation is none of: neither one of its own, nor a national one, nor one referred to. */
function refuseAnsweringBody(
  body: BodyRef | null,
  answeringBodyIds: readonly string[],
): Refusal | null {
  if (!body || answersEverywhere(body) || answeringBodyIds.includes(body.id)) return null;
  return refusal('wrong_kind_of_body', { bodyName: body.name, field: 'bodyId' });
}

/** Refuses marking evidence as considered: who does not decide for a body that answers here, evidence taken back or already considered, the sentence. */
export function refuseConsideration(
  ask: OfficerAct & {
    answeringBodyIds: readonly string[];
    status: ContributionStatus;
    consideredBy: string | null;
    sentence: string;
  },
): Refusal | null {
  const { body, status, consideredBy } = ask;
  return firstRefusal(
    refuseOfficer(ask, 'decide'),
    refuseAnsweringBody(body, ask.answeringBodyIds),
    refuseInPhase(ask.phase, 'consider_evidence'),
    status === 'published' ? null : refusal('evidence_closed', { status }),
    consideredBy === null ? null : refusal('already_considered', { bodyName: consideredBy }),
    refuseText(ask.sentence, TEXT.consideredSentence),
  );
}

/** An answer as it is sent in. */
export interface DecisionAsk extends OfficerAct {
  /** The body that put the consultation, its commissions, and bodies an answer referred this proposal to. */
  answeringBodyIds: readonly string[];
  proposal: { id: string; status: ContributionStatus };
  outcome: Outcome;
  reason: string;
  nextStop: string;
  dueOn: string;
  /** For a merger: the proposal it goes into, when there is one of that id. */
  mergedInto: { id: string; status: ContributionStatus; isInSameConsultation: boolean } | null;
  /** For a referral: the body it goes to, when there is one of that id. */
  referredTo: { id: string } | null;
}

function refuseTarget(ask: DecisionAsk): Refusal | null {
  const { outcome, mergedInto, referredTo, proposal, body } = ask;
  if (outcome === 'merge') {
    const isGood =
      mergedInto?.isInSameConsultation &&
      mergedInto.id !== proposal.id &&
      (mergedInto.status === 'published' || mergedInto.status === 'not_taken_forward');
    if (!isGood) return refusal('merge_target_required', { field: 'mergedIntoId' });
  }
  if (outcome === 'refer' && (!referredTo || referredTo.id === body?.id)) {
    return refusal('refer_target_required', { field: 'referredToId' });
  }
  return null;
}

/**
 * Refuses an answer: who does not decide for the body, a body that has nothing to answer here, phase, a
 * proposal taken back or not published, a missing reason, next stop, day or target. A commission's
 * answer is signed by its own officers; a representative signs for the National Policy Forum. A body
 * may answer again: the later answer replaces its earlier one.
 */
export function refuseDecision(ask: DecisionAsk): Refusal | null {
  const { body, proposal, reason, nextStop, dueOn, on } = ask;
  const status = proposal.status;
  const stop = refuseText(nextStop, TEXT.nextStop);
  return firstRefusal(
    refuseOfficer(ask, 'decide'),
    refuseAnsweringBody(body, ask.answeringBodyIds),
    refuseInPhase(ask.phase, 'decide'),
    isRanked(status) ? null : refusal('proposal_closed', { status }),
    refuseReason(reason, 'reason', TEXT.reason.max),
    stop?.reason === 'empty' ? refusal('next_stop_required', { field: 'nextStop' }) : stop,
    refuseDueDay(dueOn, on),
    refuseTarget(ask),
  );
}

/** Refuses marking the next stop of an answer as reached: who does not decide for the body, done already, replaced, the note. */
export function refuseNextStopDone(
  ask: OfficerAct & { isDone: boolean; isReplaced: boolean; note: string },
): Refusal | null {
  return firstRefusal(
    refuseInOffice(ask, 'decide', 'complete_next_stop'),
    ask.isReplaced ? refusal('answer_replaced') : null,
    ask.isDone ? refusal('already_done') : null,
    refuseText(ask.note, TEXT.doneNote),
  );
}

/**
 * Refuses a verdict on an answer: sign-in, phase, an answer that was replaced, and whoever did not back
 * the proposal, which is to agree with it or to have written it.
 */
export function refuseVerdict(ask: {
  phase: Phase;
  isSignedIn: boolean;
  agreed: boolean;
  isAuthor?: boolean;
  isReplaced: boolean;
  next?: Verdict;
}): Refusal | null {
  if (!ask.isSignedIn) return refusal('not_signed_in');
  return firstRefusal(
    refuseInPhase(ask.phase, 'answer_verdict'),
    ask.isReplaced ? refusal('answer_replaced') : null,
    ask.agreed || ask.isAuthor ? null : refusal('did_not_back'),
  );
}

/** Refuses making or changing a paper, setting its phase or publishing a round to whoever does not convene for the body that puts it. */
export function refuseConvening(
  ask: OfficerAct,
  act: 'edit_paper' | 'change_phase' | 'publish_round',
): Refusal | null {
  return refuseInOffice(ask, 'convene', act);
}

/** Refuses publishing a round: who does not convene, phase, and where nobody has voted. */
export function refuseRound(ask: OfficerAct & { voterCount: number }): Refusal | null {
  return (
    refuseConvening(ask, 'publish_round') ??
    (ask.voterCount === 0 ? refusal('nothing_to_publish') : null)
  );
}

/** Refuses the review queue to whoever neither sits on the National Policy Forum nor answers here. */
export function refuseReview(
  ask: Pick<OfficerAct, 'offices' | 'on'>,
  answeringBodyIds: readonly string[],
): Refusal | null {
  if (!ask.offices) return refusal('not_signed_in');
  return mayReview(ask.offices, answeringBodyIds, ask.on) ? null : refusal('not_a_representative');
}
