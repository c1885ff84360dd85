import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { countByGroup, publishedGroups } from '@clarion/deliberation';
import { WORDS_FILE, writeRound, zipRound } from '@clarion/exchange/round';
import { sign } from '@clarion/record';

/** Writes a round in a thread of its own: finds the groups, ranks, signs and zips. */
const { input, key } = workerData;
const { votes, proposals, clpOf } = input;

const written = await writeRound(input, {
  publicKey: key.publicKey,
  sign: (bytes) => sign(bytes, key.secret),
  salt: randomBytes(32),
  wordsSeed: randomBytes(32),
});
const { groups, manifest, rankings } = written;
const k = manifest.counts.groups;
const everybody = countByGroup(votes, proposals.length, new Int8Array(clpOf.length), 1);
const counts = countByGroup(
  votes,
  proposals.length,
  k > 0 ? groups.group : new Int8Array(clpOf.length).fill(-1),
  k,
);
// What may have to go one day is kept beside what is for ever.
const signed = new Map([...written.files].filter(([name]) => name !== WORDS_FILE));
parentPort.postMessage({
  bundle: zipRound(signed),
  words: written.words,
  matrix: zipRound(written.sealed),
  manifest,
  manifestText: new TextDecoder().decode(written.files.get('manifest.json')),
  manifestSha256: written.manifestSha256,
  cells: publishedGroups(counts, everybody),
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
});
