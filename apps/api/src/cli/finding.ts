import type { Opened } from '../database/open.js';

/** What the doctor says of one thing. */
export interface Finding {
  /** What was found in order. */
  saying: string;
  /** What is wrong; none when all is well. */
  fault?: string | undefined;
  /** What the operator can do. */
  remedy?: string;
}

export type Check = (opened: Opened) => Promise<Finding>;
