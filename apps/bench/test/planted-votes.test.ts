import { opinionGroups } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import { besidePlanted } from '../src/groups/best-guess.js';
import { plantVotes, votesAt, withoutNew } from '../src/groups/planted-votes.js';

const SHAPE = { people: 20_000, statements: 1_000, votes: 1_200_000, groups: 2, seed: 'shapes' };
const planted = plantVotes(SHAPE);
const { votes, people, statements, group } = planted;

function countsOf(of: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const entry of of) counts[entry] = (counts[entry] as number) + 1;
  return counts;
}

describe('generated votes', () => {
  test('come to the total that was asked for', () => {
    expect(Math.abs(votes.person.length - SHAPE.votes)).toBeLessThan(SHAPE.votes / 1_000);
  });

  test('are as many a voter as in real deliberations, stretched alike for all', () => {
    const cast = countsOf(votes.person, people).sort();
    const at = (part: number) => cast[Math.floor(part * people)] as number;
    const stretch = at(0.5) / 27;
    for (const [part, real] of [
      [0.25, 5],
      [0.75, 66],
      [0.9, 134],
      [0.99, 455],
    ] as const) {
      expect(Math.abs(at(part) / (real * stretch) - 1)).toBeLessThan(0.06);
    }
    expect(at(0)).toBe(1);
  });

  test('agree in 54 of a hundred, disagree in 20 and pass in 26, within three', () => {
    const share = (choice: number) =>
      votes.choice.filter((entry) => entry === choice).length / votes.choice.length;
    expect(Math.abs(share(1) - 0.54)).toBeLessThan(0.03);
    expect(Math.abs(share(-1) - 0.2)).toBeLessThan(0.03);
    expect(Math.abs(share(0) - 0.26)).toBeLessThan(0.03);
  });

  test('are sorted by person, who never votes twice on a statement', () => {
    const { person, statement } = votes;
    const isSorted = person.every((p, i) => i === 0 || p >= (person[i - 1] as number));
    expect(isSorted).toBe(true);
    const seen = new Uint8Array(people * statements);
    person.forEach((p, i) => {
      seen[p * statements + (statement[i] as number)] = 1;
    });
    expect(seen.reduce((sum, mark) => sum + mark, 0)).toBe(person.length);
  });

  test('are the same for the same seed, and others for another', () => {
    const small = { ...SHAPE, people: 500, votes: 5_000 };
    expect(plantVotes(small)).toEqual(plantVotes(small));
    expect(plantVotes({ ...small, seed: 'another' }).votes).not.toEqual(plantVotes(small).votes);
  });

  test('have a minority of 14 to 28 % whatever the number of groups', () => {
    for (const groups of [2, 3, 4, 5]) {
      const { group: drawn } = plantVotes({ ...SHAPE, people: 4_000, groups, votes: 12_000 });
      const sizes = countsOf(Uint32Array.from(drawn), groups);
      const least = Math.min(...sizes) / drawn.length;
      expect(sizes.length).toBe(groups);
      expect(least).toBeGreaterThan(0.13);
      expect(least).toBeLessThan(0.29);
    }
  });

  test('say enough about people for their group to be found nearly as well as by somebody who knows the groups', () => {
    const found = opinionGroups({ votes, people, statements }, { seed: 'test' });
    const beside = besidePlanted(planted, found.group);
    expect(found.k).toBe(2);
    expect(beside.found).toBeGreaterThan(0.7);
    expect(beside.found).toBeGreaterThan((beside.best ?? 1) - 0.05);
    expect(group.length).toBe(people);
  });

  test('lose one in a hundred when that many are taken as new', () => {
    const old = withoutNew(votes, 0.01, 'new');
    const lost = 1 - old.person.length / votes.person.length;
    expect(Math.abs(lost - 0.01)).toBeLessThan(0.001);
    expect(old.choice.length).toBe(old.person.length);
  });
});

test('A voter half-way up casts 27 votes, one in ten a single one', () => {
  expect([0.05, 0.25, 0.5, 0.9].map(votesAt).map(Math.round)).toEqual([1, 5, 27, 134]);
});
