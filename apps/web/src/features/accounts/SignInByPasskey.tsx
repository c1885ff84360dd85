import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { askForPasskey, explainPasskey } from './passkeys';

const OfferPasskeySignInDocument = graphql(`
  mutation OfferPasskeySignIn {
    offerPasskeySignIn {
      options
    }
  }
`);

const SignInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($response: String!) {
    signInWithPasskey(response: $response) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  onSignedIn: () => Promise<void>;
}

/** One press: the device says who it is. */
export function SignInByPasskey({ onSignedIn }: Props) {
  const [offer] = useMutation(OfferPasskeySignInDocument);
  const [signIn] = useMutation(SignInWithPasskeyDocument);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { data: offered } = await offer();
      const response = await askForPasskey(offered?.offerPasskeySignIn.options ?? '');
      const { data } = await signIn({ variables: { response } });
      const result = data?.signInWithPasskey;
      if (result?.__typename === 'Viewer') await onSignedIn();
      else setFault(result?.message ?? null);
    } catch (error) {
      setFault(explainPasskey(error) ?? explain(error).advice);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="space-y-4">
      {fault && (
        <Notice tone="error" title="You are not signed in" live>
          <p>{fault}</p>
        </Notice>
      )}
      <Button
        variant="line"
        pending={isBusy}
        pendingLabel="Waiting for your passkey"
        onClick={() => void press()}
      >
        Sign in with a passkey
      </Button>
    </div>
  );
}
