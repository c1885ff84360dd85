import { type Asked, mayAsk, ukDay } from '@clarion/deliberation';
import { useShell } from './viewer';

/**
 * Whether the viewer may ask for something at all: the API's own question, of the same table, so that a
 * button is there exactly when the guard lets its request through.
 */
export function useMayAsk(asked: Asked): boolean {
  const { viewer, isDemo } = useShell();
  const now = new Date();
  const today = ukDay(now);
  // The frame knows the offices of today; from when until when does not matter here.
  const offices = viewer?.offices.map(({ office, body }) => ({
    office,
    bodyId: body.id,
    bodyKind: body.kind,
    from: today,
    until: today,
  }));
  const asker = viewer && offices ? { offices, lapsedOn: viewer.lapsedOn } : null;
  return mayAsk(asked, asker, { now, isDemo });
}
