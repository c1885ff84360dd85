import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';

const RenamePasskeyDocument = graphql(`
  mutation RenamePasskey($id: ID!, $name: String!) {
    renamePasskey(id: $id, name: $name) {
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

interface Props {
  id: string;
  name: string;
  onFault: (message: string | null) => void;
}

/** What a passkey is called, and a way to call it something else. */
export function RenamePasskey({ id, name, onFault }: Props) {
  const [rename, { loading }] = useMutation(RenamePasskeyDocument);
  const [written, setWritten] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    onFault(null);
    try {
      const { data } = await rename({ variables: { id, name: written ?? '' } });
      const result = data?.renamePasskey;
      if (result?.__typename === 'Passkey') setWritten(null);
      else onFault(result?.message ?? null);
    } catch (error) {
      onFault(explain(error).advice);
    }
  };
  if (written === null) {
    return (
      <p className="flex flex-wrap items-center gap-x-3">
        <b className="break-words">{name}</b>
        <Button
          variant="bare"
          size="small"
          aria-label={`Rename “${name}”`}
          onClick={() => setWritten(name)}
        >
          Rename
        </Button>
      </p>
    );
  }
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-wrap items-end gap-3">
      <TextInput label="Name" value={written} onChange={setWritten} autoFocus autoComplete="off" />
      <Button type="submit" variant="line" pending={loading} pendingLabel="Saving">
        Save
      </Button>
      <Button variant="bare" onClick={() => setWritten(null)}>
        Cancel
      </Button>
    </form>
  );
}
