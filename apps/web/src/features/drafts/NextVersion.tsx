import { useMutation } from '@apollo/client/react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

const BeginNextVersionDocument = graphql(`
  mutation BeginNextVersion($draftId: ID!, $after: Int) {
    beginNextVersion(draftId: $draftId, after: $after) {
      __typename
      ... on Draft {
        id
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  draftId: string;
  /** The last published version. */
  published: number;
  onBegun: () => void;
}

/** Goes on writing after a version was published. */
export function NextVersion({ draftId, published, onBegun }: Props) {
  const [begin, { loading, error, data }] = useMutation(BeginNextVersionDocument, {
    variables: { draftId, after: published },
    fetchPolicy: 'no-cache',
  });
  const refused =
    data?.beginNextVersion.__typename === 'Refusal' ? data.beginNextVersion.message : null;
  const send = async () => {
    const result = await begin().catch(() => undefined);
    if (result?.data?.beginNextVersion.__typename === 'Draft') onBegun();
  };
  return (
    <section aria-labelledby="next-version" className="max-w-measure">
      <h2 id="next-version">Go on writing</h2>
      <p className="mt-2 mb-4">
        Draft {published} is published and never changes. Draft {published + 1} begins with a copy
        of it; only drafters see it until it is published.
      </p>
      <Button icon="pen" pending={loading} pendingLabel="Beginning" onClick={send}>
        Begin draft {published + 1}
      </Button>
      {(refused || error) && (
        <div className="mt-4">
          <Notice tone="error" title="It was not begun" live>
            <p>{refused ?? explain(error).advice}</p>
          </Notice>
        </div>
      )}
    </section>
  );
}
