import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCsv } from '@clarion/exchange';
import { recountRound, unzipRound, zipRound } from '@clarion/exchange/round';
import { describe, expect, test } from '@jest/globals';
import { bodyId, memberId } from '../src/demo/ids.js';
import { publishRound } from '../src/ranking/round.service.js';
import { act } from './stage/acting.js';
import { run } from './stage/command.js';
import {
  choosePriorities,
  consultationUnder,
  crowdVotes,
  proposeMany,
  setPhase,
  twoCamps,
} from './stage/electorate.js';
import { openStage, type Person } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const RECOUNT = resolve('../recount/dist/recount.mjs');

const PUBLISH = `mutation ($id: ID!, $consultationId: ID!) {
  publishRound(id: $id, consultationId: $consultationId) {
    ... on Round { id number lens rollSize ballotCount voterCount groupSizes manifestSha256 key
      files { name bytes sha256 sealed } movement { proposal { id } from to } }
    ... on Refusal { reason message }
  }
}`;
const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { ... on Refusal { reason } } }`;
const RANKING = `query ($id: ID!, $lens: String, $round: Int) {
  consultation(id: $id) { ranking(lens: $lens, round: $round) {
    withheld { reason message } lens { id } isOfficial orderingLens ballotCount rangeNote lenses { id available unavailable }
    proposals(first: 50) { edges { node {
      rank score chosen proposal { id } range { best worst low high sentence }
      groups { letter tally { agree votes } } history { round rank } why { text }
    } } }
  } }
}`;

interface Node {
  rank: number | null;
  score: number;
  chosen: number | null;
  proposal: { id: string };
  range: { best: number | null; low: number; high: number; sentence: string } | null;
  groups: { letter: string; tally: { agree: number; votes: number } | null }[];
  history: { round: number; rank: number | null }[];
  why: { text: string }[];
}

async function publish(consultationId: string, by: 'helen' | 'asha' = 'helen') {
  const person = await stage.as(by);
  return (await person.ask(PUBLISH, { id: randomUUID(), consultationId })).publishRound;
}

async function read(person: Person, id: string, variables: Record<string, unknown>) {
  const { ranking } = (await person.ask(RANKING, { id, ...variables })).consultation;
  const nodes: Node[] = ranking.proposals.edges.map((edge: { node: Node }) => edge.node);
  return { ranking, nodes };
}

async function bytesOf(person: Person, path: string): Promise<Uint8Array> {
  const reply = await person.get(path);
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return new Uint8Array(await reply.arrayBuffer());
}

/** Twelve proposals on which two camps differ and one on which they do not, all above the line. */
async function inTwoCamps(rules = {}) {
  const id = await consultationUnder(stage, {
    rules: { quorumVotes: 20, quorumClps: 2, countsHiddenUntilVoted: false, ...rules },
  });
  const proposals = await proposeMany(stage, id, 13);
  const people = await twoCamps(stage, id, proposals);
  return { id, proposals, people };
}

const bundleOf = async (roundId: string) =>
  unzipRound(await bytesOf(await stage.as('visitor'), `/download/rounds/${roundId}/bundle.zip`));

describe('What a round publishes', () => {
  test('is recounted by a stranger from the bundle alone, to the same bytes', async () => {
    const { id } = await inTwoCamps();
    const round = await publish(id);
    const report = await recountRound(await bundleOf(round.id));
    expect(report.checks.filter(({ ok }) => ok === false)).toEqual([]);
    expect(report.identical).toBe(true);
    expect(report.manifest).toMatchObject({
      key: round.key,
      round: { number: 1 },
      groupSizes: [40, 20],
    });
    expect(report.rankings.map(({ lens }) => lens)).toEqual([
      'support@1',
      'common-ground@1',
      'breadth@1',
    ]);
  });

  test('is not what it was when one vote is another', async () => {
    const { id } = await inTwoCamps();
    const files = await bundleOf((await publish(id)).id);
    const votes = new TextDecoder().decode(files.get('votes.csv'));
    files.set('votes.csv', new TextEncoder().encode(votes.replace(',agree\n', ',disagree\n')));
    const report = await recountRound(unzipRound(zipRound(files)));
    expect(report.identical).toBe(false);
    const failed = report.checks.filter(({ ok }) => ok === false);
    expect(failed.map(({ says }) => says).join('\n')).toContain('votes.csv');
  });

  test('is recounted on the command line too: the bundle by anyone, and the second round’s groups by a scrutineer', async () => {
    const { id, proposals } = await inTwoCamps();
    await publish(id);
    await crowdVotes(stage, id, proposals[0] as string, [{ clp: 'salford', agree: 20 }]);
    const round = await publish(id);
    const directory = mkdtempSync(join(tmpdir(), 'clarion-recount-'));
    const written = async (person: Person, what: string) => {
      const path = join(directory, what);
      writeFileSync(path, await bytesOf(person, `/download/rounds/${round.id}/${what}`));
      return path;
    };
    const bundle = await written(await stage.as('visitor'), 'bundle.zip');
    const matrix = await written(await stage.as('lowri'), 'matrix.zip');
    const alike = await run(RECOUNT, [bundle, '--key', round.key]);
    expect(alike).toMatchObject({ code: 0 });
    expect(alike.out.trim().split('\n').at(-1)).toContain('identical');
    const found = await run(RECOUNT, ['matrix', matrix, '--bundle', bundle]);
    expect(found).toMatchObject({ code: 0 });
    expect(found.out.trim().split('\n').at(-1)).toContain('identical');

    const files = unzipRound(readFileSync(bundle));
    const ranking = new TextDecoder().decode(files.get('rankings/support@1.csv'));
    files.set(
      'rankings/support@1.csv',
      new TextEncoder().encode(ranking.replace('\n1,1,', '\n1,2,')),
    );
    writeFileSync(bundle, zipRound(files));
    const tampered = await run(RECOUNT, [bundle]);
    expect(tampered).toMatchObject({ code: 1 });
    expect(tampered.out).toContain('rankings/support@1.csv');
  });

  test('is said of the round: its files, its hash in the record, the key, and how many could have voted', async () => {
    const { id } = await inTwoCamps();
    const round = await publish(id);
    const names = round.files.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['votes.csv', 'rankings/support@1.csv']));
    expect(round.files.find(({ name }: any) => name === 'people.csv').sealed).toBe(true);
    expect(round.files.find(({ name }: any) => name === 'votes.csv').sealed).toBe(false);
    expect(round.key).toBe(stage.clarion.keys.signing()?.fingerprint);
    const [roll] = await stage.database.query(
      `SELECT count(*)::int AS size FROM member WHERE standing = 'member' AND lapsed_on IS NULL
         AND joined_on <= (SELECT (rules->>'joinedBy')::date FROM consultation WHERE id = $1)`,
      [id],
    );
    expect(round).toMatchObject({ rollSize: roll.size, voterCount: 60, ballotCount: 0 });
    const [entry] = await stage.database.query(
      `SELECT data FROM record_entry WHERE kind = 'round_published' AND about_id = $1`,
      [id],
    );
    expect(entry.data).toMatchObject({ number: 1, manifestSha256: round.manifestSha256 });
  });

  test('comes under a plain name and is asked for again each time, as words may go; a round that is not there is not', async () => {
    const { id } = await inTwoCamps();
    const round = await publish(id);
    const visitor = await stage.as('visitor');
    const reply = await visitor.get(`/download/rounds/${round.id}/bundle.zip`);
    expect(reply.headers.get('content-type')).toBe('application/zip');
    expect(reply.headers.get('content-disposition')).toBe(
      'attachment; filename="dentists-round-1.zip"',
    );
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    for (const other of [randomUUID(), 'nonsense', id]) {
      const missing = await visitor.get(`/download/rounds/${other}/bundle.zip`);
      expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
    }
  });
});

describe('Who voted how in a round', () => {
  test('is for Lowri, who scrutinises, and for nobody else; that she had it is in the record', async () => {
    const { id, people } = await inTwoCamps();
    const round = await publish(id);
    const path = `/download/rounds/${round.id}/matrix.zip`;
    for (const person of ['visitor', 'asha', 'helen', 'jamie'] as const) {
      const reply = await (await stage.as(person)).get(path);
      expect([reply.status, reply.headers.get('cache-control')]).toEqual([403, 'no-store']);
      expect(await reply.text()).toContain('scrutineers');
    }
    const lowri = await stage.as('lowri');
    const reply = await lowri.get(path);
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const zip = Buffer.from(await reply.arrayBuffer());
    const files = unzipRound(zip);
    const rows = readCsv(new TextDecoder().decode(files.get('participants-votes.csv')));
    expect(rows).toHaveLength(people.length + 1);
    for (const bytes of files.values()) {
      const text = Buffer.from(bytes).toString();
      expect(text).not.toContain((people[0] as Buffer).toString('hex'));
      expect(text).not.toContain((people[0] as Buffer).toString('base64'));
    }
    const entries = await stage.database.query(
      `SELECT actor_id, body_id, data FROM record_entry WHERE kind = 'matrix_downloaded' AND about_id = $1`,
      [id],
    );
    expect(entries).toEqual([
      {
        actor_id: memberId('lowri'),
        body_id: bodyId('nec'),
        data: { roundId: round.id, number: 1 },
      },
    ]);
  });

  test('is closed to her from the day her office ends', async () => {
    const { id } = await inTwoCamps();
    const round = await publish(id);
    const lowri = await stage.as('lowri');
    await stage.database.query(`UPDATE office SET until = current_date - 1 WHERE member_id = $1`, [
      lowri.id,
    ]);
    const reply = await lowri.get(`/download/rounds/${round.id}/matrix.zip`);
    await stage.database.query('UPDATE office SET until = NULL WHERE member_id = $1', [lowri.id]);
    expect(reply.status).toBe(403);
  });
});

describe('While a round is written', () => {
  test('Asha votes without waiting, and her vote is in the next one', async () => {
    const { id, proposals } = await inTwoCamps();
    const asha = await stage.as('asha');
    const first = await act(stage, 'helen', new Date(), async (acting) => {
      const round = await publishRound(acting, { id: randomUUID(), consultationId: id });
      // Its transaction is still open.
      const { castVote } = await asha.ask(VOTE, { id: proposals[0], choice: 'agree' });
      expect(castVote.reason).toBeUndefined();
      return round;
    });
    const second = await publish(id);
    expect(first).toMatchObject({ number: 1, voterCount: 60 });
    expect(second).toMatchObject({ number: 2, voterCount: 61 });
  });

  test('people vote on, and each round counts exactly the votes of its moment', async () => {
    const { id, proposals } = await inTwoCamps();
    const voting = (async () => {
      for (let each = 0; each < 12; each += 1) {
        await crowdVotes(stage, id, proposals[each % 13] as string, [{ clp: 'salford', agree: 1 }]);
      }
    })();
    const rounds = await Promise.all([publish(id), publish(id), publish(id)]);
    await voting;
    rounds.push(await publish(id));
    expect(new Set(rounds.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4]));
    const lowri = await stage.as('lowri');
    for (const round of rounds) {
      const [stored] = await stage.database.query(
        'SELECT sum(agree + disagree + pass)::int AS votes FROM round_count WHERE round_id = $1',
        [round.id],
      );
      const files = await bundleOf(round.id);
      expect((await recountRound(files)).identical).toBe(true);
      const rows = new TextDecoder().decode(files.get('votes.csv')).trim().split('\n');
      expect(rows).toHaveLength(stored.votes + 1);
      const sealed = unzipRound(await bytesOf(lowri, `/download/rounds/${round.id}/matrix.zip`));
      const matrix = readCsv(new TextDecoder().decode(sealed.get('votes.csv')));
      expect(matrix).toHaveLength(stored.votes + 1);
      expect(stored.votes - round.voterCount).toBe(60 * 12);
    }
    const last = rounds.find(({ number }) => number === 4);
    expect(last.voterCount).toBe(72);
  });

  test('nobody’s letter changes without a reason: the next round begins at the groups of the last', async () => {
    const { id, proposals } = await inTwoCamps();
    await publish(id);
    const groupsOf = async (number: number) => {
      const [row] = await stage.database.query(
        `SELECT m.voters, m.groups FROM round_matrix m JOIN round r ON r.id = m.round_id
         WHERE r.consultation_id = $1 AND r.number = $2`,
        [id, number],
      );
      return new Map<string, number>(
        Array.from(row.groups as Buffer, (group, at) => [
          (row.voters as Buffer).subarray(at * 32, at * 32 + 32).toString('hex'),
          group,
        ]),
      );
    };
    // Forty who vote like the smaller camp and twenty like the larger one: each proposal takes the next one’s place.
    await twoCamps(stage, id, [...proposals.slice(1, 12), proposals[0], proposals[12]] as string[]);
    expect((await publish(id)).groupSizes).toEqual([60, 60]);
    const [before, after] = [await groupsOf(1), await groupsOf(2)];
    for (const [voter, group] of before) expect(after.get(voter)).toBe(group);
  });
});

describe('A round under every lens', () => {
  test('shows common ground first what both camps can agree with, with the counts of each', async () => {
    const { id, proposals } = await inTwoCamps();
    await publish(id);
    const visitor = await stage.as('visitor');
    const support = await read(visitor, id, { round: 1 });
    expect(support.nodes[0]?.proposal.id).toBe(proposals[10]);
    expect(support.nodes[0]?.range).toMatchObject({ best: null, low: 1 });
    const { ranking, nodes } = await read(visitor, id, { round: 1, lens: 'common-ground@1' });
    expect(ranking.withheld).toBeNull();
    expect(nodes[0]?.proposal.id).toBe(proposals[12]);
    expect(nodes[0]?.groups).toEqual([
      { letter: 'A', tally: { agree: 24, votes: 40 } },
      { letter: 'B', tally: { agree: 12, votes: 20 } },
    ]);
    expect(nodes[0]?.range).toMatchObject({ best: null, low: 1 });
    expect(ranking.lenses.find((lens: any) => lens.id === 'priorities@1')).toMatchObject({
      available: false,
      unavailable: expect.stringContaining('choices of 30 people'),
    });
  });

  test('ranked again here has exactly the ranks and scores that were stored, whatever the lens', async () => {
    const { id, proposals, people } = await inTwoCamps();
    const lists = people
      .slice(0, 30)
      .map((_, at) => [proposals[at % 3], proposals[12]] as string[]);
    await choosePriorities(stage, id, people, lists);
    const round = await publish(id);
    const visitor = await stage.as('visitor');
    for (const lens of ['support@1', 'common-ground@1', 'breadth@1', 'priorities@1']) {
      const { nodes } = await read(visitor, id, { round: 1, lens });
      const stored = await stage.database.query(
        `SELECT proposal_id AS id, rank, score, low FROM round_rank WHERE round_id = $1 AND lens = $2
         ORDER BY position`,
        [round.id, lens],
      );
      expect(
        nodes.map(({ proposal, rank, score, range }) => ({
          id: proposal.id,
          rank,
          score,
          low: range?.low ?? null,
        })),
      ).toEqual(stored);
      expect(stored).toHaveLength(13);
    }
  });

  test('with priorities as its official lens publishes the ballots as lines, else only how many chose each', async () => {
    const officialIs = async (rules: object) => {
      const { id, proposals, people } = await inTwoCamps(rules);
      const lists = people
        .slice(0, 32)
        .map((_, at) => [proposals[at % 2], proposals[12]] as string[]);
      await choosePriorities(stage, id, people, lists);
      const round = await publish(id);
      const files = await bundleOf(round.id);
      expect((await recountRound(files)).identical).toBe(true);
      const { nodes } = await read(await stage.as('visitor'), id, {
        round: 1,
        lens: 'priorities@1',
      });
      expect(nodes.slice(0, 3).map(({ chosen }) => chosen)).toEqual([32, 16, 16]);
      expect(round.ballotCount).toBe(32);
      return files;
    };
    const open = await officialIs({ officialLens: 'priorities@1' });
    expect(new TextDecoder().decode(open.get('priority-ballots.csv'))).toBe(
      `ballot\n${'1 13\n'.repeat(16)}${'2 13\n'.repeat(16)}`,
    );
    const sealed = await officialIs({});
    expect(sealed.has('priority-ballots.csv')).toBe(false);
    expect(sealed.has('rankings/priorities@1.csv')).toBe(true);
  });

  test('tells nothing of fewer than thirty secret ballots but how many there are', async () => {
    const { id, people, proposals } = await inTwoCamps();
    await choosePriorities(
      stage,
      id,
      people,
      people.slice(0, 29).map(() => [proposals[3] as string]),
    );
    const round = await publish(id);
    expect(round.ballotCount).toBe(29);
    const files = await bundleOf(round.id);
    const [header = [], ...rows] = readCsv(new TextDecoder().decode(files.get('proposals.csv')));
    expect(rows.map((row) => row[header.indexOf('chosen')])).toEqual(rows.map(() => '0'));
    const { nodes } = await read(await stage.as('visitor'), id, { round: 1 });
    expect(nodes.every(({ chosen }) => chosen === null)).toBe(true);
  });

  test('shows what it published of twelve ballots, where ten were enough when it was', async () => {
    const { id, people, proposals } = await inTwoCamps();
    const lists = people.slice(0, 32).map(() => [proposals[3] as string]);
    await choosePriorities(stage, id, people, lists);
    await publish(id);
    const visitor = await stage.as('visitor');
    const asked = { round: 1, lens: 'priorities@1' };
    const insider = (sql: string) =>
      stage.database.query(
        `ALTER TABLE round DISABLE TRIGGER USER;
         UPDATE round SET ${sql} WHERE consultation_id = '${id}';
         ALTER TABLE round ENABLE TRIGGER USER`,
      );
    await insider('ballot_count = 12');
    expect((await read(visitor, id, asked)).ranking.withheld).not.toBeNull();
    // Manifests did not say it then.
    await insider(`manifest = replace(manifest, '"fewestSecretBallots":30,', '')`);
    const { ranking, nodes } = await read(visitor, id, asked);
    expect([ranking.withheld, nodes[0]?.chosen]).toEqual([null, 32]);
  });

  test('goes by support while its official lens has nothing to say, in the bundle and in the record', async () => {
    const id = await consultationUnder(stage, { rules: { officialLens: 'common-ground@1' } });
    const [proposal] = await proposeMany(stage, id, 1);
    await crowdVotes(stage, id, proposal as string, [{ clp: 'salford', agree: 12 }]);
    const round = await publish(id);
    expect(round).toMatchObject({ number: 1, lens: 'support@1' });
    const report = await recountRound(await bundleOf(round.id));
    expect(report.identical).toBe(true);
    expect(report.manifest?.lenses.official).toBe('support@1');
    expect(report.manifest?.rules.officialLens).toBe('common-ground@1');
    const [entry] = await stage.database.query(
      `SELECT data FROM record_entry WHERE kind = 'round_published' AND consultation_id = $1`,
      [id],
    );
    expect(entry.data).toMatchObject({ lens: 'support@1', standsInFor: 'common-ground@1' });
  });

  test('is one of any number while the discussion is open, whatever orders in the end', async () => {
    const { id, people, proposals } = await inTwoCamps({ officialLens: 'priorities@1' });
    const choose = (from: number, to: number) =>
      choosePriorities(
        stage,
        id,
        people.slice(from, to),
        people.slice(from, to).map(() => [proposals[12] as string]),
      );
    const open = [await publish(id), await publish(id)];
    await setPhase(stage, id, 'prioritising');
    await choose(0, 9);
    const nine = await publish(id);
    expect([...open, nine].map(({ number, lens }) => [number, lens])).toEqual([
      [1, 'support@1'],
      [2, 'support@1'],
      [3, 'support@1'],
    ]);
    // What nine people chose is nobody else's business.
    expect((await bundleOf(nine.id)).has('priority-ballots.csv')).toBe(false);
    await choose(9, 10);
    const ten = await publish(id);
    expect(ten.lens).toBe('priorities@1');
    // Places under two questions are not compared.
    expect(ten.movement).toEqual([]);
    const visitor = await stage.as('visitor');
    const shown = async (round: number) => {
      const { ranking, nodes } = await read(visitor, id, { round });
      const { isOfficial, orderingLens, withheld } = ranking;
      return { lens: ranking.lens.id, isOfficial, orderingLens, withheld, first: nodes[0]?.rank };
    };
    const counts = (lens: string) => ({ lens, isOfficial: true, orderingLens: lens });
    expect(await shown(3)).toEqual({ ...counts('support@1'), withheld: null, first: 1 });
    expect(await shown(4)).toEqual({ ...counts('priorities@1'), withheld: null, first: 1 });
    const asked = await read(visitor, id, { round: 3, lens: 'priorities@1' });
    expect(asked.ranking).toMatchObject({ isOfficial: false, withheld: expect.anything() });
    expect((await read(visitor, id, { round: 4 })).nodes[0]?.proposal.id).toBe(proposals[12]);
  });
});

describe('From round to round', () => {
  test('the later one has the later time, also when it was asked for first and waited for its turn', async () => {
    const { id } = await inTwoCamps();
    const first = await publish(id);
    const [{ at }] = await stage.database.query(
      'SELECT published_at AS at FROM round WHERE id = $1',
      [first.id],
    );
    const asked = new Date(at.getTime() - 5_000);
    const second = await act(stage, 'helen', asked, (acting) =>
      publishRound(acting, { id: randomUUID(), consultationId: id }),
    );
    expect(second.number).toBe(2);
    expect(new Date(second.publishedAt).getTime()).toBe(at.getTime() + 1);
    const [entry] = await stage.database.query(
      `SELECT at FROM record_entry WHERE kind = 'round_published' AND about_id = $1
       ORDER BY at DESC LIMIT 1`,
      [id],
    );
    expect(entry.at.getTime()).toBe(at.getTime() + 1);
  });

  test('one reads where each proposal stood and what moved, and an earlier round knows nothing of a later one', async () => {
    const { id, proposals } = await inTwoCamps();
    expect((await publish(id)).movement).toEqual([]);
    await crowdVotes(stage, id, proposals[12] as string, [{ clp: 'salford', agree: 60 }]);
    const second = await publish(id);
    const moved = second.movement.find((move: any) => move.proposal.id === proposals[12]);
    expect(moved).toEqual({ proposal: { id: proposals[12] }, from: 6, to: 1 });
    expect(second.movement[0]).toEqual(moved);
    const visitor = await stage.as('visitor');
    const historyIn = async (round: number | null) =>
      (await read(visitor, id, { round })).nodes.find(
        ({ proposal }) => proposal.id === proposals[12],
      )?.history;
    expect(await historyIn(null)).toEqual([
      { round: 1, rank: 6 },
      { round: 2, rank: 1 },
    ]);
    expect(await historyIn(1)).toEqual([{ round: 1, rank: 6 }]);
  });

  test('is read in 4 statements, and in 3 from then on, the session among them: a round is kept for good', async () => {
    const asha = await stage.as('asha');
    const { id } = await inTwoCamps();
    await publish(id);
    const counts: number[] = [];
    for (let each = 0; each < 2; each += 1) {
      counts.push((await stage.statementsOf(() => read(asha, id, { round: 1 }))).length);
    }
    expect(counts).toEqual([4, 3]);
  });
});

describe('A round made before bundles', () => {
  test('still has its ranking, and says that it has no files', async () => {
    const id = await consultationUnder(stage);
    const [proposal] = await proposeMany(stage, id, 1);
    const roundId = randomUUID();
    await stage.database.query(
      `INSERT INTO round (id, consultation_id, number, lens, published_at, voter_count)
       VALUES ($1, $2, 1, 'support@1', now(), 12)`,
      [roundId, id],
    );
    await stage.database.query(
      `INSERT INTO round_count (round_id, proposal_id, position, rank, agree, disagree, pass, by_clp)
       VALUES ($1, $2, 1, 1, 10, 2, 0, $3)`,
      [roundId, proposal, JSON.stringify([[bodyId('salford'), 10, 2, 0]])],
    );
    const visitor = await stage.as('visitor');
    const { nodes } = await read(visitor, id, { round: 1 });
    expect(nodes).toMatchObject([{ rank: 1, range: null, groups: [], history: [] }]);
    const { consultation } = await visitor.ask(
      `query ($id: ID!) { consultation(id: $id) { rounds {
        rollSize groupSizes files { name } manifestSha256 key movement { to } } } }`,
      { id },
    );
    expect(consultation.rounds).toEqual([
      { rollSize: 0, groupSizes: [], files: [], manifestSha256: '', key: '', movement: [] },
    ]);
    const reply = await visitor.get(`/download/rounds/${roundId}/bundle.zip`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toContain('made before bundles');
    // What comes after it moved from its places, not from nowhere.
    await crowdVotes(stage, id, proposal as string, [{ clp: 'salford', agree: 12 }]);
    expect(await publish(id)).toMatchObject({ number: 2, movement: [] });
  });
});

describe('The key of the rounds', () => {
  test('is never quietly replaced: without it none is published', async () => {
    const { id } = await inTwoCamps();
    await publish(id);
    const kept = join(stage.clarion.environment.keysDirectory, 'signing.pem');
    renameSync(kept, `${kept}.away`);
    const helen = await stage.as('helen');
    const { errors } = await helen.send(PUBLISH, { id: randomUUID(), consultationId: id });
    renameSync(`${kept}.away`, kept);
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    await setPhase(stage, id, 'reviewing');
    expect((await publish(id)).number).toBe(2);
  });
});
