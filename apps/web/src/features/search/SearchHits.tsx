import { Link } from 'react-router';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { Highlighted } from './Highlighted';
import { kindName } from './kinds';

const FoundHitDocument = graphql(`
  fragment FoundHit on SearchHit {
    id
    kind
    title {
      text
      isMatch
    }
    excerpt {
      text
      isMatch
    }
    consultationTitle
    byline
    link
  }
`);

/** What was found, the best first, with the words that matched marked. */
export function SearchHits({ hits }: { hits: readonly FragmentType<typeof FoundHitDocument>[] }) {
  return (
    <ol className="max-w-[46rem] border-t-2 border-ink">
      {getFragmentData(FoundHitDocument, hits).map((hit) => (
        <li key={`${hit.kind} ${hit.id}`} className="border-b border-rule py-5">
          <p className="text-small text-ink-2">
            {kindName(hit.kind)}
            {hit.byline && `, ${hit.byline}`}
          </p>
          <h2 className="mt-0.5 text-[1.25rem] leading-snug">
            <Link to={hit.link}>
              <Highlighted parts={hit.title} />
            </Link>
          </h2>
          {hit.excerpt.length > 0 && (
            <p className="mt-1.5">
              <Highlighted parts={hit.excerpt} />
            </p>
          )}
          {hit.kind !== 'consultation' && (
            <p className="mt-1 text-small text-ink-2">{hit.consultationTitle}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
