import type { ContributionStatus } from '../../graphql/generated/graphql';
import { Badge } from '../../ui/Chip';

/** What became of a proposal, as a mark in a line; nothing for one that stands. */
export function StatusMark({ status }: { status: ContributionStatus }) {
  switch (status) {
    case 'withdrawn':
      return <Badge icon="undo">Withdrawn</Badge>;
    case 'merged':
      return <Badge icon="reply">Merged</Badge>;
    case 'not_taken_forward':
      return (
        <Badge icon="disagree" tone="disagree">
          Not taken forward
        </Badge>
      );
    case 'waiting':
      return <Badge icon="clock">Waiting to be read</Badge>;
    case 'hidden':
      return <Badge icon="shield">Hidden by a moderator</Badge>;
    case 'published':
      return null;
  }
}
