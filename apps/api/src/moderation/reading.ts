import {
  moderates,
  moderatesEverywhere,
  officesFor,
  refuseReadingSealed,
  ukDay,
} from '@clarion/deliberation';
import type { Context } from '../accounts/context.js';
import type { Viewer } from '../accounts/viewer.js';
import { load } from '../graphql/loader.js';
import * as words from './hidden-words.queries.js';
import { moderatorOf } from './moderating.js';
import * as acts from './moderation-act.queries.js';
import * as seals from './seal.queries.js';
import * as things from './thing.queries.js';

/** A contribution as moderating it asks, loaded together with the others of the page. */
export const thingById = (context: Context, id: string) =>
  load(context, 'moderated things', id, (ids) =>
    things.byIds(context.db, ids, context.viewer?.id ?? null),
  );

/** An act by id. */
export const actById = (context: Context, id: string) =>
  load(context, 'moderation acts', id, (ids) => acts.byIds(context.db, ids));

/** The seal on something, loaded together with the others of the page; null where there is none. */
export const sealOn = (context: Context, id: string) =>
  load(context, 'seals', id, (ids) => seals.byIds(context.db, ids));

/** A seal as a viewer finds it: whether they may read what is under it. */
export async function sealFor(context: Context, id: string) {
  const seal = await sealOn(context, id);
  if (!seal) return null;
  const { viewer, now } = context;
  const thing = viewer && isModerator(viewer, now) ? await thingById(context, id) : null;
  const refused =
    viewer && thing
      ? refuseReadingSealed({ ...moderatorOf(viewer, thing, now), seal, reason: 'for_duty' })
      : true;
  return { ...seal, viewerMayRead: refused === null };
}

/** What people wrote, hidden or not, but for what is under seal. Whoever asks has been told apart before. */
export const wordsOf = async (context: Context, id: string) =>
  (await load(context, 'hidden words', id, (ids) => words.byIds(context.db, ids)))?.words ?? null;

/** Whether somebody moderates anywhere today. */
export const isModerator = (viewer: Viewer | null, now: Date): boolean =>
  officesFor(viewer?.offices ?? [], 'moderate', ukDay(now)).length > 0;

/** Whether the viewer moderates where a contribution stands. Asks the database only for those who moderate somewhere. */
export async function moderatesHere(context: Context, id: string): Promise<boolean> {
  const { viewer, now } = context;
  if (!viewer || !isModerator(viewer, now)) return false;
  const thing = await thingById(context, id);
  return thing !== null && moderates(viewer.offices, thing.convenedBy, ukDay(now)) !== null;
}

/** Of which bodies' consultations the viewer has the queue: null for all of them, undefined for none. */
export function bodiesOf(viewer: Viewer | null, now: Date): string[] | null | undefined {
  const on = ukDay(now);
  const offices = viewer?.offices ?? [];
  if (moderatesEverywhere(offices, on)) return null;
  const own = officesFor(offices, 'moderate', on).map((held) => held.bodyId);
  return own.length > 0 ? own : undefined;
}
