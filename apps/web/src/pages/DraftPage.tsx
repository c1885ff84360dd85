import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../features/accounts/viewer';
import { versionIn } from '../features/drafts/address';
import { contentsOf, DraftContents, FoldedContents } from '../features/drafts/DraftContents';
import { type ChangeSince, DraftParagraph } from '../features/drafts/DraftParagraph';
import { DraftTools } from '../features/drafts/DraftTools';
import { WhereAmI } from '../features/drafts/WhereAmI';
import { adoptionSentence, countsSentence, versionName } from '../features/drafts/words';
import { graphql } from '../graphql/generated';
import type { DraftChangesQuery, DraftQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { bodyInSentence, bodyName } from '../ui/bodyNames';
import { formatDate } from '../ui/dates';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { EmptyState } from '../ui/states';
import { useHash } from '../ui/useHash';
import { NotFoundPage } from './NotFoundPage';

const DraftDocument = graphql(`
  query Draft($id: ID!, $version: Int) {
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
        publishedBy {
          id
          displayName
        }
        note
      }
      versions {
        number
        status
        publishedAt
      }
      sourcedCount
      ownCount
      mine
      viewerMayEdit
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
        number
        heading
        ...DraftParagraph
      }
    }
  }
`);

/** Asked for only when somebody wants to see the changes. */
const DraftChangesDocument = graphql(`
  query DraftChanges($id: ID!, $version: Int!, $since: Int!) {
    draft(id: $id, version: $version) {
      id
      changes(since: $since) {
        kind
        moved
        before {
          id
          number
          ...DraftParagraph
        }
        after {
          id
          number
          ...DraftParagraph
        }
      }
    }
  }
`);

type Draft = NonNullable<DraftQuery['draft']>;

export default function DraftPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const version = versionIn(search);
  const { data, error, refetch } = useQuery(DraftDocument, { variables: { id, version } });
  const draft = data?.draft;
  if (draft === null) return <NotFoundPage what={version ? `version of that draft` : 'draft'} />;
  if (!draft) {
    return (
      <PageBody>
        <PageHeader title="Draft" />
        <QueryState what="the draft" error={error} onRetry={() => void refetch()} lines={9} />
      </PageBody>
    );
  }
  const contents = contentsOf(draft.paragraphs);
  return (
    <PageBody rail={contents.length > 0 ? <DraftContents entries={contents} /> : undefined}>
      <DraftHead draft={draft} />
      <DraftBody key={`${draft.id} ${draft.version.number}`} draft={draft} />
    </PageBody>
  );
}

function DraftHead({ draft }: { draft: Draft }) {
  const { id, title, summary, body, consultation, version, versions, adoption } = draft;
  const newest = versions.find(({ status }) => status !== 'working');
  return (
    <>
      <PageHeader
        title={title}
        over={`${bodyName(body)}, ${versionName(version)}`}
        actions={
          draft.viewerMayEdit && (
            <ButtonLink to={paths.editDraft(id)} variant="line" size="small" icon="pen">
              {versions[0]?.status === 'working' ? 'Write in this draft' : 'Work on this draft'}
            </ButtonLink>
          )
        }
      >
        <p>{summary}</p>
        <p>
          {countsSentence(draft.paragraphs.length, draft.sourcedCount, draft.ownCount)}
          {draft.paragraphs.length > 0 && ' Tap a paragraph to see where it came from.'}
        </p>
        <p className="text-small text-ink-2">
          It answers <Link to={paths.consultation(consultation.id)}>{consultation.title}</Link>.
          {version.publishedBy && ` Published by ${version.publishedBy.displayName}.`}
          {version.note && ` ${version.note}`}
        </p>
      </PageHeader>
      <div className="max-w-measure space-y-4">
        {adoption && (
          <Notice
            tone="good"
            title={`Adopted by ${bodyInSentence(adoption.body)} on ${formatDate(adoption.at, 'year')}`}
          >
            <p>{adoptionSentence(adoption)}</p>
          </Notice>
        )}
        {version.status === 'working' && (
          <Notice tone="warning" title="This version is still being written">
            <p>Only drafters can read it. Everybody else reads the last published version.</p>
          </Notice>
        )}
        {newest && newest.number > version.number && (
          <Notice title="There is a newer version">
            <p>
              This is draft {version.number}.{' '}
              <Link to={paths.draft(id, { version: newest.number })}>
                Read draft {newest.number}
              </Link>
              .
            </p>
          </Notice>
        )}
      </div>
    </>
  );
}

type Change = NonNullable<DraftChangesQuery['draft']>['changes'][number];

interface Shown {
  key: string;
  number: string;
  paragraph: Parameters<typeof DraftParagraph>[0]['paragraph'];
  change?: ChangeSince;
}

function shownOf(draft: Draft, changes: readonly Change[] | null, since: number | null): Shown[] {
  if (!changes || since === null) {
    return draft.paragraphs.map((paragraph) => ({
      key: paragraph.id,
      number: paragraph.number,
      paragraph,
    }));
  }
  return changes.flatMap(({ kind, moved, before = null, after }) => {
    const paragraph = after ?? before;
    if (!paragraph) return [];
    const change = { kind, moved, since, before };
    return [{ key: `${kind} ${paragraph.id}`, number: paragraph.number, paragraph, change }];
  });
}

function DraftBody({ draft }: { draft: Draft }) {
  const { id, version, versions } = draft;
  const [search, setSearch] = useSearchParams();
  const open = useHash();
  const navigate = useNavigate();
  const viewer = useViewer();
  const since = versions.find(({ number }) => number < version.number)?.number ?? null;
  const withChanges = since !== null && search.get('changes') === '1';
  const { data, error, refetch } = useQuery(DraftChangesDocument, {
    variables: { id, version: version.number, since: since ?? 0 },
    skip: !withChanges,
  });
  const changes = (withChanges && data?.draft?.changes) || null;

  // The words come after the address, so the browser cannot go there by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the words are here.
  useEffect(() => {
    if (open) document.getElementById(open)?.scrollIntoView();
  }, []);

  const toggle = (number: string, isOpen: boolean) => {
    void navigate(
      { search: search.toString(), hash: isOpen ? number : '' },
      { replace: true, preventScrollReset: true },
    );
  };
  const show = (shown: { version?: number; changes?: boolean }) => {
    const next = new URLSearchParams();
    if (shown.version) next.set('version', String(shown.version));
    if (shown.changes) next.set('changes', '1');
    setSearch(next, { preventScrollReset: true });
  };
  return (
    <>
      <DraftTools
        id={id}
        version={version}
        versions={versions}
        since={since}
        withChanges={withChanges}
        onChange={show}
      />
      <FoldedContents entries={contentsOf(draft.paragraphs)} />
      {viewer && draft.paragraphs.length > 0 && <WhereAmI numbers={draft.mine} />}
      {withChanges && !changes && (
        <QueryState what="the changes" error={error} onRetry={() => void refetch()} lines={2} />
      )}
      {changes && since !== null && <ChangesSummary changes={changes} since={since} />}
      {draft.paragraphs.length === 0 && (
        <EmptyState title="Nothing has been written yet">
          The drafters write here; every paragraph will show where it came from.
        </EmptyState>
      )}
      <article aria-label={draft.title} className="mt-4">
        {shownOf(draft, changes, since).map(({ key, number, paragraph, change }) => (
          <DraftParagraph
            key={key}
            paragraph={paragraph}
            change={change}
            isMine={change?.kind !== 'removed' && draft.mine.includes(number)}
            isOpen={change?.kind !== 'removed' && open === number}
            onToggle={(isOpen) => toggle(number, isOpen)}
          />
        ))}
      </article>
    </>
  );
}

function ChangesSummary({ changes, since }: { changes: readonly Change[]; since: number }) {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const moved = changes.filter(({ kind, moved }) => kind === 'same' && moved).length;
  const parts = [
    `${count('changed')} changed`,
    `${count('added')} new`,
    `${count('removed')} taken out`,
    ...(moved > 0 ? [`${moved} moved`] : []),
  ];
  return (
    <p role="status" className="mt-3 text-small text-ink-2">
      Since draft {since}: {parts.join(', ')}. Words put in are <ins>underlined</ins>, words taken
      out are <del>struck through</del>.
    </p>
  );
}
