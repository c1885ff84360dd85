const moderated = (what: string) => ({
  hidden: `${what} was hidden by a moderator.`,
  restored: `${what} was shown again by a moderator.`,
  moved: `${what} was moved by a moderator.`,
  moved_back: `${what} was moved back by a moderator.`,
  appealed: `${what}: an act of a moderator was appealed against.`,
  appeal_answered: `${what}: an appeal was answered.`,
  seal_opened: `${what}: a moderator read the words that are under seal.`,
  seal_held: `${what}: the operator keeps the sealed words for longer.`,
  seal_released: `${what}: the operator no longer keeps the sealed words for longer.`,
  destroyed: `${what}: the sealed words were destroyed.`,
});

/**
 * Every act that the record holds, by what it is about and what it is called, with what it says in one
 * plain sentence. An act that is not here cannot be entered.
 */
export const RECORD_ACTS = {
  consultation: {
    created: 'A consultation was made.',
    edited: 'The paper or the dates of a consultation were changed.',
    phase_set: 'A consultation went into another phase.',
    round_published: 'A round was published.',
    votes_committed: 'Votes were fixed by their commitments, which do not say what they are.',
    key_destroyed: 'The key that told whose votes are whose was destroyed, with what opens them.',
    matrix_downloaded: 'Scrutineers were handed who voted how, by number and without names.',
  },
  proposal: {
    sent: 'A proposal was sent.',
    edited: 'The words of a proposal were changed.',
    withdrawn: 'A proposal was taken back.',
    evidence_given: 'Evidence was given on a proposal.',
    evidence_contested: 'Evidence on a proposal was contested.',
    evidence_considered: 'Evidence on a proposal was considered.',
    decided: 'A proposal was answered.',
    merged_in: 'Another proposal was merged into this one.',
    joined: 'A moderator joined a proposal with the one it repeats.',
    joined_by: 'A moderator joined a duplicate with this proposal.',
    separated: 'A moderator let a proposal stand by itself again.',
    thread_locked: 'A moderator closed the discussion of a proposal.',
    thread_unlocked: 'A moderator opened the discussion of a proposal again.',
    ...moderated('A proposal'),
    next_stop_reached: 'The next stop of an answer was reached.',
    used_in_paragraph: 'A proposal was used in a paragraph of a draft.',
    adopted: 'A draft that uses a proposal was adopted.',
  },
  comment: {
    sent: 'A comment was sent.',
    edited: 'A comment was changed.',
    withdrawn: 'A comment was taken back.',
    ...moderated('A comment'),
    used_in_paragraph: 'A comment was used in a paragraph of a draft.',
    adopted: 'A draft that uses a comment was adopted.',
  },
  evidence: {
    sent: 'Evidence was given.',
    withdrawn: 'Evidence was taken back.',
    ...moderated('Evidence'),
    evidence_contested: 'Evidence was contested.',
    evidence_considered: 'Evidence was considered.',
    used_in_paragraph: 'Evidence was used in a paragraph of a draft.',
    adopted: 'A draft that uses evidence was adopted.',
  },
  draft: {
    draft_begun: 'A version of a draft was begun.',
    draft_published: 'A version of a draft was published.',
    adopted: 'A draft was adopted.',
  },
  body: {
    body_added: 'A body was added by the operator.',
  },
  office: {
    officer_appointed: 'Somebody was appointed to an office.',
    officer_ended: 'An office was ended.',
    sign_in_link_made: 'The operator made a link that signs an officer in once.',
  },
  roll: {
    roll_imported: 'The roll was brought up to date from a file.',
    member_erased: 'Somebody was erased from the roll at their request.',
  },
  contact: {
    contact_changed: 'Addresses of members were changed; how many and by which way.',
    contact_changes_approved: 'A second person let waiting changes of addresses be made.',
    contact_changes_refused: 'A second person refused waiting changes of addresses.',
    contact_change_objected: 'A change of address was taken back because its owner objected.',
  },
  moderation: {
    reported: 'Something was reported to the moderators.',
    report_answered: 'A report was answered.',
    suspended: 'Somebody was kept from writing.',
    suspension_lifted: 'Somebody was let write again.',
    appealed: 'An act of a moderator about a person was appealed against.',
    appeal_answered: 'An appeal about a person was answered.',
  },
  round: {},
  record: {
    erased: 'Texts of a person were erased; that they were committed to stays.',
  },
  configuration: {
    configured: 'The settings that everybody may know were changed.',
  },
} as const satisfies Record<string, Record<string, string>>;

/** What an act of the record is about. */
export type RecordSubject = keyof typeof RECORD_ACTS;

export const RECORD_SUBJECTS = Object.keys(RECORD_ACTS) as RecordSubject[];

/** What the record says with an act; null for one that it does not know. */
export function sayRecordAct(aboutKind: string, kind: string): string | null {
  const acts: Record<string, Record<string, string>> = RECORD_ACTS;
  const known = Object.hasOwn(acts, aboutKind) ? acts[aboutKind] : undefined;
  return known && Object.hasOwn(known, kind) ? (known[kind] ?? null) : null;
}

/** Whether the record knows such an act. */
export const isRecordAct = (aboutKind: string, kind: string): boolean =>
  sayRecordAct(aboutKind, kind) !== null;
