import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { v7 } from 'uuid';
import type { Settle } from '../../graphql/confirming';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { QueryState } from '../../ui/QueryState';
import { CodeEntry, type CodeFault } from './CodeEntry';
import { ConfirmByPasskey } from './ConfirmByPasskey';

const ConfirmWaysDocument = graphql(`
  query ConfirmWays {
    signInWays {
      code
      partyLogin
    }
    viewer {
      signedInBy
      passkeys {
        id
      }
    }
  }
`);

const ConfirmAsDemoPersonDocument = graphql(`
  mutation ConfirmAsDemoPerson {
    confirmAsDemoPerson {
      __typename
      ... on Viewer {
        confirmedAt
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const RequestConfirmingCodeDocument = graphql(`
  mutation RequestConfirmingCode($attemptId: ID!) {
    requestConfirmingCode(attemptId: $attemptId) {
      __typename
      ... on CodeRequested {
        attemptId
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const ConfirmWithCodeDocument = graphql(`
  mutation ConfirmWithCode($attemptId: ID!, $code: String!) {
    confirmWithCode(attemptId: $attemptId, code: $code) {
      __typename
      ... on Viewer {
        confirmedAt
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Confirming {
  onConfirmed: () => void;
}

/** Asks whether it is still the same person. What they were doing goes on by itself afterwards. */
export function ConfirmDialog({ onSettled }: { onSettled: Settle }) {
  const { data, error, refetch } = useQuery(ConfirmWaysDocument, { fetchPolicy: 'network-only' });
  const confirmed = { onConfirmed: () => onSettled(true) };
  return (
    <Dialog title="Confirm that it is you" isOpen onClose={() => onSettled(false)} insistent>
      <p>
        Before this goes on we ask once more who is here. It holds for ten minutes. Nothing you
        typed is lost.
      </p>
      {!data && (
        <QueryState what="the ways to confirm" error={error} onRetry={() => void refetch()} />
      )}
      {data?.viewer && (
        <Ways
          isDemo={data.viewer.signedInBy === 'demo'}
          hasPasskey={data.viewer.passkeys.length > 0}
          hasCode={data.signInWays.code}
          hasPartyLogin={data.signInWays.partyLogin}
          {...confirmed}
        />
      )}
      {data && !data.viewer && (
        <Notice tone="error" title="You are no longer signed in">
          <p>Sign in again, then come back to this page; what you typed is kept.</p>
        </Notice>
      )}
    </Dialog>
  );
}

interface WaysProps extends Confirming {
  isDemo: boolean;
  hasPasskey: boolean;
  hasCode: boolean;
  hasPartyLogin: boolean;
}

function Ways({ isDemo, hasPasskey, hasCode, hasPartyLogin, onConfirmed }: WaysProps) {
  const { pathname, search } = useLocation();
  if (isDemo) return <ByClick onConfirmed={onConfirmed} />;
  return (
    <>
      {hasPasskey && <ConfirmByPasskey onConfirmed={onConfirmed} />}
      {hasCode && <ByCode onConfirmed={onConfirmed} />}
      {hasPartyLogin && (
        <ButtonLink
          to={paths.partyLogin({ next: pathname + search, again: true })}
          variant="line"
          reloadDocument
        >
          Confirm at the party’s login
        </ButtonLink>
      )}
      {!hasPasskey && !hasCode && !hasPartyLogin && (
        <p>
          There is no way to confirm here. Add a passkey under Settings after you sign in again.
        </p>
      )}
    </>
  );
}

/** In the demonstration nobody has an address or a passkey. */
function ByClick({ onConfirmed }: Confirming) {
  const [confirm, { loading }] = useMutation(ConfirmAsDemoPersonDocument);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    try {
      const { data } = await confirm();
      const result = data?.confirmAsDemoPerson;
      if (result?.__typename === 'Viewer') onConfirmed();
      else setFault(result?.message ?? null);
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <>
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
      <Button pending={loading} pendingLabel="Confirming" onClick={() => void press()} autoFocus>
        It is me
      </Button>
      <p className="text-small text-ink-2">
        In this demonstration a press is enough. Elsewhere it takes a passkey or a code by email.
      </p>
    </>
  );
}

/** A code to the person's own address. */
function ByCode({ onConfirmed }: Confirming) {
  const [request, { loading: isAsking }] = useMutation(RequestConfirmingCodeDocument);
  const [confirm, { loading }] = useMutation(ConfirmWithCodeDocument);
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [fault, setFault] = useState<CodeFault | null>(null);
  const ask = async () => {
    setFault(null);
    try {
      const { data } = await request({ variables: { attemptId: v7() } });
      const asked = data?.requestConfirmingCode;
      if (asked?.__typename === 'CodeRequested') setAttemptId(asked.attemptId);
      else setFault({ field: null, message: asked?.message ?? '' });
    } catch (error) {
      setFault({ field: null, message: explain(error).advice });
    }
  };
  const enter = async (code: string) => {
    setFault(null);
    try {
      const { data } = await confirm({ variables: { attemptId: attemptId ?? '', code } });
      const result = data?.confirmWithCode;
      if (result?.__typename === 'Viewer') return onConfirmed();
      const field = result?.reason === 'wrong_code' ? 'code' : null;
      setFault({ field, message: result?.message ?? '' });
    } catch (error) {
      setFault({ field: null, message: explain(error).advice });
    }
  };
  if (!attemptId) {
    return (
      <>
        {fault && (
          <Notice tone="error" title="No code was sent" live>
            <p>{fault.message}</p>
          </Notice>
        )}
        <Button variant="line" pending={isAsking} pendingLabel="Sending" onClick={() => void ask()}>
          Send a code to my address
        </Button>
      </>
    );
  }
  return (
    <CodeEntry
      key={attemptId}
      submitLabel="Confirm"
      pending={loading}
      fault={fault}
      asksWho={false}
      onEnter={(code) => void enter(code)}
      actions={
        <Button variant="line" pending={isAsking} pendingLabel="Sending" onClick={() => void ask()}>
          Send another code
        </Button>
      }
    >
      <p role="status">
        A code is on its way to the address the party holds for you. It should arrive within a
        minute.
      </p>
    </CodeEntry>
  );
}
