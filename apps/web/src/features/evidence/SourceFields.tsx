import { SOURCES_MAX } from '@clarion/deliberation';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import type { Written } from './written';

type Sources = Written['sources'];

interface Props {
  sources: Sources;
  onChange: (sources: Sources) => void;
  error: string | null;
}

/** What it rests on: titles, and addresses where there are some. */
export function SourceFields({ sources, onChange, error }: Props) {
  const change = (at: number, part: Partial<Sources[number]>) =>
    onChange(sources.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className={error ? 'border-l-4 border-error pl-4' : undefined}>
      <legend className="font-[650]">What does it rest on?</legend>
      <p className="text-small text-ink-2">One source at least.</p>
      {error && (
        <p className="mt-1 font-[650] text-error" role="alert">
          <Icon name="warning" /> {error}
        </p>
      )}
      <ol className="space-y-4">
        {sources.map(({ title, url }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source being typed has nothing else of its own.
          <li key={at} className="mt-3 grid gap-3 border-l-2 border-rule pl-4 sm:grid-cols-2">
            <TextInput
              label={`Title of source ${at + 1}`}
              value={title}
              onChange={(text) => change(at, { title: text })}
            />
            <TextInput
              label="Its address"
              optional
              type="url"
              inputMode="url"
              placeholder="https://"
              value={url}
              onChange={(text) => change(at, { url: text })}
            />
            {sources.length > 1 && (
              <p>
                <Button
                  variant="bare"
                  size="small"
                  icon="minus"
                  onClick={() => onChange(sources.filter((_, index) => index !== at))}
                >
                  Leave out<span className="sr-only"> source {at + 1}</span>
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {sources.length < SOURCES_MAX && (
        <Button
          variant="bare"
          size="small"
          icon="plus"
          className="mt-2"
          onClick={() => onChange([...sources, { title: '', url: '' }])}
        >
          Another source
        </Button>
      )}
    </fieldset>
  );
}
