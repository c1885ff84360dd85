import { useQuery } from '@apollo/client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import { versionIn } from '../features/drafts/address';
import { PrintedDraft } from '../features/drafts/PrintedDraft';
import { adoptionSentence, countsSentence, versionName } from '../features/drafts/words';
import { graphql } from '../graphql/generated';
import { paths } from '../paths';
import { Button } from '../ui/Button';
import { bodyInSentence, bodyName } from '../ui/bodyNames';
import { formatDate } from '../ui/dates';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { NotFoundPage } from './NotFoundPage';

const PrintedDraftDocument = graphql(`
  query PrintedDraft($id: ID!, $version: Int) {
    draft(id: $id, version: $version) {
      id
      title
      summary
      body {
        id
        kind
        name
      }
      consultation {
        id
        title
      }
      version {
        number
        status
        publishedAt
      }
      sourcedCount
      ownCount
      adoption {
        at
        meeting
        for
        against
        abstained
        body {
          id
          kind
          name
        }
      }
      paragraphs {
        id
        ...PrintedParagraph
      }
    }
  }
`);

/** The draft as it goes on paper; it stands outside the frame of the site. */
export default function DraftPrintPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const version = versionIn(search);
  const { data, error, refetch } = useQuery(PrintedDraftDocument, { variables: { id, version } });
  const draft = data?.draft;
  if (draft === null) {
    return (
      <main>
        <NotFoundPage what="draft" />
      </main>
    );
  }
  return (
    <main className="mx-auto max-w-[46rem] px-4 py-6 print:max-w-none print:p-0">
      <div className="print:hidden mb-6 flex flex-wrap items-center gap-4 border-b border-rule pb-4">
        <Button icon="print" onClick={() => window.print()}>
          Print
        </Button>
        <Link
          to={paths.draft(id, { version: version ?? undefined })}
          className="inline-flex min-h-11 items-center"
        >
          Back to the draft
        </Link>
      </div>
      {!draft && <PageHeader title="Draft" />}
      {!draft && <QueryState what="the draft" error={error} onRetry={() => void refetch()} />}
      {draft && (
        <>
          <PageHeader
            title={draft.title}
            documentTitle={`${draft.title}, for print`}
            over={`${bodyName(draft.body)}, ${versionName(draft.version)}`}
          >
            <p>{draft.summary}</p>
            <p className="text-small">
              {countsSentence(draft.paragraphs.length, draft.sourcedCount, draft.ownCount)} It
              answers “{draft.consultation.title}”.
            </p>
            {draft.adoption && (
              <p className="text-small">
                Adopted by {bodyInSentence(draft.adoption.body)} on{' '}
                {formatDate(draft.adoption.at, 'year')}. {adoptionSentence(draft.adoption)}
              </p>
            )}
          </PageHeader>
          <PrintedDraft id={`${draft.id} ${draft.version.number}`} paragraphs={draft.paragraphs} />
        </>
      )}
    </main>
  );
}
