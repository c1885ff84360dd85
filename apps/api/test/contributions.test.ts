import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import {
  changePhase,
  comment,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();
let helen: Person;
let asha: Person;
let callum: Person;
let ewan: Person;
let open: string;

beforeAll(async () => {
  [helen, asha, callum, ewan] = await Promise.all([
    stage.as('helen'),
    stage.as('asha'),
    stage.as('callum'),
    stage.as('ewan'),
  ]);
  open = await openConsultation(helen);
});

const recorded = async (aboutId: string) =>
  (
    await stage.database.query(
      'SELECT kind FROM record_entry WHERE about_id = $1 ORDER BY number',
      [aboutId],
    )
  ).map((row: { kind: string }) => row.kind);

describe('A proposal', () => {
  const edit = async (by: Person, input: Record<string, unknown>) =>
    (
      await by.ask(
        `mutation ($input: EditProposalInput!) { editProposal(input: $input) {
          __typename ... on Proposal { version statement versions { version statement reason } }
          ... on Refusal { reason message } } }`,
        { input },
      )
    ).editProposal;

  test('that Asha sends ten times at once is there once, numbered and in the record', async () => {
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => propose(asha, open, { id })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await recorded(id)).toEqual(['sent']);
  });

  test('gets a number of its own although many arrive at once', async () => {
    const id = await openConsultation(helen);
    const answers = await Promise.all(Array.from({ length: 12 }, () => propose(asha, id)));
    const numbers = answers.map((answer) => answer['number'] as number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test('keeps its older words when Asha changes them, and says why they changed', async () => {
    const { id } = await propose(asha, open);
    const changed = await edit(asha, {
      id,
      version: 1,
      statement: 'Run the last bus no earlier than eleven.',
      argument: 'The late shift ends at half past ten.',
      reason: 'Nurses told me when they finish.',
    });
    expect(changed.version).toBe(2);
    expect(changed.versions).toEqual([
      {
        version: 2,
        statement: 'Run the last bus no earlier than eleven.',
        reason: 'Nurses told me when they finish.',
      },
      { version: 1, statement: 'Run the last bus no earlier than half past ten.', reason: null },
    ]);
    expect(await recorded(id)).toEqual(['sent', 'edited']);
  });

  test('is not overwritten from a screen that shows an older version', async () => {
    const { id } = await propose(asha, open);
    const words = { id, version: 1, argument: 'Because.', reason: 'Clearer.' };
    await edit(asha, { ...words, statement: 'First change.' });
    expect(await edit(asha, { ...words, statement: 'Second change.' })).toMatchObject({
      reason: 'changed_since',
    });
    expect((await edit(asha, { ...words, statement: 'First change.' })).version).toBe(2);
  });

  test('is changed by its author alone, and with a reason', async () => {
    const { id } = await propose(asha, open);
    const input = { id, version: 1, statement: 'Other words.', argument: 'Because.', reason: 'x' };
    expect(await edit(callum, input)).toMatchObject({ reason: 'not_yours' });
    expect(await edit(asha, { ...input, reason: ' ' })).toMatchObject({
      reason: 'reason_required',
    });
    expect(await edit(asha, { ...input, statement: 'x'.repeat(181) })).toMatchObject({
      reason: 'too_long',
    });
  });

  test('that is taken back stays readable, marked, with the reason', async () => {
    const { id } = await propose(asha, open);
    await asha.ask(
      'mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Tom’s says it better.") { __typename } }',
      { id },
    );
    const { proposal } = await callum.ask(
      'query ($id: ID!) { proposal(id: $id) { status statusReason statement viewerMay } }',
      { id },
    );
    expect(proposal).toEqual({
      status: 'withdrawn',
      statusReason: 'Tom’s says it better.',
      statement: 'Run the last bus no earlier than half past ten.',
      viewerMay: [],
    });
  });

  test('can be put for a society by its officer, and by nobody else', async () => {
    const behalf = { onBehalfOfId: bodyId('sha') };
    expect((await propose(ewan, open, behalf))['onBehalfOf']).toEqual({
      name: 'Socialist Health Association',
    });
    expect(await propose(asha, open, behalf)).toMatchObject({ reason: 'not_an_officer' });
  });

  test('is refused in plain words: too long, empty, closed, unknown, taken id, a visitor', async () => {
    const reason = async (by: Person, changes: Record<string, unknown>, consultation = open) =>
      (await propose(by, consultation, changes)).reason;
    expect(await reason(asha, { statement: '😀'.repeat(181) })).toBe('too_long');
    expect(await reason(asha, { statement: '😀'.repeat(180) })).toBeUndefined();
    expect(await reason(asha, { statement: '  \n ' })).toBe('empty');
    expect(await reason(asha, { argument: '' })).toBe('empty');
    expect(await reason(asha, {}, newId())).toBe('not_found');
    const { id } = await propose(asha, open);
    expect(await reason(callum, { id })).toBe('already_exists');
    expect(await reason(await stage.as('visitor'), {})).toBe('not_signed_in');
    const closed = await openConsultation(helen);
    await changePhase(helen, closed, 'reviewing');
    expect(await reason(asha, {}, closed)).toBe('wrong_phase');
  });

  test('keeps odd text as it was meant: formulas, right-to-left marks, null bytes and markup', async () => {
    const statement = '=SUM(A1) <b>bold</b> \u202Eevil\u202C “quotes” Ŵŷ';
    const { id } = await propose(asha, open, { statement });
    const { proposal } = await asha.ask('query ($id: ID!) { proposal(id: $id) { statement } }', {
      id,
    });
    expect(proposal.statement).toBe('=SUM(A1) <b>bold</b> evil “quotes” Ŵŷ');
    const withNull = await asha.send(
      'mutation ($input: ProposeInput!) { propose(input: $input) { __typename } }',
      { input: { id: newId(), consultationId: open, statement: 'a\u0000b', argument: 'c' } },
    );
    expect(withNull.status).toBeLessThan(500);
  });
});

describe('A list of proposals', () => {
  test('comes in pages in each order, none twice and none lost', async () => {
    const id = await openConsultation(helen);
    for (let index = 0; index < 7; index += 1) await propose(asha, id);
    const LIST = `query ($id: ID!, $after: String, $sort: ProposalSort) { consultation(id: $id) {
      proposals(first: 3, after: $after, sort: $sort) { totalCount pageInfo { hasNextPage endCursor } edges { node { number } } } } }`;
    for (const sort of ['newest', 'active', 'number']) {
      const numbers: number[] = [];
      let after: string | null = null;
      do {
        const { consultation }: any = await asha.ask(LIST, { id, after, sort });
        numbers.push(...consultation.proposals.edges.map((edge: any) => edge.node.number));
        const { hasNextPage, endCursor } = consultation.proposals.pageInfo;
        after = hasNextPage ? endCursor : null;
      } while (after);
      expect([...numbers].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(numbers).toEqual(sort === 'number' ? [1, 2, 3, 4, 5, 6, 7] : [7, 6, 5, 4, 3, 2, 1]);
    }
  });
});

const THREAD = `query ($id: ID!, $sort: ThreadSort, $after: String, $first: Int) { proposal(id: $id) {
  commentCount
  thread(sort: $sort, after: $after, first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { ...C replies { pageInfo { hasNextPage endCursor } edges { node { ...C
      replies { pageInfo { hasNextPage endCursor } edges { node { ...C } } } } } } } } } } }
  fragment C on Comment { id depth stance body status goodPoints replyCount descendantCount author { name clpName } }`;

describe('A thread', () => {
  test('nests without limit, and a permalink shows everything above', async () => {
    const { id } = await propose(asha, open);
    let parentId: string | null = null;
    const way: string[] = [];
    for (let depth = 0; depth < 15; depth += 1) {
      const sent = await comment(depth % 2 ? callum : asha, id, {
        parentId,
        body: `Level ${depth}`,
      });
      expect(sent['depth']).toBe(depth);
      parentId = sent.id;
      way.push(sent.id);
    }
    const { comment: linked } = await asha.ask(
      'query ($id: ID!) { comment(id: $id) { comment { id body } ancestors { id } } }',
      { id: way[14] },
    );
    expect(linked.comment.body).toBe('Level 14');
    expect(linked.ancestors.map((each: any) => each.id)).toEqual(way.slice(0, 14));
    const { proposal } = await asha.ask(THREAD, { id });
    expect(proposal.commentCount).toBe(15);
    expect(proposal.thread.edges[0].node).toMatchObject({ replyCount: 1, descendantCount: 14 });
  });

  test('is sorted by best, newest and oldest, and shows the strongest of both sides', async () => {
    const { id } = await propose(asha, open);
    const mark = (by: Person, commentId: string) =>
      by.ask(
        'mutation ($id: ID!) { markGoodPoint(commentId: $id, good: true) { ... on Comment { goodPoints } ... on Refusal { reason } } }',
        { id: commentId },
      );
    const first = await comment(asha, id, { stance: 'for', body: 'First' });
    const second = await comment(callum, id, { stance: 'against', body: 'Second' });
    const third = await comment(asha, id, { stance: 'for', body: 'Third' });
    await mark(callum, first.id);
    await mark(helen, first.id);
    await mark(asha, second.id);
    const order = async (sort: string) =>
      (await asha.ask(THREAD, { id, sort })).proposal.thread.edges.map(
        (edge: any) => edge.node.body,
      );
    expect(await order('best')).toEqual(['First', 'Second', 'Third']);
    expect(await order('newest')).toEqual(['Third', 'Second', 'First']);
    expect(await order('oldest')).toEqual(['First', 'Second', 'Third']);
    const { proposal } = await asha.ask(
      'query ($id: ID!) { proposal(id: $id) { bestOfBothSides { for { body } against { body } } } }',
      { id },
    );
    expect(proposal.bestOfBothSides).toEqual({
      for: { body: 'First' },
      against: { body: 'Second' },
    });
    expect((await mark(asha, third.id)).markGoodPoint.reason).toBeDefined();
  });

  test('counts one good point a person, however often it is sent, and takes it back', async () => {
    const { id } = await propose(asha, open);
    const said = await comment(asha, id);
    const mark = async (good: boolean) =>
      (
        await callum.ask(
          'mutation ($id: ID!, $good: Boolean!) { markGoodPoint(commentId: $id, good: $good) { ... on Comment { goodPoints isGoodPointByMe } } }',
          { id: said.id, good },
        )
      ).markGoodPoint;
    await Promise.all(Array.from({ length: 8 }, () => mark(true)));
    expect(await mark(true)).toEqual({ goodPoints: 1, isGoodPointByMe: true });
    expect(await mark(false)).toEqual({ goodPoints: 0, isGoodPointByMe: false });
    expect(await mark(false)).toEqual({ goodPoints: 0, isGoodPointByMe: false });
  });

  test('counts everybody who marks it or takes it back at the same time, on two instances, and not its author', async () => {
    const { id } = await propose(asha, open);
    const said = await comment(asha, id);
    const other = await stage.beside();
    const names = [
      'tom',
      'gwenllian',
      'callum',
      'ruth',
      'ewan',
      'helen',
      'kofi',
      'marian',
    ] as const;
    const MARK = `mutation ($id: ID!, $good: Boolean!) { markGoodPoint(commentId: $id, good: $good) {
      ... on Comment { goodPoints isGoodPointByMe } ... on Refusal { reason } } }`;
    const here = await Promise.all(names.map((name) => stage.as(name)));
    const there = await Promise.all(names.map((name) => other.as(name)));
    const markBy = (people: readonly Person[], good: boolean) =>
      people.map(async (by) => (await by.ask(MARK, { id: said.id, good })).markGoodPoint);
    await Promise.all(markBy(here.slice(0, 2), true));
    const [refused, ...told] = await Promise.all([
      ...markBy([asha], true),
      // The first two take it back, here and there.
      ...markBy([...here.slice(0, 2), ...there.slice(0, 2)], false),
      ...markBy([...here.slice(2), ...there.slice(2)], true),
    ]);
    expect(refused).toEqual({ reason: expect.any(String) });
    expect(told.map(({ isGoodPointByMe }: any) => isGoodPointByMe)).toEqual([
      ...Array(4).fill(false),
      ...Array(12).fill(true),
    ]);
    const [row] = await stage.database.query(
      `SELECT good_points AS kept, (SELECT count(*)::int FROM good_point g WHERE g.comment_id = c.id)
         AS counted FROM comment c WHERE id = $1`,
      [said.id],
    );
    expect(row).toEqual({ kept: 6, counted: 6 });
  });

  test('keeps the place of a comment that was taken back, and its replies, but not its words', async () => {
    const { id } = await propose(asha, open);
    const root = await comment(asha, id, { body: 'Words I regret.' });
    await comment(callum, id, { parentId: root.id, body: 'An answer that stays.' });
    await asha.ask('mutation ($id: ID!) { withdrawComment(id: $id) { __typename } }', {
      id: root.id,
    });
    const reply = await callum.ask(THREAD, { id });
    const [edge] = reply.proposal.thread.edges;
    expect(edge.node).toMatchObject({ status: 'withdrawn', body: '' });
    expect(edge.node.replies.edges[0].node.body).toBe('An answer that stays.');
    expect(JSON.stringify(reply)).not.toContain('regret');
  });

  test('keeps what a comment said before an edit', async () => {
    const { id } = await propose(asha, open);
    const said = await comment(asha, id, { body: 'The fare is £2.' });
    const { editComment } = await asha.ask(
      `mutation ($id: ID!) { editComment(id: $id, stance: neutral, body: "The fare is £3.") {
        ... on Comment { body stance editedAt earlier { body stance } } } }`,
      { id: said.id },
    );
    expect(editComment).toMatchObject({
      body: 'The fare is £3.',
      stance: 'neutral',
      earlier: [{ body: 'The fare is £2.', stance: 'for' }],
    });
  });

  test('refuses an empty comment, one for another thread, one by nobody, and someone else’s edit', async () => {
    const { id } = await propose(asha, open);
    const other = await propose(asha, open);
    const elsewhere = await comment(asha, other.id);
    expect(await comment(asha, id, { body: '' })).toMatchObject({ reason: 'empty' });
    expect(await comment(asha, id, { body: 'x'.repeat(4001) })).toMatchObject({
      reason: 'too_long',
    });
    expect(await comment(asha, id, { parentId: elsewhere.id })).toMatchObject({
      reason: 'not_found',
    });
    expect(await comment(await stage.as('visitor'), id)).toMatchObject({ reason: 'not_signed_in' });
    const said = await comment(asha, id);
    const { withdrawComment } = await callum.ask(
      'mutation ($id: ID!) { withdrawComment(id: $id) { ... on Refusal { reason } } }',
      { id: said.id },
    );
    expect(withdrawComment.reason).toBe('not_yours');
  });

  test('of 5,000 comments opens at its first page in the same statements as one of five, and loads the rest on demand', async () => {
    const { id: small } = await propose(asha, open);
    for (let index = 0; index < 5; index += 1) await comment(asha, small);
    const { id: large } = await propose(asha, open);
    await plant(large, 5005);
    const forSmall = await stage.statementsOf(() => asha.ask(THREAD, { id: small }));
    let page: any;
    const forLarge = await stage.statementsOf(async () => {
      page = await asha.ask(THREAD, { id: large, sort: 'oldest' });
    });
    expect(forSmall).toHaveLength(3);
    expect(forLarge).toHaveLength(3);
    expect(page.proposal.thread.edges).toHaveLength(20);

    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const { proposal }: any = await asha.ask(THREAD, {
        id: large,
        sort: 'oldest',
        after,
        first: 50,
      });
      for (const { node } of proposal.thread.edges) seen.add(node.id);
      after = proposal.thread.pageInfo.hasNextPage ? proposal.thread.pageInfo.endCursor : null;
    } while (after);
    expect(seen.size).toBe(715);

    const [busy] = page.proposal.thread.edges;
    expect(busy.node.replyCount).toBe(6);
    expect(busy.node.replies.edges).toHaveLength(3);
    expect(busy.node.replies.pageInfo.hasNextPage).toBe(true);
    const { comment: more } = await asha.ask(
      `query ($id: ID!, $after: String) { comment(id: $id) { comment {
        replies(first: 50, after: $after) { pageInfo { hasNextPage } edges { node { id } } } } } }`,
      { id: busy.node.id, after: busy.node.replies.pageInfo.endCursor },
    );
    expect(more.comment.replies).toMatchObject({ pageInfo: { hasNextPage: false } });
    expect(more.comment.replies.edges).toHaveLength(3);
  });

  /** Roots with six replies each, written straight into the tables. */
  async function plant(proposalId: string, count: number): Promise<void> {
    await stage.database.query(
      `WITH root AS (
         INSERT INTO comment (id, consultation_id, proposal_id, depth, author_id, stance, body, created_at, reply_count, descendant_count)
         SELECT gen_random_uuid(), consultation_id, id, 0, author_id, 'for', 'Root ' || n, now() + n * interval '1 second', 6, 6
         FROM proposal CROSS JOIN generate_series(1, $2::int / 7) n WHERE id = $1
         RETURNING *)
       INSERT INTO comment (id, consultation_id, proposal_id, parent_id, ancestors, depth, author_id, stance, body, created_at)
       SELECT gen_random_uuid(), consultation_id, proposal_id, id, ARRAY[id], 1, author_id, 'neutral', 'Reply ' || n, created_at + n * interval '1 minute'
       FROM root CROSS JOIN generate_series(1, 6) n`,
      [proposalId, count],
    );
    await stage.database.query('UPDATE proposal SET comment_count = $2 WHERE id = $1', [
      proposalId,
      count,
    ]);
  }
});

describe('Evidence', () => {
  const contest = async (by: Person, evidenceId: string, body: 'fabians' | 'sha') =>
    (
      await by.ask(
        `mutation ($id: ID!, $evidence: ID!, $body: ID!) {
          contestEvidence(id: $id, evidenceId: $evidence, bodyId: $body, text: "The five towns chose themselves.") {
            __typename ... on Evidence { contests { body { name } text } } ... on Refusal { reason } } }`,
        { id: newId(), evidence: evidenceId, body: bodyId(body) },
      )
    ).contestEvidence;
  const consider = async (by: Person, evidenceId: string) =>
    (
      await by.ask(
        `mutation ($evidence: ID!, $body: ID!) {
          considerEvidence(evidenceId: $evidence, bodyId: $body, sentence: "It decided us on half past ten.") {
            ... on Evidence { considered { body { name } sentence } } ... on Refusal { reason } } }`,
        { evidence: evidenceId, body: bodyId('health') },
      )
    ).considerEvidence;

  test('is given by Ewan for the Socialist Health Association, and shown beside the votes, never in them', async () => {
    const { id: proposalId } = await propose(asha, open);
    const given = await giveEvidence(ewan, evidenceOf(open, 'sha', { proposalId }));
    expect(given).toMatchObject({ body: { name: 'Socialist Health Association' } });
    const { proposal } = await asha.ask(
      `query ($id: ID!) { proposal(id: $id) { evidenceCount tally { votes } evidence { claim costFlag legalFlag
        confidence declaredInterest mandate authorName sources { title url } } } }`,
      { id: proposalId },
    );
    expect(proposal.evidenceCount).toBe(1);
    expect(proposal.tally.votes).toBe(0);
    expect(proposal.evidence[0]).toMatchObject({
      costFlag: true,
      legalFlag: false,
      declaredInterest: 'None',
      sources: [{ title: 'Bus statistics', url: 'https://www.example.org/buses' }],
    });
    expect(await recorded(proposalId)).toEqual(['sent', 'evidence_given']);
  });

  test('cannot be given by Asha, for another body, without a source, or with a made-up address', async () => {
    const reason = async (by: Person, input: ReturnType<typeof evidenceOf>) =>
      (await giveEvidence(by, input)).reason;
    expect(await reason(asha, evidenceOf(open, 'sha'))).toBe('not_an_officer');
    expect(await reason(ewan, evidenceOf(open, 'fabians'))).toBe('not_an_officer');
    expect(await reason(ewan, evidenceOf(open, 'sha', { sources: [] }))).toBe('source_required');
    expect(
      await reason(
        ewan,
        evidenceOf(open, 'sha', { sources: [{ title: 'x', url: 'javascript:alert(1)' }] }),
      ),
    ).toBe('not_valid');
    expect(await reason(ewan, evidenceOf(open, 'sha', { declaredInterest: '' }))).toBe('empty');
    expect(await reason(ewan, evidenceOf(open, 'sha', { claim: 'x'.repeat(301) }))).toBe(
      'too_long',
    );
  });

  test('is contested by another body once, not by its own', async () => {
    const fabian = await officer('fabians');
    const { id } = await giveEvidence(ewan, evidenceOf(open, 'sha'));
    expect((await contest(fabian, id, 'fabians')).contests).toEqual([
      { body: { name: 'Fabian Society' }, text: 'The five towns chose themselves.' },
    ]);
    expect((await contest(fabian, id, 'fabians')).reason).toBe('already_contested');
    expect((await contest(ewan, id, 'sha')).reason).toBe('own_evidence');
  });

  test('is marked as considered by the commission with a sentence, by nobody else', async () => {
    const { id } = await giveEvidence(ewan, evidenceOf(open, 'sha'));
    expect((await consider(asha, id)).reason).toBe('not_an_officer');
    expect((await consider(helen, id)).considered).toEqual({
      body: { name: 'Health and Social Care' },
      sentence: 'It decided us on half past ten.',
    });
  });

  async function officer(society: 'fabians'): Promise<Person> {
    return stage.as(`society-officer-${society}` as never);
  }
});

describe('Closing', () => {
  test('while a hundred people write, everything acknowledged is there and the rest was refused', async () => {
    const id = await openConsultation(helen);
    const writers = Array.from({ length: 100 }, () => propose(asha, id));
    const closing = changePhase(helen, id, 'reviewing');
    const answers = await Promise.all(writers);
    await closing;
    const accepted = answers.filter((answer) => answer.__typename === 'Proposal');
    const refused = answers.filter((answer) => answer.reason === 'wrong_phase');
    expect(accepted.length + refused.length).toBe(100);
    const [{ count }] = await stage.database.query(
      'SELECT count(*)::int FROM proposal WHERE consultation_id = $1',
      [id],
    );
    expect(count).toBe(accepted.length);
  });
});
