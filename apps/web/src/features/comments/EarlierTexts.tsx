import { useQuery } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import { DateText } from '../../ui/DateText';
import { Markdown } from '../../ui/Markdown';
import { QueryState } from '../../ui/QueryState';
import { Stance } from '../../ui/Stance';

const EarlierTextsDocument = graphql(`
  query EarlierTexts($id: ID!) {
    comment(id: $id) {
      comment {
        id
        earlier {
          body
          stance
          createdAt
        }
      }
    }
  }
`);

/** What a comment said before it was changed. */
export function EarlierTexts({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(EarlierTextsDocument, { variables: { id } });
  const earlier = data?.comment?.comment.earlier;
  if (!earlier) {
    return <QueryState what="the earlier words" lines={2} error={error} onRetry={refetch} />;
  }
  return (
    <ol className="my-2 space-y-3 border-l-4 border-rule pl-4 text-ink-2">
      {earlier.map(({ body, stance, createdAt }) => (
        <li key={createdAt}>
          <p className="flex flex-wrap gap-x-3 text-small">
            <span>
              As written on <DateText iso={createdAt} style="moment" />
            </span>
            <Stance stance={stance} />
          </p>
          <Markdown text={body} />
        </li>
      ))}
    </ol>
  );
}
