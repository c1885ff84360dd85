import { createStore, useStore } from '../store';

interface Said {
  text: string;
  /** Grows with each message, so that the same words twice are read twice. */
  count: number;
}

const silent: Said = { text: '', count: 0 };
const polite = createStore<Said>(silent);
const urgent = createStore<Said>(silent);

/** Says something to those who listen to the screen. `urgent` interrupts: for errors only. */
export function announce(text: string, how: 'polite' | 'urgent' = 'polite'): void {
  const store = how === 'urgent' ? urgent : polite;
  store.set({ text, count: store.get().count + 1 });
}

/** Once in the layout. */
export function Announcer() {
  return (
    <>
      <Region said={useStore(polite, silent)} role="status" />
      <Region said={useStore(urgent, silent)} role="alert" />
    </>
  );
}

function Region({ said, role }: { said: Said; role: 'status' | 'alert' }) {
  return (
    <div className="sr-only" role={role}>
      <span key={said.count}>{said.text}</span>
    </div>
  );
}
