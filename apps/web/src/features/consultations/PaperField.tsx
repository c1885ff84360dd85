import { TEXT } from '@clarion/deliberation';
import { TextArea } from '../../ui/Field';
import { Preview } from '../../ui/Preview';

interface Props {
  value: string;
  error?: string | null;
  onChange: (text: string) => void;
}

/** The paper, written in Markdown, and how members will read it. */
export function PaperField({ value, error, onChange }: Props) {
  return (
    <div>
      <TextArea
        label="The paper"
        hint="What is fixed, what is open, what is known. Markdown: ## before a heading, - before a point, **bold**."
        className="min-h-[18rem]!"
        limit={TEXT.paper.max}
        value={value}
        error={error}
        onChange={onChange}
      />
      <Preview text={value} />
    </div>
  );
}
