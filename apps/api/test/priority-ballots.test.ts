import { createHash, randomUUID } from 'node:crypto';
import { type Ballots, ukDay } from '@clarion/deliberation';
import { describe, expect, test } from '@jest/globals';
import { decide } from '../src/decisions/decision.service.js';
import { bodyId } from '../src/demo/ids.js';
import type { PersonKey } from '../src/demo/script.js';
import * as priorities from '../src/voting/priority-ballot.queries.js';
import { castPriorityBallot } from '../src/voting/priority-ballot.service.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { castMany } from '../src/voting/vote-many.service.js';
import { act, actAs } from './stage/acting.js';
import { consultationUnder, proposeIn, proposeMany, setPhase } from './stage/electorate.js';
import { changePhase, newId } from './stage/over-http.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage();

const CAST = `mutation ($id: ID!, $chosen: [ID!]!) {
  castPriorityBallot(consultationId: $id, proposalIds: $chosen) {
    __typename
    ... on PriorityBallot { proposals { id } dropped { id } isCast ballotsCast }
    ... on Refusal { reason message field }
  }
}`;
const SEEN = `query ($id: ID!) {
  consultation(id: $id) { voterCount myVoteCount viewerMay
    priorityBallot { proposals { id } dropped { id statement } size isCast ballotsCast published refusal { reason } } }
}`;
const CHOOSABLE = `query ($id: ID!, $first: Int, $after: String, $text: String, $agreed: Boolean) {
  consultation(id: $id) { priorityBallot {
    choosable(first: $first, after: $after, text: $text, agreedOnly: $agreed) {
      totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }
}`;

/** A consultation in which people choose what matters most, with so many proposals of Tom's. */
async function choosing(count: number, rules: Record<string, unknown> = {}) {
  const id = await consultationUnder(stage, { phase: 'prioritising', rules });
  return { id, proposals: await proposeMany(stage, id, count) };
}

const cast = async (person: Person, id: string, chosen: readonly string[]) =>
  (await person.ask(CAST, { id, chosen })).castPriorityBallot;
const ballotOf = async (person: Person, id: string) =>
  (await person.ask(SEEN, { id })).consultation.priorityBallot;
const idsIn = (list: { id: string }[]) => list.map(({ id }) => id);
const rowsOf = (id: string) =>
  stage.database.query(
    'SELECT * FROM priority_choice WHERE consultation_id = $1 ORDER BY pseudonym, position',
    [id],
  );
const ballotsOf = (id: string, proposalIds: string[]) =>
  stage.database.transaction((tx) => priorities.ballotsOf(tx, id, proposalIds));
/** Ballots as lists of places. */
const listsOf = ({ starts, proposal }: Ballots) =>
  Array.from({ length: starts.length - 1 }, (_, ballot) => [
    ...proposal.subarray(starts[ballot], starts[ballot + 1]),
  ]);
const noDrift = async () => expect(await recountTallies(stage.database.manager)).toEqual([]);
const withdraw = (id: string, status = 'withdrawn') =>
  stage.database.query('UPDATE proposal SET status = $2 WHERE id = $1', [id, status]);

describe('A priority ballot', () => {
  test('Asha chooses three in her order, moves one up, and sends it again without changing anything', async () => {
    const { id, proposals } = await choosing(6);
    const [a = '', b = '', c = ''] = proposals;
    const asha = await stage.as('asha');
    expect(await ballotOf(asha, id)).toMatchObject({ isCast: false, size: 5, refusal: null });
    expect(await cast(asha, id, [c, a, b])).toMatchObject({ isCast: true, ballotsCast: 1 });
    for (let each = 0; each < 2; each += 1) {
      expect(idsIn((await cast(asha, id, [a, c, b])).proposals)).toEqual([a, c, b]);
    }
    expect(idsIn((await ballotOf(asha, id)).proposals)).toEqual([a, c, b]);
    expect(await rowsOf(id)).toHaveLength(3);
    await noDrift();
  });

  test('is secret: kept under a pseudonym with no time, seen by Asha alone, and not in the record', async () => {
    const { id, proposals } = await choosing(3);
    const asha = await stage.as('asha');
    await cast(asha, id, proposals.slice(0, 2));
    const rows = await rowsOf(id);
    expect(Object.keys(rows[0]).sort()).toEqual([
      'consultation_id',
      'position',
      'proposal_id',
      'pseudonym',
    ]);
    expect(rows[0].pseudonym).toEqual(stage.clarion.keys.pseudonym(id, asha.id));
    for (const person of ['gwenllian', 'helen', 'visitor'] as const) {
      expect(await ballotOf(await stage.as(person), id)).toMatchObject({
        proposals: [],
        isCast: false,
      });
    }
    const [record] = await stage.database.query(
      'SELECT count(*)::int AS entries FROM record_entry WHERE consultation_id = $1 OR about_id = $1',
      [id],
    );
    expect(record.entries).toBe(0);
  });

  test('is taken back by an empty list, twice without harm, also by somebody who never chose', async () => {
    const { id, proposals } = await choosing(2);
    const [asha, callum] = [await stage.as('asha'), await stage.as('callum')];
    await cast(asha, id, proposals);
    for (let each = 0; each < 2; each += 1) {
      expect(await cast(asha, id, [])).toMatchObject({ proposals: [], isCast: false });
    }
    expect(await cast(callum, id, [])).toMatchObject({ isCast: false });
    expect(await rowsOf(id)).toEqual([]);
    const [voters] = await stage.database.query(
      'SELECT count(*)::int AS known FROM voter WHERE consultation_id = $1',
      [id],
    );
    expect(voters.known).toBe(1);
    await noDrift();
  });

  test('does not make Asha one who voted, and her votes do not make a ballot', async () => {
    const { id, proposals } = await choosing(3);
    const [first = ''] = proposals;
    const [asha, callum] = [await stage.as('asha'), await stage.as('callum')];
    await cast(asha, id, [first]);
    const vote = 'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }';
    await callum.ask(vote, { id: first });
    const { consultation } = await asha.ask(SEEN, { id });
    expect(consultation).toMatchObject({ voterCount: 1, myVoteCount: 0 });
    expect(consultation.priorityBallot.ballotsCast).toBe(1);
    await asha.ask(vote, { id: first });
    expect((await asha.ask(SEEN, { id })).consultation.voterCount).toBe(2);
    await noDrift();
    await stage.database.transaction((tx) => castMany(tx, id, []));
    expect((await ballotOf(asha, id)).ballotsCast).toBe(1);
    await noDrift();
  });

  test('that was not counted is told by the recount (so that the tests above can fail)', async () => {
    const { id, proposals } = await choosing(1);
    await cast(await stage.as('asha'), id, proposals);
    await stage.database.query('UPDATE turnout SET ballots = 7 WHERE consultation_id = $1', [id]);
    expect(await recountTallies(stage.database.manager, id)).toEqual([
      {
        what: 'turnout',
        consultationId: id,
        proposalId: null,
        clpId: null,
        kept: [0, 7],
        counted: [0, 1],
      },
    ]);
    await stage.database.transaction((tx) => castMany(tx, id, []));
    await noDrift();
  });

  test('tells how many have chosen only to those who have, while counts are hidden', async () => {
    const { id, proposals } = await choosing(2);
    const [asha, callum] = [await stage.as('asha'), await stage.as('callum')];
    await cast(asha, id, proposals);
    expect((await ballotOf(callum, id)).ballotsCast).toBeNull();
    expect((await ballotOf(asha, id)).ballotsCast).toBe(1);
    await setPhase(stage, id, 'reviewing');
    expect((await ballotOf(callum, id)).ballotsCast).toBe(1);
  });

  test('says what is published of it: the lists only where they decide the official order', async () => {
    const asha = await stage.as('asha');
    const { id } = await choosing(1);
    expect((await ballotOf(asha, id)).published).toMatch(/only scrutineers/);
    const { id: official } = await choosing(1, { officialLens: 'priorities@1' });
    expect((await ballotOf(asha, official)).published).toMatch(/lists are published/);
  });
});

describe('A priority ballot is refused', () => {
  test('to a visitor, a supporter and whoever joined too late, who may not choose and are told so', async () => {
    const { id, proposals } = await choosing(2);
    const reasons = {
      visitor: 'not_signed_in',
      sunita: 'wrong_standing',
      jamie: 'joined_too_late',
    } as const;
    for (const [key, reason] of Object.entries(reasons)) {
      const person = await stage.as(key as keyof typeof reasons);
      expect((await cast(person, id, proposals)).reason).toBe(reason);
      const { consultation } = await person.ask(SEEN, { id });
      expect(consultation.viewerMay).not.toContain('prioritise');
      expect(consultation.priorityBallot.refusal.reason).toBe(reason);
    }
    const asha = await stage.as('asha');
    expect((await asha.ask(SEEN, { id })).consultation.viewerMay).toContain('prioritise');
    expect(await rowsOf(id)).toEqual([]);
  });

  test('before and after its phase, after the day, and where the rules have none', async () => {
    const asha = await stage.as('asha');
    const { id, proposals } = await choosing(2);
    for (const phase of ['open', 'reviewing', 'reported', 'withdrawn'] as const) {
      await setPhase(stage, id, phase);
      expect((await cast(asha, id, proposals)).reason).toBe('wrong_phase');
    }
    await setPhase(stage, id, 'prioritising');
    await stage.database.query('UPDATE consultation SET votes_until = $2 WHERE id = $1', [
      id,
      new Date(Date.now() - 1000),
    ]);
    expect((await cast(asha, id, proposals)).reason).toBe('votes_closed');
    const without = await choosing(1, { priorityBallotSize: 0 });
    expect((await cast(asha, without.id, without.proposals)).reason).toBe('no_priority_ballot');
    expect((await cast(asha, randomUUID(), proposals)).reason).toBe('not_found');
  });

  test('with six of five, one twice, one from elsewhere, one taken back, and one’s own', async () => {
    const { id, proposals } = await choosing(7);
    const [first = '', gone = ''] = proposals;
    const elsewhere = await choosing(1);
    const own = await proposeIn(stage, id, { by: 'asha' });
    await withdraw(gone);
    const asha = await stage.as('asha');
    const refused: [string[], string][] = [
      [proposals.slice(0, 6), 'too_many'],
      [[first, first], 'not_valid'],
      [[first, ...elsewhere.proposals], 'not_found'],
      [[first, randomUUID()], 'not_found'],
      [[first, gone], 'proposal_closed'],
      [[first, own], 'own_proposal'],
    ];
    for (const [chosen, reason] of refused) {
      expect(await cast(asha, id, chosen)).toMatchObject({ reason, field: 'proposalIds' });
    }
    expect(await rowsOf(id)).toEqual([]);
    expect((await cast(asha, id, [first])).isCast).toBe(true);
  });

  test('its change, where a vote is final; sending it again is no change', async () => {
    const { id, proposals } = await choosing(3, { votesMayChange: false });
    const [a = '', b = '', c = ''] = proposals;
    const asha = await stage.as('asha');
    await cast(asha, id, [a, b]);
    expect((await cast(asha, id, [a, b])).isCast).toBe(true);
    expect((await cast(asha, id, [a, c])).reason).toBe('vote_is_final');
    expect((await cast(asha, id, [])).reason).toBe('vote_is_final');
    expect(idsIn((await ballotOf(asha, id)).proposals)).toEqual([a, b]);
  });

  test('with a malformed id by a plain 4xx, never a fault', async () => {
    const { id } = await choosing(1);
    const asha = await stage.as('asha');
    for (const chosen of [['x'], ['\u0000'], [id.slice(1)]]) {
      const reply = await asha.send(CAST, { id, chosen });
      expect(reply.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('A proposal that was chosen', () => {
  test('and then taken back is shown to Asha as dropped, counts no more, and can be replaced', async () => {
    const { id, proposals } = await choosing(3);
    const [a = '', b = '', c = ''] = proposals;
    const asha = await stage.as('asha');
    await cast(asha, id, [a, b]);
    await withdraw(a);
    const ballot = await ballotOf(asha, id);
    expect(idsIn(ballot.proposals)).toEqual([b]);
    expect(ballot.dropped).toEqual([{ id: a, statement: 'Statement 1.' }]);
    expect(listsOf(await ballotsOf(id, [b, c]))).toEqual([[0]]);
    // Her telephone sends once more what was taken before the withdrawal.
    expect((await cast(asha, id, [a, b])).isCast).toBe(true);
    const changed = await cast(asha, id, [c, b]);
    expect(idsIn(changed.proposals)).toEqual([c, b]);
    expect(changed.dropped).toEqual([]);
    await noDrift();
  });

  test('and then answered still counts and may stay, but nobody chooses it any more', async () => {
    const { id, proposals } = await choosing(3);
    const [a = '', b = '', c = ''] = proposals;
    const [asha, callum] = [await stage.as('asha'), await stage.as('callum')];
    await cast(asha, id, [a, b]);
    await act(stage, 'helen', new Date(), (acting) =>
      decide(acting, {
        id: newId(),
        proposalId: a,
        bodyId: bodyId('health'),
        outcome: 'not_take_forward',
        reason: 'It is law already.',
        nextStop: 'None',
        dueOn: ukDay(new Date(Date.now() + 864e5)),
      }),
    );
    expect(idsIn((await cast(asha, id, [c, a])).proposals)).toEqual([c, a]);
    expect((await cast(callum, id, [a])).reason).toBe('proposal_closed');
  });
});

describe('What can be chosen', () => {
  const choosable = async (person: Person, id: string, more: Record<string, unknown> = {}) =>
    (await person.ask(CHOOSABLE, { id, ...more })).consultation.priorityBallot.choosable;
  const nodes = (connection: { edges: { node: { id: string } }[] }) =>
    connection.edges.map(({ node }) => node.id);

  test('is what stands and is not her own: what Asha agreed with first, what she disagreed with last', async () => {
    const { id, proposals } = await choosing(8);
    const [agreed = '', disagreed = '', gone = ''] = proposals;
    await withdraw(gone);
    await proposeIn(stage, id, { by: 'asha' });
    const asha = await stage.as('asha');
    for (const [proposalId, choice] of [
      [agreed, 'agree'],
      [disagreed, 'disagree'],
    ]) {
      await asha.ask(
        'mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) { __typename } }',
        { id: proposalId, choice },
      );
    }
    const all = nodes(await choosable(asha, id));
    expect(all[0]).toBe(agreed);
    expect(all.at(-1)).toBe(disagreed);
    expect([...all].sort()).toEqual(proposals.filter((each) => each !== gone).sort());
    expect(nodes(await choosable(asha, id, { agreed: true }))).toEqual([agreed]);
  });

  test('comes in another order for Gwenllian than for Asha, page after page the same, and can be searched', async () => {
    const { id, proposals } = await choosing(12);
    await proposeIn(stage, id, { statement: 'Quokkas in 50% of parks.' });
    const [asha, gwenllian] = [await stage.as('asha'), await stage.as('gwenllian')];
    const whole = nodes(await choosable(asha, id, { first: 50 }));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await choosable(asha, id, { first: 5, after });
      expect(page.totalCount).toBe(13);
      paged.push(...nodes(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(proposals.length + 1);
    expect(nodes(await choosable(gwenllian, id, { first: 50 }))).not.toEqual(whole);
    expect((await choosable(asha, id, { text: '50%' })).totalCount).toBe(1);
    expect((await choosable(asha, id, { text: 'statement' })).totalCount).toBe(12);
  });

  test('takes 7 statements at most, with 8 proposals and with 30', async () => {
    const asha = await stage.as('asha');
    const counts: number[] = [];
    for (const size of [8, 30]) {
      const { id, proposals } = await choosing(size);
      await cast(asha, id, proposals.slice(0, 3));
      const statements = await stage.statementsOf(() =>
        asha.ask(
          `query ($id: ID!) { consultation(id: $id) { title priorityBallot { size isCast ballotsCast
             proposals { statement } choosable(first: 50) { edges { node { statement author { name } myVote { choice } } } } } } }`,
          { id },
        ),
      );
      counts.push(statements.length);
    }
    // Session, consultation, own ballot, what can be chosen, the proposals of both, their ballots.
    expect(Math.max(...counts)).toBeLessThanOrEqual(7);
    expect(Math.min(...counts)).toBeGreaterThan(3);
  });
});

describe('At the same moment', () => {
  test('two browsers of Asha’s choose for the first time: one list wins whole, and she is counted once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, proposals } = await choosing(6);
      const [one, other] = [proposals.slice(0, 3), proposals.slice(2, 6)];
      const asha = await stage.as('asha');
      const replies = await Promise.all(
        [one, other, one, other].map((chosen) => asha.send(CAST, { id, chosen })),
      );
      expect(replies.flatMap(({ errors }) => errors ?? [])).toEqual([]);
      const ballot = await ballotOf(asha, id);
      expect([one, other]).toContainEqual(idsIn(ballot.proposals));
      expect(ballot.ballotsCast).toBe(1);
    }
    await noDrift();
  });

  test('where a vote is final, the first of two lists stays', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, proposals } = await choosing(4, { votesMayChange: false });
      const asha = await stage.as('asha');
      const lists = [proposals.slice(0, 2), proposals.slice(2, 4)];
      const replies = await Promise.all(lists.map((chosen) => cast(asha, id, chosen)));
      const kept = idsIn((await ballotOf(asha, id)).proposals);
      expect(replies.map(({ reason }) => reason ?? null)).toEqual(
        expect.arrayContaining([null, 'vote_is_final']),
      );
      expect(lists[replies.findIndex(({ isCast }) => isCast)]).toEqual(kept);
    }
  });

  test('the phase is set while the whole cast chooses, changes and takes back: each was before it or refused', async () => {
    const people: PersonKey[] = ['asha', 'callum', 'gwenllian', 'ruth', 'ewan'];
    const { id, proposals } = await choosing(6);
    const helen = await stage.as('helen');
    const voters = await Promise.all(people.map((key) => stage.as(key)));
    const sent = Array.from({ length: 50 }, (_, index) => {
      const chosen = index % 7 === 6 ? [] : proposals.slice(index % 5, (index % 5) + 2);
      return (voters[index % voters.length] as Person).send(CAST, { id, chosen });
    });
    const changed = changePhase(helen, id, 'reviewing');
    const replies = await Promise.all(sent);
    expect((await changed).reason).toBeUndefined();
    expect(replies.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const told = replies.map(({ data }) => data.castPriorityBallot);
    expect(told.filter(({ reason }) => reason && reason !== 'wrong_phase')).toEqual([]);
    await noDrift();
    const before = await rowsOf(id);
    expect((await cast(voters[0] as Person, id, proposals.slice(0, 1))).reason).toBe('wrong_phase');
    expect(await rowsOf(id)).toEqual(before);
  });

  test('a proposal is withdrawn and answered while people choose it, and nobody waits in a ring', async () => {
    const people: PersonKey[] = ['asha', 'callum', 'gwenllian', 'ruth'];
    for (let round = 0; round < 4; round += 1) {
      const { id, proposals } = await choosing(5);
      const tom = await stage.as('tom');
      const casting = people.map((person, index) =>
        actAs(stage, person, (acting) =>
          castPriorityBallot(acting, {
            consultationId: id,
            proposalIds: index % 2 ? [...proposals].reverse() : proposals,
          }),
        ),
      );
      const going = proposals.map((each) =>
        tom.ask(
          'mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Said better elsewhere.") { __typename } }',
          { id: each },
        ),
      );
      const replies = await Promise.all([...casting, ...going]);
      expect(replies).toHaveLength(people.length + proposals.length);
    }
    await noDrift();
  });
});

describe('The ballots of a consultation', () => {
  /** Strangers who choose, by the places of what they choose. */
  async function crowdChooses(id: string, proposals: string[], lists: number[][]) {
    for (const [index, places] of lists.entries()) {
      const pseudonym = createHash('sha256').update(`${id} ${index}`).digest();
      await stage.database.query('INSERT INTO voter (consultation_id, pseudonym) VALUES ($1, $2)', [
        id,
        pseudonym,
      ]);
      await priorities.replace(
        stage.database.manager,
        { consultationId: id, pseudonym },
        places.map((place) => proposals[place] as string),
      );
    }
  }

  test('come as places in the list given, sorted by what was chosen and not by who chose it or when', async () => {
    const { id, proposals } = await choosing(4);
    await crowdChooses(id, proposals, [[3, 0], [1], [2, 1, 0], [0, 3], [1]]);
    expect(listsOf(await ballotsOf(id, proposals))).toEqual([[0, 1, 2], [0, 3], [0, 3], [1], [1]]);
    expect(listsOf(await ballotsOf(id, [proposals[3] as string, proposals[2] as string]))).toEqual([
      [0],
      [0],
      [1],
    ]);
    expect(listsOf(await ballotsOf(id, []))).toEqual([]);
  });

  test('are held back by pseudonym, so many, and those that are told stay told when more choose', async () => {
    const { id, proposals } = await choosing(3);
    await crowdChooses(id, proposals, [[0], [0, 1], [1], [2], [0, 2]]);
    const { pseudonyms } = (
      await stage.database.query(
        `SELECT array_agg(DISTINCT pseudonym ORDER BY pseudonym) AS pseudonyms
         FROM priority_choice WHERE consultation_id = $1`,
        [id],
      )
    )[0];
    const told = (heldBack: number) =>
      stage.database.transaction((tx) => priorities.ballotsOf(tx, id, proposals, heldBack));
    expect(listsOf(await told(5))).toEqual([]);
    expect(listsOf(await told(2))).toHaveLength(3);
    const one = listsOf(await told(4));
    const [first] = await stage.database.query(
      `SELECT array_agg(proposal_id ORDER BY position) AS chosen FROM priority_choice
       WHERE consultation_id = $1 AND pseudonym = $2`,
      [id, pseudonyms[0]],
    );
    expect(one).toEqual([first.chosen.map((each: string) => proposals.indexOf(each)).sort()]);
  });

  test('of sixty thousand people are read in one go, each whole', async () => {
    const { id, proposals } = await choosing(9);
    const people = 60_000;
    const read = await stage.database.transaction(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query(
        `INSERT INTO voter (consultation_id, pseudonym)
         SELECT $1, int8send(n) FROM generate_series(1, $2::bigint) AS n`,
        [id, people],
      );
      // Planned as for an empty table, each choice would look through all of it.
      await tx.query('ANALYZE voter');
      await tx.query(
        `INSERT INTO priority_choice (consultation_id, pseudonym, proposal_id, position)
         SELECT $1, int8send(n), ($3::uuid[])[(n * 7 + k) % 9 + 1], k
         FROM generate_series(1, $2::bigint) AS n, generate_series(1, 1 + n % 3) AS k`,
        [id, people, proposals],
      );
      return priorities.ballotsOf(tx, id, proposals);
    });
    const lists = listsOf(read);
    expect(lists).toHaveLength(people);
    expect([1, 2, 3].map((size) => lists.filter(({ length }) => length === size).length)).toEqual([
      20_000, 20_000, 20_000,
    ]);
    expect(
      lists.every((list) => list.every((place, at) => at === 0 || place > (list[at - 1] ?? 9))),
    ).toBe(true);
    const chosen = proposals.map((_, place) => lists.filter((list) => list.includes(place)).length);
    const counted = await stage.database.query(
      `SELECT (SELECT count(*)::int FROM priority_choice c WHERE c.consultation_id = $1
         AND c.proposal_id = given.id) AS n FROM unnest($2::uuid[]) WITH ORDINALITY AS given(id, place) ORDER BY place`,
      [id, proposals],
    );
    expect(chosen).toEqual(counted.map((row: { n: number }) => row.n));
  }, 60_000);
});
