import { officesFor, ukDay } from '@clarion/deliberation';
import type { Viewer } from '../accounts/viewer.js';
import type { Reader } from './draft.queries.js';

/** Somebody, or nobody in particular, as a reader of drafts on a day. */
export function readerOf(viewer: Viewer | null, now: Date): Reader {
  const drafting = viewer ? officesFor(viewer.offices, 'draft', ukDay(now)) : [];
  return {
    viewerId: viewer?.id ?? null,
    bodyIds: drafting.map((held) => held.bodyId),
    isForumMember: drafting.some((held) => held.bodyKind === 'national_policy_forum'),
  };
}
