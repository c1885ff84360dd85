import { useEffect } from 'react';

/** The document's title: "NHS dentistry – Clarion". */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} – Clarion`;
  }, [title]);
}
