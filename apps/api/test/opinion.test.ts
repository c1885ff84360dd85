import { describe, expect, test } from '@jest/globals';
import { recount } from '../src/ranking/recount.service.js';
import { type Camp, campsVote, stranger } from './stage/camps.js';
import { consultationUnder, proposeMany, setPhase } from './stage/electorate.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();

const TALLY = 'agree disagree pass votes';
const STATEMENT = `proposal { id number } tally { ${TALLY} } groups { letter tally { ${TALLY} } }`;
const OPINION = `query ($id: ID!) { consultation(id: $id) { opinion {
  foundAt people voterCount voteCount leftOut withheld { reason message }
  groups { letter people share shape { x y xx xy yy } marks { side share statement { ${STATEMENT} } } }
  shared { side share statement { ${STATEMENT} } }
  dividing { towards against gap statement { ${STATEMENT} } bestFor { body } bestAgainst { body } }
  mine { letter x y votesNeeded }
  progress { step done total startedAt failed }
} } }`;

const read = async (person: Person, id: string) =>
  (await person.ask(OPINION, { id })).consultation.opinion;

const VOTE = `mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) {
  ... on Vote { choice } ... on Refusal { reason } } }`;

const OPEN = { countsHiddenUntilVoted: false };
const TWO_CAMPS: Camp[] = [
  { people: 40, says: '++++----++' },
  { people: 25, says: '----++++++' },
];

/** A consultation in which camps voted on ten proposals. */
async function campsIn(camps: readonly Camp[], rules = {}) {
  const id = await consultationUnder(stage, { rules: { ...OPEN, ...rules } });
  const proposals = await proposeMany(stage, id, 10);
  await campsVote(stage, id, proposals, camps);
  return { id, proposals };
}

const count = (id: string, at = new Date()) => recount(stage.database, id, at);

/** The letters of a camp's people, in their order; `-` for none. */
async function lettersOf(id: string, camp: number, people: number): Promise<string> {
  const rows = await stage.database.query(
    'SELECT pseudonym, opinion_group AS "group" FROM voter WHERE consultation_id = $1',
    [id],
  );
  const groups = new Map(rows.map((row: any) => [row.pseudonym.toString('hex'), row.group]));
  return Array.from({ length: people }, (_, person) => {
    const group = groups.get(stranger(id, camp, person).toString('hex'));
    return typeof group === 'number' ? 'ABCDE'[group] : '-';
  }).join('');
}

describe('Opinion groups', () => {
  test('are found from the votes alone: two camps that were planted, each with what marks it, and what all share', async () => {
    const { id } = await campsIn(TWO_CAMPS);
    const at = new Date();
    await count(id, at);
    expect(await lettersOf(id, 0, 40)).toBe('A'.repeat(40));
    expect(await lettersOf(id, 1, 25)).toBe('B'.repeat(25));
    const opinion = await read(await stage.as('visitor'), id);
    expect(opinion).toMatchObject({
      foundAt: at.toISOString(),
      people: 65,
      voterCount: 65,
      voteCount: 650,
      leftOut: 0,
      withheld: null,
      mine: null,
      progress: null,
    });
    expect(opinion.groups.map(({ letter, people }: any) => [letter, people])).toEqual([
      ['A', 40],
      ['B', 25],
    ]);
    const marksOf = (group: any) =>
      group.marks.map(({ side, statement }: any) => [side, statement.proposal.number]);
    for (const [side, number] of marksOf(opinion.groups[0])) {
      expect([side, number <= 4]).toEqual([side, side === 'agree']);
    }
    for (const [side, number] of marksOf(opinion.groups[1])) {
      expect([side, number <= 4]).toEqual([side, side === 'disagree']);
    }
    expect(opinion.groups[0].shape.xx).toBeGreaterThan(0);
    expect(opinion.shared.map(({ statement }: any) => statement.proposal.number).sort()).toEqual([
      10, 9,
    ]);
    expect(opinion.dividing).toHaveLength(5);
    for (const { statement, towards, against } of opinion.dividing) {
      expect([towards, against].join('')).toBe(statement.proposal.number <= 4 ? 'AB' : 'BA');
    }
  });

  test('have exactly the counts that a recount of the votes by group has', async () => {
    const { id } = await campsIn(TWO_CAMPS);
    await count(id);
    const counted = await stage.database.query(
      `SELECT v.proposal_id AS id, r.opinion_group AS "group",
         count(*) FILTER (WHERE v.choice = 'agree')::int AS agree,
         count(*) FILTER (WHERE v.choice = 'disagree')::int AS disagree,
         count(*) FILTER (WHERE v.choice = 'pass')::int AS pass, count(*)::int AS votes
       FROM vote v JOIN voter r USING (consultation_id, pseudonym)
       WHERE v.consultation_id = $1 GROUP BY 1, 2`,
      [id],
    );
    const opinion = await read(await stage.as('visitor'), id);
    const statements = opinion.dividing.map(({ statement }: any) => statement);
    expect(statements.length).toBeGreaterThan(0);
    for (const { proposal, groups, tally } of statements) {
      const rows = counted.filter((row: any) => row.id === proposal.id);
      for (const [at, group] of groups.entries()) {
        const { id: _, group: __, ...expected } = rows.find((row: any) => row.group === at);
        expect(group.tally).toEqual(expected);
      }
      expect(tally.votes).toBe(65);
    }
  });

  test('keep their letters when one vote in a hundred is new', async () => {
    const { id, proposals } = await campsIn(TWO_CAMPS);
    await count(id);
    // The smaller camp outgrows the other: by size alone it would become A.
    await campsVote(stage, id, proposals, [
      { people: 0, says: '.' },
      { people: 48, says: '----++++++' },
    ]);
    await count(id);
    expect(await lettersOf(id, 0, 40)).toBe('A'.repeat(40));
    expect(await lettersOf(id, 1, 48)).toBe('B'.repeat(48));
    const { groups } = await read(await stage.as('visitor'), id);
    expect(groups.map(({ people }: any) => people)).toEqual([40, 48]);
  });

  test('of nine people are never broken down: no size, no shape, no mark, no count', async () => {
    const { id } = await campsIn([
      { people: 60, says: '++++++----' },
      { people: 9, says: '------++++' },
    ]);
    await count(id);
    expect(await lettersOf(id, 1, 9)).toBe('B'.repeat(9));
    const opinion = await read(await stage.as('visitor'), id);
    // Beside the 69 people in all, the 60 would tell how many the others are.
    const nothing = { people: null, share: null, shape: null, marks: [] };
    expect(opinion.groups).toMatchObject([
      { letter: 'A', ...nothing },
      { letter: 'B', ...nothing },
    ]);
    const cells = opinion.shared.flatMap(({ statement }: any) => statement.groups);
    expect(cells.length).toBeGreaterThan(0);
    // Shown beside the whole, the large group would tell what the nine said.
    for (const { tally } of cells) expect(tally).toBeNull();
    expect(opinion.dividing).toEqual([]);
  });

  test('leave out what was taken back since, and what was rejected where it came from', async () => {
    const { id, proposals } = await campsIn(TWO_CAMPS);
    await stage.database.query(`UPDATE proposal SET tags = '{"Polis: rejected"}' WHERE id = $1`, [
      proposals[8],
    ]);
    await count(id);
    const asha = await stage.as('asha');
    expect(
      (await read(asha, id)).shared.map(({ statement }: any) => statement.proposal.number),
    ).toEqual([10]);
    await stage.database.query(`UPDATE proposal SET status = 'withdrawn' WHERE id = $1`, [
      proposals[9],
    ]);
    expect((await read(asha, id)).shared).toEqual([]);
  });

  test('are not there before they were found, and the page says how many have voted', async () => {
    const { id } = await campsIn(TWO_CAMPS);
    expect(await read(await stage.as('visitor'), id)).toMatchObject({
      foundAt: null,
      people: 0,
      voterCount: 65,
      groups: [],
      shared: [],
      dividing: [],
    });
  });

  test('come with what the other side would say', async () => {
    const { id } = await campsIn(TWO_CAMPS);
    await count(id);
    const tom = await stage.as('tom');
    const opinion = await read(tom, id);
    const proposalId = opinion.dividing[0].statement.proposal.id;
    await stage.database.query(
      `INSERT INTO comment (id, consultation_id, proposal_id, author_name, depth, stance, body, created_at, good_points)
       SELECT gen_random_uuid(), $1, $2, 'A member', 0, stance, stance || good_points, now(), good_points
       FROM (VALUES ('for', 3), ('for', 5), ('against', 2), ('against', 0)) AS given(stance, good_points)`,
      [id, proposalId],
    );
    const [first, second] = (await read(tom, id)).dividing;
    expect(first).toMatchObject({ bestFor: { body: 'for5' }, bestAgainst: { body: 'against2' } });
    expect(second).toMatchObject({ bestFor: null, bestAgainst: null });
  });
});

describe('One’s own place', () => {
  test('is shown to Asha and to nobody else, and moves with her next vote', async () => {
    const { id, proposals } = await campsIn(TWO_CAMPS);
    await count(id);
    const asha = await stage.as('asha');
    expect((await read(asha, id)).mine).toEqual({ letter: null, x: 0, y: 0, votesNeeded: 7 });
    for (const [at, proposal] of proposals.entries()) {
      if (at > 6) break;
      await asha.ask(VOTE, { id: proposal, choice: at < 4 ? 'disagree' : 'agree' });
    }
    const { mine, groups } = await read(asha, id);
    expect(mine).toMatchObject({ letter: 'B', votesNeeded: 0 });
    expect(Math.sign(mine.x)).toBe(Math.sign(groups[1].shape.x));
    const tom = await stage.as('tom');
    expect((await read(tom, id)).mine).toEqual({ letter: null, x: 0, y: 0, votesNeeded: 7 });
    expect((await read(await stage.as('visitor'), id)).mine).toBeNull();
    await count(id);
    const own = (await read(asha, id)).mine;
    expect(own).toMatchObject({ letter: 'B' });
  });
});

describe('While counts are hidden', () => {
  test('the groups are withheld until Asha has voted on ten, then what she has not voted on is left out', async () => {
    const id = await consultationUnder(stage);
    const proposals = await proposeMany(stage, id, 14);
    await campsVote(stage, id, proposals, [
      { people: 30, says: '+-' },
      { people: 20, says: '-+' },
    ]);
    await count(id);
    const asha = await stage.as('asha');
    const before = await read(asha, id);
    expect(before).toMatchObject({ groups: [], shared: [], dividing: [], mine: null, people: 0 });
    expect(before.withheld).toMatchObject({ reason: 'counts_hidden' });
    expect(before.withheld.message).toContain('10 more proposals');
    for (const proposal of proposals.slice(0, 10)) {
      await asha.ask(VOTE, { id: proposal, choice: 'agree' });
    }
    const after = await read(asha, id);
    expect(after).toMatchObject({ withheld: null, leftOut: 4 });
    const seen = JSON.stringify(after);
    for (const proposal of proposals.slice(10)) expect(seen).not.toContain(proposal);
    expect(proposals.slice(0, 10).some((proposal) => seen.includes(proposal))).toBe(true);
    expect((await read(await stage.as('visitor'), id)).withheld.reason).toBe('counts_hidden');
    await setPhase(stage, id, 'reviewing');
    expect(await read(await stage.as('visitor'), id)).toMatchObject({ withheld: null, leftOut: 0 });
  });
});

describe('The page of the groups', () => {
  test('takes 6 statements with two groups and with three, the session among them', async () => {
    const asha = await stage.as('asha');
    const counts: number[] = [];
    for (const camps of [TWO_CAMPS, [...TWO_CAMPS, { people: 22, says: '+-+-+-+-+-' }]]) {
      const { id } = await campsIn(camps);
      await count(id);
      const document = OPINION.replaceAll(
        'proposal { id number }',
        'proposal { id number myVote { choice } tally { agree } author { name } }',
      );
      const statements = await stage.statementsOf(() => asha.ask(document, { id }));
      counts.push(statements.length);
    }
    expect(counts).toEqual([6, 6]);
  });
});

describe('The deck', () => {
  const DECK = `query ($id: ID!, $order: DeckOrder) { consultation(id: $id) { deck(first: 10, order: $order) {
    proposals { id } } } }`;

  test('is drawn as Polis draws where asked for, and otherwise by what is least known', async () => {
    const { id, proposals } = await campsIn(TWO_CAMPS);
    await count(id);
    const asha = await stage.as('asha');
    const deck = async (order?: string): Promise<string[]> =>
      (await asha.ask(DECK, { id, order })).consultation.deck.proposals.map((each: any) => each.id);
    const usual = await deck();
    expect(await deck('least_known')).toEqual(usual);
    const drawn = await deck('polis_priority');
    expect(drawn).toEqual(await deck('polis_priority'));
    expect([...drawn].sort()).toEqual([...proposals].sort());
    expect(drawn).not.toEqual(usual);
    // Whoever is nobody in particular has no order of their own, and would read the counts from that one.
    const visitor = await stage.as('visitor');
    const shown = async (order: string) => (await visitor.ask(DECK, { id, order })).consultation;
    expect(await shown('polis_priority')).toEqual(await shown('least_known'));
  });
});
