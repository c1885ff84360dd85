import { FEWEST_SECRET_BALLOTS } from '@clarion/deliberation';
import { canonicalJson, sha256Hex, toBase64 } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addToZip,
  emptied,
  type RoundFiles,
  type RoundReport,
  recountRound,
  sayDifference,
  unzipRound,
  WORDS_FILE,
  wordsFile,
  writeRound,
  zipRound,
} from '../src/round/index.js';
import { electorate, testKey } from './electorate.js';

const WITH_BALLOTS = { priorityBallotSize: 5, officialLens: 'priorities@1' as const };

const write = async (rules = {}) =>
  writeRound(electorate({ people: 300, proposals: 20, seed: 'asha', rules }), await testKey());

const known = new Map<object, ReturnType<typeof write>>();
const PLAIN = {};
/** Written once for all tests that only read it. */
function written(rules: object = PLAIN) {
  const round = known.get(rules) ?? write(rules);
  known.set(rules, round);
  return round;
}

/** Enough that CLPs are told. */
const PEOPLE = 1_200;

const textIn = (files: RoundFiles, name: string) =>
  new TextDecoder().decode(files.get(name) ?? new Uint8Array());

/** The files with one of them changed. */
function changed(files: RoundFiles, name: string, change: (text: string) => string): RoundFiles {
  const before = textIn(files, name);
  const after = change(before);
  if (after === before) throw new Error(`Nothing changed in ${name}.`);
  return new Map([...files, [name, new TextEncoder().encode(after)]]);
}

/** The files with another manifest, signed by the one who has the key. */
async function signedAnew(files: RoundFiles, change: (text: string) => string) {
  const forged = changed(files, 'manifest.json', change);
  const { sign } = await testKey();
  const signature = await sign(forged.get('manifest.json') as Uint8Array);
  return changed(forged, 'manifest.sig', () => `${toBase64(signature)}\n`);
}

const checkOf = ({ checks }: RoundReport, name: string) =>
  checks.find((check) => check.name === name);

const place = ({ firstDifference: first }: RoundReport) => first && sayDifference(first);

describe('a round', () => {
  test('verifies, and every order that it allows is recounted to the same bytes', async () => {
    const { files, rankings, manifest } = await written(WITH_BALLOTS);
    const report = await recountRound(files, { key: manifest.key });
    // None of these votes was committed to.
    const unsaid = report.checks.filter(({ ok }) => ok !== true);
    expect(unsaid.map(({ name, ok }) => [name, ok])).toEqual([['openings', null]]);
    expect(report).toMatchObject({ identical: true, firstDifference: null });
    expect(report.rankings.map(({ lens }) => lens)).toEqual([
      'support@1',
      'common-ground@1',
      'breadth@1',
      'priorities@1',
    ]);
    expect(report.rankings.map(({ ranking }) => ranking.rank)).toEqual(
      rankings.map(({ ranking }) => ranking.rank),
    );
  });

  test('has the range with a CLP of clps.csv left out, which follows from the bundle like all else', async () => {
    const { files, rankings, manifest } = await writeRound(
      electorate({ people: PEOPLE, proposals: 14, seed: 'asha', clps: 3, rules: WITH_BALLOTS }),
      await testKey(),
    );
    expect(textIn(files, 'clps.csv').trimEnd().split('\n').length).toBeGreaterThan(2);
    const report = await recountRound(files, { key: manifest.key });
    expect(rankings).toHaveLength(4);
    for (const [at, { lens, range, ranking }] of rankings.entries()) {
      const { best, worst } = range ?? {};
      expect(report.rankings[at]?.range).toEqual(range);
      if (lens === 'priorities@1') {
        expect([best, worst]).toEqual([null, null]);
        continue;
      }
      // Some proposal moves when a CLP is left out, and none is outside its own range.
      expect(best).not.toEqual(worst);
      ranking.rank.forEach((rank, place) => {
        expect(best?.[place]).toBeLessThanOrEqual(rank);
        expect(worst?.[place]).toBeGreaterThanOrEqual(rank);
      });
    }
    expect(checkOf(report, 'breadth@1')?.says).toContain('its range from clps.csv');
  });

  test('says nothing of who voted in which CLP but what its tables do', async () => {
    const base = electorate({ people: PEOPLE, proposals: 14, seed: 'asha', clps: 3 });
    /** The last sixteen live in two further CLPs of one region, too few for either to be told. */
    const living = (isInFirst: (person: number) => boolean) => ({
      ...base,
      clps: [...base.clps, { name: 'Moray', region: 2 }, { name: 'Orkney', region: 2 }],
      clpOf: base.clpOf.map((clp, person) =>
        person < PEOPLE - 16 ? clp : isInFirst(person) ? 3 : 4,
      ),
    });
    const key = await testKey();
    const { files } = await writeRound(
      living((person) => person % 2 === 0),
      key,
    );
    expect(textIn(files, 'clps.csv').split('\n').length).toBeGreaterThan(4);
    const names = ['proposals.csv', 'votes.csv', 'areas.csv', 'clps.csv'];
    let moved = 0;
    for (const divisor of [3, 5, 7, 11]) {
      const other = await writeRound(
        living((person) => person % divisor < divisor / 2),
        key,
      );
      if (names.some((name) => textIn(other.files, name) !== textIn(files, name))) continue;
      moved += 1;
      for (const name of files.keys()) {
        if (name.startsWith('rankings/')) {
          expect(textIn(other.files, name)).toBe(textIn(files, name));
        }
      }
    }
    expect(moved).toBeGreaterThan(0);
  });

  test('tells nobody from which CLP a ballot came, nor scrutineers', async () => {
    const { files, sealed } = await written(WITH_BALLOTS);
    expect(textIn(files, 'priority-ballots.csv')).toMatch(/^ballot\n(\d+( \d+)*\n)+$/);
    expect(textIn(sealed, 'priority-ballots.csv')).toBe(textIn(files, 'priority-ballots.csv'));
    const [, ...lines] = textIn(files, 'priority-ballots.csv').trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort());
  });

  test('says what it does not allow to be recounted, and counts it as not checked', async () => {
    const { files } = await written({ priorityBallotSize: 5 });
    const report = await recountRound(files);
    expect(report.identical).toBe(true);
    expect(checkOf(report, 'priorities@1')).toMatchObject({
      ok: null,
      says: expect.stringContaining('not recomputed; the ballots are for scrutineers'),
    });
    expect(files.has('priority-ballots.csv')).toBe(false);
    // With exact loads anyone could work out how many chose two proposals together.
    expect(textIn(files, 'rankings/priorities@1.csv')).toMatch(/^.*,why\n/);
    const without = await recountRound((await written()).files);
    expect(checkOf(without, 'priorities@1')?.says).toMatch(/^not published: The rules/);
  });

  test('stays what it was, byte for byte, when words are taken away, and says whose and why', async () => {
    const { files, words, manifest } = await written();
    const gone = words.map((row) => {
      if (row.number === 3) return emptied(3, 'hidden');
      return row.number === 7 ? emptied(7, 'erased') : row;
    });
    const left = new Map([...files, [WORDS_FILE, wordsFile(gone)]]);
    const report = await recountRound(left, { key: manifest.key });
    expect(report).toMatchObject({ identical: true, firstDifference: null });
    expect(checkOf(report, 'words')).toMatchObject({
      ok: true,
      says: `The words of 2 proposals were taken away since: 1 hidden by a moderator, 1 erased at the author’s request. Those of the other ${words.length - 2} proposals are as they were signed.`,
    });
    const said = new Map(report.tables?.proposals.map((each) => [each.number, each.statement]));
    expect([said.get(3), said.get(7)]).toEqual([
      'Hidden by a moderator',
      'Erased at the author’s request',
    ]);
    expect(textIn(left, WORDS_FILE)).not.toContain('Proposal 3');
    const whole = await recountRound(files, { key: manifest.key });
    expect(checkOf(whole, 'words')?.says).toBe(
      'The words of every proposal are those that were signed.',
    );
    // Other words in the place of those that went would be found.
    const swapped = changed(left, WORDS_FILE, (text) => text.replace('Proposal 4', 'Proposal 3'));
    expect((await recountRound(swapped)).identical).toBe(false);
  });

  test('has the words of proposals in one file alone, which scrutineers are not given', async () => {
    const { files, sealed } = await written(WITH_BALLOTS);
    const holding = (all: RoundFiles) =>
      [...all.keys()].filter((name) => textIn(all, name).includes('council'));
    expect(holding(files)).toEqual([WORDS_FILE]);
    expect(holding(sealed)).toEqual([]);
  });

  test('has a salt for each line that the others do not tell', async () => {
    const { words, manifest } = await written();
    expect(new Set(words.map(({ salt }) => salt)).size).toBe(words.length);
    // What goes with the round is not what they were made from.
    const { salt } = await testKey();
    const { wordsSeed } = await testKey();
    expect(wordsSeed).not.toEqual(salt);
    expect(manifest.files.map(({ name }) => name)).not.toContain(WORDS_FILE);
  });

  test('takes one file more into its zip without packing the rest anew', async () => {
    const { files } = await written();
    const signed = new Map([...files].filter(([name]) => name !== WORDS_FILE));
    const zip = zipRound(signed);
    const words = files.get(WORDS_FILE) as Uint8Array;
    const whole = addToZip(zip, WORDS_FILE, words);
    expect(unzipRound(whole)).toEqual(new Map([...signed, [WORDS_FILE, words]]));
    const packed = zip.length - 22;
    expect(whole.length).toBeGreaterThan(packed);
    expect(unzipRound(addToZip(zipRound(new Map()), WORDS_FILE, words)).size).toBe(1);
    expect((await recountRound(unzipRound(whole))).identical).toBe(true);
  });

  test('gives the same bytes twice, as one zip too', async () => {
    const [one, other] = [await written(), await write()];
    expect(zipRound(other.files)).toEqual(zipRound(one.files));
    expect(zipRound(other.sealed)).toEqual(zipRound(one.sealed));
    expect(new Map(unzipRound(zipRound(one.files)))).toEqual(new Map(one.files));
  });

  test('vouches for what scrutineers are given', async () => {
    const { sealed, manifest } = await written(WITH_BALLOTS);
    expect(manifest.sealed.map(({ name }) => name)).toEqual([
      'comments.csv',
      'participants-votes.csv',
      'people.csv',
      'priority-ballots.csv',
      'round.json',
      'salt.txt',
      'summary.csv',
      'votes.csv',
    ]);
    expect(textIn(sealed, 'manifest.json')).toBe(canonicalJson(manifest));
    const salt = sealed.get('salt.txt') as Uint8Array;
    for (const { name, sha256 } of manifest.sealed) {
      const bytes = sealed.get(name) as Uint8Array;
      expect(await sha256Hex(Buffer.concat([salt, bytes]))).toBe(sha256);
      // Else whoever tries all ballots that fit the counts would know by the public hash which were cast.
      expect(await sha256Hex(bytes)).not.toBe(sha256);
    }
    // Nobody's name stands beside their votes.
    expect(textIn(sealed, 'comments.csv')).not.toMatch(/Asha|Gwenllian/);
  });

  test('is recounted alike whoever is in it', async () => {
    const lens = fc.constantFrom('support@1', 'common-ground@1', 'breadth@1', 'priorities@1');
    const wishes = fc.record({
      people: fc.nat({ max: 120 }),
      proposals: fc.nat({ max: 12 }),
      seed: fc.string(),
      turnout: fc.constantFrom(0, 0.2, 0.9),
      clps: fc.integer({ min: 1, max: 4 }),
      rules: fc
        .record({
          officialLens: lens,
          priorityBallotSize: fc.constantFrom(0, 3),
          quorumVotes: fc.constantFrom(0, 10, 40),
          quorumClps: fc.constantFrom(0, 2),
        })
        // An official order by ballots needs them.
        .filter(
          ({ officialLens, priorityBallotSize }) =>
            officialLens !== 'priorities@1' || priorityBallotSize > 0,
        ),
    });
    const key = await testKey();
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const { files } = await writeRound(electorate(wish), key);
        const report = await recountRound(files);
        expect(place(report)).toBeNull();
        expect(report.identical).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

test('texts that are hard to write survive, and the round is recounted alike', async () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '"',
    ',',
    '\n',
    '\r',
    '\r\n',
    '=',
    '-',
    "'",
    '\t',
    '車',
    '🏴‍☠️',
  );
  const text = fc.string({ unit, maxLength: 12 });
  const key = await testKey();
  await fc.assert(
    fc.asyncProperty(text, text, text, async (title, statement, name) => {
      const input = electorate({ people: 60, proposals: 2, seed: name, clps: 3 });
      const { files } = await writeRound(
        {
          ...input,
          consultation: { ...input.consultation, title },
          regions: input.regions.map(() => name),
          clps: input.clps.map((clp) => ({ ...clp, name })),
          proposals: input.proposals.map((proposal) => ({
            ...proposal,
            statement,
            authorName: statement,
          })),
        },
        key,
      );
      const report = await recountRound(files);
      expect(place(report)).toBeNull();
      expect(report.manifest?.consultation.title).toBe(title);
      expect(report.tables?.proposals.map((proposal) => proposal.statement)).toEqual([
        statement,
        statement,
      ]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a million votes are written and recounted', async () => {
  const input = electorate({ people: 10_000, proposals: 100, seed: 'asha', turnout: 1, clps: 60 });
  expect(input.votes.choice).toHaveLength(1_000_000);
  const { files, manifest } = await writeRound(input, await testKey());
  // Votes on what was withdrawn are not published.
  expect(manifest.counts).toMatchObject({ voters: 10_000, votes: 860_000, proposals: 86 });
  const seen: number[] = [];
  const report = await recountRound(unzipRound(zipRound(files)), {
    onProgress: ({ what, done, total }) => {
      if (what === 'Reading votes.csv') seen.push(done / total);
    },
  });
  expect(report.identical).toBe(true);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
}, 120_000);

/** The first of an electorate's priority ballots alone. */
const byFew = async (rules: object, ballots: number, fewestSecretBallots?: number) => {
  const input = electorate({ people: 300, proposals: 20, seed: 'asha', rules });
  const { starts = new Uint32Array(1), proposal } = input.ballots ?? {};
  const few = {
    starts: starts.slice(0, ballots + 1),
    proposal: proposal?.slice(0, starts[ballots]) ?? new Uint32Array(0),
  };
  // Everything that these chose is ranked.
  const proposals = input.proposals.map((each) => ({ ...each, status: 'published' as const }));
  const given = { ...input, proposals, ballots: few, fewestSecretBallots };
  return writeRound(given, await testKey());
};

describe('a round whose official lens has nothing to say yet', () => {
  test('is ordered by support until the tenth ballot, says so, and shows no ballot', async () => {
    const nine = await byFew(WITH_BALLOTS, 9);
    expect(nine.manifest.lenses).toEqual({
      official: 'support@1',
      published: ['support@1', 'common-ground@1', 'breadth@1'],
    });
    expect(nine.files.has('priority-ballots.csv')).toBe(false);
    expect(textIn(nine.files, 'proposals.csv')).not.toMatch(/,[1-9]\d*\n/);
    const why =
      'Ordered by support: the official question, “What matters most to people?”, can be answered once 10 people have chosen what matters most.';
    expect(textIn(nine.files, 'README.md')).toContain(`the official one is \`support@1\`. ${why}`);
    expect(textIn(nine.files, 'README.md')).not.toContain('priority-ballots.csv');
    const report = await recountRound(nine.files);
    expect(report.identical).toBe(true);
    expect(checkOf(report, 'lenses')).toMatchObject({ ok: true, says: why });
    const ten = await byFew(WITH_BALLOTS, 10);
    expect(ten.manifest.lenses.official).toBe('priorities@1');
    expect(textIn(ten.files, 'priority-ballots.csv').trim().split('\n')).toHaveLength(11);
    expect((await recountRound(ten.files)).identical).toBe(true);
  });

  test.each([
    [9, 'support@1', 'priorities@1'],
    [10, 'priorities@1', 'support@1'],
  ])(
    'with %i ballots goes by %s, and a bundle that claims %s is refused, whoever signed it',
    async (ballots, due, claimed) => {
      const { files } = await byFew(WITH_BALLOTS, ballots);
      const forged = await signedAnew(files, (text) =>
        text.replace(`"official":"${due}"`, `"official":"${claimed}"`),
      );
      const report = await recountRound(forged);
      expect(report.identical).toBe(false);
      expect(place(report)).toBe(
        `manifest.json: it says that ${claimed} is the order that counts; it should say ${due}, by the rules and the counts.`,
      );
    },
  );

  test('an order that the counts allow cannot be left unsaid', async () => {
    const { files } = await byFew(WITH_BALLOTS, 10);
    const forged = await signedAnew(files, (text) => text.replace('"common-ground@1",', ''));
    expect(place(await recountRound(forged))).toMatch(
      /^manifest\.json: it says that it has support@1, breadth@1, priorities@1; it should say support@1, common-ground@1,/,
    );
  });
});

describe('a round with secret ballots', () => {
  const SECRET = { priorityBallotSize: 5 };
  const ORDER = 'rankings/priorities@1.csv';
  const chosenIn = (files: RoundFiles) =>
    textIn(files, 'proposals.csv').match(/,[1-9]\d*$/gm)?.length ?? 0;

  test('tells nothing of twenty-nine but how many there are, and of thirty how many chose each and the order', async () => {
    const few = await byFew(SECRET, FEWEST_SECRET_BALLOTS - 1);
    expect(few.manifest).toMatchObject({ counts: { ballots: 29 }, fewestSecretBallots: 30 });
    expect([few.files.has(ORDER), chosenIn(few.files)]).toEqual([false, 0]);
    expect(textIn(few.files, 'README.md')).toContain('(0 while fewer than 30 have been cast)');
    const report = await recountRound(few.files);
    expect(report.identical).toBe(true);
    expect(checkOf(report, 'priorities@1')?.says).toContain('once the choices of 30 people');
    const many = await byFew(SECRET, FEWEST_SECRET_BALLOTS);
    expect(many.files.has(ORDER)).toBe(true);
    expect(chosenIn(many.files)).toBeGreaterThan(0);
    expect((await recountRound(many.files)).identical).toBe(true);
  });

  test('that was published when ten were enough is recounted as it was, and no bundle may say fewer', async () => {
    const { files, manifest, rankings } = await byFew(SECRET, 12, 10);
    expect(rankings).toHaveLength(4);
    const saying = (says: string) =>
      signedAnew(files, (text) => text.replace('"fewestSecretBallots":10,', says));
    // Manifests did not say it then.
    const old = await recountRound(await saying(''), { key: manifest.key });
    expect(old.checks.filter(({ ok }) => ok === false).map(({ name }) => name)).toEqual([]);
    expect(old.identical).toBe(true);
    expect(checkOf(old, 'priorities@1')?.says).toContain('not recomputed; the ballots are');
    const now = await recountRound(await saying('"fewestSecretBallots":30,'));
    expect(place(now)).toContain('support@1, common-ground@1, breadth@1, priorities@1');
    const none = await recountRound(await saying('"fewestSecretBallots":9,'));
    expect(place(none)).toContain('fewestSecretBallots is missing, or not what it must be');
  });
});

describe('a round that was tampered with', () => {
  test.each<[string, string, (text: string) => string, RegExp]>([
    [
      'one vote',
      'votes.csv',
      (text) => text.replace('7,A,,agree', '7,A,,disagree'),
      /^proposals\.csv, line 5: it says agree 70 for proposal 7; it should say agree 69, by the rows of votes\.csv\.$/,
    ],
    [
      'one vote taken away',
      'votes.csv',
      (text) => text.replace('9,,,agree\n', ''),
      /^proposals\.csv, line 6: it says agree \d+ for proposal 9; it should say agree \d+, by/,
    ],
    [
      'one rank',
      'rankings/support@1.csv',
      (text) => text.replace('\n2,2,no,', '\n2,1,no,'),
      /^rankings\/support@1\.csv, line 3: it says “2,1,no,.*it should say “2,2,no,/,
    ],
    [
      'one reason',
      'rankings/common-ground@1.csv',
      (text) => text.replace('It was agreed with', 'It was hated'),
      /^rankings\/common-ground@1\.csv, line 2: it says /,
    ],
    [
      'one count',
      'proposals.csv',
      (text) => text.replace(/published,(\d+),/, 'published,2$1,'),
      /^proposals\.csv, line 2: it says agree 2(\d+) for proposal 1; it should say agree \1,/,
    ],
    [
      'one area',
      'areas.csv',
      (text) => text.replace(',yes\n', ',no\n'),
      /^rankings\/breadth@1\.csv, line \d+: it says /,
    ],
    [
      'one word that no count shows',
      'words.csv',
      (text) => text.replace('Proposal 3', 'Proposal three'),
      /^words\.csv, line \d+: it says other words for proposal 7, or another salt; it should say those that were signed, or that they are gone\.$/,
    ],
    [
      'what fixes one word',
      'proposals.csv',
      (text) => text.replace(/^(7,[^,]*,)[0-9a-f]{4}/m, '$10000'),
      /^words\.csv, line \d+: it says other words for proposal 7/,
    ],
    [
      'the author of one proposal',
      'words.csv',
      (text) => text.replace(',Asha Patel,', ',Tom Ellis,'),
      /^words\.csv, line \d+: it says other words for proposal 1,/,
    ],
    [
      'one line of words, half of which is gone',
      'words.csv',
      (text) => text.replace(/^7,[0-9a-f]{64},/m, '7,,'),
      /^words\.csv, line \d+: it says there must be a salt with the words, or neither and why they are gone\./,
    ],
    [
      'one line of words taken away whole',
      'words.csv',
      (text) => text.replace(/^7,.*\n/m, ''),
      /^words\.csv, line \d+: it says something of proposal 9; it should say the words of proposal 7, or why they are gone\.$/,
    ],
    [
      'one rule',
      'manifest.json',
      (text) => text.replace('"quorumVotes":5', '"quorumVotes":500'),
      /^manifest\.json: it says something that the key in key\.txt did not sign/,
    ],
    [
      'the signature',
      'manifest.sig',
      (text) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`,
      /^manifest\.json: it says something that the key in key\.txt did not sign/,
    ],
    [
      'a row that is none',
      'votes.csv',
      (text) => text.replace('\n7,A,,agree', '\n7,Z,,agree'),
      /^votes\.csv, line \d+: it says "7,Z,,agree" cannot be read: the group must be empty or one of/,
    ],
  ])('in %s is refused with the place named', async (_, name, change, where) => {
    const { files } = await written();
    expect((await recountRound(files)).identical).toBe(true);
    const report = await recountRound(changed(files, name, change));
    expect(report.identical).toBe(false);
    expect(place(report)).toMatch(where);
  });

  test('by somebody with another key is refused where the right key is known', async () => {
    const input = electorate({ people: 300, proposals: 20, seed: 'asha' });
    const honest = await writeRound(input, await testKey());
    const forged = await writeRound(
      { ...input, rules: { ...input.rules, quorumVotes: 150 } },
      await testKey(new Uint8Array(32).fill(8)),
    );
    expect((await recountRound(forged.files)).identical).toBe(true);
    const { key } = honest.manifest;
    expect((await recountRound(honest.files, { key })).identical).toBe(true);
    const report = await recountRound(forged.files, { key });
    expect(report.identical).toBe(false);
    expect(place(report)).toMatch(/^key\.txt: it says a key with the fingerprint/);
    const swapped = new Map([...honest.files, ['key.txt', forged.files.get('key.txt')]]);
    expect(place(await recountRound(swapped as RoundFiles))).toMatch(/^manifest\.json: it says/);
  });

  test('in any one byte of any file is refused, and in no way breaks the recount', async () => {
    const { files } = await written();
    const names = [...files.keys()];
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bits: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ name, at, bits }) => {
        const bytes = (files.get(name) ?? new Uint8Array()).slice();
        const place = Math.floor(at * bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ bits;
        const report = await recountRound(new Map([...files, [name, bytes]]));
        expect(report.identical).toBe(false);
        expect(report.firstDifference).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('by a file that is missing or added is refused with its name', async () => {
    const { files } = await written();
    for (const name of [...files.keys()]) {
      const rest = new Map([...files].filter(([other]) => other !== name));
      const report = await recountRound(rest);
      expect(report.identical).toBe(false);
      expect(place(report)).toContain(`${name}: it says`);
      expect(place(report)).toMatch(/missing/);
    }
    const report = await recountRound(new Map([...files, ['more.csv', new Uint8Array(1)]]));
    expect(place(report)).toBe(
      'more.csv: it says something, and the manifest does not list it; it should say nothing: it was added.',
    );
  });

  test('by cutting the zip short is refused with its name, wherever it is cut', async () => {
    const zip = zipRound((await written()).files);
    expect(unzipRound(zip).size).toBe(12);
    for (const share of [0, 0.1, 0.5, 0.99]) {
      const short = zip.slice(0, Math.floor(zip.length * share));
      expect(() => unzipRound(short)).toThrow(
        'bundle.zip: this is no zip, or it is damaged or cut short.',
      );
    }
  });

  test('by a second file of one name, or a name that leads elsewhere, is refused', () => {
    const one = new Uint8Array(3);
    const double = zipRound(
      new Map([
        ['a.csv', one],
        ['b.csv', one],
      ]),
    );
    const asText = Buffer.from(double).toString('latin1').replaceAll('b.csv', 'a.csv');
    expect(() => unzipRound(Uint8Array.from(Buffer.from(asText, 'latin1')))).toThrow(/twice/);
    expect(() => unzipRound(zipRound(new Map([['../a.csv', one]])))).toThrow(/strange name/);
    expect(() => unzipRound(zipRound(new Map([['_proto', one]])))).toThrow(/strange name/);
  });
});
