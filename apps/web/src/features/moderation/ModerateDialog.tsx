import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../graphql/generated';
import type { ModeratorMay, ThingToModerateQuery } from '../../graphql/generated/graphql';
import { RadioGroup } from '../../ui/Choose';
import { Dialog } from '../../ui/Dialog';
import { QueryState } from '../../ui/QueryState';
import { DOING, type Doing, type ModeratedThing } from './doing';
import { ModerateForm } from './ModerateForm';

const ThingToModerateDocument = graphql(`
  query ThingToModerate($id: ID!) {
    story(contributionId: $id) {
      id
      item {
        __typename
        ... on Proposal {
          id
          standsIn: consultation {
            id
          }
        }
        ... on Comment {
          id
          commentOn: proposal {
            id
            consultation {
              id
            }
          }
        }
        ... on Evidence {
          id
          standsIn: consultation {
            id
          }
        }
        ... on Decision {
          id
        }
      }
    }
  }
`);

type Item = NonNullable<ThingToModerateQuery['story']>['item'];

/** Where it stands, as the form asks. */
function thingOf(item: Item): ModeratedThing | null {
  switch (item.__typename) {
    case 'Proposal':
      return {
        id: item.id,
        kind: 'proposal',
        consultationId: item.standsIn.id,
        proposalId: item.id,
      };
    case 'Comment':
      return {
        id: item.id,
        kind: 'comment',
        consultationId: item.commentOn.consultation.id,
        proposalId: item.commentOn.id,
      };
    case 'Evidence':
      return { id: item.id, kind: 'evidence', consultationId: item.standsIn.id, proposalId: null };
    case 'Decision':
      return null;
  }
}

interface Props {
  id: string;
  what: string;
  may: readonly ModeratorMay[];
  onDone: (title: string) => void;
  onClose: () => void;
}

/** What to do, why, and what its author will read. */
export function ModerateDialog({ id, what, may, onDone, onClose }: Props) {
  const { data, error, refetch } = useQuery(ThingToModerateDocument, { variables: { id } });
  const offered = may.filter((each) => each !== 'keep');
  const [doing, setDoing] = useState<Doing>(offered[0] ?? 'hide');
  const thing = data?.story ? thingOf(data.story.item) : null;
  return (
    <Dialog title={`Moderate this ${what}`} isOpen onClose={onClose}>
      {!thing && (
        <QueryState what={`the ${what}`} error={error} onRetry={() => void refetch()} lines={4} />
      )}
      {thing && (
        <>
          <RadioGroup<Doing>
            legend="What to do"
            inline
            options={offered.map((value) => ({ value, label: DOING[value].label }))}
            value={doing}
            onChange={setDoing}
          />
          <ModerateForm
            key={doing}
            thing={thing}
            doing={doing}
            suggested={null}
            onDone={({ title }) => onDone(title)}
            onClose={onClose}
          />
        </>
      )}
    </Dialog>
  );
}
