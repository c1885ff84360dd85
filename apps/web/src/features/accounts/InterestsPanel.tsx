import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { graphql } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { CheckboxGroup } from '../../ui/Choose';
import { TextInput } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { QueryState } from '../../ui/QueryState';
import { toast } from '../../ui/toast';

const MyInterestsDocument = graphql(`
  query MyInterests {
    interests {
      key
      name
    }
    viewer {
      interests
      skills
    }
  }
`);

const UpdateInterestsDocument = graphql(`
  mutation UpdateInterests($interests: [String!]!, $skills: [String!]!) {
    updateInterests(interests: $interests, skills: $skills) {
      __typename
      ... on Viewer {
        interests
        skills
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  onClose: () => void;
  /** What is for them has changed: lists are fetched again. */
  onSaved: () => void;
}

/** What one cares about and knows: it decides what is shown first, and nothing else. */
export function InterestsPanel(props: Props) {
  const { data, error, refetch } = useQuery(MyInterestsDocument);
  if (!data?.viewer) {
    return <QueryState what="your interests" error={error} onRetry={() => void refetch()} />;
  }
  const { interests, skills } = data.viewer;
  return <InterestsForm {...props} all={data.interests} interests={interests} skills={skills} />;
}

interface FormProps extends Props {
  all: readonly { key: string; name: string }[];
  interests: readonly string[];
  skills: readonly string[];
}

function InterestsForm({ all, interests, skills, onClose, onSaved }: FormProps) {
  const [chosen, setChosen] = useState(interests);
  const [known, setKnown] = useState(skills.join(', '));
  const [update, { loading, error, data }] = useMutation(UpdateInterestsDocument);
  const refused =
    data?.updateInterests.__typename === 'Refusal' ? data.updateInterests.message : '';
  const save = async () => {
    const words = known.split(',').map((word) => word.trim());
    const variables = { interests: [...chosen], skills: words.filter(Boolean) };
    const result = await update({ variables }).catch(() => undefined);
    if (result?.data?.updateInterests.__typename !== 'Viewer') return;
    toast('Your interests are saved.');
    onSaved();
    onClose();
  };
  return (
    <form
      className="mb-8 border-t-2 border-ink pt-6"
      aria-label="Your interests"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CheckboxGroup
        legend="What do you care about?"
        hint="It decides what is shown to you first. Everything else stays open to you."
        options={all.map(({ key, name }) => ({ value: key, label: name }))}
        value={chosen}
        onChange={setChosen}
        inline
      />
      <div className="mt-4 max-w-measure">
        <TextInput
          label="What do you know about?"
          hint="From your work or your life, with commas between. Nobody else sees it."
          optional
          value={known}
          onChange={setKnown}
        />
      </div>
      {(error || refused) && (
        <div className="mt-4">
          <Notice tone="error" title="Your interests were not saved" live>
            <p>{refused || explain(error).advice}</p>
          </Notice>
        </div>
      )}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button type="submit" pending={loading} pendingLabel="Saving">
          Save
        </Button>
        <Button variant="bare" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
