/** What became of everything received, as counts. */
export interface Received {
  received: number;
  published: number;
  merged: number;
  withdrawn: number;
  notTakenForward: number;
  waiting: number;
  /** Hidden by a moderator: its place, its reason and its votes are kept. */
  hidden: number;
}

export interface Account extends Received {
  /** Received less all the rest: 0 when nothing is lost; below 0 when something was never recorded as received. */
  unaccounted: number;
}

/** Balances the public count: received = published + merged + withdrawn + not taken forward + waiting + hidden. */
export function account(counts: Received): Account {
  const { received, published, merged, withdrawn, notTakenForward, waiting, hidden } = counts;
  const placed = published + merged + withdrawn + notTakenForward + waiting + hidden;
  return { ...counts, unaccounted: received - placed };
}

/** The sum of several counts, balanced. */
export function accountTogether(lines: readonly Received[]): Account {
  const total: Received = {
    received: 0,
    published: 0,
    merged: 0,
    withdrawn: 0,
    notTakenForward: 0,
    waiting: 0,
    hidden: 0,
  };
  const keys = Object.keys(total) as (keyof Received)[];
  for (const line of lines) for (const key of keys) total[key] += line[key];
  return account(total);
}
