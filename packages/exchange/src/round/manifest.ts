import { FLOOR, LENS_IDS, type LensId, parseRules, type Rules } from '@clarion/deliberation';
import { canonicalJson } from '@clarion/record';
import { MalformedFile } from '../malformed-file.js';
import { textOf } from './round-table.js';

export const MANIFEST_FILE = 'manifest.json';
export const SIGNATURE_FILE = 'manifest.sig';
export const KEY_FILE = 'key.txt';
/** What no list of files names: the list itself, and what vouches for it. */
export const VOUCHING = [MANIFEST_FILE, SIGNATURE_FILE, KEY_FILE];

export const FORMAT = 'clarion-round';
/** 1, of which nothing was released, had the words of proposals in a signed file. */
export const FORMAT_VERSION = 2;

/** A file as the manifest lists it. */
export interface ListedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What a round is, and the hash of every file in it. Signed. */
export interface Manifest {
  format: typeof FORMAT;
  version: typeof FORMAT_VERSION;
  consultation: { id: string; title: string };
  round: { id: string; number: number; publishedAt: string };
  /** The official one is what the rules name, or support while that has nothing to say. */
  lenses: { official: LensId; published: LensId[] };
  /** How many secret ballots it took for anything of them to be told; left out before it was said, then ten. */
  fewestSecretBallots?: number;
  rules: Rules;
  rollSize: number;
  counts: {
    /** People with a vote. */
    voters: number;
    /** Votes on the proposals that are ranked: the rows of votes.csv. */
    votes: number;
    proposals: number;
    /** Priority ballots on which anything ranked is chosen. */
    ballots: number;
    /** Opinion groups; 0 where fewer than two were told apart. */
    groups: number;
    regions: number;
  };
  /** People in each group, the first being A; null for fewer than ten, or where it would give those away. */
  groupSizes: (number | null)[];
  /** Whence everything that is drawn comes: groups and recounts. */
  seed: string;
  /** SHA-256 of the public key that signed. */
  key: string;
  files: ListedFile[];
  /** What scrutineers are given, and nobody else; each hashed after salt.txt, which is one of them. */
  sealed: ListedFile[];
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(canonicalJson(manifest));
}

/** Reads manifest.json. Throws MalformedFile in plain words for what is not the manifest of a round. */
export function readManifest(bytes: Uint8Array): Manifest {
  const text = textOf(MANIFEST_FILE, bytes);
  const fault = (saying: string) => new MalformedFile(MANIFEST_FILE, null, saying);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fault('this is not JSON.');
  }
  if (!isObject(value) || value.format !== FORMAT) throw fault('this is no round of Clarion.');
  if (value.version !== FORMAT_VERSION) {
    throw fault(
      `the format has another version than ${FORMAT_VERSION}; it takes the recount of its own time.`,
    );
  }
  const missing = missingIn(value);
  if (missing !== null) throw fault(`${missing} is missing, or not what it must be.`);
  const manifest = value as unknown as Manifest;
  try {
    parseRules(manifest.rules);
  } catch (error) {
    throw fault(error instanceof Error ? error.message : 'the rules are wrong.');
  }
  if (canonicalJson(value) !== text) throw fault('this is not canonical JSON (RFC 8785).');
  return manifest;
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isLens = (value: unknown) => LENS_IDS.some((lens) => lens === value);
const isListOf = (value: unknown, each: (item: unknown) => boolean) =>
  Array.isArray(value) && value.every(each);
const isListed = (value: unknown) =>
  isObject(value) &&
  isText(value.name) &&
  isCount(value.bytes) &&
  isText(value.sha256) &&
  /^[0-9a-f]{64}$/.test(value.sha256);

/** More regions or groups than there could be would only be room to fill. */
const MOST_REGIONS = 10_000;
const MOST_GROUPS = 26;

const CHECKS: Record<string, (manifest: Fields) => boolean> = {
  consultation: ({ consultation: it }) => isObject(it) && isText(it.id) && isText(it.title),
  round: ({ round: it }) =>
    isObject(it) && isText(it.id) && isCount(it.number) && isText(it.publishedAt),
  fewestSecretBallots: ({ fewestSecretBallots: it }) =>
    it === undefined || (isCount(it) && Number(it) >= FLOOR),
  lenses: ({ lenses: it }) => isObject(it) && isLens(it.official) && isListOf(it.published, isLens),
  rules: ({ rules }) => isObject(rules),
  rollSize: ({ rollSize }) => isCount(rollSize),
  counts: ({ counts: it }) =>
    isObject(it) &&
    [it.voters, it.votes, it.proposals, it.ballots, it.groups, it.regions].every(isCount) &&
    Number(it.regions) <= MOST_REGIONS &&
    Number(it.groups) <= MOST_GROUPS,
  groupSizes: ({ groupSizes }) => isListOf(groupSizes, (size) => size === null || isCount(size)),
  seed: ({ seed }) => isText(seed),
  key: ({ key }) => isText(key),
  files: ({ files }) => isListOf(files, isListed),
  sealed: ({ sealed }) => isListOf(sealed, isListed),
};

/** The first field that is not as it must be. */
function missingIn(manifest: Fields): string | null {
  return Object.keys(CHECKS).find((field) => !CHECKS[field]?.(manifest)) ?? null;
}
