import { Link } from 'react-router';
import { paths } from '../../paths';
import { Details } from '../../ui/Details';
import { plural } from '../../ui/numbers';
import { Thread } from '../../ui/Thread';

/** "Where am I in this draft?": the paragraphs that came from what the reader sent or argued for. */
export function WhereAmI({ numbers }: { numbers: readonly string[] }) {
  return (
    <Details summary="Where am I in this draft?" open={numbers.length > 0}>
      {numbers.length === 0 ? (
        <p className="text-small">
          No paragraph cites what you sent or argued for.{' '}
          <Link to={paths.mine()}>Read what happened to it</Link>.
        </p>
      ) : (
        <Thread className="text-small">
          <p>{plural(numbers.length, 'paragraph')} came from what you sent or argued for:</p>
          <ul aria-label="Yours" className="-ml-2 flex flex-wrap">
            {numbers.map((number) => (
              <li key={number}>
                <Link
                  to={`#${number}`}
                  className="inline-flex min-h-11 min-w-11 items-center justify-center font-bold"
                >
                  <span className="sr-only">Paragraph </span>
                  {number}
                </Link>
              </li>
            ))}
          </ul>
        </Thread>
      )}
    </Details>
  );
}
