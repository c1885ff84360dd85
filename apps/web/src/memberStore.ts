import { createStore, useStore } from './store';

interface Kept<T> {
  /** Under which name the browser keeps it, before the member's id. */
  name: string;
  /** What there is of it for whoever is not signed in, or has none. */
  none: T;
  /** What the browser kept. */
  parse: (text: string | null) => T;
}

/** What this browser keeps of each member apart. It outlasts signing out. */
export function createMemberStore<T>({ name, none, parse }: Kept<T>) {
  const store = createStore<T>(none);
  const nameOf = (memberId: string) => `${name}:${memberId}`;
  let owner: string | null = null;
  return {
    get: store.get,
    use: (): T => useStore(store, none),
    hasOwner: () => owner !== null,
    /** Whose it is from now on; nobody's while nobody is signed in. */
    open(memberId: string | null): void {
      if (owner === memberId) return;
      owner = memberId;
      let text: string | null = null;
      try {
        text = memberId && localStorage.getItem(nameOf(memberId));
      } catch {}
      store.set(memberId ? parse(text) : none);
    },
    /** Storage may be full or forbidden; then it lives as long as the page, and can be asked for again. */
    keep(next: T): void {
      store.set(next);
      if (owner === null) return;
      try {
        localStorage.setItem(nameOf(owner), JSON.stringify(next));
      } catch {}
    },
  };
}
