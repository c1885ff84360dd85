import { useMutation } from '@apollo/client/react';
import { refuseDisplayName, TEXT } from '@clarion/deliberation';
import { type FormEvent, useRef, useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { toast } from '../../ui/toast';
import { useFocusFault } from '../../ui/useFocusFault';

const YourNameFragment = graphql(`
  fragment YourName on Viewer {
    rollName
    member {
      id
      displayName
    }
  }
`);

const ChangeDisplayNameDocument = graphql(`
  mutation ChangeDisplayName($name: String!) {
    changeDisplayName(name: $name) {
      __typename
      ... on Viewer {
        ...YourName
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** The name one signs with, and a way to another. */
export function YourName({ viewer }: { viewer: FragmentType<typeof YourNameFragment> }) {
  const { member, rollName } = getFragmentData(YourNameFragment, viewer);
  const form = useRef<HTMLFormElement>(null);
  const [change, { loading }] = useMutation(ChangeDisplayNameDocument);
  const [name, setName] = useState(member.displayName);
  const [fault, setFault] = useState<string | null>(null);
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = refuseDisplayName(name);
    setFault(refused?.message ?? null);
    if (refused) return;
    try {
      const { data } = await change({ variables: { name } });
      const answer = data?.changeDisplayName;
      if (answer?.__typename === 'Refusal') return setFault(answer.message);
      toast('Everything you sent is signed with that name now.');
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <TextInput
        label="The name you sign with"
        hint={
          rollName
            ? `Everybody reads it beside what you sent. The roll calls you ${rollName}; type that to go back to it.`
            : 'Everybody reads it beside what you sent, also what you sent before. The roll keeps its own.'
        }
        value={name}
        onChange={setName}
        error={fault}
        maxLength={TEXT.displayName.max * 2}
        autoComplete="name"
      />
      <Button type="submit" variant="line" pending={loading} pendingLabel="Changing">
        Sign with this name
      </Button>
    </form>
  );
}
