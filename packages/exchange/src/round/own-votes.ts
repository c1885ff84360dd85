import { commitBallot, fromHex, toHex } from '@clarion/record';
import { COMMITMENTS_FILE, OPENINGS_FILE } from './commitment-files.js';
import { MANIFEST_FILE, readManifest } from './manifest.js';
import { type FateRow, readBatches, readFates, readOpenings } from './read-commitments.js';
import { fileIn, PROPOSAL_COLUMNS, PROPOSALS_FILE } from './read-tables.js';
import type { RoundFiles } from './round-input.js';
import { readTable } from './round-table.js';

/** A vote as the browser that cast it keeps it; all but the ids and the choice in hexadecimal. */
export interface KeptVote {
  proposalId: string;
  choice: string;
  random: string;
  previous: string | null;
  /** The batch that its receipt names, where there is one. */
  batch: number | null;
  /** Whether this browser knows of nothing after it on the proposal. */
  isLast: boolean;
}

/**
 * What a round says of it. opened: counted as it was cast · hidden: not opened, as fewer than ten ·
 * superseded: replaced, which this browser knows · replaced: by something this browser does not know ·
 * void: on a proposal that is not ranked · waiting: not in the record when the round was made ·
 * missing: in the record, and neither opened nor accounted for.
 */
export interface OwnVote {
  vote: KeptVote;
  found: 'opened' | 'hidden' | 'superseded' | 'replaced' | 'void' | 'waiting' | 'missing';
  /** Why, where the round gives a reason. */
  reason: string;
}

/**
 * Looks for one's own votes in a bundle; null where it opens none. What the bundle says is only as good as
 * the bundle: recount it too. Throws MalformedFile for what cannot be read.
 */
export async function ownVotes(
  files: RoundFiles,
  kept: readonly KeptVote[],
): Promise<OwnVote[] | null> {
  if (!files.has(COMMITMENTS_FILE) || !files.has(OPENINGS_FILE)) return null;
  const { consultation } = readManifest(fileIn(files, MANIFEST_FILE));
  const numberOf = new Map(
    readTable(PROPOSALS_FILE, fileIn(files, PROPOSALS_FILE), PROPOSAL_COLUMNS).map(({ cells }) => [
      cells.id,
      Number(cells.number),
    ]),
  );
  const commitments = await Promise.all(
    kept.map(async (vote) => {
      const { proposalId: proposal, choice, random, previous } = vote;
      const opening = { consultation: consultation.id, proposal, choice, random: bytes(random) };
      const before = previous === null ? null : bytes(previous);
      return toHex(await commitBallot({ ...opening, previous: before }));
    }),
  );
  const asked = new Set(commitments);
  const fates = new Map<string, FateRow>();
  for (const row of readFates(files)) if (asked.has(row.commitment)) fates.set(row.commitment, row);
  const lines = linesOf(files, new Set(kept.map(({ random }) => random)));
  const batches = readBatches(files).batches.map(({ batch }) => batch);
  return kept.map((vote, place) => {
    const row = fates.get(commitments[place] ?? '');
    const line = [numberOf.get(vote.proposalId), vote.choice, vote.random, vote.previous ?? ''];
    const isThere = lines.has(line.join(','));
    if (!row) {
      const isLost = vote.batch !== null && batches.includes(vote.batch);
      return { vote, found: isLost ? 'missing' : 'waiting', reason: '' };
    }
    return { vote, found: foundBy(row, isThere, vote), reason: row.reason };
  });
}

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();

function foundBy({ fate }: FateRow, isThere: boolean, { isLast }: KeptVote): OwnVote['found'] {
  if (fate === 'opened') return isThere ? 'opened' : 'missing';
  if (fate === 'superseded') return isLast ? 'replaced' : 'superseded';
  return fate;
}

/** The openings that have one of these random numbers. */
function linesOf(files: RoundFiles, randoms: ReadonlySet<string>): Set<string> {
  const lines = new Set<string>();
  for (const { proposal, choice, random, previous } of readOpenings(files)) {
    if (randoms.has(random)) lines.add([proposal, choice, random, previous].join(','));
  }
  return lines;
}
