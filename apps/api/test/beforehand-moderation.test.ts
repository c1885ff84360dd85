import { MODERATOR_MAY, type ModeratorMay } from '@clarion/deliberation';
import { beforeAll, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import {
  answerAppeal,
  appeal,
  moderate,
  queue,
  readSealed,
  report,
  suspend,
  undo,
} from './stage/moderating.js';
import { type Answer, comment, openConsultation, propose } from './stage/over-http.js';
import { enrol, enrolRoles, freshly, type Role, somebody } from './stage/roles.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();

const ROLES: readonly Role[] = [
  ...(['registered supporter', 'member', 'CLP officer', 'society officer', 'convenor'] as const),
  ...(['facilitator', 'moderator', 'administrator', 'lapsed officer'] as const),
];
/** Everybody who is asked, a CLP's own moderator among them. */
const everybody: { role: string; person: Person }[] = [];
let ruth: Person;
let joan: Person;
let priya: Person;
/** Where things are said: in a consultation of a national body, and of Ynys Môn. */
const threads = { national: '', local: '' };
const consultations = { national: '', local: '' };

beforeAll(async () => {
  await enrolRoles(stage);
  const key = 'moderator-of-ynys-mon';
  await enrol(stage, { key, office: ['ynys-mon', 'moderator'] });
  for (const role of ROLES) everybody.push({ role, ...(await somebody(stage, role)) });
  everybody.push({ role: 'CLP moderator', person: await freshly(stage, key) });
  ruth = await stage.as('ruth');
  [joan, priya] = [await stage.as('joan'), await stage.as('priya')];
  const officers = {
    national: await stage.as('helen'),
    local: await freshly(stage, 'officer-of-ynys-mon'),
  };
  for (const where of ['national', 'local'] as const) {
    const commissionIds = [bodyId(where === 'local' ? 'ynys-mon' : 'health')];
    consultations[where] = await openConsultation(officers[where], { commissionIds });
    threads[where] = (await propose(ruth, consultations[where])).id;
  }
}, 60_000);

const said = async (where: keyof typeof threads = 'national', changes = {}) =>
  (await comment(ruth, threads[where], changes)).id;

/** Puts somebody in the place of the author, who may not be let to write themselves. */
const theirOwn = async ({ id: by }: Person) => {
  const id = await said();
  await stage.database.query('UPDATE comment SET author_id = $2 WHERE id = $1', [id, by]);
  return id;
};

/** A moderator who is not the one that is asked. */
const anotherThan = ({ id }: Person) => (id === joan.id ? priya : joan);

type Making = Record<string, (person: Person) => Promise<string>>;

/** What moderators find reported. */
const CASES: Making = {
  'a stranger’s': () => said(),
  'in a CLP’s consultation': () => said('local'),
  'which they reported': async (person) => {
    const id = await said();
    await report(person, id);
    return id;
  },
  'their own': theirOwn,
  'an answer to them': async (person) => said('national', { parentId: await theirOwn(person) }),
  'brought in from elsewhere': async () => {
    const id = await said();
    await stage.database.query(
      `UPDATE comment SET author_id = NULL, author_name = 'Somebody' WHERE id = $1`,
      [id],
    );
    return id;
  },
  'a proposal': async () => (await propose(ruth, consultations.national)).id,
  'a locked proposal': async () => {
    const { id } = await propose(ruth, consultations.national);
    await stage.database.query('UPDATE proposal SET is_locked = true WHERE id = $1', [id]);
    return id;
  },
};

const REASONS = {
  hide: 'abuse',
  move: 'off_topic',
  merge: 'duplicate',
  lock: 'off_topic',
  keep: 'abuse',
} as const;

/** Longer than a note may be: who acts is asked before what is typed. */
const TOO_LONG = 'x'.repeat(20_000);
const isRefused = ({ __typename }: Answer) => __typename === 'Refusal';

/** Whether an act is let through, but for where it would move something to. What it did is taken back. */
async function mayDo(by: Person, aboutId: string, act: ModeratorMay): Promise<boolean> {
  const changes = { act, reason: REASONS[act] as 'abuse', toId: null };
  const answer = await moderate(by, aboutId, changes);
  if (isRefused(answer)) return answer.field === 'toId';
  if (act !== 'keep') expect(isRefused(await undo(by, answer.id))).toBe(false);
  return true;
}

async function maySuspend(by: Person, aboutId: string): Promise<boolean> {
  // Without an author nothing happens either.
  const [{ hasAuthor }] = await stage.database.query(
    `SELECT coalesce(p.author_id, c.author_id) IS NOT NULL AS "hasAuthor" FROM (VALUES ($1::uuid)) x(id)
       LEFT JOIN proposal p USING (id) LEFT JOIN comment c USING (id)`,
    [aboutId],
  );
  const answer = await suspend(by, aboutId, hasAuthor ? { note: TOO_LONG } : {});
  return !isRefused(answer) || answer.reason === 'too_long';
}

/** Somebody without an account may report as often as they like. */
const reportedByVisitor = (id: string) =>
  stage.database.query(
    `INSERT INTO report (id, about_kind, about_id, reason, words, at)
     SELECT gen_random_uuid(), CASE WHEN EXISTS (SELECT FROM proposal p WHERE p.id = $1) THEN 'proposal'
       ELSE 'comment' END, $1, 'abuse', '', now()`,
    [id],
  );

/** What was found wrong, and what was told of anybody at all. */
interface Found {
  wrong: object[];
  told: Set<boolean>;
}

/** Makes each thing for everybody, and compares what they are told with what they are let do. */
async function sweep(
  makings: Making,
  compare: (person: Person, id: string) => Promise<[what: string, told: boolean, may: boolean][]>,
): Promise<Found> {
  const found: Found = { wrong: [], told: new Set() };
  for (const [situation, make] of Object.entries(makings)) {
    for (const { role, person } of everybody) {
      const id = await make(person);
      for (const [what, told, may] of await compare(person, id)) {
        found.told.add(told);
        if (told !== may) found.wrong.push({ situation, role, what, told, may });
      }
    }
  }
  return found;
}

const EXACT: Found = { wrong: [], told: new Set([true, false]) };

test('What a case says that a moderator may do is exactly what is let through', async () => {
  const compare = async (person: Person, id: string) => {
    await reportedByVisitor(id);
    const found = (await queue(person))?.edges.find(({ node }: any) => node.id === id)?.node;
    const told: Record<string, boolean> = {
      suspend: found?.viewerMaySuspend ?? false,
      ...Object.fromEntries(MODERATOR_MAY.map((act) => [act, !!found?.viewerMay.includes(act)])),
    };
    const may: Record<string, boolean> = { suspend: await maySuspend(person, id) };
    // Last what closes the case.
    for (const act of ['move', 'merge', 'lock', 'hide', 'keep'] as const) {
      may[act] = await mayDo(person, id, act);
    }
    await stage.database.query('DELETE FROM report');
    return Object.keys(told).map((act): [string, boolean, boolean] => [
      act,
      told[act] === true,
      may[act] === true,
    ]);
  };
  expect(await sweep(CASES, compare)).toEqual(EXACT);
}, 120_000);

const hiddenBy = async (by: Person, id: string, reason: 'abuse' | 'unlawful' = 'abuse') =>
  (await moderate(by, id, { reason })).id;

/** Acts against which somebody might appeal. */
const ACTS: Making = {
  'done to a stranger': async (person) => hiddenBy(anotherThan(person), await said()),
  'done to them': async (person) => hiddenBy(anotherThan(person), await theirOwn(person)),
  'that found nothing wrong with theirs': async (person) => {
    const kept = { act: 'keep', reason: REASONS.keep } as const;
    return (await moderate(anotherThan(person), await theirOwn(person), kept)).id;
  },
  'taken back': async (person) => {
    const act = await hiddenBy(anotherThan(person), await theirOwn(person));
    await undo(anotherThan(person), act);
    return act;
  },
  'of long ago': async (person) => {
    const act = await hiddenBy(anotherThan(person), await theirOwn(person));
    await stage.database.query(
      `ALTER TABLE moderation_act DISABLE TRIGGER USER;
       UPDATE moderation_act SET at = at - interval '90 days' WHERE id = '${act}';
       ALTER TABLE moderation_act ENABLE TRIGGER USER`,
    );
    return act;
  },
  'appealed against': async (person) => {
    const act = await hiddenBy(anotherThan(person), await theirOwn(person));
    await appeal(person, act);
    return act;
  },
};

test('Whether an act can be appealed against is told exactly to whom it is let through', async () => {
  const LOG = `query ($after: String) { moderationLog(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor } edges { node { id viewerMayAppeal } } } }`;
  const told = async (person: Person, id: string) => {
    for (let after: string | null = null; ; ) {
      const { moderationLog }: any = await person.ask(LOG, { after });
      const found = moderationLog.edges.find(({ node }: any) => node.id === id);
      if (found) return found.node.viewerMayAppeal as boolean;
      if (!moderationLog.pageInfo.hasNextPage) return false;
      after = moderationLog.pageInfo.endCursor;
    }
  };
  const compare = async (person: Person, id: string) => {
    const isTold = await told(person, id);
    const answer = await appeal(person, id, { words: '' });
    const way: [string, boolean, boolean] = ['appeal', isTold, answer.reason === 'empty'];
    return [way];
  };
  expect(await sweep(ACTS, compare)).toEqual(EXACT);
}, 60_000);

/** Appeals of Ruth's, by the act. */
async function appealed(act: string): Promise<string> {
  await stage.database.query('UPDATE member SET suspended_until = NULL WHERE id = $1', [ruth.id]);
  expect(isRefused(await appeal(ruth, act))).toBe(false);
  return act;
}

const APPEALS: Making = {
  'against another’s act': async (person) =>
    appealed(await hiddenBy(anotherThan(person), await said())),
  'against their own act': async (person) =>
    appealed(await hiddenBy(person.id === priya.id ? priya : joan, await said())),
  'in a CLP’s consultation': async (person) =>
    appealed(await hiddenBy(anotherThan(person), await said('local'))),
  'about what they reported': async (person) => {
    const id = await said();
    await report(person, id);
    return appealed(await hiddenBy(anotherThan(person), id));
  },
  'against being kept from writing': async (person) =>
    appealed((await suspend(anotherThan(person), await said('local'))).id),
  'that is answered': async () => {
    const act = await appealed(await hiddenBy(joan, await said()));
    const [{ id }] = await stage.database.query('SELECT id FROM appeal WHERE act_id = $1', [act]);
    expect(isRefused(await answerAppeal(priya, id, { isUpheld: false }))).toBe(false);
    return act;
  },
};

test('Whether an appeal can be answered is told exactly to whom it is let through', async () => {
  const WAITING = `{ moderation { appeals(first: 50) { edges { node { act { id } whyNot } } } } }`;
  const compare = async (person: Person, actId: string) => {
    const { moderation } = await person.ask(WAITING);
    const found = moderation?.appeals.edges.find(({ node }: any) => node.act.id === actId);
    const [{ id }] = await stage.database.query('SELECT id FROM appeal WHERE act_id = $1', [actId]);
    const answer = await answerAppeal(person, id, { answer: '' });
    await stage.database.query(
      `UPDATE appeal SET answered_at = now(), answered_by_id = $1, answer = 'No.', is_upheld = false
       WHERE answered_at IS NULL`,
      [priya.id],
    );
    const isTold = found !== undefined && found.node.whyNot === null;
    const way: [string, boolean, boolean] = ['answer', isTold, answer.reason === 'empty'];
    return [way];
  };
  expect(await sweep(APPEALS, compare)).toEqual(EXACT);
}, 60_000);

/** Words that may be unlawful. */
const SEALS: Making = {
  'a stranger’s': async () => {
    const id = await said();
    await hiddenBy(priya, id, 'unlawful');
    return id;
  },
  'in a CLP’s consultation': async () => {
    const id = await said('local');
    await hiddenBy(priya, id, 'unlawful');
    return id;
  },
  'their own': async (person) => {
    const id = await theirOwn(person);
    await hiddenBy(anotherThan(person), id, 'unlawful');
    return id;
  },
  'which they reported': async (person) => {
    const id = await said();
    await report(person, id);
    await hiddenBy(anotherThan(person), id, 'unlawful');
    return id;
  },
  destroyed: async () => {
    const id = await said();
    await hiddenBy(priya, id, 'unlawful');
    await stage.database.query('UPDATE seal SET destroyed_at = now() WHERE about_id = $1', [id]);
    return id;
  },
};

test('Whether sealed words can be read is told exactly to whom they are opened', async () => {
  const SEAL = `query ($id: ID!) { comment(id: $id) { comment { hidden { seal { viewerMayRead } } } } }`;
  const compare = async (person: Person, id: string) => {
    const { comment: found } = await person.ask(SEAL, { id });
    const { __typename } = await readSealed(person, id);
    const isTold = found?.comment.hidden.seal?.viewerMayRead ?? false;
    const way: [string, boolean, boolean] = ['read', isTold, __typename === 'SealedWords'];
    return [way];
  };
  expect(await sweep(SEALS, compare)).toEqual(EXACT);
}, 60_000);
