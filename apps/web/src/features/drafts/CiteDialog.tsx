import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { v7 } from 'uuid';
import { graphql } from '../../graphql/generated';
import type { CitableQuery } from '../../graphql/generated/graphql';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/Choose';
import { Dialog } from '../../ui/Dialog';
import { TextArea, TextInput } from '../../ui/Field';
import { plural } from '../../ui/numbers';
import { QueryState } from '../../ui/QueryState';
import { useDebounced } from '../../ui/useDebounced';
import type { WrittenSource } from './editor';
import { shortened } from './sources';

const CitableDocument = graphql(`
  query Citable($consultationId: ID!, $text: String) {
    citable(consultationId: $consultationId, text: $text) {
      label
      excerpt
      item {
        __typename
        ... on Proposal {
          id
        }
        ... on Comment {
          id
        }
        ... on Evidence {
          id
        }
        ... on Decision {
          id
        }
      }
    }
  }
`);

type Citable = CitableQuery['citable'][number];

interface Props {
  consultationId: string;
  /** "paragraph 14", "a new paragraph". */
  where: string;
  /** What the paragraph cites already. */
  cited: readonly string[];
  onCite: (source: WrittenSource) => void;
  onClose: () => void;
}

/** Finds what was sent, by its words, and cites it with what was kept or altered. */
export function CiteDialog({ consultationId, where, cited, onCite, onClose }: Props) {
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const asked = useDebounced(text.trim(), 250);
  const variables = { consultationId, text: asked || null };
  const { data, previousData, error, refetch } = useQuery(CitableDocument, { variables });
  const found = (data ?? previousData)?.citable.filter(({ item }) => !cited.includes(item.id));
  const chosen = found?.find(({ item }) => item.id === chosenId);
  const cite = () => {
    if (!chosen) return;
    const { item, label, excerpt } = chosen;
    const title = shortened(excerpt);
    onCite({ id: v7(), kind: item.__typename, itemId: item.id, label, title, note });
    onClose();
  };
  return (
    <Dialog
      title={`Cite a source for ${where}`}
      isOpen
      onClose={onClose}
      insistent
      actions={
        <>
          <Button onClick={cite} disabled={!chosen}>
            Cite it
          </Button>
          <Button variant="bare" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <TextInput
        label="Find it by its words"
        hint="Proposals come first, in the order of the latest round; then evidence, answers and comments."
        type="search"
        value={text}
        onChange={setText}
      />
      {!found && (
        <QueryState what="what can be cited" error={error} onRetry={() => void refetch()} />
      )}
      {found && <Found found={found} chosenId={chosenId} onChoose={setChosenId} asked={asked} />}
      {chosen && (
        <TextArea
          label="What was kept or altered?"
          hint="Its author reads this in the story: “Kept the evenings; every centre became forty towns.”"
          optional
          limit={500}
          rows={2}
          className="min-h-20!"
          value={note}
          onChange={setNote}
        />
      )}
    </Dialog>
  );
}

interface FoundProps {
  found: readonly Citable[];
  chosenId: string | null;
  onChoose: (id: string) => void;
  asked: string;
}

function Found({ found, chosenId, onChoose, asked }: FoundProps) {
  return (
    <div>
      <p role="status" className="text-small text-ink-2">
        {found.length === 0 && asked
          ? `Nothing that can be cited has “${asked}” in it. Try one word of it.`
          : plural(found.length, 'source', 'sources', 'There is nothing left to cite here yet.')}
      </p>
      {found.length > 0 && (
        <div className="mt-2 max-h-[32dvh] overflow-y-auto border-y border-rule px-1">
          <RadioGroup
            legend={<span className="sr-only">What was sent</span>}
            value={chosenId}
            onChange={onChoose}
            options={found.map(({ item, label, excerpt }) => ({
              value: item.id,
              label: <b>{label}</b>,
              hint: shortened(excerpt),
            }))}
          />
        </div>
      )}
    </div>
  );
}
