import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Lines, numberLines } from './lines';

/** Lines that a block of text takes, from its height; a block without height has one. */
function linesIn(block: HTMLElement): number {
  const height = Number.parseFloat(getComputedStyle(block).lineHeight);
  return Math.max(1, Math.round(block.getBoundingClientRect().height / (height || 28)) || 1);
}

/**
 * Line numbers of every `[data-lines]` inside, measured as they stand: on the screen again when its
 * width changes, and once more for paper, whose width is fixed by the class `on-paper`.
 */
export function useLineNumbers(root: RefObject<HTMLElement | null>, key: string) {
  const [numbers, setNumbers] = useState<Lines[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for other words.
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => {
      const blocks = [...element.querySelectorAll<HTMLElement>('[data-lines]')];
      setNumbers(numberLines(blocks.map(linesIn)));
    };
    const onPaper = () => {
      element.classList.add('on-paper');
      flushSync(measure);
    };
    const onScreen = () => {
      element.classList.remove('on-paper');
      measure();
    };
    measure();
    void document.fonts?.ready.then(measure);
    window.addEventListener('resize', measure);
    window.addEventListener('beforeprint', onPaper);
    window.addEventListener('afterprint', onScreen);
    return () => {
      window.removeEventListener('resize', measure);
      window.removeEventListener('beforeprint', onPaper);
      window.removeEventListener('afterprint', onScreen);
    };
  }, [root, key]);
  return numbers;
}
