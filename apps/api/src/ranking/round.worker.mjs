import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import {
  openedBefore,
  unzipRound,
  WORDS_FILE,
  writeRound,
  zipRound,
} from '@clarion/exchange/round';
import { sign } from '@clarion/record';
import '../jobs/give-way.mjs';

/** Writes a round in a thread of its own: finds the groups, ranks, signs and zips. */
const { input, earlier, key } = workerData;

// What a hundred thousand openings say takes seconds to read, so not where pages are answered.
if (input.commitments) {
  input.commitments.before = earlier.reduce(
    (known, zip) => openedBefore(unzipRound(zip), known),
    null,
  );
}

const written = await writeRound(input, {
  publicKey: key.publicKey,
  sign: (bytes) => sign(bytes, key.secret),
  salt: randomBytes(32),
  wordsSeed: randomBytes(32),
});
const { groups, manifest, rankings, told } = written;
// What may have to go one day is kept beside what is for ever.
const signed = new Map([...written.files].filter(([name]) => name !== WORDS_FILE));
const bundle = zipRound(signed);
const matrix = zipRound(written.sealed);
const answer = {
  bundle,
  words: written.words,
  matrix,
  manifest,
  manifestText: new TextDecoder().decode(written.files.get('manifest.json')),
  manifestSha256: written.manifestSha256,
  told,
  group: groups.group,
  first: groups.first,
  second: groups.second,
  rankings: rankings.map(({ lens, ranking, range }) => ({
    lens,
    order: ranking.order,
    above: ranking.above,
    rank: ranking.rank,
    tied: ranking.tied,
    score: ranking.score,
    load: ranking.priorities?.load ?? null,
    range,
  })),
};
// They go over instead of being copied.
parentPort.postMessage(answer, [bundle.buffer, matrix.buffer]);
