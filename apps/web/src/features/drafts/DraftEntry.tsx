import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { bodyInSentence, bodyName } from '../../ui/bodyNames';
import { Badge } from '../../ui/Chip';
import { formatDate } from '../../ui/dates';
import { countsSentence, versionName } from './words';

const DraftEntryDocument = graphql(`
  fragment DraftEntry on Draft {
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
    versions {
      number
      status
    }
    paragraphs {
      id
    }
    sourcedCount
    ownCount
    adoption {
      at
      body {
        id
        kind
        name
      }
    }
    viewerMayEdit
  }
`);

/** A draft in the list: whose, which version, how much of it was sent, what became of it. */
export function DraftEntry({ draft }: { draft: FragmentType<typeof DraftEntryDocument> }) {
  const entry = getFragmentData(DraftEntryDocument, draft);
  const { id, title, summary, body, consultation, version, adoption } = entry;
  const isWorking = version.status === 'working';
  const published = entry.versions.find(({ status }) => status !== 'working');
  return (
    <li className="border-b border-rule py-6">
      <p className="text-small text-ink-2">
        {bodyName(body)}, {versionName(version)}
      </p>
      <h2 className="mt-0.5 text-h3">
        <Link to={paths.draft(id)}>{title}</Link>
      </h2>
      <p className="mt-1.5">{summary}</p>
      <p className="mt-1.5 text-small">
        {countsSentence(entry.paragraphs.length, entry.sourcedCount, entry.ownCount)}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-small text-ink-2">
        {adoption && (
          <Badge tone="agree" icon="agree">
            Adopted by {bodyInSentence(adoption.body)}, {formatDate(adoption.at, 'year')}
          </Badge>
        )}
        {isWorking && (
          <Badge tone="pass" icon="pen">
            {published
              ? 'The next version is being written'
              : 'Being written: only drafters see it'}
          </Badge>
        )}
        <span>
          Answers <Link to={paths.consultation(consultation.id)}>{consultation.title}</Link>
        </span>
        {entry.viewerMayEdit && (
          <Link to={paths.editDraft(id)} className="inline-flex min-h-11 items-center">
            {isWorking ? 'Go on writing' : 'Work on it'}
            <span className="sr-only">: {title}</span>
          </Link>
        )}
      </p>
    </li>
  );
}
