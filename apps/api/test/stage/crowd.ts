import { randomUUID } from 'node:crypto';
import { memberId } from '../../src/demo/ids.js';
import type { Person, Stage } from './stage.js';

/** So many people of Asha's CLP and standing, who hold no office, each with a session. */
export async function crowd(stage: Stage, count: number): Promise<Person[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await stage.database.query(
    `INSERT INTO member (id, membership_number, display_name, standing, clp_id, joined_on)
     SELECT given.id, upper(given.id::text), 'Somebody', m.standing, m.clp_id, m.joined_on
     FROM unnest($2::uuid[]) AS given(id), member m WHERE m.id = $1`,
    [memberId('asha'), ids],
  );
  return Promise.all(ids.map((id) => stage.asMember(id)));
}
