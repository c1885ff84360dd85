import { useApolloClient } from '@apollo/client/react';
import { Notice } from '../../ui/Notice';
import { ConfirmByPasskey } from './ConfirmByPasskey';

/** For whoever has a passkey, and is here without it while an office waits for it. */
export function UsePasskey() {
  const client = useApolloClient();
  return (
    <Notice tone="warning" title="Your office waits for your passkey">
      <p>Use it now, and you can act in office until you sign out.</p>
      <ConfirmByPasskey onConfirmed={() => void client.refetchQueries({ include: 'active' })} />
    </Notice>
  );
}
