import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withdrawProposal } from '../src/contributions/proposal.service.js';
import { bodyId, memberId } from '../src/demo/ids.js';
import { CAP } from '../src/search/search.queries.js';
import { act } from './stage/acting.js';
import {
  commentAs,
  daysAgo,
  giveEvidenceAs,
  openConsultation,
  proposeAs,
} from './stage/in-the-past.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const SEARCH = `query ($text: String!, $kind: SearchKind, $consultationId: ID, $first: Int) {
  search(text: $text, kind: $kind, consultationId: $consultationId, first: $first) {
    hits { id kind title { text isMatch } excerpt { text isMatch } consultationTitle byline link }
    counts { kind count } isCapped correctedTo
  }
}`;

interface Part {
  text: string;
  isMatch: boolean;
}
interface Found {
  search: {
    hits: {
      id: string;
      kind: string;
      title: Part[];
      excerpt: Part[];
      byline: string;
      link: string;
    }[];
    counts: { kind: string; count: number }[];
    isCapped: boolean;
    correctedTo: string | null;
  };
}

const marked = (parts: Part[]) => parts.filter((part) => part.isMatch).map((part) => part.text);
const whole = (parts: Part[]) => parts.map((part) => part.text).join('');

async function search(text: string, rest: Record<string, unknown> = {}) {
  const visitor = await stage.as('visitor');
  const { search: found } = await visitor.ask<Found>(SEARCH, { text, ...rest });
  return found;
}

describe('search', () => {
  let consultation: string;
  let ferry: string;
  let chairs: string;

  beforeAll(async () => {
    consultation = await openConsultation(stage, { title: 'Getting across the Menai' });
    ferry = await proposeAs(stage, 'gwenllian', consultation, {
      statement: 'Run a second ferry from Ynys Môn to Dublin.',
      argument: 'One boat a day is **not** a service, and [the port](https://example.org) is idle.',
    });
    chairs = await proposeAs(stage, 'asha', consultation, {
      statement: 'Put a dentist’s chair in every community diagnostic centre.',
      argument: 'Open evenings and Saturdays, with fluoride varnish for children.',
    });
  });

  test('Gwenllian’s Ynys Môn is found without its accent, and marked with it', async () => {
    const { hits } = await search('ynys mon');
    expect(hits.map(({ id }) => id)).toEqual([ferry]);
    expect(marked(hits[0]?.title ?? [])).toEqual(['Ynys', 'Môn']);
    expect(whole(hits[0]?.title ?? [])).toBe('Run a second ferry from Ynys Môn to Dublin.');
    expect(hits[0]?.link).toBe(`/proposals/${ferry}`);
    expect(hits[0]?.byline).toBe('Gwenllian Pryce, Ynys Môn');
  });

  test('an accent that is typed and not written finds it too', async () => {
    expect((await search('férry')).hits.map(({ id }) => id)).toEqual([ferry]);
  });

  test('other forms of a word are found, and marked as they stand', async () => {
    const { hits } = await search('dentists', { kind: 'proposal' });
    expect(hits.map(({ id }) => id)).toEqual([chairs]);
    expect(marked(hits[0]?.title ?? [])).toEqual(['dentist']);
  });

  test('an excerpt shows text, not the signs of Markdown', async () => {
    const { hits } = await search('idle');
    expect(whole(hits[0]?.excerpt ?? [])).toBe(
      'One boat a day is not a service, and the port is idle.',
    );
  });

  test('a word that is to be left out is left out, and marked nowhere', async () => {
    expect((await search('ferry -dublin')).hits).toEqual([]);
  });

  test('a misspelt word finds what was meant, and says so', async () => {
    const { hits, correctedTo } = await search('dentits');
    expect(correctedTo).toBe('dentist');
    expect(hits.map(({ id }) => id)).toContain(chairs);
    expect(marked(hits[0]?.title ?? [])).toEqual(['dentist']);
  });

  test('nothing is made up for words that resemble nothing', async () => {
    expect(await search('qqxzv')).toEqual({
      hits: [],
      counts: [],
      isCapped: false,
      correctedTo: null,
    });
  });

  test('words without meaning and an empty text find nothing', async () => {
    expect((await search('the')).hits).toEqual([]);
    expect((await search('  ')).hits).toEqual([]);
    expect((await search(`'"&|!:*()<->\\`)).hits).toEqual([]);
  });

  test('the paper, a comment and evidence are found beside proposals, counted by kind', async () => {
    const fresh = await openConsultation(stage, {
      title: 'Saving the orchards',
      paper: 'Damsons grow nowhere else.',
    });
    const proposal = await proposeAs(stage, 'tom', fresh, { statement: 'Plant damson trees.' });
    const comment = await commentAs(stage, 'sunita', proposal, {
      body: 'A damson takes 15 years.',
    });
    await giveEvidenceAs(stage, 'kofi', 'sera', fresh, {
      claim: 'A damson holds 300 kg of carbon.',
    });
    const { hits, counts } = await search('damson');
    expect(counts).toEqual([
      { kind: 'comment', count: 1 },
      { kind: 'consultation', count: 1 },
      { kind: 'evidence', count: 1 },
      { kind: 'proposal', count: 1 },
    ]);
    const links = Object.fromEntries(hits.map(({ kind, link }) => [kind, link]));
    expect(links).toEqual({
      comment: `/proposals/${proposal}?comment=${comment}`,
      consultation: `/consultations/${fresh}`,
      evidence: `/consultations/${fresh}/evidence`,
      proposal: `/proposals/${proposal}`,
    });
    const onlyComments = await search('damson', { kind: 'comment' });
    expect(onlyComments.hits.map(({ id }) => id)).toEqual([comment]);
    expect(onlyComments.counts).toHaveLength(4);
    expect((await search('damson', { consultationId: consultation })).hits).toEqual([]);
  });

  test('what its author took back is not found', async () => {
    const id = await proposeAs(stage, 'callum', consultation, { statement: 'Widen the aqueduct.' });
    expect((await search('aqueduct')).hits).toHaveLength(1);
    await act(stage, 'callum', daysAgo(1), (acting) =>
      withdrawProposal(acting, { id, reason: 'It is listed.' }),
    );
    expect((await search('aqueduct')).hits).toEqual([]);
  });

  test('a consultation in preparation is not found', async () => {
    const helen = await stage.as('helen');
    await helen.ask(
      `mutation ($input: ConsultationInput!) { createConsultation(input: $input) {
        ... on Consultation { id } ... on Refusal { message } } }`,
      {
        input: {
          id: randomUUID(),
          title: 'Hydrotherapy',
          question: 'Where?',
          paper: 'Pools.',
          questions: [],
          commissionIds: [bodyId('health')],
          template: 'quick',
          votesUntil: daysAgo(-20),
          answersBy: '2099-01-01',
        },
      },
    );
    expect((await search('hydrotherapy')).hits).toEqual([]);
  });

  test('bad input is refused in plain words', async () => {
    const visitor = await stage.as('visitor');
    const long = await visitor.send(SEARCH, { text: 'a'.repeat(201) });
    expect(long.errors?.[0]?.message).toBe('Search for 200 characters at most.');
    const many = await visitor.send(SEARCH, { text: 'ferry', first: 51 });
    expect(many.errors?.[0]?.message).toBe('Ask for 1 to 50 items at a time.');
    const id = await visitor.send(SEARCH, { text: 'ferry', consultationId: 'nowhere' });
    expect(id.errors?.[0]?.message).toBe('An id in the request is not a valid id.');
    const zero = await visitor.send(SEARCH, { text: 'fer\0ry' });
    expect(zero.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

const SIMILAR = `query ($id: ID!, $text: String!) {
  similarProposals(consultationId: $id, text: $text) { statement author { name } }
}`;

describe('similar proposals', () => {
  let consultation: string;
  const similar = async (text: string) => {
    const asha = await stage.as('asha');
    const { similarProposals } = await asha.ask<{ similarProposals: { statement: string }[] }>(
      SIMILAR,
      { id: consultation, text },
    );
    return similarProposals.map(({ statement }) => statement);
  };

  beforeAll(async () => {
    consultation = await openConsultation(stage, { title: 'Dentistry again' });
    for (const statement of [
      'Open dental chairs in every diagnostic centre.',
      'Open dental chairs in the evening.',
      'Open dental chairs on Saturdays.',
      'Open dental chairs in prisons.',
      'Publish how many were turned away, town by town.',
    ]) {
      await proposeAs(stage, 'ruth', consultation, { statement });
    }
  });

  test('at most three come back, the closest first', async () => {
    const found = await similar('Open dental chairs on Saturdays in every town');
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('Open dental chairs on Saturdays.');
  });

  test('a typo is forgiven', async () => {
    expect((await similar('Publsh how many were turnd away'))[0]).toBe(
      'Publish how many were turned away, town by town.',
    );
  });

  test('nothing is offered that is not close, in too few words, or in another consultation', async () => {
    expect(await similar('Nationalise the bus companies')).toEqual([]);
    expect(await similar('Open')).toEqual([]);
    const other = await openConsultation(stage, { title: 'Buses' });
    const asha = await stage.as('asha');
    const { similarProposals } = await asha.ask(SIMILAR, {
      id: other,
      text: 'Open dental chairs on Saturdays',
    });
    expect(similarProposals).toEqual([]);
  });

  test('signs that mean something to a search are only text', async () => {
    expect(await similar(`Open dental chairs' & | ! <-> \\ :* on Saturdays`)).toHaveLength(3);
  });
});

describe('search in 20,000 proposals and 20,000 comments', () => {
  beforeAll(async () => {
    const id = await openConsultation(stage, { title: 'Much' });
    const author = memberId('tom');
    // One in forty names the lagoon; all name a home.
    await stage.database.transaction(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query(
        `INSERT INTO proposal (id, consultation_id, number, author_id, statement, argument, created_at, active_at)
         SELECT gen_random_uuid(), $1, n, $2, 'Build homes number ' || n ||
             CASE WHEN n % 40 = 0 THEN ' by the tidal lagoon' ELSE '' END,
           repeat('Homes with gardens and light. ', 8) || md5(n::text), now(), now()
         FROM generate_series(1, 20000) n`,
        [id, author],
      );
      await tx.query(
        `INSERT INTO comment (id, consultation_id, proposal_id, depth, author_id, stance, body, created_at)
         SELECT gen_random_uuid(), consultation_id, id, 0, $2, 'for',
           CASE WHEN number % 50 = 0 THEN 'The lagoon first. ' ELSE 'Yes to homes. ' END || md5(id::text), now()
         FROM proposal WHERE consultation_id = $1`,
        [id, author],
      );
    });
    await stage.database.transaction(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query('ANALYZE');
    });
  });

  test('a common word is capped and says so', async () => {
    const { hits, counts, isCapped } = await search('homes', { first: 50 });
    expect(isCapped).toBe(true);
    expect(hits).toHaveLength(50);
    expect(counts.find(({ kind }) => kind === 'proposal')?.count).toBe(CAP);
  });

  test('the same search gives the same order', async () => {
    const ids = async () => (await search('homes')).hits.map(({ id }) => id);
    expect(await ids()).toEqual(await ids());
  });

  test('searches and likenesses go through the indexes', async () => {
    const plan = async (work: () => Promise<unknown>, part: string) => {
      const statements: [string, unknown[]][] = [];
      const { manager } = stage.database;
      const query = manager.query.bind(manager);
      manager.query = ((sql: string, parameters: unknown[]) => {
        statements.push([sql, parameters]);
        return query(sql, parameters);
      }) as typeof manager.query;
      await work();
      manager.query = query;
      const [sql, parameters] = statements.find(([text]) => text.includes(part)) ?? ['', []];
      const rows = await query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, parameters);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    const found = await plan(() => search('tidal lagoon'), 'querytree');
    expect(found).toContain('Bitmap Index Scan on proposal_search');
    expect(found).toContain('Bitmap Index Scan on comment_search');
    const corrected = await plan(() => search('lagoom'), 'AS nearest');
    expect(corrected).toContain('Bitmap Index Scan on proposal_statement_like');
  });

  test('it takes two statements for 3 hits and for 30 (three with a session), and four when it corrects a word', async () => {
    const visitor = await stage.as('visitor');
    const count = async (text: string, first: number) =>
      (await stage.statementsOf(() => visitor.ask(SEARCH, { text, first }))).length;
    expect(await count('homes', 3)).toBe(2);
    expect(await count('homes', 30)).toBe(2);
    expect(await count('lagoom', 3)).toBe(4);
  });
});
