import { useCallback, useSyncExternalStore } from 'react';

/** What is typed is never lost: it lives in the browser's storage until it has been sent. */
const prefix = 'clarion:text:';
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

function read(key: string): string | null {
  const held = memory.get(key);
  if (held !== undefined) return held;
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; then the text lives as long as the page. */
function write(key: string, text: string): void {
  memory.set(key, text);
  try {
    localStorage.setItem(prefix + key, text);
  } catch {}
  for (const listener of listeners) listener();
}

function remove(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(prefix + key);
  } catch {}
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const fromAnotherTab = (event: StorageEvent) => {
    if (!event.key?.startsWith(prefix)) return;
    memory.delete(event.key.slice(prefix.length));
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', fromAnotherTab);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', fromAnotherTab);
  };
}

export interface KeptText {
  text: string;
  setText: (text: string) => void;
  /** After it has been sent, or on purpose. */
  forget: () => void;
  /** Whether there is text that somebody typed and has not sent. */
  isKept: boolean;
}

/**
 * Text kept under a key that names what it is for (`proposal-new:<consultation>`); `initial` shows
 * until something is typed. The server renders `initial`.
 */
export function useKeptText(key: string, initial = ''): KeptText {
  const kept = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const setText = useCallback((text: string) => write(key, text), [key]);
  const forget = useCallback(() => remove(key), [key]);
  return { text: kept ?? initial, setText, forget, isKept: kept !== null && kept !== initial };
}

/** Changes what is kept in one step, for lists of small things; empty text forgets it. */
export function changeKeptText(key: string, change: (text: string) => string): void {
  const text = change(read(key) ?? '');
  if (text) write(key, text);
  else remove(key);
}

/** On signing out: the next person at this machine finds nothing. */
export function forgetKeptTexts(): void {
  memory.clear();
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    }
  } catch {}
  for (const listener of listeners) listener();
}
