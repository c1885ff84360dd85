import { commonGround, countByGroup, opinionGroups } from '@clarion/deliberation';
import { adjustedRand } from '@clarion/deliberation/opinion/adjusted-rand';
import { countsOf, type PolisExport } from '@clarion/exchange';
import type { Outcome } from './outcome.js';
import { oneLine } from './print.js';

/** One seed for all, so that two people who recount the same export find the same groups. */
const SEED = 'recount';

/** `recount matrix <Polis export>`: counts, groups from a cold start, and consensus by the published groups. */
export function recountPolis(polis: PolisExport): Outcome {
  const { statements, people, votes } = polis;
  const found = opinionGroups(
    {
      votes,
      people: people.length,
      statements: statements.length,
      leftOut: Uint8Array.from(statements, ({ moderated }) => (moderated === -1 ? 1 : 0)),
    },
    { seed: SEED },
  );
  const ids = [...new Set(people.map(({ groupId }) => groupId))]
    .filter((id) => id !== null)
    .sort((a, b) => a - b);
  const published = Int8Array.from(people, ({ groupId }) =>
    groupId === null ? -1 : ids.indexOf(groupId),
  );
  const consensus =
    ids.length > 0
      ? commonGround(countByGroup(votes, statements.length, published, ids.length))
      : null;
  const agreement = adjustedRand(found.group, published);
  const rows = countsOf(polis).map((counts, at) => ({
    id: counts.statementId,
    agrees: counts.agrees,
    disagrees: counts.disagrees,
    passes: counts.passes,
    consensus: consensus?.product[at] ?? null,
    moderated: statements[at]?.moderated ?? 0,
    body: statements[at]?.body ?? '',
  }));
  return {
    identical: true,
    lines: [
      oneLine(polis.topic),
      ...polis.summary.sentences,
      sizesLine('Groups found anew, from a cold start', Array.from(found.sizes)),
      sizesLine(
        'Groups as published',
        ids.map((_, at) => published.filter((group) => group === at).length),
      ),
      agreement === null
        ? 'No group is published, so there is nothing to compare with.'
        : `Adjusted Rand index of the two: ${agreement.toFixed(4)} (1 is the same; published groups depend on their own history).`,
      '',
      'statement  agree  disagree  pass  consensus by the published groups',
      ...rows.map(
        (row) =>
          `${String(row.id).padStart(9)}  ${String(row.agrees).padStart(5)}  ${String(row.disagrees).padStart(8)}  ${String(row.passes).padStart(4)}  ${row.consensus === null ? '–' : row.consensus.toFixed(6)}  ${oneLine(row.body).slice(0, 60)}`,
      ),
    ],
    json: {
      topic: polis.topic,
      summary: polis.summary,
      groupsFound: Array.from(found.sizes),
      silhouette: found.silhouette,
      adjustedRandIndex: agreement,
      statements: rows,
      groups: people.map(({ id, groupId }, at) => ({
        id,
        published: groupId,
        found: found.group[at],
      })),
    },
  };
}

const sizesLine = (what: string, sizes: readonly number[]): string =>
  sizes.length === 0
    ? `${what}: none.`
    : `${what}: ${sizes.length}, of ${sizes.join(', ')} people.`;
