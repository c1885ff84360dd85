import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { useDebounced } from '../../ui/useDebounced';
import type { ModeratedThing } from './doing';

const TargetsDocument = graphql(`
  query ModerationTargets($consultationId: ID!, $text: String, $isConsultation: Boolean!) {
    consultation(id: $consultationId) @skip(if: $isConsultation) {
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
    consultations(first: 8, text: $text, phase: open) @include(if: $isConsultation) {
      edges {
        cursor
        node {
          id
          title
        }
      }
    }
  }
`);

export interface Target {
  id: string;
  label: string;
}

interface Props {
  thing: ModeratedThing;
  isMove: boolean;
  value: Target | null;
  onChange: (target: Target | null) => void;
  error: string | undefined;
}

/** Where it goes: another consultation for a proposal, another proposal for all else and for duplicates. */
export function TargetField({ thing, isMove, value, onChange, error }: Props) {
  const isConsultation = isMove && thing.kind === 'proposal';
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), 250);
  const { data, loading } = useQuery(TargetsDocument, {
    variables: { consultationId: thing.consultationId, text: asked || null, isConsultation },
    skip: value !== null,
  });
  if (value) {
    return (
      <div>
        <p className="font-[650]">{isMove ? 'It goes to' : 'It goes on inside'}</p>
        <p className="mt-1">{value.label}</p>
        <Button variant="line" size="small" className="mt-2" onClick={() => onChange(null)}>
          Choose another
        </Button>
      </div>
    );
  }
  const found: Target[] = isConsultation
    ? (data?.consultations?.edges ?? [])
        .filter(({ node }) => node.id !== thing.consultationId)
        .map(({ node }) => ({ id: node.id, label: node.title }))
    : (data?.consultation?.proposals.edges ?? [])
        .filter(({ node }) => node.id !== thing.proposalId && node.status === 'published')
        .map(({ node }) => ({ id: node.id, label: `${node.number}. ${node.statement}` }));
  return (
    <div>
      <TextInput
        label={isConsultation ? 'To which consultation?' : 'To which proposal?'}
        hint="Search by a few words, then choose one."
        value={text}
        onChange={setText}
        error={error}
        autoComplete="off"
      />
      <ul className="mt-2 border-t border-rule" aria-label="Found">
        {found.map((target) => (
          <li key={target.id} className="border-b border-rule">
            <button
              type="button"
              className="min-h-11 w-full py-1.5 text-left text-small leading-snug hover:underline"
              onClick={() => onChange(target)}
            >
              {target.label}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-1 text-small text-ink-2">
        {!loading && found.length === 0 && 'Nothing has these words. Try fewer.'}
      </p>
    </div>
  );
}
