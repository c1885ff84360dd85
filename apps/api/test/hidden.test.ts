import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { begin, SESSION_SECONDS, viewerById, viewerOf } from '../src/accounts/session.service.js';
import { bodyId, memberId } from '../src/demo/ids.js';
import {
  changePhase,
  comment,
  createConsultation,
  openConsultation,
  paperOf,
  propose,
} from './stage/over-http.js';
import { AT_A_TEST, openStage, type Person } from './stage/stage.js';

const stage = openStage();
let helen: Person;
let asha: Person;
let tom: Person;
let visitor: Person;

beforeAll(async () => {
  [helen, asha, tom, visitor] = await Promise.all([
    stage.as('helen'),
    stage.as('asha'),
    stage.as('tom'),
    stage.as('visitor'),
  ]);
});

describe('A consultation that never opened', () => {
  test('stays with its officers when Helen drops it: no page, list, search or download shows its paper', async () => {
    const { id } = await createConsultation(helen, paperOf({ title: 'Quokka crossings' }));
    await changePhase(helen, id, 'withdrawn', 'We ask it next year.');
    const READ = `query ($id: ID!) { consultation(id: $id) { title }
      consultations(text: "quokka") { totalCount } search(text: "quokka") { counts { count } } }`;
    for (const person of [asha, visitor]) {
      expect(await person.ask(READ, { id })).toEqual({
        consultation: null,
        consultations: { totalCount: 0 },
        search: { counts: [] },
      });
      expect((await person.get(`/download/consultations/${id}/ranking.csv`)).status).toBe(404);
    }
    expect(await helen.ask(READ, { id })).toMatchObject({
      consultation: { title: 'Quokka crossings' },
      consultations: { totalCount: 1 },
    });
  });

  test('is not there for whoever tries to write in it with its id', async () => {
    const { id } = await createConsultation(helen);
    expect((await propose(asha, id)).reason).toBe('not_found');
    const daniel = await stage.as('daniel');
    expect((await changePhase(daniel, id, 'open')).reason).toBe('not_found');
  });
});

describe('A contribution that waits to be read', () => {
  test('is seen by its author alone, whatever leads to it', async () => {
    const consultationId = await openConsultation(helen);
    const { id: proposalId } = await propose(tom, consultationId);
    const { id } = await comment(asha, proposalId, { body: 'Zebras wait.' });
    const { id: waitingProposal } = await propose(asha, consultationId, {
      statement: 'Zebras wait.',
    });
    const { id: below } = await comment(tom, waitingProposal);
    await stage.database.query(`UPDATE comment SET status = 'waiting' WHERE id = $1`, [id]);
    await stage.database.query(`UPDATE proposal SET status = 'waiting' WHERE id = $1`, [
      waitingProposal,
    ]);
    const READ = `query ($id: ID!, $below: ID!, $proposal: ID!, $consultation: ID!) {
      comment(id: $id) { comment { body } } below: comment(id: $below) { comment { body proposal { statement } } }
      proposal(id: $proposal) { statement } search(text: "zebras") { hits { id } }
      story(contributionId: $id) { title } drafts(consultationId: $consultation) { id }
      similarProposals(consultationId: $consultation, text: "Zebras wait.") { id } }`;
    const variables = { id, below, proposal: waitingProposal, consultation: consultationId };
    for (const person of [helen, visitor]) {
      expect(await person.ask(READ, variables)).toEqual({
        comment: null,
        below: null,
        proposal: null,
        search: { hits: [] },
        story: null,
        drafts: [],
        similarProposals: [],
      });
    }
    expect(await asha.ask(READ, variables)).toMatchObject({
      comment: { comment: { body: 'Zebras wait.' } },
      proposal: { statement: 'Zebras wait.' },
    });
  });
});

describe('A session', () => {
  test('ends at its moment, not at the end of the day', async () => {
    const { manager } = stage.database;
    const begun = new Date('2026-05-01T12:00:00Z');
    const token = await begin(manager, memberId('asha'), begun, AT_A_TEST);
    const endsIn = (seconds: number) =>
      new Date(begun.getTime() + (SESSION_SECONDS + seconds) * 1000);
    // Seen now and then, or it would have ended of idleness.
    for (const day of [20, 10]) await viewerOf(manager, token, endsIn(-day * 86_400));
    expect((await viewerOf(manager, token, endsIn(-1)))?.id).toBe(asha.id);
    expect(await viewerOf(manager, token, endsIn(1))).toBeNull();
  });
});

describe('An office', () => {
  test('is held from midnight in the United Kingdom, summer time or not, and no longer than its last day', async () => {
    const id = randomUUID();
    await stage.database.query(
      `INSERT INTO office (id, member_id, body_id, office, "from", until)
       VALUES ($1, $2, $3, 'secretary', '2026-07-01', '2026-07-31')`,
      [id, memberId('asha'), bodyId('health')],
    );
    const heldAt = async (moment: string) => {
      const { manager } = stage.database;
      const viewer = await viewerById(manager, memberId('asha'), new Date(moment));
      return viewer?.offices.some((office) => office.bodyId === bodyId('health'));
    };
    expect(await heldAt('2026-06-30T22:59:59Z')).toBe(false);
    expect(await heldAt('2026-06-30T23:00:00Z')).toBe(true);
    expect(await heldAt('2026-07-31T22:59:59Z')).toBe(true);
    expect(await heldAt('2026-07-31T23:00:00Z')).toBe(false);
  });
});

describe('A page of a list', () => {
  test('beyond the last one still says how many there are', async () => {
    const consultationId = await openConsultation(helen);
    await propose(tom, consultationId);
    const READ = `query ($id: ID!, $after: String) { consultation(id: $id) {
      proposals(after: $after) { totalCount pageInfo { endCursor } } } }`;
    const first = await asha.ask(READ, { id: consultationId });
    const { proposals } = (
      await asha.ask(READ, {
        id: consultationId,
        after: first.consultation.proposals.pageInfo.endCursor,
      })
    ).consultation;
    expect(proposals.totalCount).toBe(1);
  });

  test('finds what somebody typed, signs and all', async () => {
    const consultationId = await openConsultation(helen);
    await propose(tom, consultationId, { statement: 'Cut fares by 50% after seven.' });
    const READ = `query ($id: ID!, $text: String) { consultation(id: $id) { proposals(text: $text) { totalCount } } }`;
    const count = async (text: string) =>
      (await asha.ask(READ, { id: consultationId, text })).consultation.proposals.totalCount;
    expect([await count('50%'), await count('5_%'), await count('%')]).toEqual([1, 0, 1]);
  });
});

describe('A reply', () => {
  test('is kept by no cache on its way: it is for whoever asked', async () => {
    const { headers } = await fetch(`${stage.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ version }' }),
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
