import { classes } from './classes';
import { Icon } from './Icon';
import type { Answer } from './VoteBar';

interface Props {
  onChoose: (answer: Answer) => void;
  /** What the viewer said before, if anything. */
  chosen?: Answer | null;
  /** The question, for those who do not see the statement above. */
  legend?: string;
  /** Show the keys A, D and P on a desk; the page listens for them. */
  showKeys?: boolean;
  disabled?: boolean;
  /** Lower buttons, for a proposal's own page. */
  compact?: boolean;
}

const words: Record<Answer, string> = { agree: 'Agree', disagree: 'Disagree', pass: 'Pass' };
const colours: Record<Answer, string> = {
  agree: 'border-agree bg-agree text-on-bar',
  disagree: 'border-disagree bg-disagree text-on-bar',
  pass: 'border-pass bg-transparent text-pass',
};
const muted: Record<Answer, string> = {
  agree: 'border-agree bg-transparent text-agree',
  disagree: 'border-disagree bg-transparent text-disagree',
  pass: 'border-pass bg-transparent text-pass',
};

/** Agree, disagree, pass: the same size and weight, told apart by icon and word. */
export function Choices(props: Props) {
  const { onChoose, chosen, legend = 'Do you agree?', showKeys, disabled, compact } = props;
  return (
    <fieldset className="mt-4 grid grid-cols-2 gap-3 desk:grid-cols-[1fr_1fr_0.7fr]">
      <legend className="sr-only">{legend}</legend>
      {(['agree', 'disagree', 'pass'] as const).map((answer) => (
        <button
          key={answer}
          type="button"
          disabled={disabled}
          aria-pressed={chosen === undefined ? undefined : chosen === answer}
          aria-keyshortcuts={showKeys ? answer[0]?.toUpperCase() : undefined}
          onClick={() => onChoose(answer)}
          className={classes(
            'flex items-center justify-center gap-2 rounded-lg border-2 px-1 leading-none font-bold hover:brightness-95 disabled:cursor-not-allowed disabled:opacity-60 sm:gap-2.5',
            answer === 'pass' && 'col-span-2 min-h-14 text-body desk:col-span-1',
            answer !== 'pass' && (compact ? 'min-h-14' : 'min-h-21'),
            answer !== 'pass' && 'text-body sm:text-[1.25rem]',
            !compact && 'desk:min-h-21',
            chosen && chosen !== answer ? muted[answer] : colours[answer],
            chosen === 'pass' && answer === 'pass' && 'bg-pass-wash',
          )}
        >
          <Icon name={answer} className="size-[1.6rem] [stroke-width:3]" />
          {words[answer]}
          {showKeys && (
            <span className="key hidden desk:inline-block" aria-hidden="true">
              {answer[0]?.toUpperCase()}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
