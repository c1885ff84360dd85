import { useMutation } from '@apollo/client/react';
import { type FormEvent, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Details } from '../../ui/Details';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { useFocusFault } from '../../ui/useFocusFault';
import { useKeptId } from '../../ui/useKeptId';

const ChangeContactOfMemberDocument = graphql(`
  mutation ChangeContactOfMember($id: ID!, $membershipNumber: String!, $email: String!) {
    changeContactOfMember(id: $id, membershipNumber: $membershipNumber, email: $email) {
      __typename
      ... on ContactOfMemberChanged {
        id
        isWaiting
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** Puts somebody's address right, as an administrator. The one they have is not shown. */
export function ContactOfMember({ number, name }: { number: string; name: string }) {
  const form = useRef<HTMLFormElement>(null);
  const kept = useKeptId(`contact-of:${number}`);
  const [change, { loading }] = useMutation(ChangeContactOfMemberDocument);
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [done, setDone] = useState<{ isWaiting: boolean } | null>(null);
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    setDone(null);
    try {
      const { data } = await change({
        variables: { id: kept.take(), membershipNumber: number, email: email.trim() },
      });
      const result = data?.changeContactOfMember;
      if (result?.__typename === 'Refusal') setFault(result.message);
      if (result?.__typename !== 'ContactOfMemberChanged') return;
      kept.forget();
      setEmail('');
      setDone(result);
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <Details summary="Put their email address right">
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextInput
          label={`New email address of ${name}`}
          hint="Both addresses are told. For three days no code goes to the new one and no vote is taken from them; they can take it back. That you changed it is in the public record."
          error={fault}
          value={email}
          onChange={setEmail}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-96"
        />
        <Button type="submit" size="small" pending={loading} pendingLabel="Changing it">
          Change it
        </Button>
        {done && (
          <Notice tone="good" title={done.isWaiting ? 'It waits' : 'It is changed'} live>
            <p>
              {done.isWaiting
                ? 'You changed ten within a day, so another administrator decides on this one.'
                : 'Both addresses are told.'}
            </p>
          </Notice>
        )}
      </form>
    </Details>
  );
}
