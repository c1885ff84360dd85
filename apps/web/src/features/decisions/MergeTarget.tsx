import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { useDebounced } from '../../ui/useDebounced';

const MergeTargetsDocument = graphql(`
  query MergeTargets($consultationId: ID!, $text: String) {
    consultation(id: $consultationId) {
      id
      proposals(first: 8, sort: number, text: $text) {
        edges {
          cursor
          node {
            id
            number
            statement
            status
          }
        }
      }
    }
  }
`);

interface Target {
  id: string;
  statement: string;
}

interface Props {
  consultationId: string;
  /** Which is merged, so not a target. */
  proposalId: string;
  value: Target | null;
  onChange: (target: Target | null) => void;
  error: string | undefined;
}

/** The proposal that another goes on inside, found by its words. */
export function MergeTarget({ consultationId, proposalId, value, onChange, error }: Props) {
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 250);
  const { data, loading } = useQuery(MergeTargetsDocument, {
    variables: { consultationId, text: asked || null },
    skip: value !== null,
  });
  if (value) {
    return (
      <div>
        <p className="font-[650]">Goes on inside</p>
        <p className="mt-1">{value.statement}</p>
        <Button variant="line" size="small" className="mt-2" onClick={() => onChange(null)}>
          Choose another proposal
        </Button>
      </div>
    );
  }
  const found = (data?.consultation?.proposals.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, status }) => id !== proposalId && canTake(status));
  return (
    <div>
      <TextInput
        name="mergedIntoId"
        label="Goes on inside which proposal?"
        hint="Search this consultation by a few words, then choose one."
        value={text}
        onChange={setText}
        error={error}
        autoComplete="off"
      />
      <ul className="mt-2 border-t border-rule" aria-label="Proposals found">
        {found.map(({ id, number, statement }) => (
          <li key={id} className="border-b border-rule">
            <button
              type="button"
              className="min-h-11 w-full py-1.5 text-left text-small leading-snug hover:underline"
              onClick={() => onChange({ id, statement })}
            >
              <span className="text-ink-2">{number}.</span> {statement}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-1 text-small text-ink-2">
        {!loading && found.length === 0 && 'No proposal has these words. Try fewer.'}
      </p>
    </div>
  );
}

/** A proposal that was withdrawn or went into another one cannot take another in. */
const canTake = (status: string) => status === 'published' || status === 'not_taken_forward';
