import { OFFICE_LABELS, officesFor, ukDay } from '@clarion/deliberation';
import type { BodyKind } from '../../graphql/generated/graphql';
import { type HeldToday, heldToday } from '../accounts/offices';

/** A body somebody may answer for, and the office by which they do. */
export interface AnswerBody {
  id: string;
  kind: BodyKind;
  name: string;
  office: string;
}

const national: readonly BodyKind[] = ['national_policy_forum', 'joint_policy_committee'];

/**
 * The bodies that somebody may answer for in a consultation: the API's own rule. Its own bodies and
 * those an answer referred the proposal to, and the two that answer everywhere.
 */
export function answeringBodies(
  offices: readonly HeldToday[],
  answering: readonly string[],
  now: Date,
): AnswerBody[] {
  const may = officesFor(heldToday(offices), 'decide', ukDay(now)).filter(
    ({ body }) => national.includes(body.kind) || answering.includes(body.id),
  );
  const bodies = new Map<string, AnswerBody>();
  // A body of one's own comes first: whoever sits on the Forum too mostly answers for the commission.
  const ownFirst = [...may].sort(
    (a, b) => Number(national.includes(a.bodyKind)) - Number(national.includes(b.bodyKind)),
  );
  for (const { body, office } of ownFirst) {
    if (!bodies.has(body.id)) bodies.set(body.id, { ...body, office: OFFICE_LABELS[office] });
  }
  return [...bodies.values()];
}
