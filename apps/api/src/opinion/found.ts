import type { GroupCells, GroupCounts, GroupShape, OpinionGroups } from '@clarion/deliberation';

/** What the thread answers. */
export interface Found extends Omit<OpinionGroups, 'x' | 'y' | 'iterations'> {
  all: GroupCounts;
  counts: GroupCounts;
  cells: GroupCells;
  centres: { x: number; y: number }[];
  shapes: (GroupShape | null)[];
}
