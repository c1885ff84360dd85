import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import { FindOne, type Found } from '../../ui/FindOne';
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

interface Props {
  thing: ModeratedThing;
  isMove: boolean;
  value: Found | null;
  onChange: (target: Found | null) => void;
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
  const found: Found[] = isConsultation
    ? (data?.consultations?.edges ?? [])
        .filter(({ node }) => node.id !== thing.consultationId)
        .map(({ node }) => ({ id: node.id, label: node.title }))
    : (data?.consultation?.proposals.edges ?? [])
        .filter(({ node }) => node.id !== thing.proposalId && node.status === 'published')
        .map(({ node }) => ({ id: node.id, label: `${node.number}. ${node.statement}` }));
  return (
    <FindOne
      label={isConsultation ? 'To which consultation?' : 'To which proposal?'}
      hint="Search by a few words, then choose one."
      listLabel="Found"
      nothing="Nothing has these words. Try fewer."
      chosenLabel={isMove ? 'It goes to' : 'It goes on inside'}
      again="Choose another"
      isLoading={loading}
      onText={setText}
      {...{ text, found, value, onChange, error }}
    />
  );
}
