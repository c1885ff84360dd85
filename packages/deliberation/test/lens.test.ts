import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_SECRET_BALLOTS } from '../src/ballots-due.js';
import { breadthScore, measureBreadth } from '../src/lens/breadth.js';
import { type LensFacts, refuseLens } from '../src/lens/lens-refusal.js';
import { LENS_IDS, LENSES, lensOf } from '../src/lens/lenses.js';
import { describeStandIn, orderingLens, sayStandIn } from '../src/lens/ordering-lens.js';
import { wilsonLower, wilsonUpper } from '../src/lens/support.js';

const votes = () => fc.nat({ max: 1_000_000 });

describe('support@1', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Stat. Med. 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i has the interval that Newcombe published', (agree, n, low, high) => {
    expect(wilsonLower(agree, n - agree)).toBeCloseTo(low, 4);
    expect(wilsonUpper(agree, n - agree)).toBeCloseTo(high, 4);
  });

  test('Nobody chose: 0, and anything up to 1', () => {
    expect(wilsonLower(0, 0)).toBe(0);
    expect(wilsonUpper(0, 0)).toBe(1);
  });

  test('It lies in [0, 1], below the share and below the upper bound', () => {
    fc.assert(
      fc.property(votes(), votes(), (agree, disagree) => {
        const low = wilsonLower(agree, disagree);
        const high = wilsonUpper(agree, disagree);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (agree + disagree === 0) return;
        const share = agree / (agree + disagree);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });

  test('One more agree never lowers it and one more disagree never raises it', () => {
    fc.assert(
      fc.property(votes(), votes(), (agree, disagree) => {
        const here = wilsonLower(agree, disagree);
        expect(wilsonLower(agree + 1, disagree)).toBeGreaterThan(here);
        expect(wilsonLower(agree, disagree + 1)).toBeLessThanOrEqual(here);
      }),
    );
  });
});

describe('breadth@1', () => {
  test('It is the mean of the share of regions and the share of CLPs', () => {
    expect(breadthScore(9, 11, 3, 4)).toBeCloseTo((9 / 11 + 3 / 4) / 2, 12);
    expect(breadthScore(9, 11, 0, 0)).toBeCloseTo(9 / 11, 12);
    expect(breadthScore(0, 0, 3, 4)).toBe(0.75);
    expect(breadthScore(0, 0, 0, 0)).toBe(0);
  });

  test('A cell that names no proposal or no CLP is a fault', () => {
    const one = (proposal: number, clp: number) => ({
      proposal: Uint32Array.of(proposal),
      clp: Uint32Array.of(clp),
      agree: Uint32Array.of(1),
      disagree: Uint32Array.of(0),
      pass: Uint32Array.of(0),
    });
    const map = { regionOfClp: Int32Array.of(0), regionCount: 1 };
    expect(() => measureBreadth(one(1, 0), 1, map, 10)).toThrow('Cell 0 names no proposal');
    expect(() => measureBreadth(one(0, 1), 1, map, 10)).toThrow('Cell 0 names no CLP');
    expect(() => measureBreadth({ ...one(0, 0), pass: new Uint32Array(2) }, 1, map, 10)).toThrow(
      'differ in length',
    );
  });

  test('Nine voters in a CLP move nothing, the tenth does', () => {
    const clp = (agree: number) =>
      measureBreadth(
        {
          proposal: Uint32Array.of(0),
          clp: Uint32Array.of(0),
          agree: Uint32Array.of(agree),
          disagree: Uint32Array.of(0),
          pass: Uint32Array.of(0),
        },
        1,
        { regionOfClp: Int32Array.of(0), regionCount: 1 },
        10,
      );
    expect([clp(9).clpsCarried[0], clp(9).regionsCarried[0]]).toEqual([0, 0]);
    expect([clp(10).clpsCarried[0], clp(10).regionsCarried[0]]).toEqual([1, 1]);
  });
});

describe('the lens whose order counts', () => {
  const rules = (officialLens: (typeof LENS_IDS)[number], priorityBallotSize = 5) => ({
    officialLens,
    priorityBallotSize,
  });

  test.each([
    ['support@1', 0, 0, 'support@1'],
    ['breadth@1', 0, 0, 'breadth@1'],
    ['common-ground@1', 0, 900, 'support@1'],
    ['common-ground@1', 1, 900, 'support@1'],
    ['common-ground@1', 2, 0, 'common-ground@1'],
    ['priorities@1', 5, 0, 'support@1'],
    ['priorities@1', 5, 9, 'support@1'],
    ['priorities@1', 0, 10, 'priorities@1'],
  ] as const)(
    'officially %s, with %i groups and %i ballots: %s',
    (official, groups, ballots, due) => {
      expect(orderingLens(rules(official), { groups, ballots })).toBe(due);
    },
  );

  test('It can always be shown, and says so where it is not the official one', () => {
    const facts = fc.record({ groups: fc.nat({ max: 5 }), ballots: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...LENS_IDS),
        fc.nat({ max: 5 }),
        facts,
        (official, size, found) => {
          const given = rules(official, size);
          const lens = orderingLens(given, found);
          expect(refuseLens(lens, { rules: given, ...found })).toBeNull();
          const isOfficial = refuseLens(official, { rules: given, ...found }) === null;
          expect(lens === official).toBe(isOfficial);
          expect(sayStandIn(lens, given) === null).toBe(isOfficial);
        },
      ),
    );
  });

  test('What stands in is told in words, beforehand and beside the order', () => {
    expect(describeStandIn(rules('priorities@1'))).toBe(
      'Until 10 people have chosen what matters most, rounds and answers go by support: “How many agree?”',
    );
    expect(describeStandIn(rules('breadth@1'))).toBeNull();
    expect(sayStandIn('support@1', rules('common-ground@1'))).toBe(
      'Ordered by support: the official question, “Do people who usually differ agree on it?”, can be answered once two opinion groups are told apart.',
    );
  });
});

describe('the table of lenses', () => {
  const rules = { officialLens: 'priorities@1', priorityBallotSize: 5 } as const;
  const facts: LensFacts = { rules, groups: 2, ballots: 10 };
  const shown = (given: Partial<LensFacts>) =>
    LENS_IDS.filter((id) => refuseLens(id, { ...facts, ...given }) === null);

  test('Four lenses in order', () => {
    expect(LENSES.map(({ id }) => id)).toEqual([...LENS_IDS]);
    expect(lensOf('breadth@1').question).toBe('Is it carried across the country?');
    expect(() => lensOf('popularity')).toThrow('There is no lens called popularity.');
  });

  test('Common ground takes two groups, priorities ten ballots, and each says what is missing', () => {
    expect(shown({})).toEqual([...LENS_IDS]);
    expect(shown({ groups: 1 })).toEqual(['support@1', 'breadth@1', 'priorities@1']);
    expect(shown({ ballots: 9 })).toEqual(['support@1', 'common-ground@1', 'breadth@1']);
    expect(shown({ rules: { ...rules, priorityBallotSize: 0 } })).not.toContain('priorities@1');
    expect(refuseLens('priorities@1', { ...facts, ballots: 9 })).toEqual({
      reason: 'lens_not_available',
      message: 'This order begins once 10 people have chosen what matters most.',
      field: null,
    });
  });

  test('Where the ballots are secret priorities take thirty, or as many as a round of before says', () => {
    const secret = { ...facts, rules: { ...rules, officialLens: 'support@1' as const } };
    const refused = (ballots: number, fewestSecretBallots?: number) =>
      refuseLens('priorities@1', { ...secret, ballots, fewestSecretBallots })?.message;
    expect(refused(FEWEST_SECRET_BALLOTS - 1)).toBe(
      'This order begins once the choices of 30 people are counted: of fewer it would tell which choices go together.',
    );
    expect(refused(FEWEST_SECRET_BALLOTS)).toBeUndefined();
    expect(refused(10, 10)).toBeUndefined();
  });
});
