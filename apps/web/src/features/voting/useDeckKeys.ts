import type { Choice } from '@clarion/deliberation';
import { useEffect, useRef } from 'react';
import { useKeptText } from '../../ui/useKeptText';

const choices: Record<string, Choice> = { a: 'agree', d: 'disagree', p: 'pass' };

/** Whether somebody types, so that a letter is a letter. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

interface Keys {
  isOn: boolean;
  setOn: (isOn: boolean) => void;
}

/** The keys A, D, P and U. Whoever speaks to their computer can switch them off. */
export function useDeckKeys(onChoose: (choice: Choice) => void, onUndo: () => void): Keys {
  const kept = useKeptText('vote-keys', 'on');
  const isOn = kept.text === 'on';
  const actions = useRef({ onChoose, onUndo });
  useEffect(() => {
    actions.current = { onChoose, onUndo };
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, metaKey, altKey, target } = event;
      if (repeat || ctrlKey || metaKey || altKey || isTyping(target)) return;
      const choice = choices[key.toLowerCase()];
      if (choice) actions.current.onChoose(choice);
      if (key.toLowerCase() === 'u') actions.current.onUndo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
  return { isOn, setOn: (on) => kept.setText(on ? 'on' : 'off') };
}
