import { mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recountRound, unzipRound } from '@clarion/exchange/round';
import { describe, expect, test } from '@jest/globals';
import { CLARION, onStage, run } from './stage/command.js';
import { consultationUnder, crowdVotes, proposeMany } from './stage/electorate.js';
import { publishRoundAs } from './stage/in-the-past.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const clarion = (...args: string[]) => run(CLARION, args, onStage(stage));

async function aRound(): Promise<string> {
  const id = await consultationUnder(stage);
  const [proposal] = await proposeMany(stage, id, 1);
  await crowdVotes(stage, id, proposal as string, [{ clp: 'salford', agree: 12 }]);
  return publishRoundAs(stage, 'helen', id);
}

describe('clarion round', () => {
  test('lists what was published, writes its files once, and enters in the record that the matrix was handed out', async () => {
    const id = await aRound();
    expect((await clarion('round', 'list')).out).toContain(`${id}  round 1 of “Dentists”`);
    const directory = mkdtempSync(join(tmpdir(), 'clarion-round-'));
    const bundle = join(directory, 'bundle.zip');
    const written = await clarion('round', 'bundle', id, '--to', bundle);
    expect(written.out).toContain(`Wrote ${bundle}`);
    expect((await recountRound(unzipRound(readFileSync(bundle)))).identical).toBe(true);
    const again = await clarion('round', 'bundle', id, '--to', bundle);
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('a file of that name is there already');
    const matrix = join(directory, 'matrix.zip');
    expect(await clarion('round', 'matrix', id, '--to', matrix)).toMatchObject({ code: 0 });
    expect(unzipRound(readFileSync(matrix)).has('people.csv')).toBe(true);
    expect((await clarion('round', 'list')).out).toContain('matrix handed out once');
    const none = await clarion('round', 'bundle', 'nonsense');
    expect(none.err).toContain('There is no round nonsense.');
    expect((await clarion('round', 'new-key')).err).toContain('There is a key');
  }, 120_000);

  test('makes another key only where there is none, and the doctor tells both', async () => {
    await aRound();
    const kept = join(stage.clarion.environment.keysDirectory, 'signing.pem');
    const fingerprint = stage.clarion.keys.signing()?.fingerprint;
    const doctor = async () => (await clarion('doctor')).out;
    expect(await doctor()).toContain(`✓ Rounds are signed with the key ${fingerprint}`);
    renameSync(kept, `${kept}.away`);
    expect(await doctor()).toMatch(/✗ The key that signed \d+ rounds? is missing/);
    expect(await clarion('round', 'new-key')).toMatchObject({ code: 0 });
    const another = await doctor();
    renameSync(`${kept}.away`, kept);
    expect(another).toContain(`✗ The latest round was signed with another key: ${fingerprint}`);
  }, 120_000);
});
