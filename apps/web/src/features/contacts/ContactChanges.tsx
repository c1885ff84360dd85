import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { ContactChangesFragment as Fragment } from '../../graphql/generated/graphql';
import { AskDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { formatDate } from '../../ui/dates';
import { toast } from '../../ui/toast';

const ContactChangesFragment = graphql(`
  fragment ContactChanges on MyContact {
    changes {
      id
      way
      status
      oldEmail
      newEmail
      at
      mayObject
    }
  }
`);

const ObjectToOwnChangeDocument = graphql(`
  mutation ObjectToOwnChange($changeId: ID!) {
    objectToContactChange(changeId: $changeId) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

type Change = Fragment['changes'][number];

const ways: Record<Change['way'], string> = {
  member: 'by you',
  roll: 'by the party’s list of members',
  staff: 'by an administrator',
};
const endings: Record<Change['status'], string> = {
  made: '',
  pending: ' It waits until an administrator says yes.',
  objected: ' It was taken back.',
};

interface Props {
  contact: FragmentType<typeof ContactChangesFragment>;
  onChanged: () => void;
}

/** What changed, by whom, and a way to take it back. */
export function ContactChanges({ contact, onChanged }: Props) {
  const { changes } = getFragmentData(ContactChangesFragment, contact);
  const [asked, setAsked] = useState<Change | null>(null);
  if (changes.length === 0) return null;
  return (
    <>
      <ul className="border-t-2 border-ink" aria-label="Changes of your address">
        {changes.map((change) => (
          <li
            key={change.id}
            className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-3"
          >
            <p className="min-w-0 flex-1 basis-64 break-words">
              <span className="block text-small text-ink-2">
                {formatDate(change.at, 'moment')}, {ways[change.way]}.{endings[change.status]}
              </span>
              {change.oldEmail ?? 'no address'} → {change.newEmail ?? 'no address'}
            </p>
            {change.mayObject && (
              <Button
                variant="bare"
                size="small"
                aria-label={`Take back the change of ${formatDate(change.at, 'moment')}`}
                onClick={() => setAsked(change)}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <TakeBack
          change={asked}
          onDone={() => {
            setAsked(null);
            onChanged();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface TakeBackProps {
  change: Change;
  onDone: () => void;
  onClose: () => void;
}

function TakeBack({ change, onDone, onClose }: TakeBackProps) {
  const [object] = useMutation(ObjectToOwnChangeDocument);
  const takeBack = async () => {
    const { data } = await object({ variables: { changeId: change.id } });
    const result = data?.objectToContactChange;
    if (result?.__typename === 'Refusal') return result.message;
    toast('The change is taken back, and you are signed out everywhere else.');
    onDone();
    return null;
  };
  return (
    <AskDialog
      title="Take this change back?"
      yes="Take it back"
      doing="Taking it back"
      onYes={takeBack}
      onClose={onClose}
    >
      <p>
        You are then reached at <b className="break-words">{change.oldEmail ?? 'no address'}</b>{' '}
        again. Whoever else is signed in as you is signed out.
      </p>
    </AskDialog>
  );
}
