import { useMutation } from '@apollo/client/react';
import { type FormEvent, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { useFocusFault } from '../../ui/useFocusFault';

const ObjectWithCodeDocument = graphql(`
  mutation ObjectWithCode($code: String!) {
    objectToContactChange(code: $code) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** Where the code from the mail to the old address is typed. Nobody need be signed in. */
export function ObjectForm({ onDone }: { onDone: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [object, { loading }] = useMutation(ObjectWithCodeDocument);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFault(null);
    try {
      const { data } = await object({ variables: { code } });
      const result = data?.objectToContactChange;
      if (result?.__typename === 'ContactRestored') return onDone();
      const isWrong = result?.reason === 'wrong_code';
      setFault(
        isWrong
          ? 'That code is not right. Copy it from the mail as it stands there: three groups of four letters and digits.'
          : (result?.message ?? null),
      );
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      <TextInput
        label="The code from the mail"
        hint="Twelve letters and digits, such as 7KQ2-M4XD-09AB."
        error={fault}
        value={code}
        onChange={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="max-w-64 tracking-[0.08em]"
      />
      <Button type="submit" pending={loading} pendingLabel="Taking it back">
        Take the change back
      </Button>
    </form>
  );
}
