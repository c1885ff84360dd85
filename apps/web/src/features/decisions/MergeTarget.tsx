import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import { FindOne, type Found } from '../../ui/FindOne';
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

interface Props {
  consultationId: string;
  /** Which is merged, so not a target. */
  proposalId: string;
  value: Found | null;
  onChange: (target: Found | null) => void;
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
  const found = (data?.consultation?.proposals.edges ?? [])
    .filter(({ node: { id, status } }) => id !== proposalId && canTake(status))
    .map(({ node: { id, number, statement } }) => ({ id, label: `${number}. ${statement}` }));
  return (
    <FindOne
      name="mergedIntoId"
      label="Goes on inside which proposal?"
      hint="Search this consultation by a few words, then choose one."
      listLabel="Proposals found"
      nothing="No proposal has these words. Try fewer."
      chosenLabel="Goes on inside"
      again="Choose another proposal"
      isLoading={loading}
      onText={setText}
      {...{ text, found, value, onChange, error }}
    />
  );
}

/** A proposal that was withdrawn or went into another one cannot take another in. */
const canTake = (status: string) => status === 'published' || status === 'not_taken_forward';
