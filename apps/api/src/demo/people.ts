import { type Standing, seeded } from '@clarion/deliberation';
import { CLPS, type ClpKey, INTERESTS, type InterestKey } from './bodies.js';
import { NAME_POOLS, type NamePool } from './names.js';

/** Somebody in the demo beside the cast: a walk-on who writes, or a simulated member who votes. */
export interface ExtraPerson {
  key: string;
  name: string;
  clp: ClpKey;
  standing: Standing;
  interests: InterestKey[];
  /** Days before the demo is loaded. */
  joined: number;
}

/** Walk-ons whose words speak of a place. */
const AT_HOME: Record<number, ClpKey> = {
  3: 'bristol-east',
  8: 'norwich-south',
  12: 'hastings-and-rye',
  14: 'salford',
  25: 'camberwell-and-peckham',
  36: 'hastings-and-rye',
  38: 'newcastle-central',
  40: 'paisley',
  41: 'great-grimsby',
  48: 'plymouth-moor-view',
  51: 'norwich-south',
  55: 'camberwell-and-peckham',
  63: 'bradford-west',
  72: 'birmingham-ladywood',
  74: 'paisley',
  95: 'norwich-south',
};
const OLDEST_DAYS = 9000;
const NEWEST_DAYS = 240;

function weighted(pools: readonly NamePool[], at: number): NamePool {
  let rest = at * pools.reduce((sum, pool) => sum + pool.weight, 0);
  for (const pool of pools) {
    rest -= pool.weight;
    if (rest < 0) return pool;
  }
  return pools[0] as NamePool;
}

const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T;

function person(key: string, clp: ClpKey | null, random: () => number): ExtraPerson {
  const pool = weighted(NAME_POOLS, random());
  const family = random() < 7 / 8 ? pool : weighted(NAME_POOLS, random());
  const isSupporter = random() < 0.06;
  return {
    key,
    name: `${pick(pool.given, random())} ${pick(family.surnames, random())}`,
    clp: clp ?? pick(CLPS, random()).key,
    standing: isSupporter ? 'affiliated_supporter' : 'member',
    interests: INTERESTS.filter(() => random() < 0.3).map((interest) => interest.key),
    joined: -Math.round(NEWEST_DAYS + random() * (OLDEST_DAYS - NEWEST_DAYS)),
  };
}

/** Walk-ons `member-1` … `member-count`: the same people every time. */
export function walkOns(count: number): ExtraPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const random = seeded(`walk-on ${number}`);
    return {
      ...person(`member-${number}`, AT_HOME[number] ?? null, random),
      standing: 'member' as const,
    };
  });
}

/** Simulated members who vote and write nothing. */
export function crowd(count: number): ExtraPerson[] {
  return Array.from({ length: count }, (_, index) =>
    person(`crowd-${index + 1}`, null, seeded(`crowd ${index + 1}`)),
  );
}
