import { useQuery } from '@apollo/client/react';
import { PasskeyList } from '../features/accounts/PasskeyList';
import { SessionList } from '../features/accounts/SessionList';
import { UsePasskey } from '../features/accounts/UsePasskey';
import { graphql } from '../graphql/generated';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';

const SettingsDocument = graphql(`
  query Settings {
    signInWays {
      passkey
    }
    viewer {
      needsPasskey
      passkeys {
        id
      }
      ...PasskeyList
      ...SessionList
    }
  }
`);

/** What is one's own: each feature brings its part. */
export default function SettingsPage() {
  const { data, error, refetch } = useQuery(SettingsDocument);
  if (!data) {
    return (
      <PageBody narrow>
        <PageHeader title="Settings" />
        <QueryState what="your settings" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { viewer, signInWays } = data;
  if (!viewer) {
    return (
      <PageBody narrow>
        <PageHeader title="Settings" />
        <SignInFirst to="to see how you are reached and where you are signed in." />
      </PageBody>
    );
  }
  return (
    <PageBody narrow>
      <PageHeader title="Settings">
        <p>Nobody else sees what stands here.</p>
      </PageHeader>
      {viewer.needsPasskey && viewer.passkeys.length > 0 && <UsePasskey />}
      {signInWays.passkey && (
        <section aria-labelledby="passkeys">
          <SectionHead title="Passkeys" id="passkeys" />
          <PasskeyList viewer={viewer} />
        </section>
      )}
      <section aria-labelledby="sessions">
        <SectionHead title="Where you are signed in" id="sessions" />
        <SessionList viewer={viewer} />
      </section>
    </PageBody>
  );
}
