import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** How long a page may take to show its heading before focus is left where it is, in milliseconds. */
const PATIENCE = 8_000;

/** After going to another page focus moves to its h1, so that it is read out and Tab starts there. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    const root = main.current;
    if (previous.current === pathname || !root) return;
    previous.current = pathname;
    if (hash) return;
    const focusHeading = () => {
      const heading = root.querySelector('h1');
      heading?.focus({ preventScroll: true });
      return heading !== null;
    };
    if (focusHeading()) return;
    const observer = new MutationObserver(() => {
      if (root.contains(document.activeElement) || focusHeading()) observer.disconnect();
    });
    observer.observe(root, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), PATIENCE);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [pathname, hash, main]);
}
