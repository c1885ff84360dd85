import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { paths } from '../../paths';
import { Details } from '../../ui/Details';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { sayBytes, shortHash } from './bytes';

const RoundFilesFragment = graphql(`
  fragment RoundFiles on Round {
    id
    number
    manifestSha256
    key
    files {
      name
      bytes
      sha256
      sealed
    }
  }
`);

interface Props {
  round: FragmentType<typeof RoundFilesFragment>;
  /** Whether the viewer may have the files that are for scrutineers. */
  isScrutineer: boolean;
}

/** What a round is known by, and every file of it with its size and SHA-256. */
export function RoundFiles({ round, isScrutineer }: Props) {
  const { id, number, manifestSha256, key, files } = getFragmentData(RoundFilesFragment, round);
  const published = files.filter(({ sealed }) => !sealed);
  const sealed = files.filter((file) => file.sealed);
  return (
    <div className="text-small">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <Known name="SHA-256 of its manifest" hash={manifestSha256} />
        <Known name="Key that signed it" hash={key}>
          <a href={paths.downloadSigningKey()} download>
            the key
          </a>
        </Known>
      </dl>
      <Details
        summary={
          <>
            {plural(files.length, 'file')}
            <span className="sr-only"> of round {number}</span>
          </>
        }
      >
        <FileTable caption="In the download" files={published} />
        {sealed.length > 0 && (
          <div className="mt-6">
            <p className="max-w-measure text-ink-2">
              For scrutineers only, because together these files tell how single people voted. The
              manifest names their SHA-256, so nobody can exchange them later.
            </p>
            {isScrutineer && (
              <>
                <p className="mt-2 max-w-measure">
                  You are a scrutineer, so you may have them. Whoever takes them is named in the
                  public record.
                </p>
                <a
                  href={paths.downloadMatrix(id)}
                  download
                  className="inline-flex min-h-11 items-center gap-2"
                >
                  <Icon name="download" />
                  Download the scrutineers’ files
                  <span className="sr-only"> of round {number}</span>
                </a>
              </>
            )}
            <FileTable caption="For scrutineers" files={sealed} />
          </div>
        )}
      </Details>
    </div>
  );
}

const mono = '[font-family:ui-monospace,monospace] text-fine break-all';

function Known(props: { name: string; hash: string; children?: React.ReactNode }) {
  const { name, hash, children } = props;
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd>
        <details className="group/hash">
          <summary className="inline-flex min-h-6 list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
            <span className={`${mono} group-open/hash:hidden`}>{shortHash(hash)}</span>
            <span className="text-claret underline underline-offset-[0.18em]">
              <span className="group-open/hash:hidden">in full</span>
              <span className="hidden group-open/hash:inline">shorter</span>
              <span className="sr-only">: {name}</span>
            </span>
          </summary>
          <span className={mono}>{hash}</span>
          {children && <> ({children})</>}
        </details>
      </dd>
    </>
  );
}

interface FileTableProps {
  caption: string;
  files: readonly { name: string; bytes: number; sha256: string }[];
}

function FileTable({ caption, files }: FileTableProps) {
  return (
    <table className="table mt-2">
      <caption className="pb-1 text-left font-bold">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col" className="number">
            Size
          </th>
          <th scope="col" className="max-sm:hidden">
            SHA-256
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, bytes, sha256 }) => (
          <tr key={name}>
            <th scope="row" className="font-normal max-sm:break-all sm:whitespace-nowrap">
              {name}
              <span className={`${mono} block text-ink-2 sm:hidden`}>{sha256}</span>
            </th>
            <td className="number whitespace-nowrap">{sayBytes(bytes)}</td>
            <td className={`${mono} text-ink-2 max-sm:hidden`}>{sha256}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
