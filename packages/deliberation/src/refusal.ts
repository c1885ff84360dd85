import { type Day, sayDay, sayMoment } from './day.js';
import type { Act, Phase } from './phase.js';
import { STANDING_PLURALS, type Standing } from './standing.js';
import type { ContributionStatus } from './status.js';
import { count, list, sayCount } from './words.js';

/** Why something was refused: the one spelling from the database to the button. */
export const REFUSAL_REASONS = [
  'not_signed_in',
  'not_found',
  'not_yours',
  'not_an_officer',
  'not_a_representative',
  'lapsed',
  'contact_hold',
  'second_person',
  'not_offered',
  'wrong_code',
  'which_member',
  'passkey_refused',
  'passkey_first',
  'second_proof',
  'last_passkey',
  'not_for_oneself',
  'wrong_phase',
  'wrong_next_phase',
  'answers_missing',
  'rules_frozen',
  'votes_closed',
  'wrong_standing',
  'joined_too_late',
  'own_proposal',
  'vote_is_final',
  'no_priority_ballot',
  'counts_hidden',
  'lens_not_available',
  'proposal_closed',
  'comment_closed',
  'evidence_closed',
  'wrong_kind_of_body',
  'own_evidence',
  'own_comment',
  'already_contested',
  'empty',
  'too_long',
  'too_many',
  'not_valid',
  'source_required',
  'already_exists',
  'already_withdrawn',
  'already_done',
  'already_considered',
  'changed_since',
  'nothing_changed',
  'reason_required',
  'next_stop_required',
  'due_date_required',
  'due_date_past',
  'merge_target_required',
  'refer_target_required',
  'did_not_back',
  'answer_replaced',
  'not_editable',
  'not_published',
  'already_adopted',
  'working_version_exists',
  'nothing_to_publish',
  'unsourced_paragraphs',
  'one_source_each',
  'dates_out_of_order',
  'commission_required',
  'confirm_first',
  'not_a_moderator',
  'party_to_it',
  'other_moderator',
  'already_moderated',
  'already_reported',
  'already_appealed',
  'suspended',
  'thread_locked',
  'newcomer_limit',
  'newcomer_links',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** An expected no. `field` names the input at fault, when there is one. */
export interface Refusal {
  reason: RefusalReason;
  message: string;
  field: string | null;
}

/** What was looked for or acted on, by the word used on the screen. */
export const THINGS = {
  proposal: 'proposal',
  priority_ballot: 'priority ballot',
  comment: 'comment',
  evidence: 'evidence',
  consultation: 'consultation',
  round: 'round',
  draft: 'draft',
  paragraph: 'paragraph',
  decision: 'answer',
  body: 'body',
  commission: 'commission',
  member: 'member',
  office: 'office',
  contact: 'address',
  contact_change: 'change of address',
  sign_in_link: 'link',
  passkey: 'passkey',
  session: 'session',
  source: 'source',
  interest: 'interest',
  lens: 'lens',
  moderation_act: 'act of a moderator',
  report: 'report',
  appeal: 'appeal',
  demo_person: 'person of the demonstration',
} as const;
export type Thing = keyof typeof THINGS;

/** What a message may speak of. Only these values enter a message: no secrets, no other person's data. */
export interface RefusalDetails {
  what?: Thing;
  /** The input at fault, as the contract spells it. */
  field?: string;
  /** The field as it is called on the screen: "the statement". */
  label?: string;
  max?: number;
  length?: number;
  phase?: Phase;
  act?: Act;
  to?: Phase;
  day?: Day;
  /** A moment, shown to the minute. */
  until?: Date;
  standings?: readonly Standing[];
  bodyName?: string;
  status?: ContributionStatus;
  answered?: number;
  of?: number;
  votes?: number;
  numbers?: readonly string[];
  /** A sentence that says what is wrong, for `not_valid`, `counts_hidden` and `lens_not_available`. */
  saying?: string;
}

const PHASE_SAYS: Record<Phase, string> = {
  preparing: 'This consultation is still being prepared and has not opened yet.',
  open: 'This consultation is open.',
  prioritising: 'Members are choosing what matters most.',
  reviewing: 'Discussion and voting have closed, and the commissions are answering.',
  reported: 'This consultation has ended and its answers have been given.',
  withdrawn: 'This consultation was withdrawn.',
};

const ACT_SAYS: Record<Act, string> = {
  edit_paper: 'The paper can no longer be changed.',
  change_phase: 'Its phase can no longer be changed.',
  publish_round: 'A round can be published once members have begun to vote.',
  propose: 'New proposals are taken only while it is open.',
  edit_proposal: 'Proposals can be changed only while it is open.',
  withdraw: 'A contribution can be taken back until voting closes.',
  comment: 'Comments are taken while it is open and while members choose what matters most.',
  edit_comment: 'Comments can be changed until voting closes.',
  mark_good_point: 'Good points can be marked until voting closes.',
  give_evidence: 'Evidence is taken until voting closes.',
  contest_evidence: 'Evidence can be contested until every answer has been given.',
  consider_evidence: 'Evidence can be considered once it has opened.',
  vote: 'Votes are taken while it is open and while members choose what matters most.',
  prioritise: 'What matters most is chosen after the discussion, before the answers.',
  decide: 'Answers can be given once it has opened.',
  complete_next_stop: 'There is no next stop to complete before it opens.',
  answer_verdict: 'There is no answer to judge before it opens.',
  draft: 'A draft can be written once it has opened.',
  adopt: 'A draft can be adopted once it has opened.',
};

const CLOSED_SAYS: Record<ContributionStatus, string> = {
  published: 'is published',
  waiting: 'has not been published yet',
  withdrawn: 'was taken back by its author',
  merged: 'goes on inside another proposal',
  not_taken_forward: 'was answered and is not taken forward',
  hidden: 'was hidden by a moderator',
};

const PHASE_NAMES: Record<Phase, string> = {
  preparing: 'in preparation',
  open: 'open',
  prioritising: 'at choosing what matters most',
  reviewing: 'in review',
  reported: 'reported',
  withdrawn: 'withdrawn',
};

const thing = ({ what = 'proposal' }: RefusalDetails) => THINGS[what];
const label = (details: RefusalDetails) => details.label ?? 'this';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const closed = (details: RefusalDetails) =>
  `This ${thing(details)} ${CLOSED_SAYS[details.status ?? 'withdrawn']}`;

const MESSAGES: Record<RefusalReason, (details: RefusalDetails) => string> = {
  not_signed_in: () => 'You are not signed in. Sign in, then try again; what you typed is kept.',
  not_found: (d) =>
    `We could not find that ${thing(d)}. It may have been addressed wrongly: go back and open it again.`,
  not_yours: (d) =>
    `This ${thing(d)} was sent by somebody else, so only they can change it or take it back.`,
  not_an_officer: (d) =>
    d.bodyName
      ? `Only an officer of ${d.bodyName} whose office covers this can do it. If that is you, ask its secretary to bring the list of officers up to date.`
      : 'This is for officers whose office covers it. If that is you, ask the secretary of your body to bring the list of officers up to date.',
  not_a_representative: () =>
    'This is for representatives on the National Policy Forum and the officers who answer this consultation.',
  lapsed: (d) =>
    `Your membership lapsed${d.day ? ` on ${sayDay(d.day)}` : ''}. You can read everything; to take part, renew it with the party.`,
  contact_hold: (d) =>
    `Your email address changed a short while ago. So that nobody votes in another’s name, codes by email and votes wait${d.until ? ` until ${sayMoment(d.until)}` : ' for three days'}. If you did not ask for it, say so under Settings.`,
  second_person: () =>
    'It takes two people, and you are the one who asked for it. Another administrator decides.',
  not_offered: () =>
    'Signing in this way has not been set up here. Choose another way, or ask the people who run this site.',
  wrong_code: () =>
    'That code is not right, or it no longer works: it works once, for ten minutes and five tries, in the browser that asked for it. Look at the latest mail, or ask for a new code.',
  which_member: (d) =>
    d.saying ?? 'More than one member uses this address. Type your membership number as well.',
  passkey_refused: (d) =>
    d.saying ?? 'That passkey could not be used here. Try again, or choose another way.',
  passkey_first: () =>
    'You have a passkey, and your office needs it. Sign in with it, then change your passkeys. If it is lost, ask whoever runs this server for a link to sign in.',
  second_proof: () =>
    'Your office needs more than a code by email before it has a passkey. Sign in with the party’s own login, or ask whoever runs this server for a link to sign in; then add it.',
  last_passkey: () =>
    'Your office needs a passkey, so the last one stays. Add another one first, then take this one away.',
  not_for_oneself: () => 'Nobody does this for themselves. Another administrator can.',
  wrong_phase: (d) =>
    `${PHASE_SAYS[d.phase ?? 'preparing']} ${d.act ? ACT_SAYS[d.act] : ''}`.trim(),
  wrong_next_phase: (d) =>
    `A consultation that is ${PHASE_NAMES[d.phase ?? 'preparing']} cannot be set to ${PHASE_NAMES[d.to ?? 'preparing']}. Choose one of the phases offered.`,
  answers_missing: (d) =>
    `${sayCount(d.answered ?? 0)} of ${sayCount(d.of ?? 0)} have an answer. Answer the rest, then report.`,
  rules_frozen: () =>
    'The rules were fixed when this consultation opened, so nobody can change them now.',
  votes_closed: (d) => (d.day ? `Voting closed on ${sayDay(d.day)}.` : 'Voting has closed.'),
  wrong_standing: (d) =>
    `Votes here are for ${list((d.standings ?? []).map((standing) => STANDING_PLURALS[standing]))}. You can still propose and comment.`,
  joined_too_late: (d) =>
    `Votes here are for those who joined on or before ${d.day ? sayDay(d.day) : 'an earlier day'}. You can still propose and comment.`,
  own_proposal: (d) =>
    d.act === 'prioritise'
      ? 'You wrote one of these proposals, so you do not choose it. Your name already stands under it.'
      : 'You wrote this proposal, so you do not vote on it. Your name already stands under it.',
  vote_is_final: () =>
    'Under the rules of this consultation a vote cannot be changed once it is cast. Yours stands.',
  no_priority_ballot: () => 'The rules of this consultation have no priority ballot.',
  counts_hidden: (d) =>
    d.saying ??
    (d.votes
      ? `You see the order and the opinion groups after you have voted on ${count(d.votes, 'more proposal')}. Published rounds are open to everybody.`
      : 'You see how others voted after you have.'),
  lens_not_available: (d) =>
    d.saying ?? 'That way of ordering cannot be used yet. Choose one of the others.',
  proposal_closed: (d) =>
    `${closed({ ...d, what: 'proposal' })}, so this can no longer be done to it.`,
  comment_closed: (d) =>
    `${closed({ ...d, what: 'comment' })}, so this can no longer be done to it.`,
  evidence_closed: (d) =>
    `${closed({ ...d, what: 'evidence' })}, so this can no longer be done to it.`,
  wrong_kind_of_body: (d) =>
    `${d.bodyName ?? 'That body'} is not a body that can do this. Choose another one you are an officer of.`,
  own_evidence: (d) =>
    `${d.bodyName ?? 'Your body'} gave this evidence, so it cannot contest it. It can be taken back instead.`,
  own_comment: () => 'You wrote this comment, so others say whether it makes a good point.',
  already_contested: (d) =>
    `${d.bodyName ?? 'Your body'} has already contested this evidence. Its objection stands beside it.`,
  empty: (d) => `${capital(label(d))} is empty. Write something, then send it again.`,
  too_long: (d) =>
    `${capital(label(d))} has ${count(d.length ?? 0, 'character')}; at most ${sayCount(d.max ?? 0)} fit. Shorten it by ${sayCount((d.length ?? 0) - (d.max ?? 0))}. Nothing you typed is lost.`,
  too_many: (d) =>
    `At most ${sayCount(d.max ?? 0)} fit in ${label(d)}. Remove some, then send it again.`,
  not_valid: (d) =>
    d.saying ??
    `${capital(label(d))} is not written in a way we can read. Check it, then send it again.`,
  source_required: () => 'Evidence needs at least one source. Name what it rests on.',
  already_exists: (d) =>
    `That id is already taken by another ${thing(d)}. Send it again with a new id.`,
  already_withdrawn: (d) =>
    `This ${thing(d)} has already been taken back. It is kept, marked as such.`,
  already_done: () => 'This next stop has already been marked as reached.',
  already_considered: (d) =>
    `${d.bodyName ?? 'A commission'} has already considered this evidence, and what it said stands.`,
  changed_since: (d) =>
    `Somebody changed this ${thing(d)} while you were writing. Your text is kept: look at theirs, then save again.`,
  nothing_changed: (d) => `Nothing in this ${thing(d)} was changed, so there is nothing to save.`,
  reason_required: () => 'Say why, in plain words: everybody who took part can read the reason.',
  next_stop_required: () => 'Say where it goes next: a body, a meeting or a document.',
  due_date_required: () => 'Say by which day, such as 2026-11-21.',
  due_date_past: (d) =>
    `${d.day ? sayDay(d.day) : 'That day'} has already passed. Choose a day that is still to come.`,
  merge_target_required: () =>
    'Choose the proposal it goes into: another one in this consultation that still stands.',
  refer_target_required: () =>
    'Choose the body it is referred to: another one than the body that answers.',
  did_not_back: () =>
    'Only those who agreed with this proposal are asked whether the answer met the point.',
  answer_replaced: () =>
    'A later answer has replaced this one. Say what you think of the later one.',
  not_editable: (d) =>
    `This version of the ${thing({ what: 'draft', ...d })} is published and never changes. Begin the next version instead.`,
  not_published: () => 'Only a published version can be adopted. Publish it first.',
  already_adopted: () => 'This draft has already been adopted.',
  working_version_exists: () => 'The next version is already being written. Open that one.',
  nothing_to_publish: () => 'There is nothing to publish yet.',
  unsourced_paragraphs: (d) => {
    const numbers = d.numbers ?? [];
    const which = numbers.length === 1 ? 'Paragraph' : 'Paragraphs';
    const verb = numbers.length === 1 ? 'says' : 'say';
    const who = numbers.length === 0 ? 'Some paragraphs' : `${which} ${list(numbers)}`;
    return `${who} ${verb} neither where the words came from nor why the drafters added them. Cite a source or give a reason.`;
  },
  one_source_each: () =>
    'Each citation points to exactly one proposal, comment, piece of evidence or answer.',
  dates_out_of_order: () =>
    'The answers are due before voting closes. Choose a later day for the answers.',
  commission_required: () => 'Choose at least one commission for it to inform.',
  confirm_first: () =>
    'This asks for a confirmation of the last ten minutes that it is still you. Confirm, then send it again; what you typed is kept.',
  not_a_moderator: () => 'This is for the moderators of this consultation.',
  party_to_it: (d) => `${d.saying ?? 'You are party to it.'} Another moderator decides.`,
  other_moderator: () =>
    'You did what is appealed against, so another moderator answers the appeal.',
  already_moderated: (d) =>
    `It ${d.saying ?? 'stands that way already'}. Somebody else may have acted a moment ago: look again.`,
  already_reported: (d) =>
    `You have reported this ${thing(d)} already. Under Mine you see what came of it.`,
  already_appealed: () => 'There is an appeal against this already, and there is one only.',
  suspended: (d) =>
    `A moderator has stopped you from writing${d.until ? ` until ${sayMoment(d.until)}` : ''}. You can read and vote. Under Mine you see why, and can appeal.`,
  thread_locked: () =>
    'A moderator has closed this discussion. What was said stays, and votes go on.',
  newcomer_limit: (d) =>
    `You are new here, and ${sayCount(d.max ?? 0)} ${thing(d)}s a day is the most somebody new can send. Try again tomorrow; what you typed is kept.${d.day ? ` The limit ends on ${sayDay(d.day)} at the latest.` : ''}`,
  newcomer_links: (d) =>
    `You are new here, so your first ${sayCount(d.max ?? 0)} comments cannot have links. Take the link out, then send it again.`,
};

/**
 * A refusal in plain words: what happened, and what to do where something can be done. The message
 * holds nothing but the words of this file and the details given.
 */
export function refusal(reason: RefusalReason, details: RefusalDetails = {}): Refusal {
  return { reason, message: MESSAGES[reason](details), field: details.field ?? null };
}

/** Whether a result is a refusal rather than the thing asked for. */
export function isRefusal(result: unknown): result is Refusal {
  if (typeof result !== 'object' || result === null) return false;
  const { reason, message } = result as Partial<Refusal>;
  return typeof message === 'string' && REFUSAL_REASONS.includes(reason as RefusalReason);
}
