import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
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

/** Seconds after which it is said that it goes on; most rounds are published before. */
const SOON = 2;

/** Says that it goes on, for how long it has, and why it may take its time. */
function GoingOn() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((passed) => passed + 1), 1_000);
    return () => clearInterval(clock);
  }, []);
  if (seconds < SOON) return null;
  return (
    <Notice title="The round is being published" live>
      <p aria-hidden="true">For {seconds} seconds so far.</p>
      <p>
        Every vote is read and counted, groups are found, each order is measured, and all of it is
        written and signed. With millions of votes that can take a minute or two. You need not wait:
        this page says what came of it.
      </p>
    </Notice>
  );
}

/** Sends the order as it stands to the National Policy Forum; the discussion goes on. */
export function PublishRound({ consultationId, next, fixes = [], onPublished }: Props) {
  // One id for each round, so that asking twice publishes once.
  const [id, setId] = useState<string | null>(null);
  const [publish, { data, error, loading, reset }] = useMutation(PublishRoundDocument, {
    refetchQueries: ['Consultation'],
  });
  const refusal = data?.publishRound.__typename === 'Refusal' ? data.publishRound : null;
  // Whoever closed the dialog is told elsewhere what came of it.
  const isWaiting = useRef(false);
  const close = () => {
    isWaiting.current = false;
    setId(null);
    reset();
  };
  const send = async () => {
    if (!id) return;
    isWaiting.current = true;
    let why = '';
    const result = await publish({ variables: { id, consultationId } }).catch((fault: unknown) => {
      why = explain(fault).advice;
    });
    const round = result?.data?.publishRound;
    if (round?.__typename !== 'Round') {
      if (!isWaiting.current) toast(`Round ${next} was not published. ${round?.message ?? why}`);
      return;
    }
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
                {loading ? 'Do not wait' : 'Not now'}
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
          {loading && <GoingOn />}
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
