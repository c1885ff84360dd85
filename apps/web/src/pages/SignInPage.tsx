import { useApolloClient, useQuery } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import { DemoPeople } from '../features/accounts/DemoPeople';
import { everythingAnew } from '../features/accounts/everythingAnew';
import { nextPage } from '../features/accounts/nextPage';
import { PartyLoginProblem } from '../features/accounts/PartyLoginProblem';
import { SignInWays } from '../features/accounts/SignInWays';
import { useSignOut } from '../features/accounts/viewer';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { toast } from '../ui/toast';

const SignInDocument = graphql(`
  query SignIn {
    signInWays {
      code
      passkey
      partyLogin
      ...SignInWays
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
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(SignInDocument);
  const next = nextPage(query.get('next'), paths.consultations());
  const problem = query.get('problem');
  const person = data?.viewer?.member;
  if (!data) {
    return (
      <PageBody>
        <PageHeader title="Sign in" />
        <QueryState what="the ways to sign in" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const ways = data.signInWays;
  const arrive = async () => {
    await everythingAnew(client);
    await navigate(next);
  };
  if (data.demo) {
    return (
      <PageBody>
        <PageHeader title="Choose who to be">
          <p>
            These people are invented. Tap one to see Clarion as they do: what they may vote on,
            answer or write. You can change person at any time.
          </p>
          {person && <WhoNow name={person.displayName} />}
        </PageHeader>
        <DemoPeople
          demo={data.demo}
          currentId={person?.id ?? null}
          onSignedIn={() => void navigate(next)}
        />
        <SectionHead title="Or sign in as on a real server" />
        <SignInWays ways={ways} next={next} onSignedIn={arrive} />
      </PageBody>
    );
  }
  if (person) {
    return (
      <PageBody narrow>
        <PageHeader
          title={`You are signed in as ${person.displayName}`}
          actions={<ButtonLink to={next}>Go on</ButtonLink>}
        />
        {problem && <PartyLoginProblem problem={problem} />}
      </PageBody>
    );
  }
  if (!ways.code && !ways.passkey && !ways.partyLogin) return <NotSetUp next={next} />;
  return (
    <PageBody narrow>
      <PageHeader title="Sign in">
        <p>You can read everything without signing in. To vote, propose or comment, sign in.</p>
      </PageHeader>
      {problem && (
        <div className="mb-8">
          <PartyLoginProblem problem={problem} />
        </div>
      )}
      <SignInWays ways={ways} next={next} onSignedIn={arrive} />
    </PageBody>
  );
}

function WhoNow({ name }: { name: string }) {
  const signOut = useSignOut();
  return (
    <p>
      You are {name} now.{' '}
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
  );
}

function NotSetUp({ next }: { next: string }) {
  return (
    <PageBody narrow>
      <PageHeader title="Sign in" actions={<ButtonLink to={next}>Go on reading</ButtonLink>}>
        <p>
          Signing in has not been set up on this server yet: whoever runs it connects it to the
          party’s own login. Until then everything can be read, and nothing can be sent.
        </p>
        <p>If you expected to sign in here, ask the people who run this site.</p>
      </PageHeader>
    </PageBody>
  );
}
