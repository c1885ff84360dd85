import type { ModeratedKind, ModeratorMay } from '@clarion/deliberation';

/** What can be done in this form: an act on the thing, or keeping its author from writing. */
export type Doing = ModeratorMay | 'suspend';

export const DOING: Record<Doing, { label: string; key: string; submit: string }> = {
  hide: { label: 'Hide', key: 'h', submit: 'Hide it' },
  move: { label: 'Move', key: 'm', submit: 'Move it' },
  merge: { label: 'Join with another', key: 'd', submit: 'Join them' },
  lock: { label: 'Close the discussion', key: 'l', submit: 'Close the discussion' },
  keep: { label: 'Leave as it is', key: 'x', submit: 'Leave it as it is' },
  suspend: { label: 'Keep the author from writing', key: 's', submit: 'Keep them from writing' },
};

export interface ModeratedThing {
  id: string;
  kind: ModeratedKind;
  consultationId: string;
  proposalId: string | null;
}
