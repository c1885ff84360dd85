import { type OpinionVotes, seeded } from '@clarion/deliberation';
import { beta, normal } from './draws.js';

/** What a generated deliberation is like. */
export interface Shape {
  people: number;
  statements: number;
  /** About how many votes there are in all. */
  votes: number;
  /** How many groups of opinion people are in, 2 to 5. */
  groups: number;
  seed: string;
}

export interface PlantedVotes {
  votes: OpinionVotes;
  people: number;
  statements: number;
  /** The group that each person's votes were drawn from, of how many. */
  group: Int8Array;
  groups: number;
  /** The chance of disagree, pass and agree: statement × group × 3. */
  chances: Float64Array;
}

/** Votes per active voter in 17 real deliberations: share of the voters, and up to how many votes. */
const VOTES_PER_VOTER: readonly (readonly [number, number])[] = [
  [0, 1],
  [0.1, 1],
  [0.25, 5],
  [0.5, 27],
  [0.75, 66],
  [0.9, 134],
  [0.99, 455],
  [1, 900],
];

/** Shares of the groups, by how many there are; the smallest has 14 to 28 % as in real ones. */
const SHARES: Record<number, readonly number[]> = {
  2: [0.76, 0.24],
  3: [0.46, 0.32, 0.22],
  4: [0.35, 0.26, 0.21, 0.18],
  5: [0.26, 0.22, 0.2, 0.17, 0.15],
};

type Place = readonly [x: number, y: number];

/** How far people stand from their group's place; two groups differ within themselves as well. */
const WITHIN = 0.25;
const ACROSS = 0.4;

/** Places of the groups on the map of opinions, by how many there are. */
const PLACES: Record<number, readonly Place[]> = {
  2: [
    [-1, 0],
    [1, 0],
  ],
  3: [
    [-1, -0.6],
    [1, -0.6],
    [0, 1.1],
  ],
  4: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  5: [
    [0, 1],
    [0.95, 0.31],
    [0.59, -0.81],
    [-0.59, -0.81],
    [-0.95, 0.31],
  ],
};

/** The least votes of the share `part` of all voters, between the known points by ratio. */
export function votesAt(part: number): number {
  const next = Math.max(
    1,
    VOTES_PER_VOTER.findIndex(([share]) => share >= part),
  );
  const [from, low] = VOTES_PER_VOTER[next - 1] as readonly [number, number];
  const [to, high] = VOTES_PER_VOTER[next] as readonly [number, number];
  return low * (high / low) ** ((part - from) / (to - from));
}

function shuffle(entries: Uint32Array, random: () => number): void {
  for (let i = entries.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const entry = entries[i] as number;
    entries[i] = entries[j] as number;
    entries[j] = entry;
  }
}

/** How many votes each person casts: the real spread, stretched by one factor to come to the total. */
function votesOfEach({ people, statements, votes }: Shape, random: () => number): Uint32Array {
  const real = Float64Array.from({ length: people }, (_, i) => votesAt((i + 0.5) / people));
  const cast = new Uint32Array(people);
  const stretched = (factor: number) => {
    let total = 0;
    for (let i = 0; i < people; i++) {
      const count = Math.max(1, Math.min(statements, Math.round((real[i] as number) * factor)));
      cast[i] = count;
      total += count;
    }
    return total;
  };
  let [low, high] = [0, statements];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (stretched(middle) < votes) low = middle;
    else high = middle;
  }
  stretched(high);
  shuffle(cast, random);
  return cast;
}

/** How statements are answered: agree is `base` + `alongX` × x + `alongY` × y of a person's place. */
interface Statements {
  base: Float64Array;
  alongX: Float64Array;
  alongY: Float64Array;
  pass: Float64Array;
}

/**
 * Over all people a statement's A / (A + D) and passes are those of real ones. Groups lean away from it
 * along a direction of the statement's own, as far as its strength and the bounds of 0 and 1 let them.
 */
function drawStatements({ statements, groups }: Shape, random: () => number): Statements {
  const shares = SHARES[groups] as readonly number[];
  const places = PLACES[groups] as readonly Place[];
  const column = () => new Float64Array(statements);
  const drawn = { base: column(), alongX: column(), alongY: column(), pass: column() };
  for (let s = 0; s < statements; s++) {
    const agree = beta(2.53, 0.985, random);
    const angle = 2 * Math.PI * random();
    const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
    const leans = places.map(([x, y]) => x * alongX + y * alongY);
    const mean = leans.reduce((sum, lean, g) => sum + lean * (shares[g] as number), 0);
    const above = (1 - agree) / (Math.max(...leans) - mean);
    const below = agree / (mean - Math.min(...leans));
    const reach = Math.min(above, below) * Math.sqrt(random());
    drawn.base[s] = agree - mean * reach;
    drawn.alongX[s] = alongX * reach;
    drawn.alongY[s] = alongY * reach;
    drawn.pass[s] = beta(2.14, 6.02, random);
  }
  return drawn;
}

/** How somebody in the middle of each group answers each statement. */
function chancesOf({ base, alongX, alongY, pass }: Statements, groups: number): Float64Array {
  const places = PLACES[groups] as readonly Place[];
  const chances = new Float64Array(base.length * groups * 3);
  base.forEach((start, s) => {
    places.forEach(([x, y], g) => {
      const agree = start + (alongX[s] as number) * x + (alongY[s] as number) * y;
      const passes = pass[s] as number;
      const at = (s * groups + g) * 3;
      chances.set([(1 - passes) * (1 - agree), passes, (1 - passes) * agree], at);
    });
  });
  return chances;
}

/** Votes with the shapes of real deliberations, of people in planted groups; the same for the same seed. */
export function plantVotes(shape: Shape): PlantedVotes {
  const { people, statements, groups, seed } = shape;
  const shares = SHARES[groups];
  const places = PLACES[groups];
  if (!shares || !places) throw new RangeError('There are two to five groups.');
  const random = seeded(seed);
  const cast = votesOfEach(shape, random);
  const drawn = drawStatements(shape, random);
  const { base, alongX, alongY, pass } = drawn;
  const total = cast.reduce((sum, count) => sum + count, 0);
  const person = new Uint32Array(total);
  const statement = new Uint32Array(total);
  const choice = new Int8Array(total);
  const group = new Int8Array(people);
  // A person's statements are the first entries of an order that is shuffled on, entry by entry.
  const order = Uint32Array.from({ length: statements }, (_, s) => s);
  let at = 0;
  for (let p = 0; p < people; p++) {
    const g = groupFor(random(), shares);
    const [groupX, groupY] = places[g] as Place;
    const x = groupX + WITHIN * normal(random);
    const y = groupY + (groups === 2 ? ACROSS : WITHIN) * normal(random);
    group[p] = g;
    const count = cast[p] as number;
    for (let i = 0; i < count; i++, at++) {
      const j = i + Math.floor(random() * (statements - i));
      const s = order[j] as number;
      order[j] = order[i] as number;
      order[i] = s;
      person[at] = p;
      statement[at] = s;
      if (random() < (pass[s] as number)) continue;
      const agree = (base[s] as number) + (alongX[s] as number) * x + (alongY[s] as number) * y;
      choice[at] = random() < agree ? 1 : -1;
    }
  }
  const votes = { person, statement, choice };
  return { votes, people, statements, group, groups, chances: chancesOf(drawn, groups) };
}

function groupFor(drawn: number, shares: readonly number[]): number {
  let left = drawn;
  for (let g = 0; g < shares.length - 1; g++) {
    left -= shares[g] as number;
    if (left < 0) return g;
  }
  return shares.length - 1;
}

/** The votes that are left when each is taken as new with the chance `share`. */
export function withoutNew(
  { person, statement, choice }: OpinionVotes,
  share: number,
  seed: string,
) {
  const random = seeded(`${seed}/new`);
  const old = Uint8Array.from(person, () => (random() < share ? 0 : 1));
  const isOld = (_entry: number, i: number) => old[i] === 1;
  return {
    person: person.filter(isOld),
    statement: statement.filter(isOld),
    choice: choice.filter(isOld),
  };
}
