import { useMutation } from '@apollo/client/react';
import { OFFICE_LABELS } from '@clarion/deliberation';
import { useState } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { MemberOfficesFragment as Fragment } from '../../graphql/generated/graphql';
import { AskDialog } from '../../ui/AskDialog';
import { Button } from '../../ui/Button';
import { bodyName } from '../../ui/bodyNames';
import { formatDate } from '../../ui/dates';
import { toast } from '../../ui/toast';

const MemberOfficesFragment = graphql(`
  fragment MemberOffices on FoundMember {
    member {
      id
      displayName
    }
    offices {
      id
      office
      from
      until
      body {
        id
        kind
        name
      }
    }
  }
`);

const EndOfficeDocument = graphql(`
  mutation EndOffice($officeId: ID!) {
    endOffice(officeId: $officeId) {
      __typename
      ... on Office {
        id
        until
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

type Held = Fragment['offices'][number];

interface Props {
  found: FragmentType<typeof MemberOfficesFragment>;
  onChanged: () => void;
}

const named = ({ office, body }: Held) => `${OFFICE_LABELS[office]} of ${bodyName(body)}`;

/** The offices somebody holds or will hold, each with a way to end it. */
export function MemberOffices({ found, onChanged }: Props) {
  const { member, offices } = getFragmentData(MemberOfficesFragment, found);
  const [ending, setEnding] = useState<Held | null>(null);
  return (
    <>
      {offices.length === 0 ? (
        <p>They hold no office.</p>
      ) : (
        <ul className="border-t-2 border-ink" aria-label={`Offices of ${member.displayName}`}>
          {offices.map((held) => (
            <li
              key={held.id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-3"
            >
              <p className="min-w-0 flex-1 basis-64">
                <b className="block first-letter:uppercase">{named(held)}</b>
                <span className="text-small text-ink-2">
                  from {formatDate(held.from, 'year')}
                  {held.until && ` until ${formatDate(held.until, 'year')}`}
                </span>
              </p>
              <Button
                variant="bare"
                size="small"
                aria-label={`End the office of ${named(held)}`}
                onClick={() => setEnding(held)}
              >
                End it
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ending && (
        <EndOffice
          held={ending}
          name={member.displayName}
          onDone={() => {
            setEnding(null);
            onChanged();
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}

interface EndProps {
  held: Held;
  name: string;
  onDone: () => void;
  onClose: () => void;
}

function EndOffice({ held, name, onDone, onClose }: EndProps) {
  const [end] = useMutation(EndOfficeDocument);
  const endIt = async () => {
    const { data } = await end({ variables: { officeId: held.id } });
    const result = data?.endOffice;
    if (result?.__typename === 'Refusal') return result.message;
    toast(`${name} is no longer ${named(held)}.`);
    onDone();
    return null;
  };
  return (
    <AskDialog
      title="End this office?"
      yes="End it now"
      doing="Ending it"
      onYes={endIt}
      onClose={onClose}
    >
      <p>
        {name} is then no longer {named(held)}, from this moment. What they did in office stands,
        and that you ended it is in the public record.
      </p>
    </AskDialog>
  );
}
