import {
  ACCESS,
  type Access,
  type Asked,
  type Asker,
  isForumMember,
  mayReview,
  refuseAsk,
  ukDay,
} from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_SHUT } from '../src/app.module.js';
import { bodyId } from '../src/demo/ids.js';
import { documentOf, type Field, goodArguments, rootFields } from './stage/every-field.js';
import { documentTo, isNothing, valuesOf, ways } from './stage/paths.js';
import { ROLES, type Role, somebody } from './stage/roles.js';
import { openStage, type Reply, type Stage } from './stage/stage.js';
import { asArguments, isAboutOne } from './stage/things.js';
import { makeWorld, SITUATIONS, type Situation, type World } from './stage/world.js';

const stage = openStage();
let world: World;

beforeAll(async () => {
  world = await makeWorld(stage);
  await takePart();
}, 120_000);

/** Asha votes on Ruth's proposal, marks her comment and says what she thinks of the answer. */
async function takePart() {
  const { person: asha } = await somebody(stage, 'member');
  const { proposal, comment, decision } = world['another’s']('member');
  const reply = await asha.ask(
    `mutation ($proposal: ID!) { castVote(proposalId: $proposal, choice: agree) { __typename } }`,
    { proposal },
  );
  expect(reply.castVote.__typename).toBe('Vote');
  await asha.ask(
    'mutation ($comment: ID!) { markGoodPoint(commentId: $comment, good: true) { __typename } }',
    { comment },
  );
  await asha.ask(
    'mutation ($decision: ID!) { answerVerdict(decisionId: $decision, verdict: yes) { __typename } }',
    { decision },
  );
}

const rowOf = (name: string): Access => ACCESS[name as Asked];
const now = () => ({ now: new Date(), isDemo: true });

/** A difference between what the table says and what was answered. */
interface Difference {
  field: string;
  role: Role;
  situation: Situation | 'anything';
  expected: string;
  answered: unknown;
}

/** What the table lets one expect: the very refusal, some refusal (or nothing), or an answer. */
function expectation(name: string, asker: Asker | null, situation: Situation) {
  const row = rowOf(name);
  const [, field = ''] = name.split('.');
  const denied = refuseAsk(name as Asked, asker, now());
  if (denied) return { denied };
  const isOthers =
    (row.of === 'own' && isAboutOne(field) && situation === 'another’s') ||
    (row.of === 'body' && situation === 'another CLP’s') ||
    (row.of === 'published' && situation === 'in preparation');
  // Whoever sits on the National Policy Forum works on every draft and every queue.
  const isForum = isForumMember(asker?.offices ?? [], ukDay(new Date()));
  if (isOthers && !(isForum && (row.who === 'draft' || isReadByForum(name)))) return 'nothing';
  if (row.closed === 'refused' && situation === 'closed') return 'nothing';
  return 'answered';
}

const isReadByForum = (name: string) =>
  ['Query.draft', 'Query.drafts', 'Query.reviewing'].includes(name);

const OF_ACCESS = [
  'not_signed_in',
  'not_an_officer',
  'not_a_representative',
  'not_yours',
  'lapsed',
];

interface Answer {
  __typename?: string;
  reason?: string;
  message?: string;
}

/** What is wrong with an answer, if anything. */
function wrongWith(
  reply: Reply<Record<string, Answer | null>>,
  field: Field,
  expected: ReturnType<typeof expectation>,
  situation: Situation,
): unknown {
  const answer = reply.data?.[field.name];
  const isRefusal = answer?.__typename === 'Refusal';
  if (reply.errors) return reply.errors;
  if (typeof expected === 'object') {
    const { message } = expected.denied;
    return isNothing(answer) || (isRefusal && answer.message === message) ? null : answer;
  }
  if (expected === 'nothing') return isRefusal || isNothing(answer) ? null : answer;
  const isOwn = situation === 'own' && isRefusal;
  return isOwn && OF_ACCESS.includes(answer.reason ?? '') ? answer : null;
}

/** What a page of a list says of itself, so that an empty one can be told. */
const COUNTED: Record<string, string> = {
  consultations: '{ totalCount }',
  search: '{ hits { id } }',
};

/** Asks every field of a kind as everybody, about everything. */
async function sweep(
  on: Stage,
  kind: 'query' | 'mutation',
  roles: readonly Role[] = ROLES,
): Promise<{ asked: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let asked = 0;
  for (const field of rootFields(kind)) {
    const name = `${kind === 'query' ? 'Query' : 'Mutation'}.${field.name}`;
    const document = documentOf(kind, field, COUNTED[field.name]);
    for (const role of roles) {
      const { person, asker } = await somebody(on, role);
      // What is not for somebody at all is not asked about everything there is.
      const isDenied = refuseAsk(name as Asked, asker, now()) !== null;
      for (const situation of isDenied ? (['own', 'closed'] as const) : SITUATIONS) {
        const known = asArguments(world[situation](role));
        const reply = await person.send(document, goodArguments(field, known));
        asked += 1;
        const expected = expectation(name, asker, situation);
        const answered = wrongWith(reply, field, expected, situation);
        if (answered === null) continue;
        differences.push({
          field: name,
          role,
          situation,
          expected: JSON.stringify(expected),
          answered,
        });
      }
    }
  }
  return { asked, differences };
}

// Nobody reaches a viewer but themselves; who is told what over a connection, `live.test.ts` asks.
const ELSEWHERE = /^(Query|Mutation|Viewer|Subscription|TallyNews)\.|\//;
const sensitive = Object.keys(ACCESS).filter((name) => !ELSEWHERE.test(name));

/** Who may see something sensitive about Ruth's proposal and Asha's part, beyond who may ask. */
function maySee(name: string, role: Role, asker: Asker | null): boolean {
  const row = rowOf(name);
  if (refuseAsk(name as Asked, asker, now())) return false;
  if (row.of === 'own') return role === 'member';
  const on = ukDay(new Date());
  const reviews = mayReview(asker?.offices ?? [], [bodyId('health')], on);
  if (row.of === 'counted') return reviews || role === 'member';
  return row.of === 'body' ? reviews : true;
}

/** What each role sees of a field, of Ruth's things and of Asha's. */
async function seen(name: string, all: ReturnType<typeof ways>) {
  const { root, document } = documentTo(name, all);
  const sights: { role: Role; asker: Asker | null; values: unknown[]; errors: unknown }[] = [];
  for (const role of ROLES) {
    const { person, asker } = await somebody(stage, role);
    for (const things of [world['another’s']('member'), world.own('member')]) {
      const reply = await person.send(document, goodArguments(root, asArguments(things)));
      const values = valuesOf(reply.data, name.split('.')[1] ?? '');
      sights.push({ role, asker, values, errors: reply.errors });
    }
  }
  return sights;
}

describe('The table of access against what is answered', () => {
  test('every sensitive field shows something to those it is for, and nothing to anybody else', async () => {
    const all = ways();
    const differences: Difference[] = [];
    const shown = new Set<string>();
    for (const name of sensitive) {
      for (const { role, asker, values, errors } of await seen(name, all)) {
        const isShown = values.some((value) => !isNothing(value));
        if (isShown) shown.add(name);
        if (errors || (isShown && !maySee(name, role, asker))) {
          differences.push({
            field: name,
            role,
            situation: 'anything',
            expected: 'nothing',
            answered: errors ?? values,
          });
        }
      }
    }
    expect(differences).toEqual([]);
    expect([...shown]).toEqual(
      expect.arrayContaining([
        'Proposal.myVote',
        'Proposal.isMine',
        'Proposal.tally',
        'Comment.isMine',
        'Comment.isGoodPointByMe',
        'Consultation.myVoteCount',
        'Consultation.queue',
        'Decision.myVerdict',
        'Draft.publishCheck',
      ]),
    );
  }, 120_000);

  test.each(['query', 'mutation'] as const)(
    'every %s answers everybody as its row says, about their own, another’s, another CLP’s, what is closed and what is in preparation',
    async (kind) => {
      const { asked, differences } = await sweep(stage, kind);
      expect(differences).toEqual([]);
      expect(asked).toBeGreaterThan(rootFields(kind).length * ROLES.length * 2);
    },
    300_000,
  );

  test('with the guard off this test is red', async () => {
    const open = await stage.beside({ ...ALL_SHUT, access: false });
    const { differences } = await sweep(open, 'mutation', ['member']);
    expect(differences.map(({ field }) => field)).toContain('Mutation.createConsultation');
  }, 120_000);
});
