import { useEffect } from 'react';
import { useKeptText } from '../../ui/useKeptText';
import { DOING } from './doing';

const OFF = 'off';

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName));

const LETTERS = new Set(Object.values(DOING).map(({ key }) => key));

/** The case that has the focus, or the first of the page. */
function caseHere(): HTMLElement | null {
  const here = document.activeElement?.closest<HTMLElement>('[data-case]');
  return here ?? document.querySelector<HTMLElement>('[data-case]');
}

function move(by: 1 | -1): void {
  const cases = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const here = document.activeElement?.closest<HTMLElement>('[data-case]');
  const at = here ? cases.indexOf(here) + by : 0;
  const to = cases[Math.min(Math.max(at, 0), cases.length - 1)];
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
}

/** Chooses the reason of that number in the form that is open. */
function chooseReason(number: number): boolean {
  const select = document.querySelector<HTMLSelectElement>('[data-moderating] select');
  const option = select?.options[number - 1];
  if (!select || !option) return false;
  const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
  set?.call(select, option.value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

function pressed(key: string): boolean {
  if (key === 'j' || key === 'k') {
    move(key === 'j' ? 1 : -1);
    return true;
  }
  if (key === 'u') {
    const undo = [...document.querySelectorAll<HTMLElement>('[data-undo]')].at(-1);
    undo?.click();
    return undo !== undefined;
  }
  if (/^[1-9]$/.test(key)) return chooseReason(Number(key));
  if (!LETTERS.has(key)) return false;
  const button = caseHere()?.querySelector<HTMLElement>(`[data-do="${key}"]`);
  button?.click();
  return button !== null && button !== undefined;
}

/** The keys of the queue: J and K, a letter for each act, 1 to 9 for the reason, Enter, U. They can be switched off. */
export function useModerationKeys(): { isOn: boolean; set: (isOn: boolean) => void } {
  const { text, setText, forget } = useKeptText('setting:moderation-keys');
  const isOn = text !== OFF;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || typesInto(target)) return;
      if (pressed(key.toLowerCase())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
  return { isOn, set: (on) => (on ? forget() : setText(OFF)) };
}
