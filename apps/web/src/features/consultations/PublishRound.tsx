import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';

const PublishRoundDocument = graphql(`
  mutation PublishRound($id: ID!, $consultationId: ID!) {
    publishRound(id: $id, consultationId: $consultationId) {
      __typename
      ... on Round {
        id
        number
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  consultationId: string;
  /** The number it will have. */
  next: number;
  /** What will be fixed, in numbers: "12 ranked proposals". */
  fixes?: readonly string[];
  onPublished?: (number: number) => void;
}

/** Sends the order as it stands to the National Policy Forum; the discussion goes on. */
export function PublishRound({ consultationId, next, fixes = [], onPublished }: Props) {
  // One id for each round, so that asking twice publishes once.
  const [id, setId] = useState<string | null>(null);
  const [publish, { data, error, loading, reset }] = useMutation(PublishRoundDocument, {
    refetchQueries: ['Consultation'],
  });
  const refusal = data?.publishRound.__typename === 'Refusal' ? data.publishRound : null;
  const close = () => {
    setId(null);
    reset();
  };
  const send = async () => {
    if (!id) return;
    const result = await publish({ variables: { id, consultationId } }).catch(() => undefined);
    const round = result?.data?.publishRound;
    if (round?.__typename !== 'Round') return;
    toast(`Round ${round.number} is published.`);
    close();
    onPublished?.(round.number);
  };
  return (
    <>
      <Button size="small" variant="line" icon="rank" onClick={() => setId(uuid())}>
        Publish round {next}
      </Button>
      {id && (
        <Dialog
          isOpen
          title={`Publish round ${next}?`}
          onClose={close}
          actions={
            <>
              <Button pending={loading} pendingLabel="Publishing" onClick={() => void send()}>
                Publish round {next}
              </Button>
              <Button variant="bare" onClick={close}>
                Not now
              </Button>
            </>
          }
        >
          <p>
            The order as it stands goes to the National Policy Forum as round {next}, with its data,
            so that anybody can recount it. It cannot be taken back. Voting and discussion go on.
          </p>
          {next > 1 && (
            <p>
              Anybody can compare it with round {next - 1}, and see how those who voted in between
              chose and which regions and CLPs changed. Counts by group, region and CLP change only
              where at least ten more people have voted. If only a few have voted since, wait until
              there are more.
            </p>
          )}
          {fixes.length > 0 && (
            <>
              <p>This is fixed, and shown to everybody:</p>
              <ul className="list-disc space-y-1 pl-6">
                {fixes.map((fixed) => (
                  <li key={fixed}>{fixed}</li>
                ))}
              </ul>
            </>
          )}
          {(refusal || error) && (
            <Notice tone="error" title="The round was not published" live>
              <p>{refusal?.message ?? explain(error).advice}</p>
            </Notice>
          )}
        </Dialog>
      )}
    </>
  );
}
