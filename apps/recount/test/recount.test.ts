import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RoundFiles, type WrittenRound, writeRound, zipRound } from '@clarion/exchange/round';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { electorate, testKey } from '../../../packages/exchange/test/electorate.js';

const APP = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = path.join(APP, 'dist', 'recount.mjs');
const DATA = process.env.CLARION_EXPORTS ?? path.resolve(APP, '../../../shared/data');

interface Ended {
  code: number;
  out: string;
  err: string;
}

function run(command: string, args: string[], cwd: string, env = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      maxBuffer: 50_000_000,
    };
    execFile(command, args, options, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}

let folder = '';
let round: WrittenRound;
let voted: WrittenRound;

const recount = (...args: string[]) => run(process.execPath, [PROGRAM, ...args], folder);
const lastLine = ({ out }: Ended) => out.trimEnd().split('\n').at(-1);
const lineWith = ({ out }: Ended, text: string) =>
  out.split('\n').find((line) => line.includes(text));

async function put(name: string, files: RoundFiles): Promise<void> {
  for (const [file, bytes] of files) {
    const target = path.join(folder, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

/** The files with one of them changed. */
function changed(files: RoundFiles, name: string, from: RegExp | string, to: string): RoundFiles {
  const before = new TextDecoder().decode(files.get(name));
  const after = before.replace(from, to);
  if (after === before) throw new Error(`Nothing changed in ${name}.`);
  return new Map([...files, [name, new TextEncoder().encode(after)]]);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clarion-recount-'));
  const input = electorate({ people: 400, proposals: 20, seed: 'asha', clps: 3 });
  round = await writeRound(input, await testKey());
  // The next round begins where this one ended; its priority ballots decide.
  const before = round.groups;
  const rules = { ...input.rules, priorityBallotSize: 3, officialLens: 'priorities@1' as const };
  voted = await writeRound({ ...input, before, rules }, await testKey());
  await writeFile(path.join(folder, 'bundle.zip'), zipRound(round.files));
  await writeFile(path.join(folder, 'voted.zip'), zipRound(voted.files));
  await writeFile(path.join(folder, 'matrix.zip'), zipRound(voted.sealed));
  await put('bundle', round.files);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('recount of a bundle', () => {
  test('prints each check, the official order and "identical", from the zip and from its folder', async () => {
    const zip = await recount('bundle.zip');
    expect(zip.code).toBe(0);
    expect(lastLine(zip)).toBe('identical');
    expect(zip.out).toContain('Homes we can afford, round 3, published 2026-11-20');
    expect(zip.out).toContain('✓ signature');
    expect(zip.out).toContain('Support (support@1): How many agree?');
    expect(zip.out).toMatch(/^ {4}1 {2}0\.\d{4} {2}#\d+ .*1st, /m);
    expect(zip.err).toBe('');
    await writeFile(path.join(folder, 'bundle', '.DS_Store'), 'left by a file manager');
    expect((await recount('bundle')).out).toBe(zip.out);
  });

  test('ends with the first difference and exit code 1 where a vote was changed', async () => {
    const tampered = changed(round.files, 'votes.csv', /^7,(.*),agree$/m, '7,$1,disagree');
    await writeFile(path.join(folder, 'tampered.zip'), zipRound(tampered));
    const ended = await recount('tampered.zip');
    expect(ended.code).toBe(1);
    expect(lastLine(ended)).toMatch(
      /^different: proposals\.csv, line 5: it says agree \d+ for proposal 7; it should say agree \d+, by the rows of votes\.csv\.$/,
    );
    expect(ended.out).toContain('✗ hashes');
    const json = JSON.parse((await recount('tampered.zip', '--json')).out);
    expect(json).toMatchObject({
      identical: false,
      firstDifference: { file: 'proposals.csv', line: 5 },
    });
  });

  test('refuses what is no bundle, and a folder with something added', async () => {
    await put('added', new Map([...round.files, ['more/evil.csv', new Uint8Array(1)]]));
    const added = await recount('added');
    expect(added.code).toBe(1);
    expect(lastLine(added)).toMatch(
      /^different: more\/: it says something, and the manifest does not/,
    );
    await writeFile(path.join(folder, 'short.zip'), zipRound(round.files).slice(0, 3000));
    for (const [name, says] of [
      ['short.zip', 'different: short.zip: this is no zip, or it is damaged or cut short.'],
      ['nowhere.zip', 'different: nowhere.zip: there is no such file or folder.'],
    ] as const) {
      const ended = await recount(name);
      expect(ended.code).toBe(1);
      expect(lastLine(ended)).toBe(says);
    }
  });

  test('prints nothing that a terminal would obey, whatever a proposal says', async () => {
    const trick = '\u001b[2J\u202eidentical\u0007';
    const input = electorate({ people: 40, proposals: 2, seed: 'tom' });
    const proposals = input.proposals.map((proposal) => ({ ...proposal, statement: trick }));
    const { files } = await writeRound({ ...input, proposals }, await testKey());
    await writeFile(path.join(folder, 'trick.zip'), zipRound(files));
    const ended = await recount('trick.zip', '--explain', '1');
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('“[2J identical”');
    expect(ended.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('checks the key that one knows', async () => {
    const { key } = round.manifest;
    expect((await recount('bundle.zip', '--key', key)).out).toContain('✓ key');
    const other = await recount('bundle.zip', '--key', 'ab'.repeat(32));
    expect(other.code).toBe(1);
    expect(lastLine(other)).toMatch(/^different: key\.txt: it says a key with the fingerprint/);
  });

  test('explains a proposal by its number in three answers, under the official lens or another', async () => {
    const ended = await recount('voted.zip', '--explain', '7');
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('Why is #7 here? “Proposal 3”');
    expect(ended.out).toContain('Priorities (priorities@1)');
    for (const title of ['What put it here', 'What it beat, and what beat it', 'How sure we are']) {
      expect(lineWith(ended, `${title}: `)).toBeDefined();
    }
    const support = await recount('voted.zip', '--explain', '7', '--lens', 'support', '--json');
    expect(JSON.parse(support.out).explained).toMatchObject({ number: 7, lens: 'support@1' });
    const nobody = await recount('voted.zip', '--explain', '8');
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('no proposal 8') });
  });

  test('leaves a CLP out as far as its votes are published, and says how far that is', async () => {
    const ended = await recount('bundle.zip', '--leave-out', 'CLP 002');
    expect(ended.code).toBe(0);
    const [, changedCount, , kept] =
      /^(\d+) of (\d+) proposals lose its votes; (\d+) keep/m.exec(ended.out) ?? [];
    expect(Number(changedCount)).toBeGreaterThan(0);
    expect(Number(changedCount) + Number(kept)).toBe(round.manifest.counts.proposals);
    const json = JSON.parse((await recount('bundle.zip', '--leave-out', 'CLP 002', '--json')).out);
    expect(json.withoutClp).toMatchObject({ clp: 'CLP 002', changed: Number(changedCount) });
    expect((await recount('bundle.zip', '--leave-out', 'Nowhere')).code).toBe(2);
  });

  test('answers wrong usage with exit code 2, and --help with 0', async () => {
    for (const args of [
      [],
      ['bundle.zip', 'more'],
      ['bundle.zip', '--lens', 'beauty'],
      ['bundle.zip', '--explain', 'first'],
      ['bundle.zip', '--wrong'],
      ['bundle.zip', '--bundle', 'bundle.zip'],
      ['matrix'],
      ['matrix', 'matrix.zip', '--explain', '7'],
    ]) {
      expect({ args, ...(await recount(...args)) }).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('recount --help'),
      });
    }
    expect(await recount('--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Usage: recount/),
    });
  });
});

describe('recount of the scrutineers’ folder', () => {
  test('finds the groups again from where they began, and makes every published table and order anew', async () => {
    const ended = await recount('matrix', 'matrix.zip', '--bundle', 'voted.zip');
    expect(ended.code).toBe(0);
    expect(lastLine(ended)).toBe('identical');
    for (const name of [
      'groups',
      'bundle',
      'votes.csv',
      'areas.csv',
      'clps.csv',
      'priority-ballots.csv',
      'rankings/support@1.csv',
      'rankings/common-ground@1.csv',
      'rankings/breadth@1.csv',
      'rankings/priorities@1.csv',
    ]) {
      expect(lineWith(ended, `✓ ${name}`)).toBeDefined();
    }
  });

  test('of a round too large for a cell for everybody and everything is made from the votes', async () => {
    const input = electorate({ people: 300, proposals: 12, seed: 'large', clps: 3 });
    const { files, sealed } = await writeRound(input, await testKey(), 3_599);
    expect(sealed.has('participants-votes.csv')).toBe(false);
    await writeFile(path.join(folder, 'large.zip'), zipRound(sealed));
    await writeFile(path.join(folder, 'large-bundle.zip'), zipRound(files));
    const ended = await recount('matrix', 'large.zip', '--bundle', 'large-bundle.zip');
    expect(lastLine(ended)).toBe('identical');
    expect(lineWith(ended, '– groups')).toContain('too large');
    expect(lineWith(ended, '✓ rankings/common-ground@1.csv')).toBeDefined();
  });

  test('tells a group, a vote or where somebody lives that was changed', async () => {
    const tampered: [string, RegExp, string, RegExp][] = [
      [
        'participants-votes.csv',
        /^0,[01],/m,
        '0,2,',
        /participants-votes\.csv, line 2: it says group 2/,
      ],
      [
        'people.csv',
        /^5,CLP 00\d/m,
        '5,CLP 009',
        /✗ areas\.csv|✗ clps\.csv|✗ rankings\/breadth@1\.csv/,
      ],
      ['votes.csv', /,7,(\d+),1$/m, ',7,$1,-1', /✗ votes\.csv/],
      ['priority-ballots.csv', /^1$/m, '3', /✗ priority-ballots\.csv/],
    ];
    for (const [file, from, to, said] of tampered) {
      await put(`matrix-${file}`, changed(voted.sealed, file, from, to));
      const ended = await recount('matrix', `matrix-${file}`);
      expect(ended.code).toBe(1);
      expect(ended.out).toMatch(said);
      expect(ended.out).toContain('✗ hashes');
    }
  });

  test('names the line in which a bundle differs from what the matrix gives', async () => {
    const swapped = changed(voted.files, 'rankings/support@1.csv', /^1,1,no/m, '1,2,no');
    await put('swapped', swapped);
    const ended = await recount('matrix', 'matrix.zip', '--bundle', 'swapped');
    expect(ended.code).toBe(1);
    expect(lastLine(ended)).toMatch(
      /^different: rankings\/support@1\.csv, line 2: it says “1,2,no/,
    );
  });
});

const withData = existsSync(DATA) ? test : test.skip;
if (!existsSync(DATA)) process.stderr.write(`Skipped, no data in ${DATA} (set CLARION_EXPORTS)\n`);

describe('recount of a Polis export', () => {
  withData.each([
    ['brexit-consensus', 204, 0.4],
    ['scoop-hivemind.taxes', 334, 0.9],
    ['vtaiwan.uberx', 1921, 0.8],
  ])(
    '%s: counts, groups from a cold start, and consensus by the published groups',
    async (name, people, alike) => {
      const ended = await recount('matrix', path.join(DATA, 'polis', name), '--json');
      expect(ended.code).toBe(0);
      const found = JSON.parse(ended.out);
      expect(found.groups).toHaveLength(people);
      expect(found.adjustedRandIndex).toBeGreaterThan(alike);
      const [header = '', ...rows] = (
        await readFile(path.join(DATA, 'expected', `${name}.csv`), 'utf8')
      )
        .trimEnd()
        .split(/\r?\n/);
      const at = (column: string) => header.split(',').indexOf(column);
      expect(rows).toHaveLength(found.statements.length);
      for (const [index, row] of rows.entries()) {
        const cells = row.split(',').map(Number);
        const { id, agrees, disagrees, passes, consensus } = found.statements[index];
        expect([id, agrees, disagrees, passes]).toEqual(
          ['comment-id', 'agrees', 'disagrees', 'passes'].map((column) => cells[at(column)]),
        );
        expect(Math.abs(consensus - (cells[at('gic')] ?? 0))).toBeLessThanOrEqual(1e-12);
      }
    },
  );
});

describe('the package', () => {
  test('is one file that knows no network and nothing that is not built in', async () => {
    const program = await readFile(PROGRAM, 'utf8');
    const imports = [...program.matchAll(/^import .* from ["']([^"']+)["'];?$/gm)].map(
      ([, name]) => name,
    );
    expect(imports.length).toBeGreaterThan(0);
    for (const name of imports) {
      expect(name).toMatch(
        /^(node:)?(fs|fs\/promises|module|os|path|stream|stream\/promises|util|zlib|buffer)$/,
      );
    }
    expect(program).not.toMatch(/\bfetch\(|\bWebSocket\b|XMLHttpRequest/);
  });

  test('runs from npm pack in an empty directory, without the registry', async () => {
    const packed = await run('npm', ['pack', '--pack-destination', folder], APP);
    expect(packed.code).toBe(0);
    const empty = path.join(folder, 'empty');
    await mkdir(empty);
    const env = {
      npm_config_cache: path.join(folder, 'npm-cache'),
      npm_config_offline: 'true',
      npm_config_registry: 'http://127.0.0.1:9',
    };
    const args = ['--yes', '../clarion-recount-0.1.0.tgz', '../bundle.zip'];
    const ended = await run('npx', args, empty, env);
    expect(ended).toMatchObject({ code: 0 });
    expect(lastLine(ended)).toBe('identical');
  });
});
