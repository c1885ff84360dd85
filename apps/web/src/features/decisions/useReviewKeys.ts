import type { Outcome } from '@clarion/deliberation';
import { useEffect, useRef } from 'react';
import { useKeptText } from '../../ui/useKeptText';
import { outcomeForKey } from './outcomes';

export interface ReviewKeys {
  onMove: (by: 1 | -1) => void;
  onOpen: () => void;
  onClose: () => void;
  onOutcome: (outcome: Outcome) => void;
  onHelp: () => void;
}

/** Whether somebody types, so that a letter is a letter. Boxes and circles take no letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'))
  );
}

/** A press on a control of its own is that control's. */
const isControl = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('a, button, summary, input');

/** The keys j, k, enter, 1 to 5 and ?. Whoever speaks to their computer can switch them off. */
export function useReviewKeys(keys: ReviewKeys): { isOn: boolean; setOn: (isOn: boolean) => void } {
  const kept = useKeptText('review-keys', 'on');
  const isOn = kept.text === 'on';
  const actions = useRef(keys);
  useEffect(() => {
    actions.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
      if (ctrlKey || metaKey || altKey || defaultPrevented) return;
      if (key === 'Escape') actions.current.onClose();
      if (!isOn || isTyping(target)) return;
      const outcome = outcomeForKey(key);
      if (outcome) actions.current.onOutcome(outcome);
      else if (key === 'j') actions.current.onMove(1);
      else if (key === 'k') actions.current.onMove(-1);
      else if (key === '?') actions.current.onHelp();
      else if (key === 'Enter' && !isControl(target)) actions.current.onOpen();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
  return { isOn, setOn: (on) => kept.setText(on ? 'on' : 'off') };
}
