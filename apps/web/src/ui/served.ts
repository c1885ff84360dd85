import { createContext } from 'react';

/**
 * The page that a server writes, or that it wrote: its moment, so that times are told the same when the
 * browser takes it over, and what only the server wants to know of it.
 */
export interface Served {
  at: Date;
  note?: (noted: { title: string } | { isFound: false }) => void;
}

export const ServedPage = createContext<Served | null>(null);
