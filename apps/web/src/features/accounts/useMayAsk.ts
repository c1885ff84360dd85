import { type Asked, mayAsk, refuseSuspended } from '@clarion/deliberation';
import { heldToday } from './offices';
import { useShell } from './viewer';

/**
 * Whether the viewer may ask for this or that at all: the API's own question, of the same table, so that a
 * button is there exactly when the guard lets its request through. The finer rule is asked after it.
 */
export function useMay(): (asked: Asked) => boolean {
  const { viewer, isDemo } = useShell();
  const asker = viewer ? { offices: heldToday(viewer.offices), lapsedOn: viewer.lapsedOn } : null;
  return (asked) => mayAsk(asked, asker, { now: new Date(), isDemo });
}

/** The same of one thing. */
export const useMayAsk = (asked: Asked): boolean => useMay()(asked);

/** Whether no moderator keeps the viewer from writing. */
export function useMayWrite(): boolean {
  const { viewer } = useShell();
  const until = viewer?.suspendedUntil ? new Date(viewer.suspendedUntil) : null;
  return !refuseSuspended(until, new Date());
}
