import { type RefObject, useEffect, useId, useRef, useState } from 'react';

interface Disclosure {
  isOpen: boolean;
  close: () => void;
  /** Spread on the button. */
  button: {
    ref: RefObject<HTMLButtonElement | null>;
    'aria-expanded': boolean;
    'aria-controls': string;
    onClick: () => void;
  };
  /** Spread on what opens. */
  panel: { id: string; ref: RefObject<HTMLDivElement | null> };
}

/** A button that opens a panel of links. Escape and a press elsewhere close it. */
export function useDisclosure(): Disclosure {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  const panelRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      buttonRef.current?.focus();
    };
    const onPress = (event: Event) => {
      const at = event.target;
      if (!(at instanceof Node)) return;
      if (!panelRef.current?.contains(at) && !buttonRef.current?.contains(at)) setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [isOpen]);
  return {
    isOpen,
    close: () => setOpen(false),
    button: {
      ref: buttonRef,
      'aria-expanded': isOpen,
      'aria-controls': id,
      onClick: () => setOpen((open) => !open),
    },
    panel: { id, ref: panelRef },
  };
}
