import { type ReactNode, useState } from 'react';
import { explain } from '../graphql/explain';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface Props {
  title: string;
  /** What is then so. */
  children: ReactNode;
  /** On the button that does it, and while it is being done. */
  yes: string;
  doing: string;
  /** Does it. Answers why not, in words; null once it is done. */
  onYes: () => Promise<string | null>;
  onClose: () => void;
}

/** Asks before something is done that counts for others. Stays open, and says why, where it was not done. */
export function AskDialog({ title, children, yes, doing, onYes, onClose }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    setFault(null);
    setFault(await onYes().catch((error: unknown) => explain(error).advice));
    setBusy(false);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button pending={isBusy} pendingLabel={doing} onClick={() => void press()}>
            {yes}
          </Button>
          <Button variant="line" onClick={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      {children}
      {fault && (
        <Notice tone="error" title="That did not work" live>
          <p>{fault}</p>
        </Notice>
      )}
    </Dialog>
  );
}
