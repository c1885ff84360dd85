import { useMutation } from '@apollo/client/react';
import { READINGS, REASON_LABELS, REASON_SAYS, type Reading } from '@clarion/deliberation';
import { type FormEvent, useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ReadSealedMutation } from '../../graphql/generated/graphql';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/Choose';
import { DateText } from '../../ui/DateText';
import { Notice } from '../../ui/Notice';
import { useKeptId } from '../../ui/useKeptId';
import { SealFragment } from './fragments';
import { NamedWords } from './NamedWords';

const ReadSealedDocument = graphql(`
  mutation ReadSealed($input: ReadSealedInput!) {
    readSealed(input: $input) {
      __typename
      ... on SealedWords {
        act {
          id
        }
        words {
          label
          text
        }
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

type Words = Extract<ReadSealedMutation['readSealed'], { __typename: 'SealedWords' }>['words'];

interface Props {
  seal: FragmentType<typeof SealFragment>;
  aboutId: string;
}

/** That words are under seal, and for a moderator the way to read them, which is an act of its own. */
export function SealedWords({ seal, aboutId }: Props) {
  const { until, destroyedAt, viewerMayRead } = getFragmentData(SealFragment, seal);
  const [isAsking, setAsking] = useState(false);
  const [words, setWords] = useState<Words | null>(null);
  if (destroyedAt) {
    return (
      <p>
        The words were destroyed on <DateText iso={destroyedAt} style="year" />.
      </p>
    );
  }
  return (
    <div className="space-y-3">
      <p>
        The words are under seal, to be destroyed on <DateText iso={until} style="year" /> unless a
        court or the police ask for them.
      </p>
      {words && <NamedWords words={words} />}
      {viewerMayRead && !words && !isAsking && (
        <Button variant="line" size="small" onClick={() => setAsking(true)}>
          Read the sealed words
        </Button>
      )}
      {isAsking && !words && (
        <Asking
          aboutId={aboutId}
          onRead={(read) => {
            setWords(read);
            announce('The words are shown. That you read them stands in the log.');
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface AskingProps {
  aboutId: string;
  onRead: (words: Words) => void;
  onClose: () => void;
}

function Asking({ aboutId, onRead, onClose }: AskingProps) {
  const [reason, setReason] = useState<Reading | null>(null);
  const [fault, setFault] = useState<string>();
  const id = useKeptId(`read-sealed:${aboutId}`);
  const [read, { loading }] = useMutation(ReadSealedDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!reason) return setFault('Choose what it is for.');
    try {
      const { data } = await read({ variables: { input: { id: id.take(), aboutId, reason } } });
      if (data?.readSealed.__typename === 'Refusal') return setFault(data.readSealed.message);
      id.forget();
      onRead(data?.readSealed.words ?? []);
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <form onSubmit={submit} className="space-y-4 border-t border-rule pt-4">
      <Notice title="This stands in the public log">
        <p>That a moderator read them, for which body and what for; your name is kept beside it.</p>
      </Notice>
      <RadioGroup<Reading | ''>
        legend="What do you read them for?"
        options={READINGS.map((value) => ({
          value,
          label: REASON_LABELS[value],
          hint: REASON_SAYS[value],
        }))}
        value={reason ?? ''}
        onChange={(value) => setReason(value === '' ? null : value)}
        error={fault}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="small" pending={loading} pendingLabel="Opening">
          Read them
        </Button>
        <Button variant="bare" size="small" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}
