import { useContext, useEffect } from 'react';
import { ServedPage } from './served';

/** The document's title: "NHS dentistry – Clarion". */
export function useTitle(title: string | null | undefined): void {
  const served = useContext(ServedPage);
  const whole = title && `${title} – Clarion`;
  if (whole) served?.note?.({ title: whole });
  useEffect(() => {
    if (whole) document.title = whole;
  }, [whole]);
}
