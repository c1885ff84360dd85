import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import { consultationUnder, proposeIn } from './stage/electorate.js';
import {
  changePhase,
  comment,
  dayIn,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  paperOf,
  propose,
} from './stage/over-http.js';
import { openStage, type Person, type Reply } from './stage/stage.js';

const stage = openStage();
const people = {} as Record<'asha' | 'tom' | 'gwenllian' | 'callum' | 'ruth' | 'ewan', Person>;
const officers = {} as Record<'helen' | 'faisal' | 'marian' | 'kofi', Person>;

beforeAll(async () => {
  for (const key of ['asha', 'tom', 'gwenllian', 'callum', 'ruth', 'ewan'] as const) {
    people[key] = await stage.as(key);
  }
  for (const key of ['helen', 'faisal', 'marian', 'kofi'] as const) {
    officers[key] = await stage.as(key);
  }
});

/** Sends the same thing so many times at once. */
const atOnce = <T>(times: number, send: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => send(index)));

const faultsOf = (replies: readonly Reply[]) => replies.flatMap(({ errors }) => errors ?? []);

const REFUSAL = '... on Refusal { reason message }';

describe('Sent ten times at once, it happens once and everybody is told the same', () => {
  let consultationId = '';
  let proposalId = '';
  let evidenceId = '';

  beforeAll(async () => {
    consultationId = await openConsultation(officers.helen);
    proposalId = (await propose(people.asha, consultationId)).id;
    await people.tom.ask(
      'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
      { id: proposalId },
    );
    evidenceId = (await giveEvidence(people.ewan, evidenceOf(consultationId, 'sha'))).id;
  });

  const sentences = 'We read it and take the point on costs.';
  const acts: [string, () => Person, string, () => Record<string, unknown>][] = [
    [
      'createConsultation',
      () => officers.helen,
      `mutation ($input: ConsultationInput!) { answer: createConsultation(input: $input) {
         __typename ... on Consultation { id } ${REFUSAL} } }`,
      () => ({ input: paperOf() }),
    ],
    [
      'propose',
      () => people.asha,
      `mutation ($input: ProposeInput!) { answer: propose(input: $input) {
         __typename ... on Proposal { id number } ${REFUSAL} } }`,
      () => ({
        input: { id: newId(), consultationId, statement: 'Night buses.', argument: 'Yes.' },
      }),
    ],
    [
      'sendComment',
      () => people.asha,
      `mutation ($input: CommentInput!) { answer: sendComment(input: $input) {
         __typename ... on Comment { id } ${REFUSAL} } }`,
      () => ({ input: { id: newId(), proposalId, stance: 'for', body: 'Mine leaves at six.' } }),
    ],
    [
      'giveEvidence',
      () => people.ewan,
      `mutation ($input: EvidenceInput!) { answer: giveEvidence(input: $input) {
         __typename ... on Evidence { id } ${REFUSAL} } }`,
      () => ({ input: evidenceOf(consultationId, 'sha') }),
    ],
    [
      'contestEvidence',
      () => officers.kofi,
      `mutation ($id: ID!, $evidenceId: ID!, $bodyId: ID!) {
         answer: contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: "Older figures.") {
           __typename ... on Evidence { id contests { id } } ${REFUSAL} } }`,
      () => ({ id: newId(), evidenceId, bodyId: bodyId('sera') }),
    ],
    [
      'considerEvidence',
      () => officers.helen,
      `mutation ($evidenceId: ID!, $bodyId: ID!, $sentence: String!) {
         answer: considerEvidence(evidenceId: $evidenceId, bodyId: $bodyId, sentence: $sentence) {
           __typename ... on Evidence { id considered { sentence } } ${REFUSAL} } }`,
      () => ({ evidenceId, bodyId: bodyId('health'), sentence: sentences }),
    ],
    [
      'publishRound',
      () => officers.helen,
      `mutation ($id: ID!, $consultationId: ID!) {
         answer: publishRound(id: $id, consultationId: $consultationId) {
           __typename ... on Round { id number } ${REFUSAL} } }`,
      () => ({ id: newId(), consultationId }),
    ],
    [
      'decide',
      () => officers.helen,
      `mutation ($input: DecisionInput!) { answer: decide(input: $input) {
         __typename ... on Decision { id outcome } ${REFUSAL} } }`,
      () => ({
        input: {
          id: newId(),
          proposalId,
          bodyId: bodyId('health'),
          outcome: 'accept',
          reason: 'It is right.',
          nextStop: 'The draft',
          dueOn: dayIn(20),
        },
      }),
    ],
    [
      'createDraft',
      () => officers.helen,
      `mutation ($input: DraftInput!) { answer: createDraft(input: $input) {
         __typename ... on Draft { id title } ${REFUSAL} } }`,
      () => ({
        input: {
          id: newId(),
          consultationId,
          bodyId: bodyId('health'),
          title: 'Buses',
          summary: 'S.',
        },
      }),
    ],
    [
      'castVote',
      () => people.gwenllian,
      `mutation ($id: ID!) { answer: castVote(proposalId: $id, choice: agree) {
         __typename ... on Vote { choice version } ${REFUSAL} } }`,
      () => ({ id: proposalId }),
    ],
    [
      'changePhase',
      () => officers.helen,
      `mutation ($id: ID!) { answer: changePhase(consultationId: $id, to: reviewing) {
         __typename ... on Consultation { id phase } ${REFUSAL} } }`,
      () => ({ id: consultationId }),
    ],
  ];

  test.each(acts)('%s', async (_name, by, document, variables) => {
    const asked = variables();
    const before = await stage.database.query('SELECT count(*)::int AS n FROM record_entry');
    const replies = await atOnce(10, () => by().send(document, asked));
    const answers = replies.map(({ data, errors }) => ({ errors, answer: data?.['answer'] }));
    expect(answers[0]).toMatchObject({ errors: undefined });
    expect(answers[0]?.answer).not.toMatchObject({ __typename: 'Refusal' });
    for (const each of answers) expect(each).toEqual(answers[0]);
    const after = await stage.database.query('SELECT count(*)::int AS n FROM record_entry');
    expect(after[0].n - before[0].n).toBeLessThanOrEqual(1);
  });
});

describe('At the same moment', () => {
  test('ten reply to one comment, mark it, and its author edits it: all is kept and counted, nobody waits in a ring', async () => {
    const consultationId = await openConsultation(officers.helen);
    const { id: proposalId } = await propose(people.asha, consultationId);
    const root = await comment(people.asha, proposalId);
    const parent = await comment(people.asha, proposalId, { parentId: root.id });
    const others = [people.tom, people.gwenllian, people.callum, people.ruth, people.ewan];
    const reply = `mutation ($input: CommentInput!) { sendComment(input: $input) { __typename } }`;
    const work = others.flatMap((person, place) => [
      ...['first', 'second', 'third'].map((which) =>
        person.send(reply, {
          input: {
            id: newId(),
            proposalId,
            parentId: which === 'third' ? root.id : parent.id,
            stance: 'for',
            body: `My ${which} word.`,
          },
        }),
      ),
      person.send(
        'mutation ($id: ID!) { markGoodPoint(commentId: $id, good: true) { __typename } }',
        { id: place % 2 === 0 ? parent.id : root.id },
      ),
      people.asha.send(
        'mutation ($id: ID!, $body: Markdown!) { editComment(id: $id, body: $body, stance: for) { __typename } }',
        { id: parent.id, body: `As I said, ${place}.` },
      ),
      person.send(
        'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
        {
          id: proposalId,
        },
      ),
      officers.helen.send(
        'mutation ($input: DecisionInput!) { decide(input: $input) { __typename } }',
        {
          input: {
            id: newId(),
            proposalId,
            bodyId: bodyId('health'),
            outcome: 'accept',
            reason: `Right, ${place}.`,
            nextStop: 'The draft',
            dueOn: dayIn(20),
          },
        },
      ),
      people.asha.send(
        'mutation ($input: EditProposalInput!) { editProposal(input: $input) { __typename } }',
        {
          input: {
            id: proposalId,
            version: 1,
            statement: `Run buses until ${place} past ten.`,
            argument: 'Shifts end at ten.',
            reason: 'Clearer.',
          },
        },
      ),
    ]);
    expect(faultsOf(await Promise.all(work))).toEqual([]);
    const counted = await stage.database.query(
      `SELECT c.reply_count, c.descendant_count, c.good_points,
         (SELECT count(*)::int FROM comment r WHERE r.parent_id = c.id) AS replies,
         (SELECT count(*)::int FROM comment r WHERE c.id = ANY(r.ancestors)) AS below,
         (SELECT count(*)::int FROM good_point g WHERE g.comment_id = c.id) AS marks
       FROM comment c WHERE c.id = ANY($1) ORDER BY c.depth`,
      [[root.id, parent.id]],
    );
    expect(counted).toEqual([
      { reply_count: 6, replies: 6, descendant_count: 16, below: 16, good_points: 2, marks: 2 },
      { reply_count: 10, replies: 10, descendant_count: 10, below: 10, good_points: 3, marks: 3 },
    ]);
  });

  test('Helen and Faisal save the same revision of a draft: one is kept, the other is told', async () => {
    const consultationId = await openConsultation(officers.helen);
    for (let round = 0; round < 5; round += 1) {
      const id = newId();
      await officers.helen.ask(
        'mutation ($input: DraftInput!) { createDraft(input: $input) { __typename } }',
        {
          input: { id, consultationId, bodyId: bodyId('npf'), title: 'Buses', summary: 'S.' },
        },
      );
      const save = (person: Person, text: string) =>
        person.send<{ saveDraft: { __typename: string; reason?: string } }>(
          `mutation ($id: ID!, $paragraphs: [ParagraphInput!]!) {
             saveDraft(draftId: $id, revision: 0, title: "Buses", summary: "S.", paragraphs: $paragraphs) {
               __typename ${REFUSAL} } }`,
          { id, paragraphs: [{ id: newId(), text, sources: [] }] },
        );
      const replies = await Promise.all([
        save(officers.helen, 'By Helen.'),
        save(officers.faisal, 'By Faisal.'),
      ]);
      expect(faultsOf(replies as Reply[])).toEqual([]);
      expect(replies.map(({ data }) => data.saveDraft.__typename).sort()).toEqual([
        'Draft',
        'Refusal',
      ]);
    }
  });

  test('a first vote that may not change, agree and disagree at once, stays what it was first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const consultationId = await consultationUnder(stage, { rules: { votesMayChange: false } });
      const proposalId = await proposeIn(stage, consultationId);
      const vote = (choice: string) =>
        people.asha.send<{ castVote: { __typename: string } }>(
          `mutation ($id: ID!, $choice: Choice!) { castVote(proposalId: $id, choice: $choice) { __typename } }`,
          { id: proposalId, choice },
        );
      const replies = await Promise.all(['agree', 'disagree', 'agree', 'pass'].map(vote));
      expect(faultsOf(replies as Reply[])).toEqual([]);
      const kept = replies.filter(({ data }) => data.castVote.__typename === 'Vote');
      const [row] = await stage.database.query(
        'SELECT choice FROM vote WHERE consultation_id = $1',
        [consultationId],
      );
      expect(kept).toHaveLength(row.choice === 'agree' ? 2 : 1);
    }
  });

  test('a phase is set while Asha votes and undoes: the counts are those of the votes', async () => {
    const consultationId = await openConsultation(officers.helen);
    const { id: proposalId } = await propose(people.tom, consultationId);
    const both = [
      'mutation ($id: ID!) { castVote(proposalId: $id, choice: agree) { __typename } }',
      'mutation ($id: ID!) { undoVote(proposalId: $id) { __typename } }',
    ];
    const voting = atOnce(20, (index) =>
      people.asha.send(both[index % 2] ?? '', { id: proposalId }),
    );
    await changePhase(officers.helen, consultationId, 'reviewing');
    expect(faultsOf(await voting)).toEqual([]);
    const [row] = await stage.database.query(
      `SELECT coalesce((SELECT agree FROM tally WHERE proposal_id = $1), 0) AS kept,
         (SELECT count(*)::int FROM vote WHERE proposal_id = $1) AS cast,
         coalesce((SELECT voters FROM turnout WHERE consultation_id = $2), 0) AS voters`,
      [proposalId, consultationId],
    );
    expect(row.kept).toBe(row.cast);
    expect(row.voters).toBe(row.cast);
  });
});

describe('An id that is taken', () => {
  test('by anything else is refused: a comment cannot pass for a proposal, an answer or a consultation', async () => {
    const consultationId = await openConsultation(officers.helen);
    const { id: proposalId } = await propose(people.asha, consultationId);
    const { id: evidenceId } = await giveEvidence(people.ewan, evidenceOf(consultationId, 'sha'));
    for (const id of [consultationId, proposalId, evidenceId]) {
      const refused = await comment(people.tom, proposalId, { id });
      expect({ id, reason: refused.reason }).toEqual({ id, reason: 'already_exists' });
    }
    const own = await comment(people.tom, proposalId);
    expect((await propose(people.tom, consultationId, { id: own.id })).reason).toBe(
      'already_exists',
    );
    const { story } = await people.tom.ask(
      'query ($id: ID!) { story(contributionId: $id) { steps { kind } } }',
      { id: proposalId },
    );
    expect(story.steps.filter((step: { kind: string }) => step.kind === 'sent')).toHaveLength(1);
  });

  test('by an objection to other evidence is refused, not a fault', async () => {
    const consultationId = await openConsultation(officers.helen);
    const first = await giveEvidence(people.ewan, evidenceOf(consultationId, 'sha'));
    const second = await giveEvidence(people.ewan, evidenceOf(consultationId, 'sha'));
    const id = newId();
    const contest = (evidenceId: string) =>
      officers.kofi.send<{ contestEvidence: { __typename: string; reason?: string } }>(
        `mutation ($id: ID!, $evidenceId: ID!, $bodyId: ID!) {
           contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: "Older figures.") {
             __typename ${REFUSAL} } }`,
        { id, evidenceId, bodyId: bodyId('sera') },
      );
    expect((await contest(first.id)).data.contestEvidence.__typename).toBe('Evidence');
    const again = await contest(second.id);
    expect(again.errors).toBeUndefined();
    expect(again.data.contestEvidence.reason).toBe('already_exists');
  });

  test('in another spelling is the same id', async () => {
    const consultationId = await openConsultation(officers.helen);
    const id = randomUUID();
    const first = await propose(people.asha, consultationId, { id: id.toUpperCase() });
    expect(first).toMatchObject({ __typename: 'Proposal', id });
    const again = await propose(people.asha, consultationId, { id: `{${id}}` });
    expect(again).toMatchObject({ __typename: 'Proposal', id });
    const { proposal } = await people.tom.ask('query ($id: ID!) { proposal(id: $id) { id } }', {
      id: id.toUpperCase(),
    });
    expect(proposal).toEqual({ id });
  });
});
