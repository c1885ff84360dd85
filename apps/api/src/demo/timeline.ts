import type { Refusal } from '@clarion/deliberation';
import { isRefusal } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../accounts/acting.js';
import { viewerById } from '../accounts/session.service.js';
import type { Viewer } from '../accounts/viewer.js';
import type { Keyring } from '../keyring/keyring.js';
import { memberId } from './ids.js';
import type { Day } from './script.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Something that somebody does on a day of the demo. */
export interface Happening {
  day: Day;
  /** Who acts: their key in the cast, or of a walk-on. */
  who: string;
  act: (acting: Acting) => Promise<unknown>;
}

export interface Stage {
  tx: EntityManager;
  keys: Keyring;
  /** The day the demo is loaded: day 0. */
  today: Date;
}

/** The moment of a day of the script. */
export const momentOf = (today: Date, day: Day): Date => new Date(today.getTime() + day * DAY_MS);

/** Throws what a person would have been told: the script of the demo is wrong. */
export function must<T>(result: T | Refusal, doing: string): T {
  if (isRefusal(result)) throw new Error(`the demo cannot ${doing}: ${result.message}`);
  return result;
}

/** Plays happenings in the order of their days, each by its person at its moment, through the same services as a request. */
export async function play(
  { tx, keys, today }: Stage,
  happenings: readonly Happening[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const viewers = new Map<string, Viewer>();
  const ordered = [...happenings].sort((one, other) => one.day - other.day);
  for (const [index, { day, who, act }] of ordered.entries()) {
    const viewer = viewers.get(who) ?? (await viewerById(tx, memberId(who), today));
    if (!viewer) throw new Error(`the demo has nobody called ${who}`);
    viewers.set(who, viewer);
    await act({ tx, viewer, at: momentOf(today, day), keys });
    onProgress(index + 1, ordered.length);
  }
}
