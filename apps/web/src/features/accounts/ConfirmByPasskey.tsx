import { useMutation } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { usePasskeyPress } from './usePasskeyPress';

const OfferConfirmingWithPasskeyDocument = graphql(`
  mutation OfferConfirmingWithPasskey {
    offerConfirmingWithPasskey {
      __typename
      ... on PasskeyOptions {
        options
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const ConfirmWithPasskeyDocument = graphql(`
  mutation ConfirmWithPasskey($response: String!) {
    confirmWithPasskey(response: $response) {
      __typename
      ... on Viewer {
        confirmedAt
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** One press: the person's own passkey says that it is them. */
export function ConfirmByPasskey({ onConfirmed }: { onConfirmed: () => void }) {
  const [offer] = useMutation(OfferConfirmingWithPasskeyDocument);
  const [confirm] = useMutation(ConfirmWithPasskeyDocument);
  const { press, isBusy, fault } = usePasskeyPress({
    offer: async () => (await offer()).data?.offerConfirmingWithPasskey,
    send: async (response) => (await confirm({ variables: { response } })).data?.confirmWithPasskey,
    onDone: onConfirmed,
  });
  return (
    <div className="space-y-3">
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      <Button pending={isBusy} pendingLabel="Waiting for your passkey" onClick={press}>
        Use my passkey
      </Button>
    </div>
  );
}
