import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { DemoPeople } from '../features/accounts/DemoPeople';
import { nextPage } from '../features/accounts/nextPage';
import { useSignOut } from '../features/accounts/viewer';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { toast } from '../ui/toast';

const SignInDocument = graphql(`
  query SignIn {
    signInWays {
      code
    }
    demo {
      ...DemoPeople
    }
    viewer {
      member {
        id
        displayName
      }
    }
  }
`);

export default function SignInPage() {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { data, error, refetch } = useQuery(SignInDocument);
  const next = nextPage(query.get('next'), paths.consultations());
  const person = data?.viewer?.member;
  if (!data) {
    return (
      <PageBody>
        <PageHeader title="Sign in" />
        <QueryState what="the ways to sign in" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  if (!data.demo) {
    return (
      <PageBody narrow>
        <PageHeader
          title={person ? `You are signed in as ${person.displayName}` : 'Sign in'}
          actions={<ButtonLink to={next}>{person ? 'Go on' : 'Go on reading'}</ButtonLink>}
        >
          {!person && (
            <>
              <p>
                Signing in has not been set up on this server yet: whoever runs it connects it to
                the party’s own login. Until then everything can be read, and nothing can be sent.
              </p>
              <p>If you expected to sign in here, ask the people who run this site.</p>
            </>
          )}
        </PageHeader>
      </PageBody>
    );
  }
  return (
    <PageBody>
      <PageHeader title="Choose who to be">
        <p>
          These people are invented. Tap one to see Clarion as they do: what they may vote on,
          answer or write. You can change person at any time.
        </p>
        {person && (
          <p>
            You are {person.displayName} now.{' '}
            <Button
              variant="bare"
              size="small"
              className="text-claret! underline"
              onClick={() =>
                void signOut().catch(() =>
                  toast({ tone: 'error', text: 'You are still signed in. Try again.' }),
                )
              }
            >
              Sign out and just look around
            </Button>
          </p>
        )}
      </PageHeader>
      <DemoPeople
        demo={data.demo}
        currentId={person?.id ?? null}
        onSignedIn={() => void navigate(next)}
      />
    </PageBody>
  );
}
