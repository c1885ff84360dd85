import { Fragment } from 'react';
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
          <p>
            {plural(numbers.length, 'paragraph')} came from what you sent or argued for:{' '}
            {numbers.map((number, index) => (
              <Fragment key={number}>
                {index > 0 && (index === numbers.length - 1 ? ' and ' : ', ')}
                <Link to={`#${number}`} className="inline-block min-w-6 py-2.5 font-bold">
                  {number}
                </Link>
              </Fragment>
            ))}
            .
          </p>
        </Thread>
      )}
    </Details>
  );
}
