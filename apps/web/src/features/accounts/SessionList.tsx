import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { SignInWay } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { LastUsed } from './LastUsed';

const SessionListFragment = graphql(`
  fragment SessionList on Viewer {
    sessions {
      id
      device
      signedInBy
      createdAt
      lastSeenAt
      isThis
    }
  }
`);

const EndSessionDocument = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      __typename
      ... on Viewer {
        ...SessionList
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const EndOtherSessionsDocument = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      __typename
      ... on Viewer {
        ...SessionList
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const wayWords: Record<SignInWay, string> = {
  demo: 'picked in the demonstration',
  code: 'by a code',
  passkey: 'by a passkey',
  oidc: 'by the party’s login',
  link: 'by a link',
};

type Ended = { __typename: 'Viewer' } | { __typename: 'Refusal'; message: string };

/** The browsers in which one is signed in, and a way to end that. */
export function SessionList({ viewer }: { viewer: FragmentType<typeof SessionListFragment> }) {
  const { sessions } = getFragmentData(SessionListFragment, viewer);
  const [endOne] = useMutation(EndSessionDocument);
  const [endOthers, { loading }] = useMutation(EndOtherSessionsDocument);
  const [fault, setFault] = useState<string | null>(null);
  const end = async (ending: Promise<Ended | undefined>, said: string) => {
    setFault(null);
    try {
      const result = await ending;
      if (result?.__typename === 'Viewer') toast(said);
      else setFault(result?.message ?? null);
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <div className="space-y-4">
      <p>You are signed in here. If you do not know one of these, end it.</p>
      <ul className="border-t-2 border-ink">
        {sessions.map(({ id, device, signedInBy, createdAt, lastSeenAt, isThis }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-3"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <b>{device}</b>{' '}
                {isThis && (
                  <Badge tone="agree" icon="agree">
                    This one
                  </Badge>
                )}
              </p>
              <p className="text-small text-ink-2">
                Since <DateText iso={createdAt} />, {wayWords[signedInBy]}. Last used{' '}
                <LastUsed iso={lastSeenAt} />.
              </p>
            </div>
            {!isThis && (
              <Button
                variant="bare"
                size="small"
                aria-label={`End it: ${device}`}
                onClick={() =>
                  void end(
                    endOne({ variables: { id } }).then(({ data }) => data?.endSession),
                    `${device} is signed out.`,
                  )
                }
              >
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      {sessions.length > 1 && (
        <Button
          variant="line"
          pending={loading}
          pendingLabel="Ending them"
          onClick={() =>
            void end(
              endOthers().then(({ data }) => data?.endOtherSessions),
              'You are signed out everywhere else.',
            )
          }
        >
          End all the others
        </Button>
      )}
    </div>
  );
}
