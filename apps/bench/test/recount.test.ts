import { recountRound, unzipRound, writeRound, zipRound } from '@clarion/exchange/round';
import { publicKeyOf, sign } from '@clarion/record';
import { expect, test } from '@jest/globals';
import { BUNDLES, type BundleName, roundInput } from '../src/recount/bundles.js';
import { serveBundle } from '../src/recount/static-server.js';

const SIZE = { people: 600, statements: 20, votes: 9_000 };
const BALLOTS = 300;
const SECRET = new Uint8Array(32).fill(5);
const key = async () => ({
  publicKey: await publicKeyOf(SECRET),
  sign: (bytes: Uint8Array) => sign(bytes, SECRET),
  salt: new Uint8Array(32),
  wordsSeed: new Uint8Array(32),
});

test.each(Object.keys(BUNDLES) as BundleName[])(
  'A smaller round than “%s” is recounted as identical, under the lenses it can show',
  async (name) => {
    const ballots = Math.min(BALLOTS, BUNDLES[name]);
    const { files, manifest } = await writeRound(roundInput(ballots, SIZE), await key());
    const report = await recountRound(unzipRound(zipRound(files)));
    expect(report.firstDifference).toBeNull();
    expect(report.identical).toBe(true);
    expect(manifest.lenses.published.includes('priorities@1')).toBe(ballots > 0);
    expect(manifest.counts.ballots).toBe(ballots);
  },
);

test('Nothing beside the bundle and the scripts is served', async () => {
  const folder = import.meta.dirname;
  const server = await serveBundle(folder, import.meta.filename);
  try {
    const status = async (path: string) => (await fetch(`${server.address}${path}`)).status;
    expect(await status('/')).toBe(200);
    expect(await status('/bundle.zip')).toBe(200);
    expect(await status('/assets/recount.test.ts')).toBe(200);
    expect(await status('/assets/..%2fpackage.json')).toBe(404);
    expect(await status('/package.json')).toBe(404);
  } finally {
    await server.close();
  }
});
