import { useQuery } from '@apollo/client/react';
import { mayActFor, ukDay } from '@clarion/deliberation';
import { Link, useParams } from 'react-router';
import { useMayAsk } from '../features/accounts/useMayAsk';
import { useViewer, type Viewer } from '../features/accounts/viewer';
import { AdoptDraft } from '../features/drafts/AdoptDraft';
import { DraftEditor } from '../features/drafts/DraftEditor';
import { type EditedDraft, EditedDraftDocument } from '../features/drafts/editedDraft';
import { NextVersion } from '../features/drafts/NextVersion';
import { versionName } from '../features/drafts/words';
import { getFragmentData, graphql } from '../graphql/generated';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { bodyInSentence, bodyName } from '../ui/bodyNames';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';
import { NotFoundPage } from './NotFoundPage';

const DraftToEditDocument = graphql(`
  query DraftToEdit($id: ID!) {
    draft(id: $id) {
      id
      ...EditedDraft
    }
  }
`);

/** By an office of the very body whose draft it is. */
function mayAdopt(viewer: Viewer, { body }: EditedDraft): boolean {
  const today = ukDay(new Date());
  const offices = viewer.offices.map(({ office, body: { id, kind } }) => ({
    office,
    bodyId: id,
    bodyKind: kind,
    from: today,
    until: null,
  }));
  return mayActFor(offices, body, 'adopt', today);
}

export default function DraftEditPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(DraftToEditDocument, {
    variables: { id },
    // The newest revision, never one from the cache; and never under the fingers of whoever writes.
    fetchPolicy: 'no-cache',
  });
  const draft = getFragmentData(EditedDraftDocument, data?.draft);
  if (draft === null && viewer) return <NotFoundPage what="draft" />;
  return (
    <PageBody>
      <PageHeader
        title={draft ? `Write: ${draft.title}` : 'Write a draft'}
        over={
          draft && (
            <>
              {bodyName(draft.body)}, {versionName(draft.version)}. It answers{' '}
              <Link to={paths.consultation(draft.consultation.id)}>{draft.consultation.title}</Link>
            </>
          )
        }
        actions={
          draft && (
            <ButtonLink to={paths.draft(id)} variant="line" size="small" icon="eye">
              Read it as others will
            </ButtonLink>
          )
        }
      />
      {viewer === null && <SignInFirst to="to write in this draft." />}
      {!draft && viewer !== null && (
        <QueryState what="the draft" error={error} onRetry={() => void refetch()} lines={8} />
      )}
      {draft && viewer && (
        <Work
          key={`${draft.id} ${draft.version.number}`}
          draft={draft}
          viewer={viewer}
          onChanged={() => void refetch()}
        />
      )}
    </PageBody>
  );
}

interface WorkProps {
  draft: EditedDraft;
  viewer: Viewer;
  onChanged: () => void;
}

/** Writing, or what can be done with a version that is published. */
function Work({ draft, viewer, onChanged }: WorkProps) {
  const published = draft.versions.find(({ status }) => status !== 'working')?.number;
  const mayAdoptAtAll = useMayAsk('Mutation.adoptDraft');
  if (draft.adoption) {
    return (
      <Notice title="This draft was adopted">
        <p>It is not written any more. A new draft begins on the list of drafts.</p>
      </Notice>
    );
  }
  const isAdopter = mayAdoptAtAll && published !== undefined && mayAdopt(viewer, draft);
  if (!draft.viewerMayEdit && !isAdopter) {
    return (
      <Notice title="Only its drafters write here">
        <p>
          The officers of {bodyInSentence(draft.body)} and of the commissions it informs, and
          everybody who sits on the National Policy Forum, may write in it while its consultation
          goes on. You can read it, with the sources of every paragraph.
        </p>
      </Notice>
    );
  }
  const isWorking = draft.version.status === 'working';
  return (
    <div className="space-y-12">
      {draft.viewerMayEdit && isWorking && <DraftEditor draft={draft} />}
      {draft.viewerMayEdit && !isWorking && published !== undefined && (
        <NextVersion draftId={draft.id} published={published} onBegun={onChanged} />
      )}
      {isAdopter && (
        <AdoptDraft draftId={draft.id} published={published} body={bodyInSentence(draft.body)} />
      )}
    </div>
  );
}
