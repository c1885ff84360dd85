import { type Refusal, refusal, refuseGoodPoint } from '@clarion/deliberation';
import type { DataSource, EntityManager } from 'typeorm';
import * as sessions from '../accounts/session.queries.js';
import type { Viewer } from '../accounts/viewer.js';
import * as consultations from '../consultations/consultation.queries.js';
import { type InSets, inSets } from '../database/in-sets.js';
import type { MutationMarkGoodPointArgs } from '../graphql/generated.js';
import * as comments from './comment.queries.js';

/** Good points of one transaction. */
const MOST = 100;

/** Somebody says that a comment makes a good point, or takes that back. */
interface Mark {
  viewer: Pick<Viewer, 'id' | 'sessionId'>;
  good: boolean;
}

type Answer = comments.CommentRow | Refusal;

/** One a person; not for one's own. A refusal is its caller's alone, and writes nothing. */
async function markTogether(
  tx: EntityManager,
  commentId: string,
  marks: readonly Mark[],
): Promise<Answer[]> {
  // Who erases somebody ends their sessions first, and so waits for what they are doing.
  const held = await sessions.holdAll(
    tx,
    marks.flatMap(({ viewer }) => viewer.sessionId ?? []),
  );
  const seen = (await comments.byIds(tx, [commentId])).get(commentId);
  const consultation = seen && (await consultations.lock(tx, seen.consultationId, 'SHARE'));
  if (!seen || !consultation) return marks.map(() => refusal('not_found', { what: 'comment' }));
  const refusals = marks.map(({ viewer }) =>
    viewer.sessionId !== null && !held.has(viewer.sessionId)
      ? refusal('not_signed_in')
      : refuseGoodPoint({
          phase: consultation.phase,
          isSignedIn: true,
          isAuthor: seen.authorId === viewer.id,
          status: seen.status,
        }),
  );
  const taken = marks.filter((_, nth) => refusals[nth] === null);
  if (taken.length > 0) {
    const given = taken.map(({ viewer, good }) => ({ memberId: viewer.id, good }));
    await comments.markGoodPoints(tx, commentId, given);
  }
  const counted = (await comments.byIds(tx, [commentId])).get(commentId) ?? seen;
  return marks.map(({ good }, nth) => refusals[nth] ?? { ...counted, isGoodPointByMe: good });
}

/**
 * Good points of one comment that come at the same time, written together as votes are
 * (`voting/votes-together.ts`): each would wait for the same row. Those of other comments wait for none.
 */
export class GoodPointsTogether {
  private readonly gathering = new Map<string, { mark: InSets<Mark, Answer>; underWay: number }>();

  constructor(private readonly database: DataSource) {}

  async mark(viewer: Viewer, { commentId, good }: MutationMarkGoodPointArgs): Promise<Answer> {
    const marks = this.gathering.get(commentId) ?? { mark: this.marksOf(commentId), underWay: 0 };
    this.gathering.set(commentId, marks);
    marks.underWay += 1;
    try {
      return await marks.mark({ viewer, good });
    } finally {
      marks.underWay -= 1;
      if (marks.underWay === 0) this.gathering.delete(commentId);
    }
  }

  private marksOf(commentId: string): InSets<Mark, Answer> {
    return inSets(
      (marks) => this.database.transaction((tx) => markTogether(tx, commentId, marks)),
      { most: MOST, key: ({ viewer }) => viewer.id },
    );
  }
}
