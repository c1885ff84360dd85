import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { PlaceRail } from '../features/consultations/PlaceRail';
import { EvidenceActions } from '../features/evidence/EvidenceActions';
import { EvidenceCard } from '../features/evidence/EvidenceCard';
import { GiveEvidence } from '../features/evidence/GiveEvidence';
import { evidenceBodies } from '../features/evidence/offices';
import { graphql } from '../graphql/generated';
import type { EvidenceQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { plural } from '../ui/numbers';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';
import { NotFoundPage } from './NotFoundPage';

const EvidenceDocument = graphql(`
  query Evidence($id: ID!) {
    consultation(id: $id) {
      id
      title
      phase
      viewerMay
      commissions {
        id
      }
      convenedBy {
        id
        name
      }
      ...PlaceRail
      evidence {
        id
        ...EvidenceCard
        proposal {
          id
          number
          statement
        }
      }
      proposals(first: 50, sort: number) {
        edges {
          cursor
          node {
            id
            number
            statement
            status
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

type Consultation = NonNullable<EvidenceQuery['consultation']>;
type Evidence = Consultation['evidence'][number];
type About = Evidence['proposal'];

/** Everything that bodies know about a consultation, by what it is about. */
export default function EvidencePage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(EvidenceDocument, { variables: { id } });
  const consultation = data?.consultation;
  useLinkedEvidence(Boolean(consultation));
  if (consultation === null) return <NotFoundPage what="consultation" />;
  if (!consultation) {
    return (
      <PageBody>
        <PageHeader title="Evidence" />
        <QueryState what="the evidence" lines={8} error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  const { evidence, viewerMay } = consultation;
  const mayGive = viewerMay.includes('give_evidence');
  const isGiving = mayGive && search.get('give') === '1';
  const close = () => setSearch({}, { replace: true, preventScrollReset: true });
  return (
    <PageBody rail={<PlaceRail consultation={consultation} />}>
      <PageHeader
        title="Evidence"
        documentTitle={`Evidence: ${consultation.title}`}
        actions={
          mayGive &&
          !isGiving && (
            <ButtonLink to={paths.evidence(id, { give: true })} icon="evidence">
              Give evidence
            </ButtonLink>
          )
        }
      >
        <p>
          What societies, unions and local parties know, signed by a named author, with sources and
          interests declared. It stands beside the votes and is never counted into them.
        </p>
      </PageHeader>
      {isGiving && viewer && (
        <GiveEvidence
          consultationId={id}
          proposals={choicesOf(consultation)}
          proposalId={search.get('proposal')}
          bodies={evidenceBodies(viewer.offices)}
          officerName={viewer.member.displayName}
          onSent={(sentId) => {
            close();
            setTimeout(() => document.getElementById(sentId)?.scrollIntoView(), 50);
          }}
          onClose={close}
        />
      )}
      {evidence.length === 0 && (
        <EmptyState title="No evidence has been given yet">
          <p>Officers of societies, unions and CLPs can give it while the consultation is open.</p>
        </EmptyState>
      )}
      <Groups consultation={consultation} offices={viewer?.offices ?? []} />
    </PageBody>
  );
}

/** What the new evidence can be about: proposals that were not taken back. */
function choicesOf({ proposals }: Consultation) {
  return proposals.edges.map(({ node }) => node).filter(({ status }) => status !== 'withdrawn');
}

/** An address that names one piece of evidence leads to it once it is here. */
function useLinkedEvidence(isHere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (isHere && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isHere, hash]);
}

interface GroupsProps {
  consultation: Consultation;
  offices: Parameters<typeof evidenceBodies>[0];
}

/** The whole paper first, then proposal by proposal in their order. */
function Groups({ consultation, offices }: GroupsProps) {
  const { evidence, phase, commissions, convenedBy } = consultation;
  const place = {
    phase,
    answering: [convenedBy.id, ...commissions.map((commission) => commission.id)],
  };
  const abouts = new Map<string, About>(
    evidence.map(({ proposal }) => [proposal?.id ?? '', proposal]),
  );
  const groups = [...abouts.values()].sort((a, b) => (a?.number ?? 0) - (b?.number ?? 0));
  return groups.map((about) => {
    const items = evidence.filter(({ proposal }) => proposal?.id === about?.id);
    const id = `about-${about?.id ?? 'paper'}`;
    return (
      <section key={id} aria-labelledby={id}>
        <SectionHead
          id={id}
          title={about ? `On proposal ${about.number}` : 'On the whole paper'}
          more={<span className="text-ink-2">{plural(items.length, 'piece')}</span>}
        />
        {about && (
          <p className="mb-4 max-w-measure">
            <Link to={paths.proposal(about.id)}>{about.statement}</Link>
          </p>
        )}
        <ul className="space-y-6">
          {items.map((one) => (
            <li key={one.id} className="max-w-[46rem]">
              <EvidenceCard evidence={one}>
                <EvidenceActions evidence={one} offices={offices} place={place} />
              </EvidenceCard>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
