import { useEffect, useEffectEvent, useState } from 'react';
import { announce } from './announce';
import { Button } from './Button';

interface Props {
  /** What is new that the page does not show; null for nothing. */
  what: string | null;
  onShow: () => Promise<unknown>;
}

/**
 * Offers what is new instead of moving the page under whoever reads it: over the foot of what it is about,
 * for as long as that is on the screen. Said once, however much more comes.
 */
export function News({ what, onShow }: Props) {
  const [isFetching, setFetching] = useState(false);
  const isNew = what !== null;
  const say = useEffectEvent(() => announce(`${what}. There is a button to show it.`));
  useEffect(() => {
    if (isNew) say();
  }, [isNew]);
  if (!isNew) return null;
  const show = async () => {
    setFetching(true);
    // What does not come leaves the button; the connection's banner says why.
    await onShow().catch(() => undefined);
    setFetching(false);
  };
  return (
    <div className="pointer-events-none sticky bottom-20 z-10 mt-4 flex justify-center desk:bottom-4 print:hidden">
      <Button
        size="small"
        className="pointer-events-auto outline-3 outline-sheet"
        pending={isFetching}
        pendingLabel="Showing"
        onClick={() => void show()}
      >
        {what}: show
      </Button>
    </div>
  );
}
