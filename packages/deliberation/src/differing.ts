import { ACCESS } from './access.js';
import { isAsked } from './asking.js';

/** By what an answer differs: by who asks, by who asks while counts are hidden from some, or by their interests. */
export type Differing = 'viewer' | 'viewer_while_hidden' | 'interests';

/**
 * Fields that anyone may ask and that are answered to each in their own way. Everything else is equal for
 * everybody, but for what the table of access leaves to some: that is their own.
 */
export const DIFFERING: Readonly<Record<string, Differing>> = {
  'Query.consultations': 'interests',
  'Consultation.forYou': 'viewer',
  'Consultation.viewerMay': 'viewer',
  'Consultation.deck': 'viewer',
  'Consultation.priorityBallot': 'viewer',
  'Consultation.opinion': 'viewer',
  // Shared by all once counts are: then it is the same order with the same explanations.
  'Consultation.ranking': 'viewer_while_hidden',
  'Proposal.tally': 'viewer',
  'Proposal.tallyHidden': 'viewer',
  'Proposal.viewerMay': 'viewer',
  'Proposal.viewerMayReport': 'viewer',
  'Proposal.viewerMayModerate': 'viewer',
  'Comment.viewerMayReport': 'viewer',
  'Comment.viewerMayModerate': 'viewer',
  'Evidence.viewerMayReport': 'viewer',
  'Evidence.viewerMayModerate': 'viewer',
  'Decision.mayAnswer': 'viewer',
  'Decision.verdicts': 'viewer',
  'Draft.viewerMayEdit': 'viewer',
  // An author is told what nobody else is.
  'Story.standing': 'viewer',
  'Story.steps': 'viewer',
  'Hidden.words': 'viewer',
  'Hidden.seal': 'viewer',
  'ModerationAct.contribution': 'viewer',
  'ModerationAct.appeal': 'viewer',
  'ModerationAct.toAuthor': 'viewer',
  'ModerationAct.by': 'viewer',
  'ModerationAct.viewerMayAppeal': 'viewer',
};

const FOR_ALL: readonly string[] = ['anyone', 'demonstration'];

/** By what a field's answer differs; null where it is equal for everybody who may ask. */
export function differsBy(name: string): Differing | null {
  if (Object.hasOwn(DIFFERING, name)) return DIFFERING[name] ?? null;
  return isAsked(name) && !FOR_ALL.includes(ACCESS[name].who) ? 'viewer' : null;
}
