import { useMutation } from '@apollo/client/react';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { useFocusFault } from '../../ui/useFocusFault';
import { CodeEntry, type CodeFault } from './CodeEntry';
import { type Attempt, keepAttempt, readAttempt } from './keptAttempt';

const RequestSignInCodeDocument = graphql(`
  mutation RequestSignInCode($email: String!, $attemptId: ID!) {
    requestSignInCode(email: $email, attemptId: $attemptId) {
      __typename
      ... on CodeRequested {
        attemptId
        expiresAt
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const SignInWithCodeDocument = graphql(`
  mutation SignInWithCode($attemptId: ID!, $code: String!, $membershipNumber: String) {
    signInWithCode(attemptId: $attemptId, code: $code, membershipNumber: $membershipNumber) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  /** They are in: who they are is asked anew. */
  onSignedIn: () => Promise<void>;
}

/** An address, then the code that was sent there, in the same tab. */
export function SignInByCode({ onSignedIn }: Props) {
  const [attempt, setAttempt] = useState(() => readAttempt(new Date()));
  const keep = (next: Attempt | null) => {
    keepAttempt(next);
    setAttempt(next);
  };
  return attempt ? (
    <TypeCode key={attempt.id} attempt={attempt} onAgain={keep} onSignedIn={onSignedIn} />
  ) : (
    <AskForCode onAsked={keep} />
  );
}

function useAskForCode() {
  const [request, { loading }] = useMutation(RequestSignInCodeDocument);
  const [fault, setFault] = useState<string | null>(null);
  const ask = async (email: string): Promise<Attempt | null> => {
    setFault(null);
    try {
      const { data } = await request({ variables: { email, attemptId: v7() } });
      const asked = data?.requestSignInCode;
      if (asked?.__typename === 'CodeRequested') {
        return { id: asked.attemptId, email, expiresAt: asked.expiresAt };
      }
      setFault(asked?.message ?? null);
    } catch (error) {
      setFault(explain(error).advice);
    }
    return null;
  };
  return { ask, fault, loading };
}

function AskForCode({ onAsked }: { onAsked: (attempt: Attempt) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const { ask, fault, loading } = useAskForCode();
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const attempt = await ask(email.trim());
    if (attempt) onAsked(attempt);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      <TextInput
        label="Email address"
        hint="The one the party writes to you at. We send a code to it."
        error={fault}
        value={email}
        onChange={setEmail}
        type="email"
        inputMode="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        className="max-w-96"
      />
      <Button type="submit" pending={loading} pendingLabel="Sending">
        Send me a code
      </Button>
    </form>
  );
}

interface TypeProps extends Props {
  attempt: Attempt;
  onAgain: (attempt: Attempt | null) => void;
}

function TypeCode({ attempt, onAgain, onSignedIn }: TypeProps) {
  const again = useAskForCode();
  const [signIn, { loading }] = useMutation(SignInWithCodeDocument);
  const [fault, setFault] = useState<CodeFault | null>(null);
  const [asksWho, setAsksWho] = useState(false);
  const enter = async (code: string, membershipNumber: string | null) => {
    setFault(null);
    try {
      const { data } = await signIn({
        variables: { attemptId: attempt.id, code, membershipNumber },
      });
      const result = data?.signInWithCode;
      if (result?.__typename === 'Viewer') {
        keepAttempt(null);
        return await onSignedIn();
      }
      if (!result) return;
      const { reason, message } = result;
      if (reason === 'which_member') setAsksWho(true);
      const fields = { wrong_code: 'code', which_member: 'membershipNumber' } as const;
      setFault({ field: fields[reason as keyof typeof fields] ?? null, message });
    } catch (error) {
      setFault({ field: null, message: explain(error).advice });
    }
  };
  const sendAnother = async () => {
    const next = await again.ask(attempt.email);
    if (next) onAgain(next);
  };
  return (
    <CodeEntry
      submitLabel="Sign in"
      pending={loading}
      fault={fault ?? (again.fault ? { field: null, message: again.fault } : null)}
      asksWho={asksWho}
      onEnter={(code, number) => void enter(code, number)}
      actions={
        <>
          <Button
            variant="line"
            pending={again.loading}
            pendingLabel="Sending"
            onClick={() => void sendAnother()}
          >
            Send another code
          </Button>
          <Button variant="bare" onClick={() => onAgain(null)}>
            Use another address
          </Button>
        </>
      }
    >
      <p role="status">
        If a member has the address <b className="break-words">{attempt.email}</b>, a code is on its
        way there. It comes within a minute; look among spam too.
      </p>
      <p>Type it here: it works on this page alone, for ten minutes.</p>
    </CodeEntry>
  );
}
