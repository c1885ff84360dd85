import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { v7 } from 'uuid';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { DateText } from '../../ui/DateText';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { LastUsed } from './LastUsed';
import { explainPasskey, makePasskey } from './passkeys';
import { RenamePasskey } from './RenamePasskey';

const PasskeyListFragment = graphql(`
  fragment PasskeyList on Viewer {
    passkeys {
      id
      name
      isSynced
      createdAt
      lastUsedAt
    }
  }
`);

const OfferAddingPasskeyDocument = graphql(`
  mutation OfferAddingPasskey {
    offerAddingPasskey {
      __typename
      ... on PasskeyOptions {
        options
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const AddPasskeyDocument = graphql(`
  mutation AddPasskey($id: ID!, $response: String!) {
    addPasskey(id: $id, response: $response) {
      __typename
      ... on Passkey {
        id
        name
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const RemovePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      __typename
      ... on Viewer {
        passkeys {
          id
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

function useAddPasskey(onFault: (message: string | null) => void) {
  const client = useApolloClient();
  const [offer] = useMutation(OfferAddingPasskeyDocument);
  const [add] = useMutation(AddPasskeyDocument);
  const [isBusy, setBusy] = useState(false);
  const addOne = async () => {
    setBusy(true);
    onFault(null);
    try {
      const offered = (await offer()).data?.offerAddingPasskey;
      if (offered?.__typename !== 'PasskeyOptions') return onFault(offered?.message ?? null);
      const response = await makePasskey(offered.options);
      const added = (await add({ variables: { id: v7(), response } })).data?.addPasskey;
      if (added?.__typename !== 'Passkey') return onFault(added?.message ?? null);
      toast(`Your passkey “${added.name}” is added.`);
      // An office that waited for it may be theirs to exercise now.
      await client.refetchQueries({ include: 'active' });
    } catch (error) {
      onFault(explainPasskey(error) ?? explain(error).advice);
    } finally {
      setBusy(false);
    }
  };
  return { addOne, isBusy };
}

interface Props {
  viewer: FragmentType<typeof PasskeyListFragment>;
  /** Whether another one may be added now; where not, the page says what comes first. */
  mayAdd: boolean;
}

/** The passkeys one has, and another one. */
export function PasskeyList({ viewer, mayAdd }: Props) {
  const { passkeys } = getFragmentData(PasskeyListFragment, viewer);
  const [fault, setFault] = useState<string | null>(null);
  const { addOne, isBusy } = useAddPasskey(setFault);
  const [leaving, setLeaving] = useState<{ id: string; name: string } | null>(null);
  return (
    <div className="space-y-4">
      <p>
        A passkey signs you in with the PIN, finger or face of your own device. Nothing is sent that
        somebody could steal and use.
      </p>
      {passkeys.length > 0 && (
        <ul className="border-t-2 border-ink">
          {passkeys.map((passkey) => (
            <li
              key={passkey.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-3"
            >
              <div className="min-w-0 flex-1 basis-64">
                <RenamePasskey id={passkey.id} name={passkey.name} onFault={setFault} />
                <p className="text-small text-ink-2">
                  Added <DateText iso={passkey.createdAt} />.{' '}
                  {passkey.lastUsedAt ? (
                    <>
                      Used <LastUsed iso={passkey.lastUsedAt} />.
                    </>
                  ) : (
                    'Not used yet.'
                  )}{' '}
                  {passkey.isSynced && 'Kept in more than one of your devices.'}
                </p>
              </div>
              <Button
                variant="bare"
                size="small"
                aria-label={`Take away “${passkey.name}”`}
                onClick={() => setLeaving(passkey)}
              >
                Take away
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      {mayAdd && (
        <Button
          variant={passkeys.length > 0 ? 'line' : 'primary'}
          icon="plus"
          pending={isBusy}
          pendingLabel="Waiting for your device"
          onClick={() => void addOne()}
        >
          {passkeys.length > 0 ? 'Add another passkey' : 'Add a passkey'}
        </Button>
      )}
      {leaving && (
        <TakeAway passkey={leaving} onFault={setFault} onClose={() => setLeaving(null)} />
      )}
    </div>
  );
}

interface TakeAwayProps {
  passkey: { id: string; name: string };
  onFault: (message: string | null) => void;
  onClose: () => void;
}

function TakeAway({ passkey, onFault, onClose }: TakeAwayProps) {
  const [remove, { loading }] = useMutation(RemovePasskeyDocument);
  const press = async () => {
    onFault(null);
    // The question whether it is them may be asked next; one question at a time.
    onClose();
    try {
      const { data } = await remove({ variables: { id: passkey.id } });
      const result = data?.removePasskey;
      if (result?.__typename === 'Viewer') toast(`“${passkey.name}” is taken away.`);
      else onFault(result?.message ?? null);
    } catch (error) {
      onFault(explain(error).advice);
    }
  };
  return (
    <Dialog
      title={`Take “${passkey.name}” away?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button pending={loading} pendingLabel="Taking it away" onClick={() => void press()}>
            Take it away
          </Button>
          <Button variant="line" onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <p>It no longer signs you in here. In your device it stays until you delete it there.</p>
    </Dialog>
  );
}
