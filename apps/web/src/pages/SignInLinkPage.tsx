import { useApolloClient, useMutation } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { everythingAnew } from '../features/accounts/everythingAnew';
import { explain } from '../graphql/explain';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';

const SignInByLinkDocument = graphql(`
  mutation SignInByLink($token: String!) {
    signInByLink(token: $token) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/**
 * Signs in by a link that the operator made. Its token stands after the #, which no browser sends, and
 * is taken out of the address at once. It is used at a press: what looks at links in mail uses up none.
 */
export default function SignInLinkPage() {
  const { hash } = useLocation();
  const [token] = useState(() => hash.slice(1));
  const navigate = useNavigate();
  const client = useApolloClient();
  const [signIn, { loading }] = useMutation(SignInByLinkDocument);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (hash) void navigate(paths.signInLink(), { replace: true });
  }, [hash, navigate]);
  const press = async () => {
    setFault(null);
    try {
      const { data } = await signIn({ variables: { token } });
      const result = data?.signInByLink;
      if (result?.__typename === 'Refusal') {
        return setFault('It was used before, or is older than an hour. Ask for a new one.');
      }
      await everythingAnew(client);
      await navigate(paths.settings());
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <PageBody narrow>
      <PageHeader title="Sign in by your link">
        {token ? (
          <p>The link you were given works once, within an hour of being made.</p>
        ) : (
          <p>Something is missing from the link. Open it whole, as it was given to you.</p>
        )}
      </PageHeader>
      {fault && (
        <div className="mb-5">
          <Notice tone="error" title="The link does not work" live>
            <p>{fault}</p>
          </Notice>
        </div>
      )}
      {token && !fault ? (
        <Button pending={loading} pendingLabel="Signing in" onClick={() => void press()}>
          Sign in
        </Button>
      ) : (
        <ButtonLink to={paths.signIn()} variant="line">
          Other ways to sign in
        </ButtonLink>
      )}
    </PageBody>
  );
}
