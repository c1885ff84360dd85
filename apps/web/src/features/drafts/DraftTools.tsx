import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DraftStatus } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { versionName } from './words';

interface Version {
  number: number;
  status: DraftStatus;
  publishedAt?: string | null;
}

interface Props {
  id: string;
  version: Version;
  versions: readonly Version[];
  /** The version that changes are shown against; null for the first. */
  since: number | null;
  withChanges: boolean;
  onChange: (shown: { version?: number; changes?: boolean }) => void;
}

/** Which version, with or without its changes, and how to take it away. */
export function DraftTools({ id, version, versions, since, withChanges, onChange }: Props) {
  const isNewest = versions[0]?.number === version.number;
  const asked = isNewest ? undefined : version.number;
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return (
    <div className="print:hidden my-6 flex flex-wrap items-center gap-x-6 gap-y-3 border-y border-rule py-3">
      {versions.length > 1 && (
        <Select
          label="Version"
          inline
          value={String(version.number)}
          options={versions.map((one) => ({
            value: String(one.number),
            label: capital(versionName(one)),
          }))}
          onChange={(number) =>
            onChange({
              version: Number(number) === versions[0]?.number ? undefined : Number(number),
              changes: withChanges && number !== '1',
            })
          }
        />
      )}
      {since !== null && (
        <Segmented
          label="What to show"
          options={[
            { value: 'text', label: `Draft ${version.number}` },
            { value: 'changes', label: `Changes since draft ${since}` },
          ]}
          value={withChanges ? 'changes' : 'text'}
          onChange={(value) => onChange({ version: asked, changes: value === 'changes' })}
        />
      )}
      <ul className="ml-auto flex flex-wrap gap-x-5 text-small max-desk:ml-0">
        {version.status !== 'working' && (
          <>
            <File href={paths.draftFile(id, 'md', { version: version.number })}>Markdown</File>
            <File href={paths.draftFile(id, 'csv', { version: version.number })}>
              Spreadsheet (CSV)
            </File>
          </>
        )}
        <li>
          <Link
            to={paths.printDraft(id, { version: asked })}
            className="inline-flex min-h-11 items-center"
          >
            Print with line numbers
          </Link>
        </li>
      </ul>
    </div>
  );
}

function File({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href} download className="inline-flex min-h-11 items-center">
        {children}
      </a>
    </li>
  );
}
