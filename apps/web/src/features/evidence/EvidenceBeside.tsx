import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { EvidenceCard } from './EvidenceCard';

const EvidenceBesideFragment = graphql(`
  fragment EvidenceBeside on Proposal {
    id
    viewerMay
    consultation {
      id
    }
    evidence {
      id
      ...EvidenceCard
    }
  }
`);

/** What bodies know about a proposal, beside it. */
export function EvidenceBeside({
  proposal,
}: {
  proposal: FragmentType<typeof EvidenceBesideFragment>;
}) {
  const { id, viewerMay, consultation, evidence } = getFragmentData(
    EvidenceBesideFragment,
    proposal,
  );
  const mayGive = viewerMay.includes('give_evidence');
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="mb-3">
        Evidence
      </h2>
      {evidence.length === 0 ? (
        <p className="text-small text-ink-2">
          No society or union has given evidence on this proposal.
        </p>
      ) : (
        <>
          <ul className="space-y-5">
            {evidence.map((one) => (
              <li key={one.id}>
                <EvidenceCard evidence={one} brief />
              </li>
            ))}
          </ul>
          <p className="mt-3 text-small text-ink-2">Evidence is never counted into the votes.</p>
        </>
      )}
      <p className="text-small">
        <Link
          to={paths.evidence(consultation.id, mayGive ? { give: true, proposal: id } : {})}
          className="inline-flex min-h-11 items-center"
        >
          {mayGive ? 'Give evidence on this proposal' : 'All evidence in this consultation'}
        </Link>
      </p>
    </section>
  );
}
