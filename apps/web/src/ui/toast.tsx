import { useEffect, useState } from 'react';
import { createStore, useStore } from '../store';
import { Button } from './Button';

export interface Toast {
  text: string;
  /** Errors stay until they are closed. */
  tone?: 'plain' | 'error';
  action?: { label: string; onAction: () => void };
}

type Shown = Toast & { id: number };

const nothing: Shown[] = [];
const toasts = createStore<Shown[]>(nothing);
let lastId = 0;

/** Seconds a message stays; time stops while a pointer or the focus is on it. */
const LASTING = 10;

/** A short message at the foot of the screen, read out as it appears. */
export function toast(message: Toast | string): void {
  lastId += 1;
  const shown = typeof message === 'string' ? { text: message } : message;
  toasts.set([...toasts.get().slice(-2), { ...shown, id: lastId }]);
}

function close(id: number): void {
  toasts.set(toasts.get().filter((one) => one.id !== id));
}

/** Once in the layout. */
export function Toaster() {
  const shown = useStore(toasts, nothing);
  const [isHeld, setHeld] = useState(false);
  return (
    <div
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="print:hidden pointer-events-none fixed inset-x-0 bottom-17 z-30 flex flex-col items-center gap-2 px-3 desk:bottom-6"
    >
      {shown.map((one) => (
        <Message key={one.id} toast={one} stays={isHeld || one.tone === 'error'} />
      ))}
    </div>
  );
}

function Message({ toast: { id, text, tone, action }, stays }: { toast: Shown; stays: boolean }) {
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => close(id), LASTING * 1000);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    <div className="pointer-events-auto flex w-full max-w-[34rem] items-center gap-3 rounded-md bg-ink py-1.5 pr-1.5 pl-4 text-cloth forced-colors:border">
      <p className="flex-1 py-1.5 text-small leading-snug">
        {tone === 'error' && <b>Problem: </b>}
        {text}
      </p>
      {action && (
        <Button
          variant="bare"
          size="small"
          className="text-cloth! underline hover:bg-ink-2!"
          onClick={() => {
            action.onAction();
            close(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <Button
        variant="bare"
        size="small"
        icon="close"
        aria-label="Close this message"
        className="text-cloth! hover:bg-ink-2!"
        onClick={() => close(id)}
      />
    </div>
  );
}
