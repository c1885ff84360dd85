import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  answerAppeal,
  appeal,
  moderate,
  queue,
  report,
  reportUnlawful,
  suspend,
  undo,
} from './stage/moderating.js';
import { comment, newId, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();
let helen: Person;
let asha: Person;
let tom: Person;
let ruth: Person;
let joan: Person;
let priya: Person;
let visitor: Person;
let consultationId: string;
let proposalId: string;

beforeAll(async () => {
  const people = ['helen', 'asha', 'tom', 'ruth', 'joan', 'priya', 'visitor'] as const;
  [helen, asha, tom, ruth, joan, priya, visitor] = (await Promise.all(
    people.map((each) => stage.as(each)),
  )) as [Person, Person, Person, Person, Person, Person, Person];
  consultationId = await openConsultation(helen, { template: 'quick' });
  ({ id: proposalId } = await propose(asha, consultationId));
});

const idsOf = (page: { edges: { node: { id: string } }[] }) =>
  page.edges.map(({ node }) => node.id);
const counts = async () =>
  (await visitor.ask('{ reportCount { received acted kept waiting unaccounted } }')).reportCount;

describe('A report', () => {
  test('is one a person and thing, secret from the author, counted, and answered', async () => {
    const { id } = await comment(tom, proposalId, { body: 'What a fool.' });
    const input = { id: newId(), words: 'A plain insult.' };
    const sent = await report(asha, id, input);
    expect(sent).toMatchObject({
      __typename: 'OwnReport',
      isOpen: true,
      outcome: 'A moderator has yet to read it.',
    });
    expect(await report(asha, id, input)).toMatchObject({ id: sent.id });
    expect((await report(asha, id)).reason).toBe('already_reported');
    await report(ruth, id, { words: '' });
    const [found] = (await queue(joan)).edges.filter(({ node }: any) => node.id === id);
    expect(found.node).toMatchObject({
      reportCount: 2,
      reports: [{ words: 'A plain insult.' }, { words: '' }],
      words: [{ text: 'What a fool.' }],
      author: { name: 'Tom Ainsley' },
      viewerMay: ['hide', 'move', 'keep'],
    });
    expect(JSON.stringify(found)).not.toContain('Asha');
    const { story, mine } = await tom.ask(
      `query ($id: ID!) { story(contributionId: $id) { steps { kind } } mine { moderated { id } } }`,
      { id },
    );
    expect(story.steps.map((step: { kind: string }) => step.kind)).not.toContain('reported');
    expect(mine.moderated).toEqual([]);
    const before = await counts();
    await moderate(joan, id);
    expect(idsOf(await queue(joan))).not.toContain(id);
    const after = (
      await asha.ask('{ mine { reports { id outcome isOpen contribution { __typename } } } }')
    ).mine;
    expect(after.reports[0]).toMatchObject({
      isOpen: false,
      outcome: expect.stringContaining('Hidden by a moderator on'),
    });
    expect(await counts()).toEqual({
      ...before,
      acted: before.acted + 2,
      waiting: before.waiting - 2,
      unaccounted: 0,
    });
  });

  test('that a moderator left as it is tells its sender so, and nobody else', async () => {
    const { id } = await comment(tom, proposalId, { body: 'I disagree with all of it.' });
    await report(asha, id);
    const act = await moderate(joan, id, { act: 'keep' });
    expect(act.__typename).toBe('ModerationAct');
    const { mine } = await asha.ask('{ mine { reports { outcome } } }');
    expect(mine.reports[0].outcome).toContain('left it as it is');
    const { moderationLog } = await visitor.ask('{ moderationLog { edges { node { id act } } } }');
    expect(idsOf(moderationLog)).not.toContain(act.id);
    expect((await tom.ask('{ mine { moderated { act } } }')).mine.moderated[0].act).toBe('hide');
    const entries = await stage.database.query(
      `SELECT kind FROM record_entry WHERE about_id = $1 ORDER BY number`,
      [id],
    );
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['sent']);
  });

  test('of one’s own, of nothing, without words where they are needed: refused', async () => {
    const { id } = await comment(tom, proposalId);
    expect((await report(tom, id)).reason).toBe('not_valid');
    expect((await report(asha, newId())).reason).toBe('not_found');
    expect(await report(asha, id, { reason: 'unlawful', words: '' })).toMatchObject({
      reason: 'empty',
      field: 'words',
    });
    expect((await report(visitor, id)).reason).toBe('not_signed_in');
  });

  test('sent ten times at once is one', async () => {
    const { id } = await comment(tom, proposalId);
    const input = { id: newId() };
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, each) => report(asha, id, each < 5 ? input : {})),
    );
    const [{ count }] = await stage.database.query(
      'SELECT count(*)::int AS count FROM report WHERE about_id = $1',
      [id],
    );
    expect(count).toBe(1);
    expect(sent.filter((each) => each.__typename === 'OwnReport').length).toBeGreaterThan(0);
  });

  test('of something unlawful needs no account, finds what the address leads to, and comes first', async () => {
    const { id } = await comment(tom, proposalId, { body: 'Mill Lane, number four.' });
    const place = `https://clarion.example/proposals/${proposalId}?comment=${id}`;
    const input = { id: newId(), place };
    expect(await reportUnlawful(visitor, input)).toEqual({
      __typename: 'ReportReceived',
      id: input.id,
    });
    expect(await reportUnlawful(visitor, input)).toMatchObject({ id: input.id });
    const { edges } = await queue(joan);
    expect(edges[0].node).toMatchObject({ id, isUnlawful: true, reports: [{ isByVisitor: true }] });
    expect(await reportUnlawful(visitor, { place: 'the thing about the lane' })).toMatchObject({
      reason: 'not_valid',
      field: 'place',
    });
    await moderate(joan, id, { reason: 'unlawful' });
  });
});

describe('The queue', () => {
  test('is for moderators', async () => {
    for (const person of [asha, helen, visitor]) expect(await queue(person)).toBeUndefined();
  });

  test('of 300 reported comments is paged, most reports first, then the oldest; none twice, none left out', async () => {
    await stage.database.query(
      `INSERT INTO comment (id, consultation_id, proposal_id, depth, author_id, stance, body, created_at)
       SELECT gen_random_uuid(), $1, $2, 0, $3, 'neutral', 'Comment ' || n, now() FROM generate_series(1, 300) n`,
      [consultationId, proposalId, tom.id],
    );
    await stage.database.query(
      `INSERT INTO report (id, about_kind, about_id, reporter_id, reason, words, at)
       SELECT gen_random_uuid(), 'comment', c.id, who.id, 'spam', '', now() - interval '1 hour' * (row_number() OVER () % 7)
       FROM comment c CROSS JOIN LATERAL (SELECT unnest(ARRAY[$1, $2]::uuid[]) AS id
         LIMIT 1 + (hashtext(c.body) % 2 = 0)::int) who WHERE c.body LIKE 'Comment %'`,
      [asha.id, ruth.id],
    );
    const seen: { id: string; reportCount: number }[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: any = await queue(joan, 50, after);
      seen.push(...page.edges.map(({ node }: any) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      total = page.totalCount;
    } while (after);
    expect(total).toBeGreaterThanOrEqual(300);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(total);
    const sizes = seen
      .filter(({ reportCount }) => reportCount > 0)
      .map(({ reportCount }) => reportCount);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('costs the same number of statements for one and for fifty', async () => {
    const few = await stage.statementsOf(() => queue(joan, 1));
    const many = await stage.statementsOf(() => queue(joan, 50));
    expect(many.length).toBeLessThanOrEqual(few.length + 1);
    expect(many.length).toBeLessThan(14);
  });
});

describe('An appeal', () => {
  const hideOne = async (body: string) => {
    const { id } = await comment(tom, proposalId, { body });
    return { id, act: await moderate(joan, id) };
  };
  const waiting = async (by: Person) =>
    (
      await by.ask(
        `{ moderation { appeals { totalCount edges { node { id words dueOn whyNot about { text }
          act { id act } } } } } }`,
      )
    ).moderation.appeals.edges.map(({ node }: any) => node);

  test('Tom appeals; Joan, who hid it, may not answer; Priya upholds it, and it stands again', async () => {
    const { id, act } = await hideOne('I argue with what she says.');
    expect((await appeal(asha, act.id)).reason).toBe('not_found');
    const sent = { id: newId() };
    expect(await appeal(tom, act.id, sent)).toMatchObject({
      id: act.id,
      appeal: { answeredAt: null },
    });
    expect(await appeal(tom, act.id, sent)).toMatchObject({ id: act.id });
    expect((await appeal(tom, act.id)).reason).toBe('already_appealed');
    const [forJoan] = (await waiting(joan)).filter((each: any) => each.act.id === act.id);
    expect(forJoan.whyNot).toContain('another moderator');
    expect((await answerAppeal(joan, sent.id)).reason).toBe('other_moderator');
    const [forPriya] = (await waiting(priya)).filter((each: any) => each.act.id === act.id);
    expect(forPriya).toMatchObject({
      whyNot: null,
      words: 'I argued with what she said, not with her.',
      about: [{ text: 'I argue with what she says.' }],
    });
    const answer = { id: newId() };
    expect(await answerAppeal(priya, sent.id, answer)).toMatchObject({
      isReversed: true,
      appeal: { isUpheld: true, answer: 'You did argue with what she said.' },
    });
    expect(await answerAppeal(priya, sent.id, answer)).toMatchObject({ isReversed: true });
    const { story } = await asha.ask(
      'query ($id: ID!) { story(contributionId: $id) { steps { kind } } }',
      { id },
    );
    expect(story.steps.map((step: { kind: string }) => step.kind)).toEqual([
      'sent',
      'hidden',
      'appealed',
      'appeal_answered',
      'restored',
    ]);
    const { moderationLog } = await visitor.ask(
      `{ moderationLog { edges { node { id code appeal { isUpheld answer } } } } }`,
    );
    expect(moderationLog.edges[0].node).toMatchObject({ code: 'appeal_upheld' });
    expect(moderationLog.edges.find(({ node }: any) => node.id === act.id).node.appeal).toEqual({
      isUpheld: true,
      answer: null,
    });
  });

  test('not upheld, it stays hidden, with an answer that Tom reads; due dates are promised until then', async () => {
    const { id, act } = await hideOne('Fools, all of you.');
    const sent = { id: newId() };
    await appeal(tom, act.id, sent);
    const read = async () =>
      (
        await tom.ask(
          'query ($id: ID!) { story(contributionId: $id) { steps { kind state dueOn } } }',
          {
            id,
          },
        )
      ).story.steps.at(-1);
    expect(await read()).toMatchObject({ kind: 'appeal_due', state: 'next' });
    await answerAppeal(priya, sent.id, { isUpheld: false, answer: 'It is an insult.' });
    expect(await read()).toMatchObject({ kind: 'appeal_answered', state: 'done' });
    const { comment: found } = await tom.ask(
      `query ($id: ID!) { comment(id: $id) { comment { status hidden { act { appeal { isUpheld answer }
        viewerMayAppeal } } } } }`,
      { id },
    );
    expect(found.comment).toMatchObject({
      status: 'hidden',
      hidden: {
        act: { appeal: { isUpheld: false, answer: 'It is an insult.' }, viewerMayAppeal: false },
      },
    });
  });

  test('against what was taken back already, or after 28 days, is refused', async () => {
    const { act } = await hideOne('Again.');
    await undo(joan, act.id);
    expect((await appeal(tom, act.id)).reason).toBe('already_moderated');
    const late = await hideOne('And again.');
    await stage.database.query('ALTER TABLE moderation_act DISABLE TRIGGER USER');
    await stage.database.query(
      `UPDATE moderation_act SET at = at - interval '30 days' WHERE id = $1`,
      [late.act.id],
    );
    await stage.database.query('ALTER TABLE moderation_act ENABLE TRIGGER USER');
    expect((await appeal(tom, late.act.id)).reason).toBe('not_valid');
  });

  test('against being kept from writing is answered too, and names nobody in the record', async () => {
    const { id } = await comment(ruth, proposalId, { body: 'Enough.' });
    const act = await suspend(joan, id);
    const sent = { id: newId() };
    expect((await appeal(ruth, act.id, sent)).__typename).toBe('ModerationAct');
    expect(await answerAppeal(priya, sent.id)).toMatchObject({ isReversed: true });
    expect((await comment(ruth, proposalId)).__typename).toBe('Comment');
    const rows = await stage.database.query(
      `SELECT * FROM record_entry WHERE kind IN ('suspended','suspension_lifted','appealed','appeal_answered')
         AND about_kind = 'moderation'`,
    );
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toContain(ruth.id);
    expect(JSON.stringify(rows)).not.toContain(id);
  });
});

describe('At once', () => {
  test('two moderators hide the same comment: one act, and the other is told', async () => {
    const { id } = await comment(tom, proposalId);
    const acts = await Promise.all([moderate(joan, id), moderate(priya, id, { reason: 'spam' })]);
    expect(acts.map((act) => act.reason ?? 'done').sort()).toEqual(['already_moderated', 'done']);
  });

  test('one of two undoes it, once', async () => {
    const { id } = await comment(tom, proposalId);
    const { id: actId } = await moderate(joan, id);
    const undone = await Promise.all([undo(joan, actId), undo(priya, actId)]);
    expect(undone.map((act) => act.reason ?? 'done').sort()).toEqual(['already_moderated', 'done']);
  });

  test('an act sent ten times at once is one', async () => {
    const { id } = await comment(tom, proposalId);
    const input = { id: newId() };
    const sent = await Promise.all(Array.from({ length: 10 }, () => moderate(joan, id, input)));
    expect(sent.every((act) => act.id === input.id)).toBe(true);
    const rows = await stage.database.query(
      `SELECT FROM record_entry WHERE about_id = $1 AND kind = 'hidden'`,
      [id],
    );
    expect(rows).toHaveLength(1);
  });

  test('Joan hides a proposal while people vote: each vote is counted or was refused', async () => {
    const { id } = await propose(tom, consultationId, { statement: 'Hide me while they vote.' });
    const people = await Promise.all(
      (['asha', 'gwenllian', 'callum', 'ruth', 'helen', 'faisal', 'marian', 'kofi'] as const).map(
        (each) => stage.as(each),
      ),
    );
    const vote = async (by: Person) =>
      (
        await by.ask(
          `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename
            ... on Refusal { reason } } }`,
          { id },
        )
      ).castVote;
    const [hidden, ...votes] = await Promise.all([moderate(joan, id), ...people.map(vote)]);
    expect(hidden.__typename).toBe('ModerationAct');
    const taken = votes.filter((each) => each.__typename === 'Vote').length;
    const refused = votes.filter((each) => each.reason === 'proposal_closed').length;
    expect(taken + refused).toBe(people.length);
    const [row] = await stage.database.query(
      `SELECT count(*)::int AS votes, coalesce(max(t.agree), 0) AS agree FROM vote v
         JOIN tally t ON t.proposal_id = v.proposal_id WHERE v.proposal_id = $1`,
      [id],
    );
    expect(row).toEqual({ votes: taken, agree: taken });
  });

  test('replies are written while Joan moves the thread: every count is right afterwards', async () => {
    const { id: from } = await propose(asha, consultationId, { statement: 'From here.' });
    const { id: to } = await propose(asha, consultationId, { statement: 'To there.' });
    const root = await comment(tom, from);
    const writers = await Promise.all(
      (['asha', 'callum', 'ruth'] as const).map((each) => stage.as(each)),
    );
    const [moved] = await Promise.all([
      moderate(joan, root.id, { act: 'move', reason: 'off_topic', toId: to }),
      ...writers.map((by) => comment(by, from, { parentId: root.id })),
    ]);
    expect(moved?.__typename).toBe('ModerationAct');
    const rows = await stage.database.query(
      `SELECT p.comment_count AS counted, (SELECT count(*)::int FROM comment c WHERE c.proposal_id = p.id) AS held
       FROM proposal p WHERE p.id = ANY($1)`,
      [[from, to]],
    );
    for (const { counted, held } of rows) expect(counted).toBe(held);
    const [thread] = await stage.database.query(
      `SELECT r.descendant_count AS counted, (SELECT count(*)::int FROM comment c WHERE r.id = ANY(c.ancestors)) AS held
       FROM comment r WHERE r.id = $1`,
      [root.id],
    );
    expect(thread.counted).toBe(thread.held);
  });
});
