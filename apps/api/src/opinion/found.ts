import type { GroupCounts, GroupShape, OpinionGroups } from '@clarion/deliberation';

/** What the thread answers. */
export interface Found extends Omit<OpinionGroups, 'x' | 'y' | 'iterations'> {
  all: GroupCounts;
  counts: GroupCounts;
  centres: { x: number; y: number }[];
  shapes: (GroupShape | null)[];
}
