import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Cannot be closed by a press outside: for what would lose work. */
  insistent?: boolean;
  children: ReactNode;
  /** The buttons, the main one first. They stay in sight while what is longer than the window scrolls. */
  actions?: ReactNode;
}

/** A question that must be answered before going on. Focus stays inside and returns afterwards. */
export function Dialog({ title, isOpen, onClose, insistent, children, actions }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!insistent}
      className="fixed inset-0 z-40 flex items-end justify-center bg-[rgb(21_18_31/0.6)] sm:items-center sm:p-4"
    >
      <Modal className="max-h-[92dvh] w-full max-w-[36rem] overflow-auto border-t-[6px] border-claret bg-cloth sm:rounded-b-md">
        <AriaDialog className="p-5 sm:p-7">
          <div className="mb-3 flex items-start justify-between gap-3">
            <Heading slot="title" level={2} className="text-h3">
              {title}
            </Heading>
            <Button
              variant="bare"
              size="small"
              icon="close"
              aria-label="Close"
              className="-mt-2 -mr-2.5 flex-none"
              onClick={onClose}
            />
          </div>
          <div className="space-y-4">{children}</div>
          {actions && (
            <div className="mt-6 -mx-5 -mb-5 flex flex-wrap gap-3 bg-cloth px-5 pt-3 pb-5 sm:-mx-7 sm:-mb-7 sm:px-7 sm:pb-7 [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:bottom-0">
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
