import {
  ballotsArePublished,
  isRanked,
  LENS_IDS,
  type LensId,
  type OpinionGroups,
  opinionGroups,
  publishedGroups,
  rank,
  rankRange,
  refuseLens,
} from '@clarion/deliberation';
import { keyFingerprint, sha256Hex, toBase64 } from '@clarion/record';
import { ballotsOver } from './ballots-file.js';
import { type ClpVotes, clpVotes } from './clp-votes.js';
import {
  FORMAT,
  FORMAT_VERSION,
  KEY_FILE,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  manifestBytes,
  SIGNATURE_FILE,
} from './manifest.js';
import { groupsPublished, publishedTables } from './published-tables.js';
import { isRanged, type LensRecount, rankingFile, rankingFileOf } from './ranking-file.js';
import { type RoundTables, readTables } from './read-tables.js';
import { README_FILE, readmeOf } from './readme.js';
import type { RoundInput, RoundKey, WrittenRound } from './round-input.js';
import { sealedFiles } from './sealed-files.js';

/**
 * Writes a round: finds the groups, makes the tables that may be published, and computes every order from
 * those tables as they read, so that whoever recounts them gets the same bytes. Throws RangeError for
 * votes or ballots that do not fit the proposals, or proposals that are not in the order of their numbers.
 */
export async function writeRound(given: RoundInput, key: RoundKey): Promise<WrittenRound> {
  checkOrder(given);
  const input = { ...given, ballots: given.ballots && ballotsOver(given.ballots, rankedIn(given)) };
  const groups = findGroups(input);
  const files = publishedTables(input, groups);
  const counts = countsOf(input, groups);
  const tables = readTables(files, counts);
  const fingerprint = await keyFingerprint(key.publicKey);
  const unpublished = clpVotes(input, placesOfRanked(input));
  const rankings = lensesOf(input, counts).map((lens) =>
    orderUnder(lens, input, tables, unpublished),
  );
  for (const ranking of rankings) {
    files.set(rankingFileOf(ranking.lens), rankingFile(ranking, input.rules));
  }
  const sealed = sealedFiles(input, groups);
  const { consultation, round, rules, rollSize } = input;
  const unhashed: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    consultation: { id: consultation.id, title: consultation.title },
    round: { id: round.id, number: round.number, publishedAt: round.publishedAt },
    lenses: { official: rules.officialLens, published: rankings.map(({ lens }) => lens) },
    rules,
    rollSize,
    counts: { ...counts, votes: tables.votes.votes },
    groupSizes: sizesPublished(input, groups),
    seed: round.id,
    key: fingerprint,
    files: [],
    sealed: [],
  };
  files.set(README_FILE, new TextEncoder().encode(readmeOf(unhashed)));
  const manifest = { ...unhashed, files: await listed(files), sealed: await listed(sealed) };
  const bytes = manifestBytes(manifest);
  const vouching: [string, Uint8Array][] = [
    [MANIFEST_FILE, bytes],
    [SIGNATURE_FILE, base64File(await key.sign(bytes))],
    [KEY_FILE, base64File(key.publicKey)],
  ];
  return {
    files: new Map([...files, ...vouching]),
    // The signed list of hashes goes with what it vouches for.
    sealed: new Map([...sealed, ...vouching]),
    manifest,
    manifestSha256: await sha256Hex(bytes),
    rankings,
    groups,
  };
}

const base64File = (bytes: Uint8Array) => new TextEncoder().encode(`${toBase64(bytes)}\n`);

function checkOrder({ proposals }: RoundInput): void {
  proposals.forEach(({ number }, at) => {
    if (number <= (proposals[at - 1]?.number ?? -1)) {
      throw new RangeError('The proposals of a round are not in the order of their numbers.');
    }
  });
}

const rankedIn =
  ({ proposals }: RoundInput) =>
  (index: number): boolean => {
    const proposal = proposals[index];
    return proposal !== undefined && isRanked(proposal.status);
  };

/** Opinion groups as a round has them; scrutineers find the same from the same matrix. */
export function findGroups({ votes, clpOf, proposals, before, round }: RoundInput): OpinionGroups {
  return opinionGroups(
    {
      votes,
      people: clpOf.length,
      statements: proposals.length,
      leftOut: Uint8Array.from(proposals, ({ isLeftOut }) => (isLeftOut ? 1 : 0)),
    },
    { seed: round.id, ...(before ? { before } : {}) },
  );
}

function countsOf(input: RoundInput, groups: OpinionGroups): Omit<Manifest['counts'], 'votes'> {
  return {
    voters: new Set(input.votes.person).size,
    proposals: input.proposals.filter(({ status }) => isRanked(status)).length,
    ballots: input.ballots ? input.ballots.starts.length - 1 : 0,
    groups: groupsPublished(groups),
    regions: input.regions.length,
  };
}

/** The lenses that can be shown, by what everybody can see. */
export function lensesOf(
  { rules }: Pick<Manifest, 'rules'>,
  { groups, ballots }: Pick<Manifest['counts'], 'groups' | 'ballots'>,
): LensId[] {
  return LENS_IDS.filter((lens) => refuseLens(lens, { rules, groups, ballots }) === null);
}

/** Sizes of the groups under the same floor as a group's votes on one proposal. */
function sizesPublished(input: RoundInput, groups: OpinionGroups): (number | null)[] {
  const k = groupsPublished(groups);
  if (k === 0) return [];
  const none = new Uint32Array(k);
  const people = Uint32Array.of(new Set(input.votes.person).size);
  const { shown } = publishedGroups(
    { groups: k, agree: Uint32Array.from(groups.sizes), disagree: none, pass: none },
    { agree: people, disagree: new Uint32Array(1), pass: new Uint32Array(1) },
  );
  return Array.from(shown, (isShown, g) => (isShown ? (groups.sizes[g] ?? 0) : null));
}

function orderUnder(
  lens: LensId,
  input: RoundInput,
  tables: RoundTables,
  unpublished: ClpVotes,
): LensRecount {
  const published = { ...tables.input, ...unpublishedBallots(input) };
  const ranking = rank(lens, published, input.rules);
  // Only the range looks at what is not published.
  const range = isRanged(lens)
    ? rankRange({ ...published, ...unpublished }, ranking, { seed: input.round.id })
    : null;
  return { lens, input: published, ranking, range };
}

/** Ballots over the ranked proposals, also where the bundle does not have them. */
function unpublishedBallots(input: RoundInput) {
  if (!input.ballots || ballotsArePublished(input.rules)) return {};
  const places = placesOfRanked(input);
  const proposal = input.ballots.proposal.map((index) => places[index] ?? 0);
  return { ballots: { starts: input.ballots.starts, proposal } };
}

/** Where each proposal stands among those that are ranked; −1 for the others. */
function placesOfRanked(input: RoundInput): Int32Array {
  let place = 0;
  return Int32Array.from(input.proposals, (_, index) => (rankedIn(input)(index) ? place++ : -1));
}

async function listed(files: ReadonlyMap<string, Uint8Array>): Promise<ListedFile[]> {
  const entries = await Promise.all(
    Array.from(files, async ([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: await sha256Hex(bytes),
    })),
  );
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
