import { readCsv } from '@clarion/exchange';
import {
  MANIFEST_FILE,
  type Manifest,
  type RoundFiles,
  type RoundTables,
  rankingFileOf,
  readManifest,
  readTables,
  unzipRound,
} from '@clarion/exchange/round';
import type { EntityManager } from 'typeorm';
import type { StoredCell } from '../ranking/round.entity.js';
import type { RoundRankRow } from '../ranking/round-rank.queries.js';
import type { Disagreement } from './agreement.queries.js';
import { areRegionsTold, type KeptRegions, regionsTold } from './round-regions.js';

type Counted = [agree: number, disagree: number, pass: number];

interface KeptCount extends KeptRegions {
  proposalId: string;
  position: number;
  rank: number | null;
  counted: Counted;
  byGroup: (Counted | null)[] | null;
  chosen: number | null;
}

interface KeptNumbers {
  id: string;
  bundle: Buffer;
  matrix: Buffer | null;
  /** The row of the round, in the words of its manifest. */
  said: Record<string, unknown>;
  counts: KeptCount[];
  ranks: RoundRankRow[];
}

/** The numbers of one round after another, as pages read them. */
const NEXT = `SELECT r.id, b.zip AS bundle, m.zip AS matrix,
    json_build_object('number', r.number, 'lens', r.lens, 'voters', r.voter_count, 'roll', r.roll_size,
      'ballots', r.ballot_count, 'regions', r.region_count, 'groups', r.group_sizes,
      'at', to_char(r.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS said,
    coalesce((SELECT json_agg(json_build_object('proposalId', c.proposal_id, 'position', c.position,
        'rank', c.rank, 'counted', ARRAY[c.agree, c.disagree, c.pass], 'byClp', c.by_clp,
        'before', coalesce((SELECT json_agg(e.by_clp) FROM round_count e JOIN round b ON b.id = e.round_id
          WHERE e.proposal_id = c.proposal_id AND b.number < r.number), '[]'),
        'byRegion', c.by_region, 'byGroup', c.by_group, 'chosen', c.chosen))
      FROM round_count c WHERE c.round_id = r.id), '[]') AS counts,
    coalesce((SELECT json_agg(json_build_object('lens', k.lens, 'proposalId', k.proposal_id,
        'position', k.position, 'rank', k.rank, 'tied', k.tied, 'score', k.score, 'best', k.best,
        'worst', k.worst, 'low', k.low, 'high', k.high, 'load', k.load))
      FROM round_rank k WHERE k.round_id = r.id), '[]') AS ranks
  FROM round r JOIN round_bundle b ON b.round_id = r.id LEFT JOIN round_matrix m ON m.round_id = r.id
  WHERE r.manifest IS NOT NULL AND ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT 1`;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What its own row says of a round. */
const saidBy = ({ round, lenses, counts, rollSize, groupSizes }: Manifest) => ({
  number: round.number,
  lens: lenses.official,
  voters: counts.voters,
  roll: rollSize,
  ballots: counts.ballots,
  regions: counts.regions,
  groups: groupSizes,
  at: round.publishedAt,
});

/** Whether the counts of a proposal are those of the tables; of CLPs and groups, those that are published. */
function isCounted(kept: KeptCount, place: number, tables: RoundTables): boolean {
  const { stated, clps, chosen, votes, clpRows } = tables;
  const whole = [stated.agree[place], stated.disagree[place], stated.pass[place]];
  const textOf = ([, agree, disagree, pass]: StoredCell) => String([agree, disagree, pass]);
  const everCounted = new Set([kept.byClp, ...kept.before].flat().map(textOf));
  const isUnderWhole = kept.counted.every(
    (count, choice) => kept.byClp.reduce((sum, cell) => sum + Number(cell[choice + 1]), 0) <= count,
  );
  const areClpsThere = clpRows
    .filter(({ proposal }) => proposal === place)
    .every(({ agree, disagree, pass }) => everCounted.has(String([agree, disagree, pass])));
  const { groups, ...counts } = votes.groups;
  const areGroups = Array.from({ length: groups }, (_, group): Counted | null => {
    const at = place * groups + group;
    const cell: Counted = [counts.agree[at] ?? 0, counts.disagree[at] ?? 0, counts.pass[at] ?? 0];
    return cell.every((count) => count === 0) ? null : cell;
  }).every((cell, group) => isSame(cell, kept.byGroup?.[group] ?? null));
  // How many chose what is not published of few ballots.
  const areChosen = chosen.every((count) => count === 0) || chosen[place] === kept.chosen;
  return (
    isSame(whole, kept.counted) &&
    kept.byClp.length === clps[place] &&
    isUnderWhole &&
    areClpsThere &&
    areGroups &&
    areChosen
  );
}

const numberIn = (cell: string | undefined) => (cell ? Number(cell) : null);

/** An order as its file has it, in the words of its rows. */
function orderIn(files: RoundFiles, lens: Manifest['lenses']['official'], tables: RoundTables) {
  const text = new TextDecoder().decode(files.get(rankingFileOf(lens)));
  const [header = [], ...rows] = readCsv(text);
  const idOf = new Map(tables.proposals.map(({ number, id }) => [String(number), id]));
  return rows.map((row) => {
    const cell = (name: string) => row[header.indexOf(name)];
    return {
      lens,
      proposalId: idOf.get(cell('number') ?? '') ?? '',
      position: Number(cell('position')),
      rank: numberIn(cell('rank')),
      tied: cell('tied') === 'yes',
      score: Number(cell('score')),
      best: numberIn(cell('best')),
      worst: numberIn(cell('worst')),
      low: numberIn(cell('low')),
      high: numberIn(cell('high')),
      // Not published of every round.
      ...(header.includes('load') ? { load: numberIn(cell('load')) } : {}),
    };
  });
}

function problemsOf({ bundle, matrix, said, counts, ranks }: KeptNumbers): string[] {
  const files = unzipRound(bundle);
  const manifest = readManifest(files.get(MANIFEST_FILE) ?? new Uint8Array());
  const tables = readTables(files, manifest.counts);
  const regions = regionsTold(matrix, manifest);
  const problems: string[] = [];
  if (!isSame(said, saidBy(manifest)))
    problems.push('its row says something else than its manifest');
  const countOf = new Map(counts.map((kept) => [kept.proposalId, kept]));
  const orders = manifest.lenses.published.flatMap((lens) => orderIn(files, lens, tables));
  for (const [place, { id, number }] of tables.proposals.entries()) {
    const kept = countOf.get(id);
    const official = orders.find(
      (row) => row.proposalId === id && row.lens === manifest.lenses.official,
    );
    const isPlaced = kept?.position === official?.position && kept?.rank === official?.rank;
    const areRegions = kept && areRegionsTold(kept, regions, { number, place, tables });
    if (!kept || !isPlaced || !areRegions || !isCounted(kept, place, tables)) {
      problems.push(`the counts of proposal ${number} are not those of its files`);
    }
  }
  if (counts.length !== tables.proposals.length) problems.push('it counts other proposals');
  const nameOf = (row: { lens: string; proposalId: string }) => `${row.lens} ${row.proposalId}`;
  const rankOf = new Map(ranks.map((row) => [nameOf(row), row]));
  const wrong = orders.find((row) => {
    const kept = rankOf.get(nameOf(row));
    return !kept || !isSame(row, 'load' in row ? kept : { ...kept, load: undefined });
  });
  if (wrong || ranks.length !== orders.length) {
    problems.push(`an order is not that of its files${wrong ? `: ${wrong.lens}` : ''}`);
  }
  return problems;
}

async function nextAfter(db: EntityManager, last: string | null): Promise<KeptNumbers | null> {
  const [kept] = await db.query<KeptNumbers[]>(NEXT, [last]);
  return kept ?? null;
}

/** Rounds whose numbers, which pages show, are not those of the bundle that the record fixes. */
export async function wrongNumbers(db: EntityManager): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (let kept = await nextAfter(db, null); kept; kept = await nextAfter(db, kept.id)) {
    const { id } = kept;
    try {
      found.push(...problemsOf(kept).map((problem) => ({ id, problem: `round: ${problem}` })));
    } catch (fault) {
      const says = fault instanceof Error ? fault.message : 'its files cannot be read';
      found.push({ id, problem: `round: ${says}` });
    }
  }
  return found;
}
