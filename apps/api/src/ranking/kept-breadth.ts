import {
  type Breadth,
  type Cells,
  type Geography,
  measureBreadth,
  type Rules,
} from '@clarion/deliberation';
import { gather } from '../graphql/loader.js';
import type { CellsRow, KnownVersions, LiveCount } from './counted-order.queries.js';

/** Proposals that are kept, of all consultations: about 30 MB. */
const MOST_KEPT = 100_000;
/**
 * Proposals whose counts by CLP are read at once: with 650 CLPs 0.14 s of Postgres and 0.07 s here, so that
 * nothing comes near the two seconds of a statement on a machine that is ten times as slow.
 */
const MOST_AT_ONCE = 200;

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

const bytesOfId = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('latin1');

/** Where the CLPs lie, and which is which in bytes. */
function placesOf({ regionOfClp, regionCount }: CellsRow) {
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

/** A consultation of which it is asked how far its proposals carry, and what is known of them. */
interface Wanted extends Asked {
  measured: Map<string, Measured>;
}

/** By `keyOf`. */
type AllWanted = ReadonlyMap<string, Wanted>;

const withRows = <Row extends CellsRow>(rows: readonly Row[], wanted: AllWanted) => {
  const found = gather(rows, ({ consultationId }) => consultationId);
  return [...wanted.values()].map((each) => ({
    ...each,
    own: found.get(each.consultationId) ?? [],
  }));
};

/** Adds what rows of one reading say anew of how far proposals carry. */
function take(rows: readonly CellsRow[], wanted: AllWanted): void {
  const map = rows.find(({ regionOfClp }) => regionOfClp !== null);
  if (!map) return;
  const { geography, placeOf } = placesOf(map);
  for (const { own, rules, measured } of withRows(rows, wanted)) {
    for (const { id, version, cells } of own) {
      if (version === null || cells === null || measured.get(id)?.version === version) continue;
      const floor = rules.clpFloorForBreadth;
      const found = measureBreadth(cellsIn(cells, placeOf), 1, geography, floor);
      measured.set(id, { version, numbers: COLUMNS.map((column) => found[column][0] ?? 0) });
    }
  }
}

/** Proposals with counts by CLP that are not known yet. */
function unreadIn(rows: readonly CellsRow[], wanted: AllWanted): string[] {
  const ids = withRows(rows, wanted).flatMap(({ own, measured }) =>
    own.flatMap(({ id, version }) =>
      version === null || measured.get(id)?.version === version ? [] : [id],
    ),
  );
  return [...new Set(ids)];
}

function versionsIn(wanted: AllWanted): KnownVersions {
  const known = [...wanted.values()].flatMap(({ measured }) => [...measured]);
  return { ids: known.map(([id]) => id), versions: known.map(([, { version }]) => version) };
}

function breadthOf(rows: readonly LiveCount[], kept: Kept = NONE): Breadth {
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

/** Where the counts of live orders are read. */
export interface CountsSource {
  /** Of all proposals, with the counts by CLP of so many at most, and of none that is known. */
  all: (known: KnownVersions, most: number) => Promise<LiveCount[]>;
  /** The counts by CLP of these. */
  cells: (ids: readonly string[]) => Promise<CellsRow[]>;
}

/** What was read of live orders, and how far the proposals in rows of it carry. */
export interface ReadBreadth {
  rows: LiveCount[];
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

  constructor(private readonly mostAtOnce = MOST_AT_ONCE) {}

  /**
   * Reads counts, so many by CLP at once, until all are known that the last reading rests on: what is
   * answered is of one moment. Each time more is read at once, so that it ends however fast votes come.
   */
  async read(asked: readonly Asked[], source: CountsSource): Promise<ReadBreadth> {
    const wanted: AllWanted = new Map(
      asked.map((ask) => {
        const key = keyOf(ask);
        return [key, { ...ask, measured: new Map(this.kept.get(key)) }];
      }),
    );
    try {
      for (let most = this.mostAtOnce; ; most *= 2) {
        const rows = await source.all(versionsIn(wanted), most);
        take(rows, wanted);
        const unread = unreadIn(rows, wanted);
        if (unread.length === 0) {
          return { rows, of: (ask, own) => breadthOf(own, wanted.get(keyOf(ask))?.measured) };
        }
        for (let from = 0; from < unread.length; from += this.mostAtOnce) {
          take(await source.cells(unread.slice(from, from + this.mostAtOnce)), wanted);
        }
      }
    } finally {
      // Also where a statement failed: whoever asks next goes on from here.
      for (const [key, { measured }] of wanted) this.keep(key, measured);
    }
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
