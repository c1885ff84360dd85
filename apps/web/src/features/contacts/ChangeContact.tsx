import { useMutation } from '@apollo/client/react';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { toast } from '../../ui/toast';
import { useFocusFault } from '../../ui/useFocusFault';
import { CodeEntry, type CodeFault } from '../accounts/CodeEntry';

const ChangeContactDocument = graphql(`
  mutation ChangeContact($id: ID!, $email: String!) {
    changeContact(id: $id, email: $email) {
      __typename
      ... on ContactAsked {
        id
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

const ConfirmContactDocument = graphql(`
  mutation ConfirmContact($id: ID!, $code: String!) {
    confirmContact(id: $id, code: $code) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  onDone: () => void;
  onCancel: () => void;
}

/** A new address, then the code that was sent there. */
export function ChangeContact({ onDone, onCancel }: Props) {
  const [asked, setAsked] = useState<{ id: string; email: string } | null>(null);
  return asked ? (
    <TypeCode asked={asked} onDone={onDone} onCancel={() => setAsked(null)} />
  ) : (
    <AskFor onAsked={setAsked} onCancel={onCancel} />
  );
}

function AskFor(props: {
  onAsked: (to: { id: string; email: string }) => void;
  onCancel: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [change, { loading }] = useMutation(ChangeContactDocument);
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    const id = v7();
    try {
      const { data } = await change({ variables: { id, email: email.trim() } });
      const result = data?.changeContact;
      if (result?.__typename === 'Refusal') setFault(result.message);
      if (result?.__typename === 'ContactAsked') props.onAsked({ id, email: email.trim() });
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <TextInput
        label="New email address"
        hint="We send a code there. For three days after the change we send no sign-in codes there and take no votes from you. We tell the old address."
        error={fault}
        value={email}
        onChange={setEmail}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        className="max-w-96"
        autoFocus
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={loading} pendingLabel="Sending">
          Send a code there
        </Button>
        <Button variant="line" onClick={props.onCancel}>
          Keep the one I have
        </Button>
      </div>
    </form>
  );
}

interface TypeCodeProps extends Props {
  asked: { id: string; email: string };
}

function TypeCode({ asked, onDone, onCancel }: TypeCodeProps) {
  const [confirm, { loading }] = useMutation(ConfirmContactDocument);
  const [fault, setFault] = useState<CodeFault | null>(null);
  const enter = async (code: string) => {
    setFault(null);
    try {
      const { data } = await confirm({ variables: { id: asked.id, code } });
      const result = data?.confirmContact;
      if (result?.__typename === 'Refusal') {
        return setFault({ field: 'code', message: result.message });
      }
      toast('Your address is changed.');
      onDone();
    } catch (error) {
      setFault({ field: null, message: explain(error).advice });
    }
  };
  return (
    <CodeEntry
      submitLabel="Change my address"
      pending={loading}
      fault={fault}
      asksWho={false}
      onEnter={(code) => void enter(code)}
      actions={
        <Button variant="line" onClick={onCancel}>
          Another address
        </Button>
      }
    >
      <p role="status">
        A code is on its way to <b className="break-words">{asked.email}</b>. Type it here: it works
        on this page alone, for ten minutes.
      </p>
    </CodeEntry>
  );
}
