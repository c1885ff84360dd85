import { useQuery } from '@apollo/client/react';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import type { Chosen } from './choosing';

const StillStandingDocument = graphql(`
  query StillStanding($id: ID!) {
    proposal(id: $id) {
      id
      status
    }
  }
`);

interface Props {
  chosen: readonly Chosen[];
  onTakeOff: (item: Chosen) => void;
}

/** After a refusal because one of them no longer stands: which one, and a way to go on without it. */
export function ClosedChoices({ chosen, onTakeOff }: Props) {
  return chosen.map((item) => (
    <ClosedChoice key={item.id} item={item} onTakeOff={() => onTakeOff(item)} />
  ));
}

function ClosedChoice({ item, onTakeOff }: { item: Chosen; onTakeOff: () => void }) {
  const { data } = useQuery(StillStandingDocument, {
    variables: { id: item.id },
    fetchPolicy: 'network-only',
  });
  if (!data || data.proposal?.status === 'published') return null;
  return (
    <Button size="small" icon="close" className="text-left" onClick={onTakeOff}>
      Take off “{item.statement}”
    </Button>
  );
}
