import {
  type Breadth,
  type Cells,
  type Geography,
  measureBreadth,
  type Rules,
} from '@clarion/deliberation';
import type { LiveCount } from './counted-order.queries.js';

/** Proposals that are kept, of all consultations: about 30 MB. */
const MOST_KEPT = 100_000;

const COLUMNS = [
  'clps',
  'clpsCounted',
  'clpsCarried',
  'regionsCounted',
  'regionsCarried',
] as const satisfies readonly (keyof Breadth)[];

/** What a proposal's counts by CLP say, as long as the version of these counts is this one. */
interface Measured {
  version: string;
  /** In the order of `COLUMNS`. */
  numbers: readonly number[];
}

/** By the id of a proposal. Never changed: whoever reads meanwhile goes on with what they had. */
type Kept = ReadonlyMap<string, Measured>;

interface Asked {
  consultationId: string;
  rules: Pick<Rules, 'clpFloorForBreadth'>;
}

const keyOf = ({ consultationId, rules }: Asked) => `${consultationId} ${rules.clpFloorForBreadth}`;

/** The id of a CLP in its 16 bytes, then three numbers of four bytes. */
const ID_BYTES = 16;
const NUMBER_BYTES = 4;
const CELL_BYTES = ID_BYTES + 3 * NUMBER_BYTES;

const NONE: Kept = new Map();
const NO_CELLS = Buffer.alloc(0);

const bytesOfId = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1');

/** Where the CLPs lie, and which is which in bytes. */
function placesOf({ regionOfClp, regionCount }: LiveCount) {
  const clps = Object.entries(regionOfClp ?? {});
  const geography: Geography = {
    regionOfClp: Int32Array.from(clps, ([, region]) => region),
    regionCount,
  };
  return { geography, placeOf: new Map(clps.map(([id], place) => [bytesOfId(id), place])) };
}

function cellsIn(bytes: Buffer, placeOf: ReadonlyMap<string, number>): Cells {
  const size = bytes.length / CELL_BYTES;
  const column = (nth: number) =>
    Uint32Array.from({ length: size }, (_, cell) =>
      bytes.readInt32BE(cell * CELL_BYTES + ID_BYTES + nth * NUMBER_BYTES),
    );
  const placeAt = (cell: number) => {
    const at = cell * CELL_BYTES;
    const place = placeOf.get(bytes.toString('latin1', at, at + ID_BYTES));
    if (place === undefined) throw new Error('Votes were counted in a CLP that is not there.');
    return place;
  };
  return {
    proposal: new Uint32Array(size),
    clp: Uint32Array.from({ length: size }, (_, cell) => placeAt(cell)),
    agree: column(0),
    disagree: column(1),
    pass: column(2),
  };
}

/** What rows say anew, and of those whose counts by CLP are the same what was kept. */
function measured(rows: readonly LiveCount[], before: Kept, floor: number): Kept {
  const [first] = rows;
  if (!first) return before;
  const { geography, placeOf } = placesOf(first);
  const now = new Map<string, Measured>();
  for (const { id, version, cells } of rows) {
    const same = before.get(id);
    if (version === null) continue;
    if (same?.version === version) now.set(id, same);
    else {
      const found = measureBreadth(cellsIn(cells ?? NO_CELLS, placeOf), 1, geography, floor);
      now.set(id, { version, numbers: COLUMNS.map((column) => found[column][0] ?? 0) });
    }
  }
  return now;
}

function breadthOf(rows: readonly LiveCount[], kept: Kept): Breadth {
  const column = (nth: number) =>
    Uint32Array.from(rows, ({ id }) => kept.get(id)?.numbers[nth] ?? 0);
  return {
    clps: column(0),
    clpsCounted: column(1),
    clpsCarried: column(2),
    regionsCounted: column(3),
    regionsCarried: column(4),
  };
}

/** How far the proposals of live orders carry: what is known before they are read, and what the rows say. */
export interface ReadingBreadth {
  /** Proposals with the versions of the counts by CLP that need not be read again. */
  known: { ids: string[]; versions: string[] };
  of: (ask: Asked, rows: readonly LiveCount[]) => Breadth;
}

/**
 * How far proposals carry, kept until their counts are others. In a large consultation there are more counts
 * by CLP than can be read each second, but few change in one; to read them all took so long that an order
 * was too old to be kept when it was made.
 */
export class KeptBreadth {
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  reading(asked: readonly Asked[]): ReadingBreadth {
    const before = new Map(asked.map((ask) => [keyOf(ask), this.kept.get(keyOf(ask)) ?? NONE]));
    const known = [...before.values()].flatMap((kept) => [...kept]);
    return {
      known: {
        ids: known.map(([id]) => id),
        versions: known.map(([, { version }]) => version),
      },
      of: (ask, rows) => {
        const key = keyOf(ask);
        const now = measured(rows, before.get(key) ?? NONE, ask.rules.clpFloorForBreadth);
        this.keep(key, now);
        return breadthOf(rows, now);
      },
    };
  }

  forget(): void {
    this.kept.clear();
    this.size = 0;
  }

  private keep(key: string, now: Kept): void {
    this.drop(key);
    this.kept.set(key, now);
    this.size += now.size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= MOST_KEPT || oldest === key) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.size -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
