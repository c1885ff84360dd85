import { seeded } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { commentId } from './consultation-happenings.js';
import { memberId } from './ids.js';
import type { CommentScript, ConsultationScript } from './script.js';

const CROWD = 1200;

function* marksOf(
  proposal: string,
  comments: readonly CommentScript[],
  above: readonly number[] = [],
): Generator<{ commentId: string; memberIds: string[] }> {
  for (const [index, comment] of comments.entries()) {
    const path = [...above, index];
    const id = commentId(proposal, path);
    if (comment.goodPoints && !comment.withdrawn) {
      const random = seeded(`good points ${id}`);
      const members = new Set<string>();
      while (members.size < comment.goodPoints) {
        members.add(memberId(`crowd-${1 + Math.floor(random() * CROWD)}`));
      }
      yield { commentId: id, memberIds: [...members] };
    }
    yield* marksOf(proposal, comment.replies ?? [], path);
  }
}

/** Lets the simulated members find comments good points, as many as the script says. */
export async function markGoodPoints(
  tx: EntityManager,
  scripts: readonly ConsultationScript[],
): Promise<void> {
  const marks = scripts.flatMap((script) =>
    script.proposals.flatMap((proposal) => [...marksOf(proposal.key, proposal.comments ?? [])]),
  );
  const pairs = marks.flatMap((mark) => mark.memberIds.map((member) => [mark.commentId, member]));
  await tx.query(
    `INSERT INTO good_point (comment_id, member_id)
     SELECT * FROM unnest($1::uuid[], $2::uuid[])`,
    [pairs.map(([comment]) => comment), pairs.map(([, member]) => member)],
  );
  await tx.query(
    `UPDATE comment c SET good_points = counted.marks
     FROM (SELECT comment_id, count(*)::int AS marks FROM good_point GROUP BY comment_id) counted
     WHERE c.id = counted.comment_id`,
  );
}
