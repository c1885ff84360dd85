import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { WaitingContactsFragment as Fragment } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { Details } from '../../ui/Details';
import { formatDate } from '../../ui/dates';
import { Notice } from '../../ui/Notice';
import { formatNumber, plural } from '../../ui/numbers';
import { toast } from '../../ui/toast';

const WaitingContactsFragment = graphql(`
  fragment WaitingContacts on WaitingContacts {
    id
    way
    askedAt
    count
    mayDecide
    askedBy {
      id
      displayName
    }
    changes {
      id
      maskedOld
      maskedNew
      member {
        id
        displayName
      }
    }
  }
`);

const ApproveContactChangesDocument = graphql(`
  mutation ApproveContactChanges($batchId: ID!) {
    approveContactChanges(batchId: $batchId) {
      __typename
      ... on ContactsDecided {
        count
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const RefuseContactChangesDocument = graphql(`
  mutation RefuseContactChanges($batchId: ID!) {
    refuseContactChanges(batchId: $batchId) {
      __typename
      ... on ContactsDecided {
        count
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const whence = ({ way, askedBy }: Fragment): string =>
  way === 'roll' ? 'an import of the roll' : (askedBy?.displayName ?? 'an administrator');

interface Props {
  waiting: FragmentType<typeof WaitingContactsFragment>;
  onDecided: () => void;
}

type Decided = { __typename: 'ContactsDecided' } | { __typename: 'Refusal'; message: string };

/** Changes of addresses that wait for a second person, and their decision. */
export function WaitingContacts({ waiting, onDecided }: Props) {
  const batch = getFragmentData(WaitingContactsFragment, waiting);
  const { id: batchId, count, changes, askedAt, mayDecide } = batch;
  const [approve, approving] = useMutation(ApproveContactChangesDocument);
  const [refuse, refusing] = useMutation(RefuseContactChangesDocument);
  const [fault, setFault] = useState<string | null>(null);
  const decide = async (deciding: Promise<Decided | undefined>, said: string) => {
    setFault(null);
    try {
      const result = await deciding;
      if (result?.__typename === 'Refusal') return setFault(result.message);
      toast(said);
      onDecided();
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  const variables = { batchId };
  return (
    <article className="border-t-2 border-ink py-4">
      <h3>{plural(count, 'new address', 'new addresses')}</h3>
      <p className="mt-1 text-small text-ink-2">
        Asked for by {whence(batch)} on {formatDate(askedAt, 'moment')}.
      </p>
      <div className="mt-3">
        <Details
          summary={count > changes.length ? `The first ${formatNumber(changes.length)}` : 'Whose'}
        >
          <ul className="text-small">
            {changes.map(({ id, member, maskedOld, maskedNew }) => (
              <li key={id} className="border-b border-rule py-2">
                <b>{member.displayName}</b>: {maskedOld ?? 'no address'} →{' '}
                {maskedNew ?? 'no address'}
              </li>
            ))}
          </ul>
        </Details>
      </div>
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      {mayDecide ? (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button
            pending={approving.loading}
            pendingLabel="Changing them"
            onClick={() =>
              void decide(
                approve({ variables }).then(({ data }) => data?.approveContactChanges),
                'The addresses are changed, and everybody concerned is told.',
              )
            }
          >
            Change them
          </Button>
          <Button
            variant="line"
            pending={refusing.loading}
            pendingLabel="Refusing"
            onClick={() =>
              void decide(
                refuse({ variables }).then(({ data }) => data?.refuseContactChanges),
                'Nothing is changed.',
              )
            }
          >
            Refuse them
          </Button>
        </div>
      ) : (
        <p className="mt-3">You asked for these, so another administrator decides.</p>
      )}
    </article>
  );
}
