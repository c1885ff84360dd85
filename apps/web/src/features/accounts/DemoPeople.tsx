import { useApolloClient, useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Badge } from '../../ui/Chip';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { forgetKeptTexts } from '../../ui/useKeptText';
import { everythingAnew } from './everythingAnew';
import { describeOffice } from './offices';

const DemoPeopleFragment = graphql(`
  fragment DemoPeople on Demo {
    people {
      description
      member {
        id
        displayName
        clp {
          id
          name
        }
        offices {
          id
          office
          body {
            id
            name
          }
        }
      }
    }
  }
`);

const SignInAsDemoPersonDocument = graphql(`
  mutation SignInAsDemoPerson($memberId: ID!) {
    signInAsDemoPerson(memberId: $memberId) {
      __typename
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  demo: FragmentType<typeof DemoPeopleFragment>;
  /** Who one is at the moment. */
  currentId: string | null;
  onSignedIn: () => void;
}

/** The people of the demonstration: one tap, and one is them. */
export function DemoPeople({ demo, currentId, onSignedIn }: Props) {
  const { people } = getFragmentData(DemoPeopleFragment, demo);
  const client = useApolloClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [signIn, { data, error, loading }] = useMutation(SignInAsDemoPersonDocument);
  const refusal =
    data?.signInAsDemoPerson.__typename === 'Refusal' ? data.signInAsDemoPerson.message : null;
  const choose = async (memberId: string) => {
    if (loading) return;
    setChosen(memberId);
    const result = await signIn({ variables: { memberId } }).catch(() => undefined);
    if (result?.data?.signInAsDemoPerson.__typename !== 'Viewer') return;
    // What the person before typed is not the next one's.
    if (currentId && currentId !== memberId) forgetKeptTexts();
    await everythingAnew(client);
    onSignedIn();
  };
  return (
    <>
      {(refusal || error) && (
        <div className="mb-5">
          <Notice tone="error" title="You are not signed in" live>
            <p>{refusal ?? explain(error).advice}</p>
          </Notice>
        </div>
      )}
      <ul className="grid border-t-2 border-ink sm:grid-cols-2 sm:gap-x-8 desk:grid-cols-3">
        {people.map(({ member, description }) => (
          <li key={member.id} className="border-b border-rule">
            <button
              type="button"
              className="group flex h-full min-h-11 w-full items-start gap-3 py-4 text-left hover:bg-fold"
              aria-busy={loading && chosen === member.id}
              onClick={() => void choose(member.id)}
            >
              <span className="min-w-0 flex-1">
                <span className="font-head text-[1.25rem] leading-tight font-bold text-claret underline decoration-1 underline-offset-4 group-hover:decoration-3">
                  {member.displayName}
                </span>
                {member.id === currentId && (
                  <>
                    {' '}
                    <Badge tone="agree" icon="agree">
                      You now
                    </Badge>
                  </>
                )}
                <span className="mt-1 block leading-snug">{description}.</span>
                <span className="mt-1 block text-small leading-snug text-ink-2">
                  {[member.clp?.name, ...member.offices.map(describeOffice)]
                    .filter(Boolean)
                    .join('. ')}
                </span>
              </span>
              <Icon name="chevron" className="mt-1 text-claret" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
