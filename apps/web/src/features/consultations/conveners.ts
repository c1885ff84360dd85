import { type OfficeHeld, officesFor, ukDay } from '@clarion/deliberation';

interface Office<Body> extends Pick<OfficeHeld, 'office' | 'from' | 'until'> {
  body: Body;
}

/** The bodies for which somebody runs consultations today: the same rule as the API's. */
export function convenersAmong<Body extends { id: string; kind: OfficeHeld['bodyKind'] }>(
  offices: readonly Office<Body>[],
): Body[] {
  const held = offices.map((each) => ({ ...each, bodyId: each.body.id, bodyKind: each.body.kind }));
  return officesFor(held, 'convene', ukDay(new Date()))
    .map(({ body }) => body)
    .filter(({ kind }) => kind === 'policy_commission' || kind === 'clp');
}
