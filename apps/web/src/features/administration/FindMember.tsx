import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';

interface Props {
  /** The number looked for now. */
  number: string;
  onFind: (number: string) => void;
  pending: boolean;
}

/** Nobody is found by name or by a part of a number: nobody is given a list of members. */
export function FindMember({ number, onFind, pending }: Props) {
  const [typed, setTyped] = useState(number);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim());
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <TextInput
        label="Membership number"
        hint="The whole number, as it is in the roll."
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="max-w-64"
      />
      <Button type="submit" pending={pending} pendingLabel="Looking">
        Find them
      </Button>
    </form>
  );
}
