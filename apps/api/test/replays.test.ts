import { beforeAll, describe, expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
import { aboutPeople, type Creating, type Key, many } from './stage/creating.js';
import { crowd } from './stage/crowd.js';
import { consultationUnder, proposeMany } from './stage/electorate.js';
import { dayIn, evidenceOf, newId, openConsultation, paperOf, propose } from './stage/over-http.js';
import { openStage, type Person, type Stage } from './stage/stage.js';

// No mail is sent: what waits for it waits in the queue.
const stage = openStage({
  CLARION_SMTP_URL: 'smtp://127.0.0.1:9',
  CLARION_MAIL_FROM: 'Clarion <clarion@example.org>',
});
const unguarded = openStage({ CLARION_LOG: 'silent' });

/** How often each thing is sent, all at once; and how many things are on their way at once. */
const TIMES = 10;
const AT_ONCE = 4;

const REFUSAL = '... on Refusal { reason message }';
const DRAFT = `__typename ... on Draft { id title revision version { number status } paragraphs { id number text } } ${REFUSAL}`;

/** Sends every key ten times at once. Answers how each was answered, differences and all. */
async function replay(keys: readonly Key[]): Promise<unknown[][]> {
  const answers: unknown[][] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const some = keys.slice(from, from + AT_ONCE).map(({ by, document, variables }) =>
      Promise.all(
        Array.from({ length: TIMES }, async () => {
          const { data, errors } = await by.send(document, variables);
          return errors ?? data?.['answer'];
        }),
      ),
    );
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

const count = async (on: Stage, what: string): Promise<number> =>
  Number((await on.database.query(`SELECT (${what}) AS n`))[0].n);

let ewan: Person;
let helen: Person;
let kofi: Person;
let members: Person[] = [];
let consultationId = '';
let proposals: string[] = [];
let evidence: string[] = [];
let drafts: string[] = [];

beforeAll(async () => {
  [ewan, helen, kofi] = await Promise.all([stage.as('ewan'), stage.as('helen'), stage.as('kofi')]);
  consultationId = await openConsultation(helen);
  const tom = await stage.as('tom');
  proposals = [];
  for (let each = 0; each < 20; each += 1) proposals.push((await propose(tom, consultationId)).id);
  members = await crowd(stage, 20);
  evidence = many(60, newId);
  drafts = many(60, newId);
}, 120_000);

const draftWords = {
  title: 'Buses',
  summary: 'S.',
};

/** Every mutation that makes something, with so many things that it is to make: a thousand in all. */
const CREATING: Record<string, () => Promise<Creating> | Creating> = {
  propose: () => ({
    counted: `SELECT count(*) FROM proposal`,
    keys: many(150, (index) => ({
      by: members[index % 10] as Person,
      document: `mutation ($input: ProposeInput!) { answer: propose(input: $input) { __typename ... on Proposal { id number version } ${REFUSAL} } }`,
      variables: {
        input: { id: newId(), consultationId, statement: `Bus ${index}.`, argument: 'Yes.' },
      },
    })),
  }),
  sendComment: () => ({
    counted: `SELECT count(*) FROM comment`,
    keys: many(90, (index) => ({
      by: members[index % 10] as Person,
      document: `mutation ($input: CommentInput!) { answer: sendComment(input: $input) { __typename ... on Comment { id body } ${REFUSAL} } }`,
      variables: {
        input: {
          id: newId(),
          proposalId: proposals[index % 20],
          stance: 'for',
          body: `Word ${index}.`,
        },
      },
    })),
  }),
  giveEvidence: () => ({
    counted: `SELECT count(*) FROM evidence`,
    keys: evidence.map((id) => ({
      by: ewan,
      document: `mutation ($input: EvidenceInput!) { answer: giveEvidence(input: $input) { __typename ... on Evidence { id claim } ${REFUSAL} } }`,
      variables: { input: evidenceOf(consultationId, 'sha', { id }) },
    })),
  }),
  contestEvidence: () => ({
    counted: `SELECT count(*) FROM evidence_contest`,
    keys: evidence.slice(0, 40).map((id) => ({
      by: kofi,
      document: `mutation ($id: ID!, $evidenceId: ID!, $bodyId: ID!) { answer: contestEvidence(id: $id, evidenceId: $evidenceId, bodyId: $bodyId, text: "Older figures.") { __typename ... on Evidence { id contests { id text } } ${REFUSAL} } }`,
      variables: { id: newId(), evidenceId: id, bodyId: bodyId('sera') },
    })),
  }),
  considerEvidence: () => ({
    counted: `SELECT count(*) FROM record_entry WHERE kind = 'evidence_considered' AND about_kind = 'evidence'`,
    keys: evidence.slice(0, 40).map((id) => ({
      by: helen,
      document: `mutation ($evidenceId: ID!, $bodyId: ID!) { answer: considerEvidence(evidenceId: $evidenceId, bodyId: $bodyId, sentence: "We take the point on costs.") { __typename ... on Evidence { id considered { sentence } } ${REFUSAL} } }`,
      variables: { evidenceId: id, bodyId: bodyId('health') },
    })),
  }),
  createConsultation: () => ({
    counted: `SELECT count(*) FROM consultation`,
    keys: many(50, () => ({
      by: helen,
      document: `mutation ($input: ConsultationInput!) { answer: createConsultation(input: $input) { __typename ... on Consultation { id phase } ${REFUSAL} } }`,
      variables: { input: paperOf() },
    })),
  }),
  castVote: () => ({
    counted: `SELECT count(*) FROM vote`,
    keys: many(180, (index) => ({
      by: members[index % 20] as Person,
      document: `mutation ($id: ID!) { answer: castVote(proposalId: $id, choice: agree) { __typename ... on Vote { choice version } ${REFUSAL} } }`,
      variables: { id: proposals[Math.floor(index / 20)] },
    })),
  }),
  castPriorityBallot: async () => {
    const id = await consultationUnder(stage, { phase: 'prioritising', rules: { joinedBy: null } });
    const chosen = (await proposeMany(stage, id, 3)).slice(0, 2);
    return {
      counted: `SELECT count(DISTINCT pseudonym) FROM priority_choice`,
      keys: members.map((by) => ({
        by,
        document: `mutation ($id: ID!, $ids: [ID!]!) { answer: castPriorityBallot(consultationId: $id, proposalIds: $ids) { __typename ${REFUSAL} } }`,
        variables: { id, ids: chosen },
      })),
    };
  },
  decide: () => ({
    counted: `SELECT count(*) FROM decision`,
    keys: many(60, (index) => ({
      by: helen,
      document: `mutation ($input: DecisionInput!) { answer: decide(input: $input) { __typename ... on Decision { id outcome } ${REFUSAL} } }`,
      variables: {
        input: {
          id: newId(),
          proposalId: proposals[index % 20],
          bodyId: bodyId('health'),
          outcome: 'accept',
          reason: `It is right, ${index}.`,
          nextStop: 'The draft',
          dueOn: dayIn(20),
        },
      },
    })),
  }),
  createDraft: () => ({
    counted: `SELECT count(*) FROM draft`,
    keys: drafts.map((id) => ({
      by: helen,
      document: `mutation ($input: DraftInput!) { answer: createDraft(input: $input) { ${DRAFT} } }`,
      variables: { input: { id, consultationId, bodyId: bodyId('npf'), ...draftWords } },
    })),
  }),
  saveDraft: () => ({
    counted: `SELECT sum(revision) FROM draft_version`,
    keys: drafts.map((draftId) => ({
      by: helen,
      document: `mutation ($draftId: ID!, $title: String!, $summary: String!, $paragraphs: [ParagraphInput!]!) { answer: saveDraft(draftId: $draftId, revision: 0, title: $title, summary: $summary, paragraphs: $paragraphs) { ${DRAFT} } }`,
      variables: {
        draftId,
        ...draftWords,
        paragraphs: [
          { id: newId(), text: 'Run them.', sources: [{ id: newId(), proposalId: proposals[0] }] },
          { id: newId(), text: 'Late.', ownReason: 'Ours.', sources: [] },
        ],
      },
    })),
  }),
  publishDraft: () => ({
    counted: `SELECT count(*) FROM draft_version WHERE status = 'published'`,
    keys: drafts.slice(0, 50).map((draftId) => ({
      by: helen,
      document: `mutation ($draftId: ID!) { answer: publishDraft(draftId: $draftId, note: "First.", version: 1) { ${DRAFT} } }`,
      variables: { draftId },
    })),
  }),
  beginNextVersion: () => ({
    counted: `SELECT count(*) FROM draft_version`,
    keys: drafts.slice(0, 20).map((draftId) => ({
      by: helen,
      document: `mutation ($draftId: ID!) { answer: beginNextVersion(draftId: $draftId, after: 1) { ${DRAFT} } }`,
      variables: { draftId },
    })),
  }),
  ...aboutPeople(stage, () => ({ members, proposals })),
  adoptDraft: async () => ({
    counted: `SELECT count(*) FROM adoption`,
    keys: await reviewedDrafts(),
  }),
};

/** Published drafts of a consultation that is being reviewed, which the forum can adopt. */
async function reviewedDrafts(): Promise<Key[]> {
  const faisal = await stage.as('faisal');
  await helen.ask(
    'mutation ($id: ID!) { changePhase(consultationId: $id, to: reviewing) { __typename } }',
    { id: consultationId },
  );
  return drafts.slice(20, 30).map((draftId) => ({
    by: faisal,
    document: `mutation ($input: AdoptionInput!) { answer: adoptDraft(input: $input) { ${DRAFT} } }`,
    variables: {
      input: { draftId, meeting: 'The forum on 3 March', for: 20, against: 3, abstained: 1 },
    },
  }));
}

describe('A thousand things, each sent ten times at once', () => {
  let sent = 0;

  test.each(Object.keys(CREATING))(
    '%s: one effect each, and the same reply',
    async (name) => {
      const { keys, counted } = await (CREATING[name] as () => Promise<Creating>)();
      const before = [
        await count(stage, counted),
        await count(stage, 'SELECT count(*) FROM record_entry'),
      ];
      const [first] = await replay(keys.slice(0, 1));
      const entries =
        (await count(stage, 'SELECT count(*) FROM record_entry')) - (before[1] as number);
      const answers = [first as unknown[], ...(await replay(keys.slice(1)))];
      for (const answer of answers) {
        expect(answer[0]).toMatchObject({ __typename: expect.not.stringMatching('Refusal') });
        for (const other of answer) expect(other).toEqual(answer[0]);
      }
      expect((await count(stage, counted)) - (before[0] as number)).toBe(keys.length);
      // As much enters the record for each key as for the first.
      expect(
        (await count(stage, 'SELECT count(*) FROM record_entry')) - (before[1] as number),
      ).toBe(entries * keys.length);
      sent += keys.length;
    },
    120_000,
  );

  test('were a thousand', () => {
    expect(sent).toBe(1000);
  });

  test('and later too: what was published is not published again, nor the version after it', async () => {
    const draftId = drafts[0] as string;
    const ask = (document: string) => helen.ask(document, { draftId });
    const publish = `mutation ($draftId: ID!) { answer: publishDraft(draftId: $draftId, note: "First.", version: 1) { ${DRAFT} } }`;
    const { answer } = await ask(publish);
    expect(answer.version).toMatchObject({ number: 1, status: 'published' });
    const { answer: next } = await ask(
      `mutation ($draftId: ID!) { answer: beginNextVersion(draftId: $draftId, after: 1) { ${DRAFT} } }`,
    );
    expect(next.version).toMatchObject({ number: 2, status: 'working' });
  });
});

describe('Without the lock on an id and its key in the table', () => {
  test('consultations are there twice (so the tests above can fail)', async () => {
    const by = await unguarded.as('helen');
    await takeAwayGuards();
    const document =
      'mutation ($input: ConsultationInput!) { answer: createConsultation(input: $input) { __typename } }';
    await replay(many(20, () => ({ by, document, variables: { input: paperOf() } })));
    const twice = await count(
      unguarded,
      'SELECT count(*) FROM (SELECT id FROM consultation GROUP BY id HAVING count(*) > 1) x',
    );
    expect(twice).toBeGreaterThan(0);
  }, 120_000);
});

/** Locks on ids do nothing from now on, but the one of the record does; and an id may come twice. */
async function takeAwayGuards(): Promise<void> {
  const { database } = unguarded;
  const [{ name }] = await database.query('SELECT current_database() AS name');
  await database.query(`
    CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF $1 = 74657 THEN PERFORM pg_catalog.pg_advisory_xact_lock($1); END IF;
    END $$`);
  for (const table of ['consultation', 'consultation_commission']) {
    await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_key CASCADE`);
  }
  await database.query(`ALTER DATABASE ${name} SET search_path = public, pg_catalog`);
  // Connections that are open already keep the path that they began with.
  await database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
}
