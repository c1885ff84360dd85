import { Link } from 'react-router';
import { type FragmentType, getFragmentData } from '../../graphql/generated';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { plural } from '../../ui/numbers';
import { Thread } from '../../ui/Thread';
import { type DescribedSource, DraftSourceDocument, describeSource } from './sources';

type Sources = readonly FragmentType<typeof DraftSourceDocument>[];

export function useDescribed(sources: Sources): DescribedSource[] {
  return getFragmentData(DraftSourceDocument, sources).map(describeSource);
}

const SHOWN = 3;

interface MarginProps {
  number: string;
  sources: Sources;
}

/** In the margin: the first sources on one thread. */
export function MarginSources({ number, sources }: MarginProps) {
  const described = useDescribed(sources);
  const more = described.length - SHOWN;
  if (described.length === 0) return null;
  return (
    <Thread className="text-small">
      <ul aria-label={`Sources of paragraph ${number}`}>
        {described.slice(0, SHOWN).map((source) => (
          <li key={source.id}>
            <Link
              to={source.to}
              className="inline-flex min-h-11 items-center leading-snug wide:min-h-9"
            >
              {source.label}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink-2">and {plural(more, 'more source')}</p>}
    </Thread>
  );
}

interface PanelProps extends MarginProps {
  id: string;
  onClose: () => void;
}

/** "Paragraph 14 came from": every source with its words, its author and what was altered. */
export function SourcesPanel({ id, number, sources, onClose }: PanelProps) {
  const described = useDescribed(sources);
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="rounded-md border-2 border-gilt-ink bg-sheet py-3 pr-3 pl-4"
    >
      <div className="flex items-start justify-between gap-2">
        <h2 id={`${id}-title`} className="pt-2 text-[1.1875rem]">
          Paragraph {number} came from
        </h2>
        <Button
          variant="bare"
          size="small"
          icon="close"
          aria-label={`Close the sources of paragraph ${number}`}
          onClick={onClose}
        />
      </div>
      {described.length === 0 ? (
        <p className="mt-1 text-small">
          Nothing that was sent. The drafters added it, and say why beside it.
        </p>
      ) : (
        <ul className="mt-1 space-y-4">
          {described.map((source) => (
            <li key={source.id}>
              <Thread className="text-small leading-snug">
                <Link to={source.to} className="block py-1 font-bold">
                  {source.title}
                </Link>
                <p className="text-ink-2">{source.detail}</p>
                {source.note && (
                  <p className="mt-1">
                    <Icon name="feather" label="What the drafters made of it:" /> {source.note}
                  </p>
                )}
                {source.story !== source.to && (
                  <Link to={source.story} className="inline-flex min-h-9 items-center">
                    Its story
                  </Link>
                )}
              </Thread>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
