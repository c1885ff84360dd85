import { useMutation } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { fillInPasskey, stopFillingIn } from './passkeys';
import { usePasskeyPress } from './usePasskeyPress';

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

/** One press: the device says who it is. Where it can, it is offered in the address field too. */
export function SignInByPasskey({ onSignedIn }: Props) {
  const [offer] = useMutation(OfferPasskeySignInDocument);
  const [signIn] = useMutation(SignInWithPasskeyDocument);
  const begin = async () => (await offer()).data?.offerPasskeySignIn;
  const { press, settle, isBusy, fault } = usePasskeyPress({
    offer: begin,
    send: async (response) => (await signIn({ variables: { response } })).data?.signInWithPasskey,
    onDone: onSignedIn,
  });
  useFilledIn(async () => (await begin())?.options, settle);
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
        onClick={press}
      >
        Sign in with a passkey
      </Button>
    </div>
  );
}

/** While this is on the page, a passkey that is chosen in the address field is used. */
function useFilledIn(
  offer: () => Promise<string | undefined>,
  settle: (response: string) => Promise<void>,
): void {
  const now = useRef({ offer, settle });
  now.current = { offer, settle };
  useEffect(() => {
    let isGone = false;
    let hasBegun = false;
    const options = async () => {
      hasBegun = !isGone;
      return isGone ? undefined : now.current.offer();
    };
    void fillInPasskey(options).then(async (response) => {
      if (response && !isGone) await now.current.settle(response).catch(() => undefined);
    });
    return () => {
      isGone = true;
      if (hasBegun) void stopFillingIn();
    };
  }, []);
}
