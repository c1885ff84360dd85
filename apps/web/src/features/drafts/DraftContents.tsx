import { Link } from 'react-router';
import { Details } from '../../ui/Details';

interface Entry {
  number: string;
  heading: string;
}

/** Headings worth a table of contents: a short draft needs none. */
export function contentsOf(
  paragraphs: readonly { number: string; heading?: string | null }[],
): Entry[] {
  const entries = paragraphs.flatMap(({ number, heading }) =>
    heading ? [{ number, heading }] : [],
  );
  return entries.length >= 3 ? entries : [];
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ol className="text-small">
      {entries.map(({ number, heading }) => (
        <li key={number} className="border-l-[3px] border-rule">
          <Link
            to={`#${number}`}
            className="flex min-h-11 items-center gap-3 px-3 py-1 leading-tight text-ink-2 no-underline hover:text-ink hover:underline"
          >
            <span className="w-8 flex-none tabular-nums">
              <span className="sr-only">From paragraph </span>
              {number}
            </span>
            {heading}
          </Link>
        </li>
      ))}
    </ol>
  );
}

/** A column on a desk. */
export function DraftContents({ entries }: { entries: readonly Entry[] }) {
  return (
    <nav aria-label="In this draft" className="max-desk:hidden">
      <p className="mb-3 font-head leading-tight font-bold">In this draft</p>
      <Entries entries={entries} />
    </nav>
  );
}

/** Folded, above the text on a phone. */
export function FoldedContents({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Details summary="In this draft" className="desk:hidden">
      <nav aria-label="In this draft">
        <Entries entries={entries} />
      </nav>
    </Details>
  );
}
