import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { DateText } from '../../ui/DateText';
import { Markdown } from '../../ui/Markdown';
import { Reason } from '../../ui/Story';
import WordDiff from '../../ui/WordDiff';

const VersionListFragment = graphql(`
  fragment VersionList on Proposal {
    id
    versions {
      version
      statement
      argument
      createdAt
      reason
    }
  }
`);

interface Props {
  proposal: FragmentType<typeof VersionListFragment>;
  /** Whether changes are marked, or each version read as it stood. */
  showsChanges: boolean;
}

/** Every version with what changed in it, the newest first. */
export function VersionList({ proposal, showsChanges }: Props) {
  const { versions } = getFragmentData(VersionListFragment, proposal);
  return (
    <ol reversed className="space-y-12">
      {versions.map((one) => {
        const before = versions.find(({ version }) => version === one.version - 1);
        return (
          <li key={one.version} className="border-t-2 border-ink pt-4">
            <h2 className="text-h3">Version {one.version}</h2>
            <p className="text-small text-ink-2">
              <DateText iso={one.createdAt} style="moment" />
            </p>
            {one.reason && (
              <div className="mt-3">
                <Reason title="The author’s reason for the change">{one.reason}</Reason>
              </div>
            )}
            <h3 className="mt-5 mb-1 text-h4">The statement</h3>
            <div className="max-w-measure text-lead font-[650]">
              <Words before={showsChanges ? before?.statement : undefined} after={one.statement} />
            </div>
            <h3 className="mt-5 mb-1 text-h4">The case for it</h3>
            {showsChanges && before ? (
              <div className="max-w-measure whitespace-pre-line">
                <Words before={before.argument} after={one.argument} />
              </div>
            ) : (
              <Markdown text={one.argument} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Words({ before, after }: { before: string | undefined; after: string }) {
  if (before === undefined) return <p>{after}</p>;
  if (before === after) {
    return (
      <>
        <p>{after}</p>
        <p className="text-small font-normal text-ink-2">No change.</p>
      </>
    );
  }
  return <WordDiff before={before} after={after} />;
}
