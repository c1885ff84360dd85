import type { RegionCell } from '../ranking/round.queries.js';
import type { DecisionRow } from './decision.queries.js';
import { LATEST_DECISION, STANDING_DECISIONS } from './decision.queries.js';

/** What a queue shows of a proposal beside its counts. */
export interface QueueColumns {
  decision: DecisionRow | null;
  decisions: DecisionRow[];
  usedIn: string[];
  /** What the latest round told of its regions; null where none did. */
  regionsTold: RegionCell[] | null;
}

/**
 * The columns of `QueueColumns` for a proposal `p`: the latest answer that stands, all that stand, the paragraphs
 * that use it in the newest published version of each draft, and what the latest round told of its regions.
 */
export const QUEUE_COLUMNS = `, ${LATEST_DECISION} AS decision, ${STANDING_DECISIONS.column},
  coalesce((SELECT json_agg(used.label ORDER BY used.title, used.position, used.id)
    FROM (SELECT DISTINCT v.title, g.position, g.id, v.title || ', paragraph ' || g.number AS label
      FROM paragraph_source s
        JOIN draft_version v ON v.draft_id = s.draft_id AND v.number = s.version
        JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
      WHERE s.proposal_id = p.id AND v.number = (SELECT max(n.number) FROM draft_version n
        WHERE n.draft_id = v.draft_id AND n.status <> 'working')) AS used), '[]') AS "usedIn",
  (SELECT told.by_region FROM round_count told JOIN round ON round.id = told.round_id
    WHERE told.proposal_id = p.id ORDER BY round.number DESC LIMIT 1) AS "regionsTold"`;
