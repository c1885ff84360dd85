import { HIDDEN_NAME } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { bodyJson } from '../bodies/body.json.js';
import type { BodyRow } from '../bodies/body.queries.js';
import { gather } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';
import type { DraftVersion } from './draft.entity.js';
import type { Labelled } from './source-label.js';

export interface SourceRow extends Labelled {
  /** Of the citation. */
  id: string;
  itemId: string;
  note: string | null;
  /** What was sent: the proposal of a decision, else the item. */
  contributionId: string;
}

export interface ParagraphRow {
  id: string;
  number: string;
  heading: string | null;
  text: string;
  ownReason: string | null;
  sources: SourceRow[];
  /** It came from what the viewer sent or argued for. */
  isMine: boolean;
}

export interface VersionRow {
  number: number;
  status: DraftVersion['status'];
  note: string;
  publishedAt: string | null;
  publishedBy: MemberRow | null;
}

export interface AdoptionRow {
  at: string;
  version: number;
  meeting: string;
  for: number;
  against: number;
  abstained: number;
}

export interface DraftRow {
  id: string;
  consultationId: string;
  bodyId: string;
  body: BodyRow;
  createdById: string;
  createdAt: Date;
  title: string;
  summary: string;
  revision: number;
  version: VersionRow;
  versions: VersionRow[];
  paragraphs: ParagraphRow[];
  adoption: AdoptionRow | null;
  isDrafter: boolean;
}

/** Who reads: decides which versions are there, and which paragraphs are theirs. */
export interface Reader {
  viewerId: string | null;
  /** Bodies that the viewer drafts for. */
  bodyIds: readonly string[];
  /** Representatives draft for every consultation. */
  isForumMember: boolean;
}

export const READER = (reader: Reader) => [reader.viewerId, reader.bodyIds, reader.isForumMember];

/** Whether the reader ($1 to $3) writes in the draft `d`. */
const IS_DRAFTER = `($3::boolean OR d.body_id = ANY($2::uuid[]) OR EXISTS (
  SELECT FROM consultation_commission cc
  WHERE cc.consultation_id = d.consultation_id AND cc.body_id = ANY($2::uuid[])))`;

const VERSION = `json_build_object('number', x.number, 'status', x.status, 'note', x.note,
  'publishedAt', x.published_at, 'publishedBy', CASE WHEN m.id IS NULL THEN NULL ELSE
    json_build_object('id', m.id, 'displayName', m.display_name, 'clpId', m.clp_id) END)`;

/** A source `s` of a paragraph of `d`, with what its label says. */
const SOURCE = `json_build_object('id', s.id, 'note', s.note,
  'kind', CASE WHEN s.proposal_id IS NOT NULL THEN 'proposal' WHEN s.comment_id IS NOT NULL THEN 'comment'
    WHEN s.evidence_id IS NOT NULL THEN 'evidence' ELSE 'decision' END,
  'itemId', coalesce(s.proposal_id, s.comment_id, s.evidence_id, s.decision_id),
  'contributionId', coalesce(s.proposal_id, s.comment_id, s.evidence_id, sd.proposal_id),
  'name', CASE WHEN 'hidden' IN (sp.status, sc.status) THEN '${HIDDEN_NAME}'
    ELSE coalesce(author.display_name, sp.author_name, sc.author_name, giver.name) END,
  'bodyKind', giver.kind, 'rank', rc.rank, 'outcome', sd.outcome,
  'decidedOn', to_char(sd.decided_at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'))`;
const CITED = `FROM paragraph_source s
  LEFT JOIN proposal sp ON sp.id = s.proposal_id
  LEFT JOIN comment sc ON sc.id = s.comment_id
  LEFT JOIN evidence se ON se.id = s.evidence_id
  LEFT JOIN decision sd ON sd.id = s.decision_id`;
const SOURCE_FROM = `${CITED}
  LEFT JOIN member author ON author.id = coalesce(sp.author_id, sc.author_id)
  LEFT JOIN body giver ON giver.id = coalesce(se.body_id, sd.body_id)
  LEFT JOIN round_count rc ON rc.proposal_id = s.proposal_id AND rc.round_id = latest.id`;

/** Sent by the viewer ($1), or a proposal they argued for in its thread. */
const MINE = `$1::uuid IN (sp.author_id, sc.author_id, se.officer_id)
  OR EXISTS (SELECT FROM proposal mp WHERE mp.id = sd.proposal_id AND mp.author_id = $1::uuid)
  OR EXISTS (SELECT FROM comment mc WHERE mc.proposal_id = s.proposal_id
    AND mc.author_id = $1::uuid AND mc.stance = 'for' AND mc.status <> 'withdrawn')`;

const PARAGRAPHS = (version: string) => `coalesce((
  SELECT json_agg(json_build_object('id', g.id, 'number', g.number, 'heading', g.heading,
      'text', g.text, 'ownReason', g.own_reason, 'sources', cited.sources, 'isMine', cited.mine)
    ORDER BY g.position)
  FROM paragraph g
    LEFT JOIN LATERAL (SELECT r.id FROM round r WHERE r.consultation_id = d.consultation_id
      ORDER BY r.number DESC LIMIT 1) latest ON true
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(${SOURCE} ORDER BY s.position, s.id), '[]') AS sources,
        coalesce(bool_or(${MINE}), false) AS mine
      ${SOURCE_FROM}
      WHERE s.draft_id = g.draft_id AND s.version = g.version AND s.paragraph_id = g.id) cited
  WHERE g.draft_id = d.id AND g.version = ${version}), '[]')`;

export const FIELDS = `d.id, d.consultation_id AS "consultationId", d.body_id AS "bodyId",
  ${bodyJson('b')} AS body, d.created_by_id AS "createdById", d.created_at AS "createdAt",
  v.title, v.summary, v.revision, drafter.is AS "isDrafter",
  (SELECT ${VERSION} FROM draft_version x LEFT JOIN member m ON m.id = x.published_by_id
    WHERE x.draft_id = d.id AND x.number = v.number) AS version,
  (SELECT json_agg(${VERSION} ORDER BY x.number DESC)
    FROM draft_version x LEFT JOIN member m ON m.id = x.published_by_id
    WHERE x.draft_id = d.id AND (drafter.sees OR x.status <> 'working')) AS versions,
  ${PARAGRAPHS('v.number')} AS paragraphs,
  (SELECT json_build_object('at', a.adopted_at, 'version', a.version, 'meeting', a.meeting,
      'for', a.for_count, 'against', a.against_count, 'abstained', a.abstained_count)
    FROM adoption a WHERE a.draft_id = d.id) AS adoption`;

/** Drafts in the newest version that the reader may see (a working one until an adoption), or in the one of a number ($4). */
export const FROM = `FROM draft d
  JOIN body b ON b.id = d.body_id
  CROSS JOIN LATERAL (SELECT ${IS_DRAFTER} AS is, ${IS_DRAFTER}
    AND NOT EXISTS (SELECT FROM adoption a WHERE a.draft_id = d.id) AS sees) drafter
  JOIN LATERAL (SELECT * FROM draft_version y
    WHERE y.draft_id = d.id AND (drafter.sees OR y.status <> 'working')
      AND ($4::int IS NULL OR y.number = $4)
    ORDER BY y.number DESC LIMIT 1) v ON true`;

/** One draft with its paragraphs and their sources, in one statement; null when there is nothing the reader may see. */
export async function one(
  db: EntityManager,
  reader: Reader,
  id: string,
  version: number | null = null,
): Promise<DraftRow | null> {
  const [row] = await db.query<DraftRow[]>(`SELECT ${FIELDS} ${FROM} WHERE d.id = $5`, [
    ...READER(reader),
    version,
    id,
  ]);
  return row ?? null;
}

/** Drafts that the reader may see, newest first: all, or those of these consultations. */
export function list(
  db: EntityManager,
  reader: Reader,
  consultationIds: readonly string[] | null,
): Promise<DraftRow[]> {
  return db.query(
    `SELECT ${FIELDS} ${FROM}
     WHERE $5::uuid[] IS NULL OR d.consultation_id = ANY($5)
     ORDER BY d.created_at DESC, d.id LIMIT 100`,
    [...READER(reader), null, consultationIds],
  );
}

/** The paragraphs of a version that the reader may see; null when there is none. */
export async function paragraphsOf(
  db: EntityManager,
  reader: Reader,
  id: string,
  version: number,
): Promise<ParagraphRow[] | null> {
  const [row] = await db.query<{ paragraphs: ParagraphRow[] }[]>(
    `SELECT ${PARAGRAPHS('v.number')} AS paragraphs ${FROM} WHERE d.id = $5`,
    [...READER(reader), version, id],
  );
  return row?.paragraphs ?? null;
}

/** The numbers of its paragraphs that came from what the reader sent or argued for, in order. */
export async function ownNumbers(
  db: EntityManager,
  reader: Reader,
  id: string,
  version: number,
): Promise<string[]> {
  const rows = await db.query<{ number: string }[]>(
    `SELECT g.number ${FROM} JOIN paragraph g ON g.draft_id = d.id AND g.version = v.number
     WHERE d.id = $5 AND EXISTS (SELECT ${CITED}
       WHERE s.draft_id = g.draft_id AND s.version = g.version AND s.paragraph_id = g.id AND (${MINE}))
     ORDER BY g.position`,
    [...READER(reader), version, id],
  );
  return rows.map(({ number }) => number);
}

export interface UseRow {
  proposalId: string;
  draftId: string;
  draft: DraftRow;
  version: VersionRow;
  paragraph: ParagraphRow;
}

/** Where the proposals `$5` were used, themselves or by their decision, in the newest published versions. */
const USED = `SELECT DISTINCT coalesce(s.proposal_id, sd.proposal_id) AS proposal_id, s.draft_id,
    s.paragraph_id, g.position
  FROM paragraph_source s
    LEFT JOIN decision sd ON sd.id = s.decision_id
    JOIN paragraph g ON g.draft_id = s.draft_id AND g.version = s.version AND g.id = s.paragraph_id
  WHERE (s.proposal_id = ANY($5::uuid[]) OR s.decision_id IN
      (SELECT id FROM decision WHERE proposal_id = ANY($5::uuid[])))
    AND s.version = (SELECT max(v.number) FROM draft_version v
      WHERE v.draft_id = s.draft_id AND v.status <> 'working')`;

/** The same by proposal, with the drafts in that version, also for those who write the next one. */
export async function uses(
  db: EntityManager,
  reader: Reader,
  proposalIds: readonly string[],
): Promise<Map<string, UseRow[]>> {
  const asPublic = { ...reader, bodyIds: [], isForumMember: false };
  const found = await db.query<
    (DraftRow & { uses: [proposalId: string, paragraphId: string][] })[]
  >(
    `WITH used AS MATERIALIZED (${USED})
     SELECT ${FIELDS}, (SELECT json_agg(json_build_array(used.proposal_id, used.paragraph_id)
         ORDER BY used.position) FROM used WHERE used.draft_id = d.id) AS uses
     ${FROM} WHERE d.id = ANY(ARRAY(SELECT draft_id FROM used)) ORDER BY d.id`,
    [...READER(asPublic), null, proposalIds],
  );
  const rows = found.flatMap((draft) =>
    draft.uses.flatMap(([proposalId, paragraphId]) => {
      const paragraph = draft.paragraphs.find(({ id }) => id === paragraphId);
      return paragraph
        ? [{ proposalId, draftId: draft.id, draft, version: draft.version, paragraph }]
        : [];
    }),
  );
  return gather(rows, (row) => row.proposalId);
}
