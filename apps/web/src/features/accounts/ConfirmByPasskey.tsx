import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { askForPasskey, explainPasskey } from './passkeys';

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
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setFault(null);
    try {
      const offered = (await offer()).data?.offerConfirmingWithPasskey;
      if (offered?.__typename !== 'PasskeyOptions') return setFault(offered?.message ?? null);
      const response = await askForPasskey(offered.options);
      const result = (await confirm({ variables: { response } })).data?.confirmWithPasskey;
      if (result?.__typename === 'Viewer') onConfirmed();
      else setFault(result?.message ?? null);
    } catch (error) {
      setFault(explainPasskey(error) ?? explain(error).advice);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="space-y-3">
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      <Button pending={isBusy} pendingLabel="Waiting for your passkey" onClick={() => void press()}>
        Use my passkey
      </Button>
    </div>
  );
}
