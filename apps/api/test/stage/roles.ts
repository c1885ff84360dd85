import type { Asker, OfficeName, Standing } from '@clarion/deliberation';
import { begin, viewerById } from '../../src/accounts/session.service.js';
import type { BodyKey } from '../../src/demo/bodies.js';
import { bodyId, memberId } from '../../src/demo/ids.js';
import { dayIn, inDays } from './over-http.js';
import { AT_A_TEST, type Person, type Stage } from './stage.js';

interface RoleScript {
  /** The key of somebody of the cast, or of somebody who is put on the roll for this. */
  key: string;
  standing?: Standing;
  office?: [BodyKey, OfficeName];
  lapsed?: true;
  held?: true;
}

/** Everybody who may ask for something: as different as the rules know people. */
const SCRIPTS = {
  'registered supporter': { key: 'registered', standing: 'registered_supporter' },
  'affiliated supporter': { key: 'sunita' },
  member: { key: 'asha' },
  'CLP officer': { key: 'officer-of-ynys-mon', office: ['ynys-mon', 'policy_officer'] },
  'society officer': { key: 'ewan' },
  'NPF representative': { key: 'representative', office: ['npf', 'representative'] },
  convenor: { key: 'helen' },
  facilitator: { key: 'priya' },
  moderator: { key: 'joan' },
  scrutineer: { key: 'lowri' },
  administrator: { key: 'administrator', office: ['nec', 'administrator'] },
  'lapsed officer': { key: 'lapsed', office: ['ynys-mon', 'secretary'], lapsed: true },
  'member whose contact is held': { key: 'held', held: true },
} as const satisfies Record<string, RoleScript>;

export type Role = keyof typeof SCRIPTS | 'visitor';
export const ROLES: readonly Role[] = ['visitor', ...(Object.keys(SCRIPTS) as Role[])];

/** An officer of another CLP, whose things are nobody's here. */
export const STRANGER: RoleScript = {
  key: 'officer-of-paisley',
  office: ['paisley', 'secretary'],
};

/** Puts somebody of Ynys Môn on the roll. */
export async function enrol({ database }: Stage, script: RoleScript): Promise<void> {
  const { key, standing = 'member', office, lapsed, held } = script;
  const id = memberId(key);
  await database.query(
    `INSERT INTO member (id, membership_number, display_name, standing, clp_id, joined_on, lapsed_on)
     VALUES ($1, $2, $2, $3, $4, '2019-01-01', $5)`,
    [id, key, standing, bodyId('ynys-mon'), lapsed ? dayIn(-30) : null],
  );
  if (office) {
    await database.query(
      `INSERT INTO office (id, member_id, body_id, office, "from") VALUES ($1, $1, $2, $3, '2020-01-01')`,
      [id, bodyId(office[0]), office[1]],
    );
  }
  if (held) {
    await database.query(
      `INSERT INTO contact (member_id, email, email_key, changed_at, held_until)
       VALUES ($1, 'held@example.org', 'held@example.org', now(), $2)`,
      [id, inDays(2)],
    );
  }
}

/** Puts on the roll whoever the cast does not have. */
export async function enrolRoles(stage: Stage): Promise<void> {
  const inCast = new Set(['sunita', 'asha', 'ewan', 'helen', 'priya', 'joan', 'lowri']);
  for (const script of [...Object.values(SCRIPTS), STRANGER]) {
    if (!inCast.has(script.key)) await enrol(stage, script);
  }
}

const keyOf = (role: Role): string => (role === 'visitor' ? '' : SCRIPTS[role].key);

/** Somebody with a session that begins now, by their key. */
export async function freshly(stage: Stage, key: string): Promise<Person> {
  if (!key) return stage.as('visitor');
  const id = memberId(key);
  return stage.with(id, await begin(stage.database.manager, id, new Date(), AT_A_TEST));
}

/** Somebody of a role, and as the table of access sees them. */
export async function somebody(
  stage: Stage,
  role: Role,
): Promise<{ person: Person; asker: Asker | null }> {
  const person = await freshly(stage, keyOf(role));
  const asker = person.id ? await viewerById(stage.database.manager, person.id, new Date()) : null;
  return { person, asker };
}
