/** Where something in the database is about a person: in which file of their download, or why in none. */
type Held = { in: string } | { not: string };

const IN_OFFICE = 'An act for a body; that it was done is in “record”.';
const SHORT = 'Gone within the hour, and nothing but hashes until then.';
const OTHERS = 'About somebody else’s address.';
const UNTIL_THE_END = 'Gone with the batch it waits for; the vote itself is in “votes”.';

/**
 * Every column by which a row is about a person, as `table.column`. A column that is added has to be added
 * here too: `test/personal-data.test.ts` reads the catalogue, and says which are not.
 */
export const HELD: Readonly<Record<string, Held>> = {
  'member.membership_number': { in: 'you' },
  'member.display_name': { in: 'you' },
  'member.roll_name': { in: 'you' },
  'contact.member_id': { in: 'contact' },
  'contact.email': { in: 'contact' },
  'contact.email_key': { in: 'contact' },
  'contact_change.member_id': { in: 'contact-changes' },
  'contact_change.old_email': { in: 'contact-changes' },
  'contact_change.new_email': { in: 'contact-changes' },
  'contact_change.actor_id': { not: OTHERS },
  'contact_change.decided_by_id': { not: OTHERS },
  'session.member_id': { in: 'sessions' },
  'passkey.member_id': { in: 'passkeys' },
  'office.member_id': { in: 'offices' },
  'demo_person.member_id': { not: 'Of the demonstration’s invented people alone.' },
  'challenge.member_id': { not: SHORT },
  'sign_in_link.member_id': { not: SHORT },
  'sign_in_attempt.member_id': { not: SHORT },
  'sign_in_attempt.member_ids': { not: SHORT },
  'sign_in_attempt.inbox': { not: SHORT },
  'proposal.author_id': { in: 'proposals' },
  'proposal.author_name': { not: 'A name that came with an import; it is nobody’s on the roll.' },
  'comment.author_id': { in: 'comments' },
  'comment.author_name': { not: 'A name that came with an import; it is nobody’s on the roll.' },
  'evidence.officer_id': { in: 'evidence' },
  'evidence.author_name': { in: 'evidence' },
  'evidence.considered_by_id': { not: 'A body, not a person.' },
  'evidence_contest.officer_id': { in: 'objections' },
  'good_point.member_id': { in: 'good-points' },
  'report.reporter_id': { in: 'reports' },
  'report.closed_by_id': { not: 'An act, not a person.' },
  'moderation_act.suspended_id': { in: 'moderation' },
  'moderation_act.by_id': { not: IN_OFFICE },
  'appeal.member_id': { in: 'appeals' },
  'appeal.answered_by_id': { not: IN_OFFICE },
  'record_entry.actor_id': { in: 'record' },
  'consultation.created_by_id': { not: IN_OFFICE },
  'consultation.convened_by_id': { not: 'A body, not a person.' },
  'decision.by_id': { not: IN_OFFICE },
  'decision.superseded_by_id': { not: 'An answer, not a person.' },
  'draft.created_by_id': { not: IN_OFFICE },
  'draft_version.published_by_id': { not: IN_OFFICE },
  'round.published_by_id': { not: IN_OFFICE },
  'voter.pseudonym': { in: 'voting' },
  'vote.pseudonym': { in: 'votes' },
  'priority_choice.pseudonym': { in: 'priorities' },
  'answer_verdict.pseudonym': { in: 'verdicts' },
  'pending_commitment.pseudonym': { not: UNTIL_THE_END },
  'round_matrix.voters': {
    not: 'The pseudonyms of a round, packed; the votes themselves are in “votes”.',
  },
};
