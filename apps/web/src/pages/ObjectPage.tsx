import { useState } from 'react';
import { ObjectForm } from '../features/contacts/ObjectForm';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';

/** For whoever lost their address to somebody else: open to all, since they may not be able to sign in. */
export default function ObjectPage() {
  const [isDone, setIsDone] = useState(false);
  if (isDone) {
    return (
      <PageBody narrow>
        <PageHeader
          title="The change is taken back"
          actions={<ButtonLink to={paths.signIn()}>Sign in</ButtonLink>}
        >
          <p>
            You are reached at your address again. Whoever was signed in as you no longer is, so
            sign in anew. The public record counts that a change was objected to; it does not say
            whose.
          </p>
        </PageHeader>
      </PageBody>
    );
  }
  return (
    <PageBody narrow>
      <PageHeader title="Object to a change of address">
        <p>
          We wrote to you that your address was changed, and it was not you? Type the code from that
          mail. You have 14 days.
        </p>
      </PageHeader>
      <ObjectForm onDone={() => setIsDone(true)} />
    </PageBody>
  );
}
