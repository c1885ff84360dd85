import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { DateText } from '../../ui/DateText';
import { SectionHead } from '../../ui/PageHeader';

const OwnReportFragment = graphql(`
  fragment OwnReport on OwnReport {
    id
    reasonLabel
    at
    outcome
    isOpen
    contribution {
      __typename
      ... on Proposal {
        id
      }
      ... on Comment {
        id
        commentOn: proposal {
          id
        }
      }
      ... on Evidence {
        id
        informs: consultation {
          id
        }
      }
      ... on Decision {
        id
      }
    }
  }
`);

const kinds = {
  Proposal: 'a proposal',
  Comment: 'a comment',
  Evidence: 'evidence',
  Decision: 'an answer',
};

function placeOf(
  item:
    | { __typename: 'Proposal' | 'Decision'; id: string }
    | { __typename: 'Comment'; id: string; commentOn: { id: string } }
    | { __typename: 'Evidence'; id: string; informs: { id: string } },
): string {
  switch (item.__typename) {
    case 'Comment':
      return paths.proposal(item.commentOn.id, { comment: item.id });
    case 'Evidence':
      return paths.evidence(item.informs.id, {}, item.id);
    default:
      return paths.proposal(item.id);
  }
}

/** What one reported, and what came of it. Nobody else sees this. */
export function OwnReports({
  reports,
}: {
  reports: readonly FragmentType<typeof OwnReportFragment>[];
}) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reported" className="mt-12">
      <SectionHead id="reported" first title="What I reported" />
      <p className="-mt-2 mb-3 text-small text-ink-2">Only you see this.</p>
      <ul className="border-t-2 border-ink">
        {getFragmentData(OwnReportFragment, reports).map(
          ({ id, reasonLabel, at, outcome, isOpen, contribution }) => (
            <li key={id} className="border-b border-rule py-3">
              <p className="text-small text-ink-2">
                <Link to={placeOf(contribution)}>{kinds[contribution.__typename]}</Link>, as{' '}
                {reasonLabel.toLowerCase()}, <DateText iso={at} style="year" />
              </p>
              <p className={isOpen ? 'text-ink-2' : 'font-[650]'}>{outcome}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
