import type { Measured } from '../turns.js';
import type { Who } from './floor-statements.js';
import type { PageSample } from './page-turn.js';
import type { PageName } from './pages.js';

/** All subjects on one page, with so many asking at once. */
export interface Crowded {
  page: PageName;
  who: Who;
  atOnce: number;
  measured: Measured<PageSample>[];
}

export interface PageCounted {
  page: PageName;
  /** Of one page for somebody who is signed in, the session's among them. */
  statements: number;
  /** Bytes of a reply, by subject. */
  bytes: Readonly<Record<string, number>>;
}
