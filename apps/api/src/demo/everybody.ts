import { CAST, SOCIETY_OFFICERS, STAFF } from './cast.js';
import { crowd, walkOns } from './people.js';

export const WALK_ONS = 120;
export const CROWD = 1200;

/** The keys of all who are on the roll of a demonstration. */
export const everybody = (): string[] =>
  [...CAST, ...SOCIETY_OFFICERS, ...STAFF, ...walkOns(WALK_ONS), ...crowd(CROWD)].map(
    ({ key }) => key,
  );
