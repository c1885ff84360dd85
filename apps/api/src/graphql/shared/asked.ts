import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Reading } from '../../database/replicas/replicas.js';
import type { RequestContext } from '../context.js';
import type { SharedPage } from './page.js';
import type { Plan } from './plan.js';

type Variables = Readonly<Record<string, unknown>>;

/** What was asked. */
export interface Question {
  query: string;
  variables: Variables;
  operationName: string | null;
}

/** Whoever asks, as far as it decides whether they are shown what all are. */
export interface Reader extends Pick<RequestContext, 'wroteAt' | 'interests' | 'loaders'> {
  /** Officers see what is in preparation and waits for them: they are answered one by one. */
  viewer: { offices: readonly unknown[]; officesWaiting: readonly unknown[] } | null;
}

/** Makes the context of nobody in particular: reading there, with these interests, and with nothing kept that was read before `wroteAt`. */
export type NobodyWith = (
  reading: Reading,
  asking: Pick<RequestContext, 'interests' | 'wroteAt'> &
    Required<Pick<RequestContext, 'restsOn' | 'differs'>>,
) => Pick<RequestContext, 'db' | 'loaders'>;

/** By what a field's answer differs, by its name in the table of access. */
export type DiffersBy = (name: string) => 'viewer' | 'viewer_while_hidden' | 'interests' | null;

/** A document that passed all doors. */
export interface Known {
  /** It alone of all that were met. */
  number: number;
  times: number;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** While counts are equal for everybody. */
  open: Plan | null;
  /** While they are hidden from some. */
  hidden: Plan | null;
  byInterests: boolean;
}

export interface Made {
  /** When it was read, on the clock of `performance.now()`: its age. */
  at: number;
  /** It shows all that was written up to then. Earlier than `at` where it is made of what was kept before. */
  shows: number;
  page: SharedPage | null;
}

/** A question with its variables, and the page that is kept for it. */
export interface Asked {
  key: string;
  known: Known;
  variables: Variables;
  interests: readonly string[];
  lastAt: number;
  kept: Made | null;
  making: (Omit<Made, 'page'> & { done: Promise<SharedPage | null> }) | null;
  /** The one after it, for those who wrote up to `since`. */
  next: { since: number; done: Promise<SharedPage | null> } | null;
  /** Whether counts were hidden from some when it was made last. */
  isHidden: boolean;
}
