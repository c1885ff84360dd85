import type { BodyKey } from '../../src/demo/bodies.js';
import { bodyId } from '../../src/demo/ids.js';
import { changePhase, createConsultation, paperOf } from './over-http.js';
import { enrolRoles, freshly, ROLES, type Role, STRANGER, somebody } from './roles.js';
import type { Person, Stage } from './stage.js';
import { contribute, decideAndDraft, makeThings, type Things } from './things.js';

/** Whose the things are that somebody asks about, and how they stand. */
export const SITUATIONS = [
  'own',
  'another’s',
  'another CLP’s',
  'closed',
  'in preparation',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** The things for every role in every situation. */
export type World = Record<Situation, (role: Role) => Things>;

/** A consultation that its officer prepares, with something that waits in it. */
async function prepare(stage: Stage, officer: Person, things: Things): Promise<Things> {
  const paper = paperOf({ commissionIds: [things.bodyId], title: 'Quokka crossings' });
  const { id: consultation } = await createConsultation(officer, paper);
  await changePhase(officer, consultation, 'open');
  const waiting = await contribute(officer, consultation);
  await stage.database.query(`UPDATE proposal SET status = 'waiting' WHERE id = $1`, [
    waiting.proposal,
  ]);
  await stage.database.query(
    `UPDATE consultation SET phase = 'preparing', opened_at = NULL WHERE id = $1`,
    [consultation],
  );
  return { ...things, ...waiting, consultation };
}

const BODY: Partial<Record<Role, BodyKey>> = {
  'society officer': 'sha',
  'NPF representative': 'npf',
};

const isLocal = (role: Role) => role === 'CLP officer' || role === 'lapsed officer';

/** Everybody's own proposal and comment in a consultation. */
async function ownThings(stage: Stage, consultationId: string) {
  const own = new Map<Role, Partial<Things>>();
  for (const role of ROLES) {
    const { person, asker } = await somebody(stage, role);
    if (asker && !asker.lapsedOn) own.set(role, await contribute(person, consultationId));
  }
  return own;
}

export async function makeWorld(stage: Stage): Promise<World> {
  await enrolRoles(stage);
  const as = (key: string) => freshly(stage, key);
  const [author, ewan, officer, stranger] = [
    await as('ruth'),
    await as('ewan'),
    await as('officer-of-ynys-mon'),
    await as(STRANGER.key),
  ];
  const health = { body: 'health', officer: await as('helen'), author, witness: ewan } as const;
  const local = { body: 'ynys-mon', officer, author, witness: officer } as const;
  const other = { body: 'paisley', officer: stranger, author, witness: stranger } as const;
  const open = await makeThings({ ...health, evidenceOf: 'sha' }, 'open');
  const closed = await makeThings({ ...health, evidenceOf: 'sha' }, 'withdrawn');
  const openLocal = await makeThings(local, 'open');
  const closedLocal = await makeThings(local, 'withdrawn');
  const openOther = await makeThings(other, 'open');
  const prepared = await prepare(stage, stranger, openOther);
  const own = await ownThings(stage, open.consultation);
  const ownLocal = await ownThings(stage, openLocal.consultation);
  const forum = await decideAndDraft(await as('representative'), 'npf', open);
  own.set('NPF representative', { ...own.get('NPF representative'), ...forum });
  const actingFor = (role: Role, things: Things) => {
    const body = BODY[role];
    return body ? { ...things, bodyId: bodyId(body) } : things;
  };
  return {
    own: (role) =>
      isLocal(role)
        ? { ...openLocal, ...ownLocal.get(role) }
        : { ...actingFor(role, open), ...own.get(role) },
    'another’s': (role) => (isLocal(role) ? openLocal : actingFor(role, open)),
    'another CLP’s': () => openOther,
    closed: (role) => (isLocal(role) ? closedLocal : actingFor(role, closed)),
    'in preparation': () => prepared,
  };
}
