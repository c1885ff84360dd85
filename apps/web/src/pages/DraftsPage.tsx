import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useMayAsk } from '../features/accounts/useMayAsk';
import { BeginDraft, type Draftable } from '../features/drafts/BeginDraft';
import { DraftEntry } from '../features/drafts/DraftEntry';
import { graphql } from '../graphql/generated';
import type { DraftableQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { Button, ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';

const DraftsDocument = graphql(`
  query Drafts {
    drafts {
      id
      version {
        number
      }
      ...DraftEntry
    }
  }
`);

/** Asked for officers and representatives only: where they may begin a draft. */
const DraftableDocument = graphql(`
  query Draftable {
    bodies(kind: national_policy_forum) {
      id
      kind
      name
    }
    consultations(first: 50) {
      edges {
        cursor
        node {
          id
          title
          viewerMay
          convenedBy {
            id
            kind
            name
          }
          commissions {
            id
            kind
            name
          }
        }
      }
    }
  }
`);

function draftableOf({ bodies, consultations }: DraftableQuery): Draftable[] {
  return consultations.edges
    .filter(({ node }) => node.viewerMay.includes('draft'))
    .map(({ node: { id, title, convenedBy, commissions } }) => {
      const all = [...bodies, convenedBy, ...commissions];
      return { id, title, bodies: [...new Map(all.map((body) => [body.id, body])).values()] };
    });
}

export default function DraftsPage() {
  const [isBeginning, setBeginning] = useState(false);
  const { data, error, refetch } = useQuery(DraftsDocument);
  const mayDraftSomewhere = useMayAsk('Mutation.createDraft');
  const draftable = useQuery(DraftableDocument, { skip: !mayDraftSomewhere });
  const consultations = draftable.data ? draftableOf(draftable.data) : [];
  return (
    <PageBody>
      <PageHeader
        title="Drafts"
        actions={
          consultations.length > 0 &&
          !isBeginning && (
            <Button icon="feather" onClick={() => setBeginning(true)}>
              Begin a draft
            </Button>
          )
        }
      >
        <p>
          What the National Policy Forum and its commissions write from what members sent. Every
          paragraph shows where it came from; what the drafters added says so.
        </p>
      </PageHeader>
      {isBeginning && (
        <BeginDraft consultations={consultations} onClose={() => setBeginning(false)} />
      )}
      {!data && <QueryState what="the drafts" error={error} onRetry={() => void refetch()} />}
      {data?.drafts.length === 0 && (
        <EmptyState
          title="No draft has been published yet"
          action={
            <ButtonLink to={paths.rankings()} variant="line">
              See what is ranked highest
            </ButtonLink>
          }
        >
          Drafts are written once a consultation has a ranking and the commissions answer it.
        </EmptyState>
      )}
      {data && data.drafts.length > 0 && (
        <ul className="max-w-[50rem] border-t-2 border-ink">
          {data.drafts.map((draft) => (
            <DraftEntry key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </PageBody>
  );
}
