import { type ReactNode, type Ref, useId } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';
import { DESK, useMediaQuery } from './useMediaQuery';

interface Props {
  /** The heading; a statement, mostly. */
  title: string;
  /** The quiet line above. */
  over?: ReactNode;
  onClose: () => void;
  /** Takes focus when something else is shown. */
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

/** One thing of a list, beside the list on a desk; on a phone it takes the whole screen. */
export function SidePanel(props: Props) {
  const isDesk = useMediaQuery(DESK);
  const id = useId();
  const inside = <Inside {...props} id={id} />;
  if (isDesk) {
    return (
      <section
        aria-labelledby={id}
        className="sticky top-0 max-h-dvh overflow-y-auto border-t-[6px] border-claret bg-sheet p-5"
      >
        {inside}
      </section>
    );
  }
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && props.onClose()}
      className="fixed inset-0 z-40 bg-sheet"
    >
      <Modal className="h-dvh w-full overflow-y-auto">
        <AriaDialog aria-labelledby={id} className="min-h-dvh border-t-[6px] border-claret p-5">
          {inside}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Inside({ id, title, over, onClose, headingRef, children }: Props & { id: string }) {
  return (
    <>
      <div className="mb-3 flex items-start justify-between gap-3">
        <div>
          {over && <p className="text-small text-ink-2">{over}</p>}
          <h2 id={id} ref={headingRef} tabIndex={-1} className="text-[1.375rem] leading-snug">
            {title}
          </h2>
        </div>
        <Button variant="bare" size="small" icon="close" aria-label="Close" onClick={onClose} />
      </div>
      <div className="space-y-6">{children}</div>
    </>
  );
}
