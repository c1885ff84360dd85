import { useEffect, useRef } from 'react';
import { Button } from './Button';
import { TextInput } from './Field';

/** Something that was found and can be chosen. */
export interface Found {
  id: string;
  label: string;
}

interface Props {
  label: string;
  hint: string;
  /** Of the control, for whoever looks for it in a form. */
  name?: string;
  text: string;
  onText: (text: string) => void;
  found: readonly Found[];
  isLoading: boolean;
  /** The name of the list, and what is said where it is empty. */
  listLabel: string;
  nothing: string;
  value: Found | null;
  onChange: (chosen: Found | null) => void;
  /** What is said of the one that was chosen, and the way back. */
  chosenLabel: string;
  again: string;
  error: string | undefined;
}

/** One thing, found by a few of its words and chosen. The focus goes along, so that the keyboard does. */
export function FindOne(props: Props) {
  const { label, hint, name, text, onText, found, isLoading, value, onChange, error } = props;
  const input = useRef<HTMLInputElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const wasChosen = useRef(value !== null);
  useEffect(() => {
    const isChosen = value !== null;
    if (isChosen === wasChosen.current) return;
    wasChosen.current = isChosen;
    (isChosen ? back : input).current?.focus();
  }, [value]);
  if (value) {
    return (
      <div>
        <p className="font-[650]">{props.chosenLabel}</p>
        <p className="mt-1">{value.label}</p>
        <Button
          ref={back}
          variant="line"
          size="small"
          className="mt-2"
          onClick={() => onChange(null)}
        >
          {props.again}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <TextInput
        ref={input}
        name={name}
        label={label}
        hint={hint}
        value={text}
        onChange={onText}
        error={error}
        autoComplete="off"
      />
      <ul className="mt-2 border-t border-rule" aria-label={props.listLabel}>
        {found.map((each) => (
          <li key={each.id} className="border-b border-rule">
            <button
              type="button"
              className="min-h-11 w-full py-1.5 text-left text-small leading-snug hover:underline"
              onClick={() => onChange(each)}
            >
              {each.label}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-1 text-small text-ink-2">
        {!isLoading && found.length === 0 && props.nothing}
      </p>
    </div>
  );
}
