import { BEFOREHAND, type Foretold } from '@clarion/deliberation';
import { beforeAll, expect, test } from '@jest/globals';
import { documentOf, goodArguments, type Known, rootFields } from './stage/every-field.js';
import { documentTo, isNothing, valuesOf, ways } from './stage/paths.js';
import { ROLES, type Role, somebody } from './stage/roles.js';
import { openStage, type Person } from './stage/stage.js';
import { asArguments, type Things } from './stage/things.js';
import { makeWorld, SITUATIONS, type Situation, type World } from './stage/world.js';

const stage = openStage();
let world: World;
/** Visitors are led to sign in; the rest differ from those who stay in nothing that a button asks. */
const LEFT_OUT: readonly Role[] = [
  ...(['visitor', 'affiliated supporter', 'facilitator', 'scrutineer', 'administrator'] as const),
];
/** Everybody who is signed in, with the bodies that they act for. */
const everybody: { role: Role; person: Person; bodies: readonly string[] }[] = [];

beforeAll(async () => {
  world = await makeWorld(stage);
  for (const role of ROLES.filter((each) => !LEFT_OUT.includes(each))) {
    const { person, asker } = await somebody(stage, role);
    everybody.push({ role, person, bodies: asker?.offices.map(({ bodyId }) => bodyId) ?? [] });
  }
}, 120_000);

/** What each field is asked about. What only moderators and authors reach has a test of its own: `beforehand-moderation.test.ts`. */
const ABOUT: Record<string, keyof Things> = {
  Consultation: 'consultation',
  Proposal: 'proposal',
  Comment: 'comment',
  Evidence: 'evidence',
  Decision: 'decision',
  Deck: 'consultation',
  PriorityBallot: 'consultation',
  Draft: 'draft',
};

const TYPED = /^(statement|argument|body|reason|title|summary|note|words|claim|text)$/;
/** Longer than anything may be: reports and acts may have no words. */
const TOO_LONG = 'x'.repeat(20_000);

/** Arguments that are in order but for what is typed, so that nothing happens: that is asked last. */
const about = (things: Things, thing: string): Known => {
  const known = asArguments(things);
  return (name, field) => {
    if (name === 'aboutId') return thing;
    if (name === 'to') return 'open';
    if (name === 'after') return 1;
    const mayBeEmpty = field === 'report' || field === 'moderate';
    if (!TYPED.test(name) || (name === 'reason' && mayBeEmpty)) return known(name, field);
    return mayBeEmpty ? TOO_LONG : '';
  };
};

/** What is typed, or chosen, or not there yet: a page says it beside the button. */
const LATER = ['empty', 'too_long', 'reason_required', 'nothing_to_publish', 'changed_since'];
/** A version that is being written already is shown, with a button of its own. */
const SHOWN = ['working_version_exists'];

interface Told {
  field: string;
  act: string;
  mutations: readonly string[];
}

const told: Told[] = (Object.entries(BEFOREHAND) as [string, Foretold][])
  .filter(([field]) => (field.split('.')[0] ?? '') in ABOUT)
  .flatMap(([field, of]) =>
    Array.isArray(of)
      ? [{ field, act: '', mutations: of as readonly string[] }]
      : Object.entries(of).map(([act, mutations]) => ({ field, act, mutations })),
  );

const all = ways();

/** Whether a field says that somebody may. */
async function says(person: Person, { field, act }: Told, known: Known): Promise<boolean> {
  const { root, document } = documentTo(field, all);
  const { data } = await person.send(document, goodArguments(root, known));
  const name = field.split('.')[1] ?? '';
  const values = valuesOf(data, name);
  if (name === 'refusal') return values.length > 0 && values.every((each) => each === null);
  return values.some((each) => (act ? (each as string[]).includes(act) : !isNothing(each)));
}

/** Why a mutation refuses somebody, beside what is typed; null where it does not. */
async function refused(person: Person, mutation: string, known: Known): Promise<string | null> {
  const field = rootFields('mutation').find(({ name }) => `Mutation.${name}` === mutation);
  if (!field) throw new Error(`there is no ${mutation}`);
  const reply = await person.send<any>(documentOf('mutation', field), goodArguments(field, known));
  const { __typename, reason } = reply.data[field.name];
  return __typename === 'Refusal' && ![...LATER, ...SHOWN].includes(reason) ? reason : null;
}

/** The same for any of the bodies that they act for, as a page offers each. */
async function refusedForAll(person: Person, mutation: string, known: Known, bodies: string[]) {
  let reason: string | null = null;
  for (const bodyId of bodies) {
    reason = await refused(person, mutation, (name, field) =>
      /^(bodyId|commissionId)$/.test(name) ? bodyId : known(name, field),
    );
    if (reason === null) return null;
  }
  return reason;
}

/** A consultation speaks of what others propose; and nothing is sent into one before it opens. */
const applies = ({ field }: Told, situation: Situation): boolean => {
  // Nobody has answered what everybody wrote themselves.
  if (field.startsWith('Decision.') && situation === 'own') return false;
  const ofConsultation = /^(Consultation|Deck|PriorityBallot|Draft)\./.test(field);
  return ofConsultation ? situation !== 'own' : situation !== 'in preparation';
};

const setPhase = (from: string, to: string) =>
  stage.database.query('UPDATE consultation SET phase = $2 WHERE phase = $1', [from, to]);

const isChoosing = ({ act, field }: Told) =>
  act === 'prioritise' || field === 'PriorityBallot.refusal';

/** What must be there for some to be let through. */
async function prepare(one: Told): Promise<void> {
  const { field } = one;
  if (isChoosing(one)) await setPhase('open', 'prioritising');
  if (field !== 'Decision.mayAnswer') return;
  // Everybody who may vote agrees; whoever lapsed did so before.
  await stage.database.query(
    `UPDATE member SET lapsed_on = lapsed_on + 90 WHERE lapsed_on < now()`,
  );
  for (const { role, person } of everybody) {
    const known = about(world['another’s'](role), '');
    await refused(person, 'Mutation.castVote', known);
  }
  await stage.database.query(
    `UPDATE member SET lapsed_on = lapsed_on - 90 WHERE lapsed_on > now()`,
  );
}

test.each(told)('$field $act is told exactly to whom it is let through', async (one) => {
  await prepare(one);
  const wrong: object[] = [];
  const seen = new Set<boolean>();
  for (const { role, person, bodies } of everybody) {
    for (const situation of SITUATIONS.filter((each) => applies(one, each))) {
      const things = world[situation](role);
      const thing = things[ABOUT[one.field.split('.')[0] ?? ''] as keyof Things];
      const known = about(things, thing);
      const may = await says(person, one, known);
      seen.add(may);
      for (const mutation of one.mutations) {
        const reason = await refusedForAll(person, mutation, known, [things.bodyId, ...bodies]);
        if (may !== (reason === null)) wrong.push({ role, situation, mutation, may, reason });
      }
    }
  }
  if (isChoosing(one)) await setPhase('prioritising', 'open');
  expect(wrong).toEqual([]);
  expect(seen).toEqual(new Set([true, false]));
});
