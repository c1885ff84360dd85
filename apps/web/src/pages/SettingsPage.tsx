import { useApolloClient, useQuery } from '@apollo/client/react';
import { refuseAddingPasskey } from '@clarion/deliberation';
import { Link } from 'react-router';
import { PasskeyList } from '../features/accounts/PasskeyList';
import { SecondProof } from '../features/accounts/SecondProof';
import { SessionList } from '../features/accounts/SessionList';
import { UsePasskey } from '../features/accounts/UsePasskey';
import { useMayAsk } from '../features/accounts/useMayAsk';
import { MyContact } from '../features/contacts/MyContact';
import { YourData } from '../features/personal-data/YourData';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';

const SettingsDocument = graphql(`
  query Settings {
    signInWays {
      code
      passkey
      partyLogin
    }
    myContact {
      ...MyContact
    }
    viewer {
      needsPasskey
      signedInBy
      passkeys {
        id
      }
      ...PasskeyList
      ...SessionList
      ...YourData
    }
  }
`);

/** What is one's own: each feature brings its part. */
export default function SettingsPage() {
  const client = useApolloClient();
  const mayAdminister = useMayAsk('Query.memberByNumber');
  const { data, error, refetch } = useQuery(SettingsDocument);
  if (!data) {
    return (
      <PageBody narrow>
        <PageHeader title="Settings" />
        <QueryState what="your settings" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { viewer, signInWays, myContact } = data;
  if (!viewer) {
    return (
      <PageBody narrow>
        <PageHeader title="Settings" />
        <SignInFirst to="to see how you are reached and where you are signed in." />
        <p className="mt-6">
          You got a mail that your address was changed, and it was not you?{' '}
          <Link to={paths.objectToChange()}>Object to a change of address</Link>. You need not be
          signed in.
        </p>
      </PageBody>
    );
  }
  const { needsPasskey, signedInBy, passkeys } = viewer;
  // An office waits only in a session that is not strong.
  const refused = refuseAddingPasskey({
    ...{ needsPasskey, signedInBy },
    passkeys: passkeys.length,
    isStrong: false,
  });
  return (
    <PageBody narrow>
      <PageHeader title="Settings">
        <p>Nobody else sees what stands here, but for the name you sign with.</p>
      </PageHeader>
      {needsPasskey && passkeys.length > 0 && <UsePasskey />}
      {mayAdminister && (
        <p>
          <Link to={paths.admin()}>Administration: offices, and addresses that wait</Link>
        </p>
      )}
      {myContact && (
        <section aria-labelledby="contact">
          <SectionHead title="How you are reached" id="contact" />
          <MyContact
            contact={myContact}
            canChange={signInWays.code}
            onChanged={() => void client.refetchQueries({ include: 'active' })}
          />
        </section>
      )}
      {signInWays.passkey && (
        <section aria-labelledby="passkeys">
          <SectionHead title="Passkeys" id="passkeys" />
          {refused?.reason === 'second_proof' && (
            <SecondProof hasPartyLogin={signInWays.partyLogin} />
          )}
          <PasskeyList viewer={viewer} mayAdd={!refused} />
        </section>
      )}
      <section aria-labelledby="sessions">
        <SectionHead title="Where you are signed in" id="sessions" />
        <SessionList viewer={viewer} />
      </section>
      <section aria-labelledby="data">
        <SectionHead title="Your data" id="data" />
        <YourData viewer={viewer} />
      </section>
    </PageBody>
  );
}
