import { afterEach, describe, expect, test } from '@jest/globals';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import { type Heard, type Listener, listen, tokenOf, until } from './stage/listening.js';
import { changePhase, comment, openConsultation, propose } from './stage/over-http.js';
import { openStage, type Stage } from './stage/stage.js';

const stage = openStage();

const VOTE = `mutation ($id: ID!, $choice: Choice!) {
  castVote(proposalId: $id, choice: $choice) { __typename ... on Refusal { reason } } }`;
const UNDO = 'mutation ($id: ID!) { undoVote(proposalId: $id) { __typename } }';
const TALLY = `subscription ($id: ID!) {
  tallyNews(id: $id) { id tally { agree disagree pass votes } } }`;
const CONSULTATION = `subscription ($id: ID!) {
  consultationNews(id: $id) { id phase proposalCount commentCount voterCount roundCount } }`;
const ROWS = `subscription ($id: ID!) {
  consultationNews(id: $id) { id lately { id status commentCount } } }`;
const PROPOSAL = `subscription ($id: ID!) {
  proposalNews(id: $id) { id version status commentCount } }`;

/** A look, what comes before it, and a busy machine. */
const SOON = 4_000;
/** Until rights are looked at anew, and the same. */
const RIGHTS = 12_000;

const open: Listener[] = [];
const opened = (listener: Listener) => {
  open.push(listener);
  return listener;
};
afterEach(() => {
  for (const listener of open.splice(0)) listener.end();
});

const as = async (person: 'asha' | 'callum' | 'ruth', on: Stage = stage) =>
  opened(listen(on, await tokenOf(stage, person)));
const visitor = (on: Stage = stage) => opened(listen(on, null));

const told = (heard: Heard, isSo: (news: any) => boolean, what: string, most = SOON) =>
  until(() => heard.news.some((news) => news && isSo(news)), what, most);
const votes = (count: number) => (news: any) => news.tally.votes === count;
const vote = async (who: 'asha' | 'callum' | 'ruth', id: string, choice = 'agree', on = stage) => {
  const { castVote } = await (await on.as(who)).ask(VOTE, { id, choice });
  expect(castVote.__typename).toBe('Vote');
};

/** A proposal whose counts everybody may see, in a consultation of a CLP. */
async function openCounts() {
  const consultationId = await consultationUnder(stage, {
    rules: { countsHiddenUntilVoted: false },
  });
  return { consultationId, id: await proposeIn(stage, consultationId) };
}
async function hiddenCounts() {
  const consultationId = await consultationUnder(stage, {
    rules: { countsHiddenUntilVoted: true },
  });
  return { consultationId, id: await proposeIn(stage, consultationId) };
}

describe('Counts', () => {
  test('Ruth votes on one instance, and Asha is told on another, as is a visitor, the same', async () => {
    const { id } = await openCounts();
    const other = await stage.beside();
    const asha = (await as('asha', other)).hear(TALLY, { id });
    const anybody = visitor(other).hear(TALLY, { id });
    await told(asha, votes(0), 'how it stands');
    await told(anybody, votes(0), 'how it stands');
    await vote('ruth', id);
    await told(asha, votes(1), 'the vote');
    await told(anybody, votes(1), 'the vote');
    expect(asha.news).toEqual(anybody.news);
  });

  test('that are hidden until one voted are told to whoever voted, and to nobody else', async () => {
    const { id } = await hiddenCounts();
    await vote('asha', id);
    const asha = (await as('asha')).hear(TALLY, { id });
    const callum = (await as('callum')).hear(TALLY, { id });
    const anybody = visitor().hear(TALLY, { id });
    await told(asha, votes(1), 'her own vote');
    for (const other of [callum, anybody]) {
      await until(() => other.isOver, 'a refusal');
      expect(other.errors[0]?.extensions?.code).toBe('FORBIDDEN');
      expect(other.news).toEqual([]);
    }
    await vote('ruth', id, 'disagree');
    await told(asha, votes(2), 'the vote of Ruth');
  });

  test('are told no longer to whoever took their vote back', async () => {
    const { id } = await hiddenCounts();
    await vote('asha', id);
    const asha = (await as('asha')).hear(TALLY, { id });
    await told(asha, votes(1), 'her own vote');
    await (await stage.as('asha')).ask(UNDO, { id });
    await until(() => asha.isOver, 'the end of it', RIGHTS);
    const before = asha.news.length;
    await vote('ruth', id);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asha.news).toHaveLength(before);
  });

  test('of many votes in a moment come together, the last of them too', async () => {
    const { id } = await openCounts();
    const anybody = visitor().hear(TALLY, { id });
    await told(anybody, votes(0), 'how it stands');
    const ruth = await stage.as('ruth');
    const begun = performance.now();
    for (let time = 0; time < 30; time += 1) {
      await ruth.ask(VOTE, { id, choice: ['agree', 'disagree', 'pass'][time % 3] });
    }
    const seconds = (performance.now() - begun) / 1000;
    await told(anybody, (news) => news.tally.pass === 1, 'the last vote');
    // One at once, and one for every 0.8 s.
    expect(anybody.news.length - 1).toBeLessThanOrEqual(2 + Math.ceil(seconds / 0.8));
  });

  test('are read once for however many who watch them', async () => {
    const { id } = await openCounts();
    const heard = Array.from({ length: 8 }, () => visitor().hear(TALLY, { id }));
    for (const each of heard) await told(each, votes(0), 'how it stands');
    const statements = await stage.statementsOf(async () => {
      await vote('ruth', id);
      for (const each of heard) await told(each, votes(1), 'the vote');
    });
    const looks = statements.filter((sql) => /FROM proposal p LEFT JOIN tally/.test(sql));
    expect(looks.length).toBeLessThanOrEqual(2);
  });
});

describe('A consultation', () => {
  test('is told with what is new in it: proposals, comments, voters, its phase', async () => {
    const helen = await stage.as('helen');
    const callum = await stage.as('callum');
    const id = await openConsultation(helen);
    const anybody = visitor().hear(CONSULTATION, { id });
    await told(anybody, (news) => news.phase === 'open' && news.proposalCount === 0, 'the opening');
    const proposal = await propose(callum, id);
    await told(anybody, (news) => news.proposalCount === 1, 'a proposal');
    const discussion = visitor().hear(PROPOSAL, { id: proposal.id });
    const rows = visitor().hear(ROWS, { id });
    const other = await propose(callum, id);
    await told(rows, (news) => news.lately[0]?.id === other.id, 'the other proposal');
    await comment(callum, proposal.id);
    await told(anybody, (news) => news.commentCount === 1, 'a comment');
    await told(discussion, (news) => news.commentCount === 1, 'a comment');
    await told(rows, (news) => news.lately[0]?.commentCount === 1, 'a comment');
    expect(rows.news.at(-1)).toEqual({
      id,
      lately: [
        { id: proposal.id, status: 'published', commentCount: 1 },
        { id: other.id, status: 'published', commentCount: 0 },
      ],
    });
    await vote('ruth', proposal.id);
    await told(anybody, (news) => news.voterCount === 1, 'a voter');
    await changePhase(helen, id, 'reviewing');
    await told(anybody, (news) => news.phase === 'reviewing', 'the phase');
    expect(anybody.news.at(-1)).toEqual({
      id,
      phase: 'reviewing',
      proposalCount: 2,
      commentCount: 1,
      voterCount: 1,
      roundCount: 0,
    });
  });

  test('in preparation is nothing until it opens', async () => {
    const id = await consultationUnder(stage);
    await stage.database.query(
      `UPDATE consultation SET phase = 'preparing', opened_at = NULL WHERE id = $1`,
      [id],
    );
    const anybody = visitor().hear(CONSULTATION, { id });
    await until(() => anybody.news.length > 0, 'the first news');
    expect(anybody.news).toEqual([null]);
  });
});

describe('Without a word', () => {
  test('from whoever wrote, or with the connection cut over which it comes, it takes a few seconds', async () => {
    const { id } = await openCounts();
    const anybody = visitor().hear(TALLY, { id });
    await told(anybody, votes(0), 'how it stands');
    await stage.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'clarion live' AND datname = current_database()`,
    );
    await stage.database.query('UPDATE tally SET agree = 1 WHERE proposal_id = $1', [id]);
    await vote('ruth', id);
    await told(anybody, (news) => news.tally.votes >= 1, 'the vote', 12_000);
    await vote('callum', id).catch(() => undefined);
    await until(() => anybody.news.length >= 2, 'more news');
  });
});

describe('A session', () => {
  test('that ends takes its connection with it', async () => {
    const { id } = await hiddenCounts();
    await vote('asha', id);
    const token = await tokenOf(stage, 'asha');
    const listener = opened(listen(stage, token));
    const asha = listener.hear(TALLY, { id });
    await told(asha, votes(1), 'her own vote');
    await (await stage.as('asha')).ask('mutation { endOtherSessions { __typename } }');
    await until(() => listener.closed() === 4403, 'the end of the connection', RIGHTS);
  });
});
