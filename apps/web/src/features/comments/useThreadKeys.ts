import { type RefObject, useEffect } from 'react';
import { useKeptText } from '../../ui/useKeptText';

const OFF = 'off';

/** Whether the keys of the thread are on: they can be switched off, for those whose tools use letters. */
export function useKeySetting(): { isOn: boolean; set: (isOn: boolean) => void } {
  const { text, setText, forget } = useKeptText('setting:thread-keys');
  return { isOn: text !== OFF, set: (isOn) => (isOn ? forget() : setText(OFF)) };
}

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isShown = (element: HTMLElement) => !element.closest('[hidden]');

/** J next, K previous, Z hide or show, R reply: on the comment that has focus. */
export function useThreadKeys(thread: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typesInto(event.target)) return;
      if (document.querySelector('[role="dialog"]') || !thread.current) return;
      const all = [...thread.current.querySelectorAll<HTMLElement>('[data-comment]')];
      const comments = all.filter(isShown);
      const at = comments.findIndex((one) => one.contains(document.activeElement));
      const current = comments[at];
      const press = (what: string) => current?.querySelector<HTMLElement>(what)?.click();
      switch (event.key.toLowerCase()) {
        case 'j':
          comments[Math.min(at + 1, comments.length - 1)]?.focus();
          break;
        case 'k':
          comments[Math.max(at - 1, 0)]?.focus();
          break;
        case 'z':
          press('[data-collapse]');
          break;
        case 'r':
          press('[data-reply]');
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [thread, isOn]);
}
