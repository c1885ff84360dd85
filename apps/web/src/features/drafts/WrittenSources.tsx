import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/Field';
import { Thread } from '../../ui/Thread';
import type { WrittenSource } from './editor';

interface Props {
  where: string;
  sources: readonly WrittenSource[];
  onNote: (sourceId: string, text: string) => void;
  onRemove: (sourceId: string) => void;
}

/** The sources of a paragraph while it is written, each with what was kept or altered. */
export function WrittenSources({ where, sources, onNote, onRemove }: Props) {
  if (sources.length === 0) return null;
  return (
    <ul aria-label={`Sources of ${where}`} className="space-y-4">
      {sources.map(({ id, label, title, note }) => (
        <li key={id}>
          <Thread>
            <div className="flex items-start justify-between gap-3">
              <p className="text-small leading-snug">
                <b>{label}</b>
                {title !== label && <span className="block text-ink-2">{title}</span>}
              </p>
              <Button
                variant="bare"
                size="small"
                icon="close"
                aria-label={`Take away the source: ${label}`}
                onClick={() => onRemove(id)}
              />
            </div>
            <TextInput
              label={<span className="text-small font-normal text-ink-2">Kept or altered</span>}
              className="min-h-11! text-small!"
              value={note}
              onChange={(text) => onNote(id, text)}
            />
          </Thread>
        </li>
      ))}
    </ul>
  );
}
