import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { VersionList } from '../features/proposals/VersionList';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { Segmented } from '../ui/Segmented';
import { NotFoundPage } from './NotFoundPage';

const ProposalVersionsDocument = graphql(`
  query ProposalVersions($id: ID!) {
    proposal(id: $id) {
      id
      number
      statement
      version
      consultation {
        id
        ...PlaceRail
      }
      ...VersionList
    }
  }
`);

type Shown = 'changes' | 'texts';

/** Every version of a proposal, with what changed, when and why. */
export default function ProposalVersionsPage() {
  const { id = '' } = useParams();
  const [shown, setShown] = useState<Shown>('changes');
  const { data, error, refetch } = useQuery(ProposalVersionsDocument, { variables: { id } });
  const proposal = data?.proposal;
  if (proposal === null) return <NotFoundPage what="proposal" />;
  if (!proposal) {
    return (
      <PageBody>
        <PageHeader title="Versions" />
        <QueryState what="the versions" lines={8} error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { number, statement, version, consultation } = proposal;
  return (
    <PageBody rail={<PlaceRail consultation={consultation} isInDiscussion />}>
      <PageHeader
        title={version === 1 ? 'One version' : `${plural(version, 'version')}, newest first`}
        documentTitle={`Versions of proposal ${number}`}
        over={
          <Link to={paths.proposal(id)} className="inline-flex min-h-11 items-center">
            Proposal {number}: {statement}
          </Link>
        }
      >
        <p>
          {version === 1
            ? 'Its words have not changed since it was sent.'
            : 'Nothing is overwritten. Whoever voted on an earlier version is asked to keep or change their vote.'}
        </p>
      </PageHeader>
      {version > 1 && (
        <div className="mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Segmented<Shown>
            label="Show"
            options={[
              { value: 'changes', label: 'What changed' },
              { value: 'texts', label: 'Each as it stood' },
            ]}
            value={shown}
            onChange={setShown}
          />
          {shown === 'changes' && (
            <p className="text-small">
              <ins>Put in</ins> <span className="text-ink-2">and</span> <del>taken out</del>
            </p>
          )}
        </div>
      )}
      <VersionList proposal={proposal} showsChanges={shown === 'changes'} />
    </PageBody>
  );
}
