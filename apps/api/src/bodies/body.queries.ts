import { type BodyKind, ukDay } from '@clarion/deliberation';
import type { EntityManager } from 'typeorm';
import { byId, gather } from '../graphql/loader.js';

export interface BodyRow {
  id: string;
  kind: BodyKind;
  name: string;
  field: string | null;
  description: string | null;
  parentId: string | null;
  from: string | null;
  until: string | null;
  interest: string | null;
}

const FIELDS = `id, kind, name, field, description, parent_id AS "parentId", "from", until, interest`;

/** Bodies of these kinds (or of all), by name then id: those standing on a day, or all that ever stood. */
export function list(
  db: EntityManager,
  options: { kinds: readonly string[] | null; standingOn: Date | null },
): Promise<BodyRow[]> {
  return db.query(
    `SELECT ${FIELDS} FROM body
     WHERE ($1::text[] IS NULL OR kind = ANY($1))
       AND ($2::date IS NULL OR ("from" IS NULL OR "from" <= $2) AND (until IS NULL OR until >= $2))
     ORDER BY name, id`,
    [options.kinds, options.standingOn && ukDay(options.standingOn)],
  );
}

export async function byIds(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, BodyRow>> {
  return byId(await db.query<BodyRow[]>(`SELECT ${FIELDS} FROM body WHERE id = ANY($1)`, [ids]));
}

/** The bodies that took over the work of each of these, by name. */
export async function successors(
  db: EntityManager,
  ids: readonly string[],
): Promise<Map<string, BodyRow[]>> {
  const rows = await db.query<(BodyRow & { of: string })[]>(
    `SELECT ${FIELDS}, s.body_id AS "of" FROM body_successor s JOIN body ON body.id = s.successor_id
     WHERE s.body_id = ANY($1) ORDER BY name, id`,
    [ids],
  );
  return gather(rows, (row) => row.of);
}
