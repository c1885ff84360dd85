import { readPolis } from '@clarion/exchange';
import {
  type ComputedRound,
  checkHashes,
  checkLenses,
  checkPresence,
  checkSignature,
  computeRound,
  failed,
  firstDifference,
  MANIFEST_FILE,
  type Manifest,
  notChecked,
  passed,
  type RoundCheck,
  type RoundFiles,
  readManifest,
  readSealed,
  SALT_FILE,
  START_FILE,
} from '@clarion/exchange/round';
import { sha256Hex } from '@clarion/record';
import type { Outcome } from './outcome.js';
import { recountPolis } from './polis.js';
import { checkLines, oneLine, verdict } from './print.js';
import { hasFile, inFolder, readFiles } from './source.js';
import type { Usage } from './usage.js';

/** A cell for every person and proposal, and the group of each: left out of very large rounds. */
const MATRIX_FILE = 'participants-votes.csv';

/** `recount matrix`: the scrutineers' folder, or the export of a Polis conversation. */
export async function recountMatrix(usage: Usage): Promise<Outcome> {
  return inFolder(usage.path, async (folder) => {
    const isSealed = await hasFile(folder, START_FILE);
    return isSealed ? recountSealed(folder, usage) : recountPolis(await readPolis(folder));
  });
}

async function recountSealed(folder: string, usage: Usage): Promise<Outcome> {
  const files = await readFiles(folder);
  const manifest = readManifest(files.get(MANIFEST_FILE) ?? new Uint8Array());
  const polis = await readPolis(folder);
  const input = readSealed(files, polis, manifest);
  const round = computeRound(input);
  const bundle = usage.bundle === undefined ? null : await readFiles(usage.bundle);
  const same = bundle && sameManifest(files, bundle);
  const checks = [
    ...(await checkSignature(files, manifest, usage.key)),
    checkPresence(files, manifest.sealed),
    await checkHashes(files, manifest.sealed, files.get(SALT_FILE)),
    checkLenses(manifest),
    checkSeed(input.round.id, manifest),
    files.has(MATRIX_FILE)
      ? checkGroups(polis.people, round)
      : notChecked(
          'groups',
          `The round is too large for ${MATRIX_FILE}; the published tables say whether the groups are the same.`,
        ),
    ...(same ? [same] : []),
    // The bundle of another round would differ everywhere.
    ...(await checkPublished(round, manifest, same?.ok ? bundle : null)),
  ];
  const wrong = checks.filter(({ ok }) => ok === false);
  const first = wrong.find(({ difference }) => difference?.line !== null) ?? wrong[0];
  const identical = wrong.length === 0;
  return {
    identical,
    lines: [
      oneLine(
        `${manifest.consultation.title}, round ${manifest.round.number}: the scrutineers’ folder`,
      ),
      ...checkLines(checks),
      '',
      verdict(checks, first?.difference ?? null),
    ],
    json: {
      identical,
      firstDifference: first?.difference ?? null,
      checks,
      manifest,
      groupSizes: Array.from(round.groups.sizes),
    },
  };
}

function checkSeed(seed: string, manifest: Manifest): RoundCheck {
  if (seed === manifest.seed) return passed('seed', 'The seed is the one in the manifest.');
  const difference = { file: START_FILE, line: null, says: seed, should: manifest.seed };
  return failed('seed', difference);
}

/** Everybody is in the group that the matrix gives anew, letter for letter. */
function checkGroups(
  people: readonly { id: number; groupId: number | null }[],
  { groups }: ComputedRound,
) {
  const at = people.findIndex(({ groupId }, person) => (groupId ?? -1) !== groups.group[person]);
  if (at < 0) {
    const sizes = Array.from(groups.sizes).join(', ');
    return passed('groups', `Found anew, everybody is in the same group: ${sizes} people.`);
  }
  const name = (group: number | null) =>
    group === null || group < 0 ? 'no group' : `group ${group}`;
  return failed('groups', {
    file: MATRIX_FILE,
    line: at + 2,
    says: `${name(people[at]?.groupId ?? null)} for participant ${people[at]?.id}`,
    should: name(groups.group[at] ?? -1),
  });
}

function sameManifest(files: RoundFiles, bundle: RoundFiles): RoundCheck {
  const own = files.get(MANIFEST_FILE) ?? new Uint8Array();
  const theirs = bundle.get(MANIFEST_FILE) ?? new Uint8Array();
  const difference = firstDifference(MANIFEST_FILE, theirs, own);
  if (difference) return failed('bundle', difference);
  return passed('bundle', 'The bundle is of this round: both have the same manifest.');
}

/** Every published file that the matrix gives: by its hash in the manifest, or by its bytes in the bundle. */
async function checkPublished(
  { files }: ComputedRound,
  manifest: Manifest,
  bundle: RoundFiles | null,
): Promise<RoundCheck[]> {
  const checks: RoundCheck[] = [];
  for (const { name, sha256 } of manifest.files) {
    const made = files.get(name);
    if (!made || name === 'proposals.csv') {
      checks.push(notChecked(name, 'holds what is not in the matrix; recount the bundle for it.'));
      continue;
    }
    const published = bundle?.get(name);
    const difference = published ? firstDifference(name, published, made) : null;
    const hash = await sha256Hex(made);
    if (difference) checks.push(failed(name, difference));
    else if (hash === sha256)
      checks.push(passed(name, 'made anew from the matrix, to the same bytes.'));
    else {
      const says = `something with the SHA-256 ${sha256}, by the manifest`;
      const should = `what the matrix gives, with ${hash} (name the bundle with --bundle to see where)`;
      checks.push(failed(name, { file: name, line: null, says, should }));
    }
  }
  const extra = [...files.keys()].find(
    (name) => !manifest.files.some((file) => file.name === name),
  );
  if (extra !== undefined) {
    const should = 'a file that the matrix gives';
    checks.push(failed(extra, { file: extra, line: null, says: 'nothing', should }));
  }
  return checks;
}
