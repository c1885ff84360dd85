import { useApolloClient, useMutation } from '@apollo/client/react';
import { ERASE_TYPED, refuseErasure } from '@clarion/deliberation';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { toast } from '../../ui/toast';
import { useFocusFault } from '../../ui/useFocusFault';
import { forgetKeptTexts } from '../../ui/useKeptText';
import { everythingAnew } from '../accounts/everythingAnew';
import { Fates } from './Fates';
import { forgetPerson } from './forgetPerson';

const EraseMeDocument = graphql(`
  mutation EraseMe($typed: String!) {
    eraseMe(typed: $typed) {
      __typename
      ... on Erased {
        isDone
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

/** What goes and what stays is read first; only then can it be done. */
export function EraseMe({ memberId }: { memberId: string }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Erasing memberId={memberId} onCancel={() => setOpen(false)} />;
  return (
    <div className="space-y-3">
      <p>It cannot be undone. Before anything is done you read what goes, what stays and why.</p>
      <Button variant="line" onClick={() => setOpen(true)}>
        Erase what is held about me
      </Button>
    </div>
  );
}

function Erasing({ memberId, onCancel }: { memberId: string; onCancel: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const client = useApolloClient();
  const navigate = useNavigate();
  const [erase, { loading }] = useMutation(EraseMeDocument);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  useFocusFault(form, fault);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = refuseErasure({ typed, heldUntil: null, now: new Date() });
    setFault(refused?.message ?? null);
    if (refused) return;
    try {
      const { data } = await erase({ variables: { typed } });
      const answer = data?.eraseMe;
      if (answer?.__typename !== 'Erased') return setFault(answer?.message ?? null);
      forgetKeptTexts();
      await navigate(paths.consultations());
      await everythingAnew(client);
      forgetPerson(memberId);
      toast('What was held about you is erased, and you are signed out.');
    } catch (error) {
      setFault(explain(error).advice);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      <div className="max-w-measure">
        <Fates level={4} />
      </div>
      <Notice tone="warning" title="It is done at once, and for good.">
        <p>
          Nobody can bring it back, nor let you in again under this membership number. You may want
          to download it first. This browser forgets your receipts and what opens your votes too;
          others in which you were signed in keep theirs. What you sent for a body goes too: its
          other officers may want to send it again.
        </p>
      </Notice>
      <TextInput
        label={`Type “${ERASE_TYPED}”`}
        value={typed}
        onChange={setTyped}
        error={fault}
        autoComplete="off"
        autoCapitalize="none"
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={loading} pendingLabel="Erasing">
          Erase it for good
        </Button>
        <Button variant="line" onClick={onCancel}>
          Keep everything
        </Button>
      </div>
    </form>
  );
}
