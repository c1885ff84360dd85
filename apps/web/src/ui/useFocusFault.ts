import { type RefObject, useEffect } from 'react';

/** After a form was refused: focus goes to the first field at fault, or to what says why. */
export function useFocusFault(form: RefObject<HTMLFormElement | null>, fault: unknown): void {
  useEffect(() => {
    if (!fault) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (field) return field.focus();
    const said = form.current?.querySelector<HTMLElement>('[role="alert"]');
    const group = said?.closest('fieldset')?.querySelector<HTMLElement>('input');
    if (group) group.focus();
    else said?.scrollIntoView?.({ block: 'center' });
  }, [form, fault]);
}
