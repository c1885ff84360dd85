import { createContext, useContext } from 'react';
import type { Phase } from '../../graphql/generated/graphql';

/** What every comment of a thread needs to know about the place it is in. */
export interface ThreadPlace {
  proposalId: string;
  phase: Phase;
  /** Whether the viewer may comment here now. */
  mayComment: boolean;
  isSignedIn: boolean;
  /** The comment that a link led to. */
  linkedId: string | null;
}

export const ThreadContext = createContext<ThreadPlace | null>(null);

export function useThreadPlace(): ThreadPlace {
  const place = useContext(ThreadContext);
  if (!place) throw new Error('A comment stands outside a thread');
  return place;
}
