import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { Notice } from '../../ui/Notice';
import { ChangeContact } from './ChangeContact';
import { ContactChanges } from './ContactChanges';

const MyContactFragment = graphql(`
  fragment MyContact on MyContact {
    email
    heldUntil
    ...ContactChanges
  }
`);

interface Props {
  contact: FragmentType<typeof MyContactFragment>;
  /** Whether this server can send the code that a change needs. */
  canChange: boolean;
  onChanged: () => void;
}

/** Where one is reached, how that changed, and how to change it or take a change back. */
export function MyContact({ contact, canChange, onChanged }: Props) {
  const { email, heldUntil, ...rest } = getFragmentData(MyContactFragment, contact);
  const [isChanging, setIsChanging] = useState(false);
  return (
    <div className="space-y-5">
      <p>
        {email ? (
          <>
            Codes to sign in, and news of your own details, go to{' '}
            <b className="break-words">{email}</b>.
          </>
        ) : (
          'We hold no email address for you, so we cannot send you a code.'
        )}
      </p>
      {heldUntil && (
        <Notice tone="warning" title={`It is fresh until ${formatDate(heldUntil, 'moment')}`}>
          <p>
            Until then no code is sent there, and no vote is taken from you: whoever took your
            address must not be able to vote in your name. You can read and write as always.
          </p>
        </Notice>
      )}
      {isChanging ? (
        <ChangeContact
          onDone={() => {
            setIsChanging(false);
            onChanged();
          }}
          onCancel={() => setIsChanging(false)}
        />
      ) : (
        canChange && (
          <Button variant="line" onClick={() => setIsChanging(true)}>
            {email ? 'Use another address' : 'Add an address'}
          </Button>
        )
      )}
      {!canChange && (
        <p className="text-small text-ink-2">
          This server sends no mail, so an address cannot be changed here.
        </p>
      )}
      <ContactChanges contact={rest} onChanged={onChanged} />
      <p className="text-small">
        You got a mail about a change that was not yours?{' '}
        <Link to={paths.objectToChange()}>Object to a change of address</Link> with the code in it.
      </p>
    </div>
  );
}
