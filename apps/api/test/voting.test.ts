import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { bodyId, memberId } from '../src/demo/ids.js';
import { recountTallies } from '../src/voting/tally.queries.js';
import { castVote, undoVote } from '../src/voting/vote.service.js';
import { castMany } from '../src/voting/vote-many.service.js';
import { actAs } from './stage/acting.js';
import {
  consultationUnder,
  crowdVotes,
  proposeIn,
  proposeMany,
  setPhase,
} from './stage/electorate.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) {
    ... on Vote { choice version isOnEarlierVersion proposal { id tally { agree disagree pass votes } } }
    ... on Refusal { reason message }
  }
}`;
const UNDO = `mutation ($id: ID!) {
  undoVote(proposalId: $id) {
    ... on Vote { choice version proposal { tally { votes } } }
    ... on Refusal { reason }
  }
}`;
const SEEN = `query ($id: ID!) {
  proposal(id: $id) { tally { agree disagree pass votes } tallyHidden myVote { choice version isOnEarlierVersion } }
}`;
const DECK = `query ($id: ID!, $first: Int) {
  consultation(id: $id) {
    voterCount myVoteCount
    deck(first: $first) { proposals { id } votedOn remaining changed { id } refusal { reason } }
  }
}`;

const votesOf = (proposalId: string) =>
  stage.database.query(
    `SELECT choice, version, cast_at AS "castAt", pseudonym FROM vote WHERE proposal_id = $1`,
    [proposalId],
  );
const noDrift = async () => expect(await recountTallies(stage.database.manager)).toEqual([]);

describe('A vote', () => {
  test('Asha votes twice the same and has one vote, then changes it', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    for (const choice of ['agree', 'agree', 'disagree']) {
      const { castVote: vote } = await asha.ask(VOTE, { id, choice });
      expect(vote.choice).toBe(choice);
      expect(vote.proposal.tally.votes).toBe(1);
    }
    const votes = await votesOf(id);
    expect(votes).toHaveLength(1);
    expect(votes[0]).toMatchObject({ choice: 'disagree', version: 1 });
    const { consultation: seen } = await asha.ask(DECK, { id: consultation });
    expect(seen).toMatchObject({ voterCount: 1, myVoteCount: 1 });
    await noDrift();
  });

  test('is kept to the hour, under a pseudonym that is not Asha’s id', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    const at = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + 1_234_567);
    await actAs(stage, 'asha', (acting) => castVote(acting, { proposalId, choice: 'agree' }), at);
    const [vote] = await votesOf(proposalId);
    expect(vote.castAt.getTime() % 3_600_000).toBe(0);
    expect(vote.pseudonym).toHaveLength(32);
    expect(vote.pseudonym).toEqual(stage.clarion.keys.pseudonym(consultation, memberId('asha')));
    const [{ leaks }] = await stage.database.query(
      `SELECT count(*)::int AS leaks FROM record_entry WHERE about_id IN ($1, $2)`,
      [proposalId, consultation],
    );
    expect(leaks).toBe(0);
  });

  test('is taken back by Asha, twice without harm, and she is no longer counted as a voter', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    await asha.ask(VOTE, { id, choice: 'pass' });
    for (let each = 0; each < 2; each += 1) {
      const { undoVote: undone } = await asha.ask(UNDO, { id });
      expect(undone).toMatchObject({ choice: null, version: null });
    }
    const { consultation: seen } = await asha.ask(DECK, { id: consultation });
    expect(seen).toMatchObject({ voterCount: 0, myVoteCount: 0 });
    await asha.ask(VOTE, { id, choice: 'agree' });
    expect((await asha.ask(DECK, { id: consultation })).consultation.voterCount).toBe(1);
    await noDrift();
  });

  test('is refused to a visitor, a supporter, whoever joined too late, and the author', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation, { by: 'tom' });
    const reasons = {
      visitor: 'not_signed_in',
      sunita: 'wrong_standing',
      jamie: 'joined_too_late',
      tom: 'own_proposal',
    } as const;
    for (const [person, reason] of Object.entries(reasons)) {
      const voter = await stage.as(person as keyof typeof reasons);
      const { castVote: vote } = await voter.ask(VOTE, { id, choice: 'agree' });
      expect([person, vote.reason]).toEqual([person, reason]);
    }
    expect(await votesOf(id)).toEqual([]);
  });

  test('is refused in the wrong phase, after the day, on a closed proposal, and when it is final', async () => {
    const asha = await stage.as('asha');
    const reasonFor = async (id: string, choice = 'agree') =>
      (await asha.ask(VOTE, { id, choice })).castVote.reason ?? null;

    const reviewed = await consultationUnder(stage, { phase: 'reviewing' });
    expect(await reasonFor(await proposeIn(stage, reviewed))).toBe('wrong_phase');

    const late = await consultationUnder(stage, { votesUntil: new Date(Date.now() - 1000) });
    expect(await reasonFor(await proposeIn(stage, late))).toBe('votes_closed');

    const final = await consultationUnder(stage, { rules: { votesMayChange: false } });
    const id = await proposeIn(stage, final);
    expect(await reasonFor(id)).toBeNull();
    expect(await reasonFor(id)).toBeNull();
    expect(await reasonFor(id, 'disagree')).toBe('vote_is_final');
    expect((await asha.ask(UNDO, { id })).undoVote.reason).toBe('vote_is_final');

    const closed = await proposeIn(stage, final);
    await stage.database.query(`UPDATE proposal SET status = 'withdrawn' WHERE id = $1`, [closed]);
    expect(await reasonFor(closed)).toBe('proposal_closed');
    expect(await reasonFor(randomUUID())).toBe('not_found');
  });

  test('with a malformed id or an unknown choice is a plain 4xx, never a fault', async () => {
    const asha = await stage.as('asha');
    const badId = await asha.send(VOTE, { id: 'nonsense', choice: 'agree' });
    expect(badId.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const badChoice = await asha.send(VOTE, { id: randomUUID(), choice: 'maybe' });
    expect(badChoice.status).toBeLessThan(500);
    expect(badChoice.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('on an earlier version is marked as such and comes back in the deck as changed', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    const asha = await stage.as('asha');
    await asha.ask(VOTE, { id, choice: 'agree' });
    await stage.database.query('UPDATE proposal SET version = 2 WHERE id = $1', [id]);
    expect((await asha.ask(SEEN, { id })).proposal.myVote).toEqual({
      choice: 'agree',
      version: 1,
      isOnEarlierVersion: true,
    });
    const { deck } = (await asha.ask(DECK, { id: consultation })).consultation;
    expect(deck.changed).toEqual([{ id }]);
    await asha.ask(VOTE, { id, choice: 'agree' });
    expect((await asha.ask(DECK, { id: consultation })).consultation.deck.changed).toEqual([]);
    await noDrift();
  });

  test('waits for a change of phase and is refused by it: whoever votes meets the new phase', async () => {
    const consultation = await consultationUnder(stage);
    const proposalId = await proposeIn(stage, consultation);
    let vote: Promise<unknown> = Promise.resolve();
    await stage.database.transaction(async (tx) => {
      await tx.query('SELECT FROM consultation WHERE id = $1 FOR UPDATE', [consultation]);
      vote = actAs(stage, 'asha', (acting) => castVote(acting, { proposalId, choice: 'agree' }));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await tx.query(`UPDATE consultation SET phase = 'reviewing' WHERE id = $1`, [consultation]);
    });
    expect(await vote).toMatchObject({ reason: 'wrong_phase' });
    expect(await votesOf(proposalId)).toEqual([]);
  });
});

describe('Counts', () => {
  test('are hidden from visitors and from Asha until she has voted, and open after the close', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    await crowdVotes(stage, consultation, id, [{ clp: 'salford', agree: 3, disagree: 1 }]);
    const [asha, visitor] = [await stage.as('asha'), await stage.as('visitor')];
    const hidden = { tally: null, tallyHidden: true, myVote: null };
    expect((await asha.ask(SEEN, { id })).proposal).toEqual(hidden);
    expect((await visitor.ask(SEEN, { id })).proposal).toEqual(hidden);
    await asha.ask(VOTE, { id, choice: 'agree' });
    const tally = { agree: 4, disagree: 1, pass: 0, votes: 5 };
    expect((await asha.ask(SEEN, { id })).proposal).toMatchObject({ tally, tallyHidden: false });
    expect((await visitor.ask(SEEN, { id })).proposal).toEqual(hidden);
    await setPhase(stage, consultation, 'reviewing');
    expect((await visitor.ask(SEEN, { id })).proposal).toMatchObject({ tally, tallyHidden: false });
  });

  test('equal a recount from the votes after many people voted, changed and undid at once', async () => {
    const consultation = await consultationUnder(stage, { rules: { joinedBy: null } });
    const proposals = await proposeMany(stage, consultation, 4);
    const people = [
      ...(['asha', 'gwenllian', 'callum', 'ruth', 'jamie', 'ewan', 'marian', 'kofi'] as const),
      ...(['faisal', 'helen', 'daniel', 'joan', 'priya', 'lowri'] as const),
    ];
    const choices = ['agree', 'disagree', 'pass'] as const;
    let seed = 7;
    const draw = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    const acts = Array.from({ length: 600 }, () => {
      const person = people[draw(people.length)] as (typeof people)[number];
      const proposalId = proposals[draw(proposals.length)] as string;
      const choice = choices[draw(3)] as (typeof choices)[number];
      return draw(6) === 0
        ? () => actAs(stage, person, (acting) => undoVote(acting, { proposalId }))
        : () => actAs(stage, person, (acting) => castVote(acting, { proposalId, choice }));
    });
    await Promise.all(acts.map((act) => act()));
    expect((await votesOf(proposals[0] as string)).length).toBeGreaterThan(0);
    await noDrift();
  }, 120_000);

  test('equal it too where somebody takes back while their first vote is on its way', async () => {
    const consultation = await consultationUnder(stage, { rules: { joinedBy: null } });
    const [proposalId] = (await proposeMany(stage, consultation, 1)) as [string];
    const people = [
      'asha',
      'gwenllian',
      'callum',
      'ruth',
      'jamie',
      'ewan',
      'marian',
      'kofi',
    ] as const;
    const takeBack = (person: (typeof people)[number]) =>
      Promise.all(
        Array.from({ length: 6 }, () =>
          actAs(stage, person, (acting) => undoVote(acting, { proposalId })),
        ),
      );
    await Promise.all(
      people.flatMap((person) => [
        actAs(stage, person, (acting) => castVote(acting, { proposalId, choice: 'disagree' })),
        takeBack(person),
      ]),
    );
    await noDrift();
  }, 60_000);

  test('that drift are told by the recount, one difference for each (so the test above can fail)', async () => {
    const consultation = await consultationUnder(stage);
    const id = await proposeIn(stage, consultation);
    await crowdVotes(stage, consultation, id, [{ clp: 'salford', agree: 2 }]);
    await stage.database.query('UPDATE tally SET agree = 3 WHERE proposal_id = $1', [id]);
    await stage.database.query('DELETE FROM turnout WHERE consultation_id = $1', [consultation]);
    expect(await recountTallies(stage.database.manager, consultation)).toEqual([
      {
        what: 'tally',
        consultationId: consultation,
        proposalId: id,
        clpId: null,
        kept: [3, 0, 0],
        counted: [2, 0, 0],
      },
      {
        what: 'turnout',
        consultationId: consultation,
        proposalId: null,
        clpId: null,
        kept: [0, 0],
        counted: [2, 0],
      },
    ]);
    await stage.database.transaction((tx) => castMany(tx, consultation, []));
    await noDrift();
  });
});

describe('Many votes at once', () => {
  test('are written in seconds, the later of two wins, and again changes nothing', async () => {
    const consultation = await consultationUnder(stage);
    const proposals = await proposeMany(stage, consultation, 30);
    const people = Array.from({ length: 1000 }, () => randomBytes(32));
    const clpId = bodyId('salford');
    const castAt = new Date();
    const votes = people.flatMap((pseudonym, person) =>
      proposals.map((proposalId, at) => ({
        proposalId,
        pseudonym,
        choice: (['agree', 'disagree', 'pass'] as const)[(person + at) % 3] ?? 'pass',
        castAt,
      })),
    );
    const [first] = votes;
    if (!first) throw new Error('no votes');
    votes.push({ ...first, choice: 'pass' });
    const voters = people.map((pseudonym) => ({ pseudonym, clpId, group: 1 }));
    for (let each = 0; each < 2; each += 1) {
      const written = await stage.database.transaction(async (tx) => {
        await tx.query('SET LOCAL statement_timeout = 0');
        return castMany(tx, consultation, votes, voters);
      });
      expect(written).toBe(30_000);
    }
    const [{ choice }] = await stage.database.query(
      'SELECT choice FROM vote WHERE proposal_id = $1 AND pseudonym = $2',
      [first.proposalId, first.pseudonym],
    );
    expect(choice).toBe('pass');
    const asha = await stage.as('asha');
    expect((await asha.ask(DECK, { id: consultation })).consultation.voterCount).toBe(1000);
    await noDrift();
  }, 60_000);

  test('on a proposal of another consultation leave nothing behind', async () => {
    const [here, there] = [await consultationUnder(stage), await consultationUnder(stage)];
    const elsewhere = await proposeIn(stage, there);
    await expect(
      crowdVotes(stage, here, elsewhere, [{ clp: 'salford', agree: 1 }]),
    ).rejects.toThrow(/another consultation/);
    expect(await votesOf(elsewhere)).toEqual([]);
  });
});

describe('The deck', () => {
  test('shows Asha what is least known first, without her own and what no longer stands', async () => {
    const consultation = await consultationUnder(stage);
    const [known = '', unknown = ''] = await proposeMany(stage, consultation, 2);
    await crowdVotes(stage, consultation, known, [{ clp: 'salford', agree: 20 }]);
    await proposeIn(stage, consultation, { by: 'asha' });
    for (const status of ['withdrawn', 'waiting', 'not_taken_forward']) {
      const id = await proposeIn(stage, consultation);
      await stage.database.query('UPDATE proposal SET status = $2 WHERE id = $1', [id, status]);
    }
    const asha = await stage.as('asha');
    const { deck } = (await asha.ask(DECK, { id: consultation })).consultation;
    expect(deck).toMatchObject({ votedOn: 0, remaining: 2, refusal: null });
    expect(deck.proposals).toEqual([{ id: unknown }, { id: known }]);
    await asha.ask(VOTE, { id: unknown, choice: 'pass' });
    const next = (await asha.ask(DECK, { id: consultation })).consultation.deck;
    expect(next).toMatchObject({ votedOn: 1, remaining: 1, proposals: [{ id: known }] });
  });

  test('comes in another order for Gwenllian than for Asha, and in the same one again', async () => {
    const consultation = await consultationUnder(stage);
    await proposeMany(stage, consultation, 12);
    const orderFor = async (person: 'asha' | 'gwenllian') => {
      const reply = await (await stage.as(person)).ask(DECK, { id: consultation, first: 12 });
      return reply.consultation.deck.proposals.map((proposal: { id: string }) => proposal.id);
    };
    const ashas = await orderFor('asha');
    expect(ashas).toHaveLength(12);
    expect(await orderFor('asha')).toEqual(ashas);
    expect(await orderFor('gwenllian')).not.toEqual(ashas);
  });

  test('says why Sunita cannot vote here, and to a visitor that they are not signed in', async () => {
    const consultation = await consultationUnder(stage);
    await proposeMany(stage, consultation, 2);
    const deckFor = async (person: 'sunita' | 'visitor') =>
      (await (await stage.as(person)).ask(DECK, { id: consultation })).consultation.deck;
    expect(await deckFor('sunita')).toMatchObject({
      remaining: 0,
      refusal: { reason: 'wrong_standing' },
    });
    const visitors = await deckFor('visitor');
    expect(visitors.refusal.reason).toBe('not_signed_in');
    expect(visitors.proposals).toHaveLength(2);
  });

  test('takes 4 statements with 3 proposals and with 30, the session among them', async () => {
    const asha = await stage.as('asha');
    const counts: number[] = [];
    for (const size of [3, 30]) {
      const id = await consultationUnder(stage);
      await proposeMany(stage, id, size);
      const statements = await stage.statementsOf(() =>
        asha.ask(
          `query ($id: ID!) { consultation(id: $id) { title voterCount myVoteCount
            deck(first: 50) { remaining proposals { statement author { name } myVote { choice } } } } }`,
          { id },
        ),
      );
      counts.push(statements.length);
    }
    // Session, consultation with its turnout, deck with its votes, its proposals.
    expect(counts).toEqual([4, 4]);
  });
});
