import { officesFor, ukDay } from '@clarion/deliberation';
import type { BodyKind } from '../../graphql/generated/graphql';
import { type HeldToday, heldToday } from '../accounts/offices';

/** The bodies for which somebody runs consultations today: the same rule as the API's. */
export function convenersAmong<Body extends { id: string; kind: BodyKind }>(
  offices: readonly HeldToday<Body>[],
): Body[] {
  return officesFor(heldToday(offices), 'convene', ukDay(new Date()))
    .map(({ body }) => body)
    .filter(({ kind }) => kind === 'policy_commission' || kind === 'clp');
}
