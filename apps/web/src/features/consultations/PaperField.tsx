import { TEXT } from '@clarion/deliberation';
import { useState } from 'react';
import { TextArea } from '../../ui/Field';
import { Markdown } from '../../ui/Markdown';
import { Segmented } from '../../ui/Segmented';

interface Props {
  value: string;
  error?: string | null;
  onChange: (text: string) => void;
}

const views = [
  { value: 'write' as const, label: 'Write' },
  { value: 'preview' as const, label: 'Preview' },
];

/** The paper, written in Markdown, and how members will read it. */
export function PaperField({ value, error, onChange }: Props) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <div>
      <div className="mb-3">
        <Segmented label="The paper" options={views} value={view} onChange={setView} />
      </div>
      {view === 'write' || error ? (
        <TextArea
          label="The paper"
          hint="What is fixed, what is open, what is known. Markdown: ## before a heading, - before a point, **bold**."
          rows={16}
          limit={TEXT.paper.max}
          value={value}
          error={error}
          onChange={onChange}
        />
      ) : (
        <section aria-label="The paper as members read it" className="border-y border-rule py-5">
          {value.trim() ? (
            <Markdown text={value} />
          ) : (
            <p className="text-ink-2">Nothing is written yet.</p>
          )}
        </section>
      )}
    </div>
  );
}
