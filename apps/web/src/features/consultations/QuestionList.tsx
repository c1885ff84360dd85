import { QUESTIONS_MAX, TEXT } from '@clarion/deliberation';
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';

interface Props {
  questions: readonly string[];
  error?: string | null;
  onChange: (questions: string[]) => void;
}

/** The questions of a paper, one box each. */
export function QuestionList({ questions, error, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const focusLast = () =>
    requestAnimationFrame(() => {
      const boxes = list.current?.querySelectorAll('textarea');
      boxes?.[boxes.length - 1]?.focus();
    });
  const remove = (index: number) => {
    const left = questions.filter((_, at) => at !== index);
    onChange(left.length > 0 ? left : ['']);
    focusLast();
  };
  return (
    <fieldset>
      <legend className="font-[650]">The questions</legend>
      <p className="text-small text-ink-2">
        What members answer with their proposals: {QUESTIONS_MAX} at most. You can leave them empty.
      </p>
      <ol ref={list} className="mt-3 space-y-4">
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place until it is saved.
          <li key={index} className="flex flex-wrap items-start gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-72">
              <TextArea
                label={`Question ${index + 1}`}
                rows={2}
                className="min-h-[4.5rem]!"
                limit={TEXT.questionAsked.max}
                value={question}
                error={index === 0 ? error : null}
                onChange={(text) =>
                  onChange(questions.map((each, at) => (at === index ? text : each)))
                }
              />
            </div>
            {questions.length > 1 && (
              <Button
                variant="bare"
                size="small"
                icon="close"
                className="sm:mt-8"
                aria-label={`Remove question ${index + 1}`}
                onClick={() => remove(index)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ol>
      {questions.length < QUESTIONS_MAX && (
        <Button
          variant="line"
          size="small"
          icon="plus"
          className="mt-3"
          onClick={() => {
            onChange([...questions, '']);
            focusLast();
          }}
        >
          Add a question
        </Button>
      )}
    </fieldset>
  );
}
