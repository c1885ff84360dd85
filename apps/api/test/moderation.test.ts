import { ukDay } from '@clarion/deliberation';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { memberId } from '../src/demo/ids.js';
import { moderate, report, suspend, undo } from './stage/moderating.js';
import {
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
let tom: Person;
let ewan: Person;
let joan: Person;
let priya: Person;
let visitor: Person;
let consultationId: string;
let proposalId: string;

beforeAll(async () => {
  const people = ['helen', 'asha', 'tom', 'ewan', 'joan', 'priya', 'visitor'] as const;
  [helen, asha, tom, ewan, joan, priya, visitor] = (await Promise.all(
    people.map((each) => stage.as(each)),
  )) as [Person, Person, Person, Person, Person, Person, Person];
  consultationId = await openConsultation(helen, { template: 'quick' });
  ({ id: proposalId } = await propose(tom, consultationId));
});

const HIDDEN =
  'hidden { act { id act code reasonSays title by { displayName } } words { label text } }';

const readComment = async (by: Person, id: string) =>
  (
    await by.ask(
      `query ($id: ID!) { comment(id: $id) { comment { status body author { name member { id } clpName }
        ${HIDDEN} viewerMayReport viewerMayModerate replies { edges { node { body } } } } } }`,
      { id },
    )
  ).comment.comment;

const readProposal = async (by: Person, id: string) =>
  (
    await by.ask(
      `query ($id: ID!) { proposal(id: $id) { status statement argument number author { name }
        versions { statement } ${HIDDEN} mergedInto { id } consultation { id }
        locked { code } movedAway { goesOnAt } thread { totalCount edges { node { id } } }
        viewerMay viewerMayModerate } }`,
      { id },
    )
  ).proposal;

const kindsOf = async (id: string): Promise<string[]> =>
  (
    await stage.database.query(
      'SELECT kind FROM record_entry WHERE about_id = $1 ORDER BY number',
      [id],
    )
  ).map(({ kind }: { kind: string }) => kind);

describe('Hiding', () => {
  test('Joan hides Tom’s comment: its place, reason and date stay; Tom reads his words, Asha does not', async () => {
    const { id } = await comment(tom, proposalId, { body: 'You are a liar, Asha.' });
    const { id: reply } = await comment(asha, proposalId, { parentId: id, body: 'Am I?' });
    const act = await moderate(joan, id, { note: 'Say it without the word.' });
    expect(act).toMatchObject({ __typename: 'ModerationAct', act: 'hide', code: 'abuse' });
    const seen = await readComment(asha, id);
    expect(seen).toMatchObject({
      status: 'hidden',
      body: 'Hidden by a moderator',
      author: { name: 'Name not shown', member: null, clpName: null },
      hidden: { act: { title: 'Hidden by a moderator', code: 'abuse', by: null }, words: null },
    });
    expect(seen.replies.edges).toEqual([{ node: { body: 'Am I?' } }]);
    expect(await readComment(visitor, id)).toMatchObject({ hidden: { words: null } });
    const words = [{ label: 'Comment', text: 'You are a liar, Asha.' }];
    expect(await readComment(tom, id)).toMatchObject({
      hidden: { act: { by: { displayName: 'Joan Whitlock' } }, words },
    });
    expect(await readComment(priya, id)).toMatchObject({ hidden: { words } });
    expect(await kindsOf(id)).toEqual(['sent', 'hidden']);
    expect(await readComment(tom, reply)).toMatchObject({ status: 'published' });
  });

  test('The record says kind, code and what it is about, and neither a word nor a name', async () => {
    const { id } = await comment(tom, proposalId, { body: 'Nothing but insults.' });
    await moderate(joan, id, { note: 'A private note.' });
    const [entry] = await stage.database.query(
      `SELECT kind, about_kind, actor_id, data FROM record_entry WHERE about_id = $1 AND kind = 'hidden'`,
      [id],
    );
    expect(entry).toMatchObject({ about_kind: 'comment', actor_id: null, data: { code: 'abuse' } });
    expect(JSON.stringify(entry)).not.toMatch(/insults|private note|Joan|Tom/);
    expect(JSON.stringify(entry)).not.toContain(memberId('tom'));
    expect(JSON.stringify(entry)).not.toContain(memberId('joan'));
  });

  test('The author reads what the preview said, with the note and the last day of an appeal', async () => {
    const { id } = await comment(tom, proposalId, { body: 'Go home.' });
    const act = await moderate(joan, id, { reason: 'hatred', note: 'We do not say that here.' });
    const said = (act['toAuthor'] as string[]).join(' ');
    expect(said).toContain('A moderator for the National Executive Committee hid your comment');
    expect(said).toContain('It demeans people for who they are');
    expect(said).toContain('“We do not say that here.”');
    expect(said).toContain('you can appeal until');
  });

  test('A hidden proposal keeps its number, its votes and its place, and takes neither votes nor comments', async () => {
    const { id } = await propose(tom, consultationId, { statement: 'Sack the lot of them.' });
    const vote = (by: Person) =>
      by.ask(
        `mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename
          ... on Refusal { reason message } } }`,
        { id },
      );
    expect((await vote(asha)).castVote.__typename).toBe('Vote');
    await moderate(joan, id);
    const seen = await readProposal(ewan, id);
    expect(seen).toMatchObject({
      status: 'hidden',
      statement: 'Hidden by a moderator',
      argument: '',
      versions: [],
      viewerMay: [],
    });
    expect((await vote(helen)).castVote).toMatchObject({
      reason: 'proposal_closed',
      message: expect.stringContaining('was hidden by a moderator'),
    });
    expect((await comment(asha, id)).reason).toBe('proposal_closed');
    const [{ agree }] = await stage.database.query(
      'SELECT agree FROM tally WHERE proposal_id = $1',
      [id],
    );
    expect(agree).toBe(1);
    const { consultation } = await asha.ask(
      `query ($id: ID!) { consultation(id: $id) { hiddenProposals { id number }
        proposals(first: 50, sort: number) { edges { node { id } } } } }`,
      { id: consultationId },
    );
    expect(consultation.hiddenProposals).toEqual([{ id, number: seen.number }]);
    expect(JSON.stringify(consultation.proposals)).toContain(id);
    await asha.ask(
      'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
      { id: proposalId },
    );
    const ranked = await asha.ask(
      `query ($id: ID!) { consultation(id: $id) { ranking { proposals(first: 50) { edges { node { proposal { id } } } } } } }`,
      { id: consultationId },
    );
    expect(JSON.stringify(ranked)).toContain(proposalId);
    expect(JSON.stringify(ranked)).not.toContain(id);
  });

  test('The public count has a class for it, so that nothing is unaccounted for', async () => {
    const { publicCount } = await visitor.ask(
      `query ($id: ID!) { publicCount(consultationId: $id) { lines { kind received published hidden unaccounted }
        total { hidden unaccounted } } }`,
      { id: consultationId },
    );
    expect(publicCount.total.unaccounted).toBe(0);
    expect(publicCount.total.hidden).toBeGreaterThan(0);
    for (const line of publicCount.lines) expect(line.unaccounted).toBe(0);
  });

  test('What may be unlawful is sealed: neither Tom nor a moderator reads it in passing any more', async () => {
    const { id } = await comment(tom, proposalId, { body: 'She lives at 4 Mill Lane.' });
    await moderate(joan, id, { reason: 'unlawful' });
    for (const person of [tom, priya]) {
      expect(await readComment(person, id)).toMatchObject({ hidden: { words: null } });
    }
  });

  test('Taken back, everything is as it was, and both acts stand in the story', async () => {
    const { id } = await comment(tom, proposalId, { body: 'Half past ten, I say.' });
    const { id: actId } = await moderate(joan, id, { reason: 'spam' });
    expect(await undo(joan, actId)).toMatchObject({ act: 'restore', code: 'mistake' });
    expect(await readComment(asha, id)).toMatchObject({
      status: 'published',
      body: 'Half past ten, I say.',
      author: { name: 'Tom Ainsley' },
      hidden: null,
    });
    const { story } = await asha.ask(
      'query ($id: ID!) { story(contributionId: $id) { standing steps { kind title text personName bodyName } } }',
      { id },
    );
    expect(story.steps.map((step: { kind: string }) => step.kind)).toEqual([
      'sent',
      'hidden',
      'restored',
    ]);
    expect(story.steps[1]).toMatchObject({
      personName: null,
      bodyName: 'National Executive Committee',
      text: expect.stringContaining('spam'),
    });
    expect((await undo(joan, actId)).reason).toBe('already_moderated');
  });

  test('What was not taken forward is that again after it was shown again', async () => {
    const { id } = await propose(tom, consultationId, { statement: 'Paint every bus gold.' });
    await stage.database.query(`UPDATE proposal SET status = 'not_taken_forward' WHERE id = $1`, [
      id,
    ]);
    const { id: actId } = await moderate(joan, id, { reason: 'off_topic' });
    await undo(priya, actId);
    expect(await readProposal(asha, id)).toMatchObject({ status: 'not_taken_forward' });
  });
});

describe('Who moderates', () => {
  test('Asha, Helen who convenes, and a visitor do not', async () => {
    const { id } = await comment(tom, proposalId);
    for (const person of [asha, helen, visitor]) {
      expect((await moderate(person, id)).__typename).toBe('Refusal');
    }
    expect(await readComment(asha, id)).toMatchObject({
      status: 'published',
      viewerMayModerate: [],
    });
    expect((await readComment(joan, id)).viewerMayModerate).toEqual(['hide', 'move', 'keep']);
  });

  test('Joan does not judge her own, what answers her, or what she reported', async () => {
    const own = await comment(joan, proposalId, { body: 'I find this right.' });
    const answer = await comment(tom, proposalId, { parentId: own.id, body: 'You are wrong.' });
    const reported = await comment(tom, proposalId, { body: 'Buy my tyres.' });
    await report(joan, reported.id, { reason: 'spam' });
    for (const [id, saying] of [
      [own.id, 'You wrote it. Another moderator decides.'],
      [answer.id, 'It answers something you wrote. Another moderator decides.'],
      [reported.id, 'You reported it. Another moderator decides.'],
    ] as const) {
      expect(await moderate(joan, id)).toMatchObject({ reason: 'party_to_it', message: saying });
      expect((await readComment(joan, id)).viewerMayModerate).toEqual([]);
    }
    expect((await moderate(priya, reported.id)).__typename).toBe('ModerationAct');
  });

  test('Nobody hides for “mistake”, and another rule must be named', async () => {
    const { id } = await comment(tom, proposalId);
    expect(await moderate(joan, id, { reason: 'other_rule' })).toMatchObject({ field: 'note' });
    expect(await moderate(joan, id, { act: 'merge', reason: 'duplicate' })).toMatchObject({
      reason: 'not_valid',
    });
  });

  test('A moderator sees no votes: no field gives Joan more than Asha', async () => {
    const { id } = await propose(tom, consultationId, { statement: 'Count the empty seats.' });
    await asha.ask(
      'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
      {
        id,
      },
    );
    const READ = `query ($id: ID!, $consultation: ID!) {
      proposal(id: $id) { tally { agree disagree pass } myVote { choice } }
      consultation(id: $consultation) { queue { totalCount } ranking { __typename } } }`;
    const variables = { id, consultation: consultationId };
    const [asJoan, asVisitor] = [
      await joan.send(READ, variables),
      await visitor.send(READ, variables),
    ];
    expect(asJoan.data).toEqual(asVisitor.data);
    for (const address of ['matrix.zip']) {
      const { status } = await joan.get(`/download/rounds/${newId()}/${address}`);
      expect(status).toBe(403);
    }
  });
});

describe('Joining, moving and closing', () => {
  test('A duplicate is joined with what it repeats: votes stay, both stories tell it', async () => {
    const { id: first } = await propose(tom, consultationId, { statement: 'A bus every hour.' });
    const { id } = await propose(asha, consultationId, { statement: 'Hourly buses.' });
    const act = await moderate(joan, id, { act: 'merge', reason: 'duplicate', toId: first });
    expect(act).toMatchObject({ act: 'merge', goesOnAt: `/proposals/${first}` });
    expect(await readProposal(tom, id)).toMatchObject({
      status: 'merged',
      mergedInto: { id: first },
    });
    expect(await kindsOf(first)).toEqual(['sent', 'joined_by']);
    await undo(joan, act.id);
    expect(await readProposal(tom, id)).toMatchObject({ status: 'published', mergedInto: null });
    expect((await moderate(joan, id, { act: 'merge', reason: 'duplicate', toId: id })).reason).toBe(
      'merge_target_required',
    );
  });

  test('A comment goes to another proposal with its replies; where it was, a line says so', async () => {
    const { id: from } = await propose(tom, consultationId, { statement: 'Heated stops.' });
    const { id: to } = await propose(tom, consultationId, { statement: 'Stops with a roof.' });
    const root = await comment(asha, from, { body: 'First.' });
    const moved = await comment(asha, from, { body: 'About roofs.', parentId: root.id });
    const reply = await comment(tom, from, { body: 'Indeed.', parentId: moved.id });
    const act = await moderate(joan, moved.id, { act: 'move', reason: 'off_topic', toId: to });
    expect(act).toMatchObject({ act: 'move', goesOnAt: `/proposals/${to}?comment=${moved.id}` });
    expect(await readProposal(asha, from)).toMatchObject({
      movedAway: [{ goesOnAt: `/proposals/${to}?comment=${moved.id}` }],
      thread: { totalCount: 1 },
    });
    expect(await readProposal(asha, to)).toMatchObject({
      thread: { totalCount: 2, edges: [{ node: { id: moved.id } }] },
    });
    const rows = () =>
      stage.database.query(
        `SELECT id, proposal_id, parent_id, ancestors, depth, reply_count, descendant_count FROM comment
         WHERE id = ANY($1) ORDER BY created_at`,
        [[root.id, moved.id, reply.id]],
      );
    expect(await rows()).toMatchObject([
      { proposal_id: from, reply_count: 0, descendant_count: 0 },
      { proposal_id: to, parent_id: null, ancestors: [], depth: 0, descendant_count: 1 },
      { proposal_id: to, parent_id: moved.id, ancestors: [moved.id], depth: 1 },
    ]);
    await undo(joan, act.id);
    expect(await rows()).toMatchObject([
      { proposal_id: from, reply_count: 1, descendant_count: 2 },
      { proposal_id: from, parent_id: root.id, ancestors: [root.id], depth: 1 },
      { proposal_id: from, ancestors: [root.id, moved.id], depth: 2 },
    ]);
    expect(await readProposal(asha, from)).toMatchObject({ movedAway: [] });
  });

  test('A proposal goes on in the consultation where it belongs; votes stay with the first', async () => {
    const other = await openConsultation(helen, { title: 'Trains' });
    const { id } = await propose(tom, consultationId, { statement: 'Longer trains.' });
    const act = await moderate(joan, id, { act: 'move', reason: 'off_topic', toId: other });
    expect(act.__typename).toBe('ModerationAct');
    const goesOn = String(act['goesOnAt']).replace('/proposals/', '');
    expect(await readProposal(asha, goesOn)).toMatchObject({
      statement: 'Longer trains.',
      author: { name: 'Tom Ainsley' },
      consultation: { id: other },
      number: 1,
    });
    expect(await readProposal(asha, id)).toMatchObject({
      hidden: { act: { title: 'Moved by a moderator' } },
    });
    for (const each of [consultationId, other]) {
      const { publicCount } = await visitor.ask(
        'query ($id: ID!) { publicCount(consultationId: $id) { total { unaccounted } } }',
        { id: each },
      );
      expect(publicCount.total.unaccounted).toBe(0);
    }
    await undo(joan, act.id);
    expect(await readProposal(asha, id)).toMatchObject({ status: 'published', hidden: null });
    expect(await readProposal(asha, goesOn)).toMatchObject({
      status: 'merged',
      mergedInto: { id },
    });
  });

  test('Evidence goes to the proposal it is about', async () => {
    const given = await giveEvidence(ewan, evidenceOf(consultationId, 'sha'));
    const act = await moderate(joan, given.id, {
      act: 'move',
      reason: 'off_topic',
      toId: proposalId,
    });
    expect(act.__typename).toBe('ModerationAct');
    const READ = 'query ($id: ID!) { proposal(id: $id) { evidence { id claim } } }';
    expect((await asha.ask(READ, { id: proposalId })).proposal.evidence).toMatchObject([
      { id: given.id },
    ]);
    await undo(joan, act.id);
    expect((await asha.ask(READ, { id: proposalId })).proposal.evidence).toEqual([]);
  });

  test('A closed discussion takes no comment and says so; votes go on', async () => {
    const { id } = await propose(tom, consultationId, { statement: 'Night buses.' });
    const act = await moderate(joan, id, { act: 'lock', reason: 'abuse' });
    expect((await comment(asha, id)).reason).toBe('thread_locked');
    const seen = await readProposal(asha, id);
    expect(seen).toMatchObject({ locked: { code: 'abuse' }, status: 'published' });
    expect(seen.viewerMay).toContain('vote');
    expect(seen.viewerMay).not.toContain('comment');
    await undo(joan, act.id);
    expect((await comment(asha, id)).__typename).toBe('Comment');
  });
});

describe('Keeping somebody from writing', () => {
  test('Tom writes nothing for a week, reads and votes; the log does not name him; lifted, he writes', async () => {
    const { id } = await comment(tom, proposalId, { body: 'I will not stop.' });
    const { id: other } = await propose(asha, consultationId, { statement: 'Quiet coaches.' });
    const act = await suspend(joan, id, { note: 'Take a week.' });
    expect(act.__typename).toBe('ModerationAct');
    const sent = await comment(tom, proposalId);
    expect(sent).toMatchObject({ reason: 'suspended', message: expect.stringContaining('until') });
    expect((await propose(tom, consultationId)).reason).toBe('suspended');
    const { castVote, viewer } = {
      ...(await tom.ask(
        'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
        { id: other },
      )),
      ...(await tom.ask('{ viewer { suspendedUntil } }')),
    };
    expect(castVote.__typename).toBe('Vote');
    expect(viewer.suspendedUntil).toBe(act['until']);
    const READ = `{ moderationLog(first: 1) { edges { node { act contribution { __typename } by { id } toAuthor } } } }`;
    expect((await asha.ask(READ)).moderationLog.edges[0].node).toEqual({
      act: 'suspend',
      contribution: null,
      by: null,
      toAuthor: null,
    });
    const { mine } = await tom.ask('{ mine { moderated { act viewerMayAppeal toAuthor } } }');
    expect(mine.moderated[0]).toMatchObject({ act: 'suspend', viewerMayAppeal: true });
    expect(await kindsOf(act.id)).toEqual(['suspended']);
    expect(await kindsOf(id)).toEqual(['sent']);
    await undo(priya, act.id);
    expect((await comment(tom, proposalId)).__typename).toBe('Comment');
  });

  test('One to 28 days, and no fractions', async () => {
    const { id } = await comment(tom, proposalId);
    for (const days of [0, 29, -3]) {
      expect(await suspend(joan, id, { days })).toMatchObject({ field: 'days' });
    }
  });
});

describe('Somebody new', () => {
  test('Jamie joined yesterday: three proposals a day, no links at first, and is told so beforehand', async () => {
    const jamie = await stage.as('jamie');
    await stage.database.query(`UPDATE member SET joined_on = $2 WHERE id = $1`, [
      memberId('jamie'),
      ukDay(new Date(Date.now() - 86_400_000)),
    ]);
    const limits = async () =>
      (await jamie.ask('{ viewer { newcomerLimits } }')).viewer.newcomerLimits;
    expect(await limits()).toContain('3 more proposals and 20 more comments');
    for (let each = 1; each <= 3; each += 1) {
      expect(
        (await propose(jamie, consultationId, { statement: `Jamie ${each}.` })).__typename,
      ).toBe('Proposal');
    }
    expect((await propose(jamie, consultationId)).reason).toBe('newcomer_limit');
    const link = { body: 'Look at www.example.org' };
    expect((await comment(jamie, proposalId, link)).reason).toBe('newcomer_links');
    for (let each = 1; each <= 3; each += 1) await comment(jamie, proposalId);
    expect((await comment(jamie, proposalId, link)).__typename).toBe('Comment');
    expect(await limits()).toContain('0 more proposals and 16 more comments');
    expect((await asha.ask('{ viewer { newcomerLimits } }')).viewer.newcomerLimits).toBeNull();
  });

  test('Ten proposals at once of somebody new: three are taken', async () => {
    const jamie = await stage.as('jamie');
    await stage.database.query(
      'DELETE FROM proposal_version WHERE proposal_id IN (SELECT id FROM proposal WHERE author_id = $1)',
      [memberId('jamie')],
    );
    await stage.database.query(
      `UPDATE proposal SET created_at = created_at - interval '3 days', status = 'withdrawn' WHERE author_id = $1`,
      [memberId('jamie')],
    );
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, each) =>
        propose(jamie, consultationId, { statement: `At once ${each}.` }),
      ),
    );
    expect(sent.filter((each) => each.__typename === 'Proposal')).toHaveLength(3);
  });
});
