import { randomUUID } from 'node:crypto';
import { readCsv } from '@clarion/exchange';
import { unzipRound } from '@clarion/exchange/round';
import { expect, test } from '@jest/globals';
import { wrongNumbers } from '../src/audit/round-numbers.js';
import { bodyId } from '../src/demo/ids.js';
import { recount } from '../src/ranking/recount.service.js';
import { type Camp, campsVote } from './stage/camps.js';
import { consultationUnder, crowdVotes, proposeMany, setPhase } from './stage/electorate.js';
import { openStage } from './stage/stage.js';

const stage = openStage({ CLARION_LOG: 'silent' });

const PUBLISH = `mutation ($id: ID!, $consultationId: ID!) {
  publishRound(id: $id, consultationId: $consultationId) { ... on Round { id } }
}`;
const OWN = `query ($id: ID!, $region: ID) {
  consultation(id: $id) { queue(regionId: $region) { edges { node { own { tally { agree disagree pass } } } } } }
}`;
const REGIONS = ['yorkshire-and-the-humber', 'north-west', 'scotland'];

/** Nine of Paisley, all there is of Scotland, beside as many of the North West and very many of Yorkshire. */
async function nineOfScotland(northWest: number) {
  const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted: false } });
  const [only = ''] = await proposeMany(stage, id, 1);
  await crowdVotes(stage, id, only, [
    { clp: 'bradford-west', agree: 400, disagree: 200 },
    { clp: 'salford', agree: northWest },
    { clp: 'paisley', agree: 9 },
  ]);
  return { id, only, files: await publish(id) };
}

/** Publishes a round, and downloads its bundle. */
async function publish(consultationId: string) {
  const helen = await stage.as('helen');
  const { publishRound } = await helen.ask(PUBLISH, { id: randomUUID(), consultationId });
  const reply = await (await stage.as('visitor')).get(
    `/download/rounds/${publishRound.id}/bundle.zip`,
  );
  return unzipRound(new Uint8Array(await reply.arrayBuffer()));
}

function rowsOf(files: ReadonlyMap<string, Uint8Array>, name: string) {
  const [header = [], ...rows] = readCsv(new TextDecoder().decode(files.get(name)));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

async function shownToFaisal(id: string): Promise<(number | null)[]> {
  const faisal = await stage.as('faisal');
  const shown: (number | null)[] = [];
  for (const region of REGIONS) {
    const { consultation } = await faisal.ask(OWN, { id, region: bodyId(region) });
    shown.push(consultation.queue.edges[0]?.node.own.tally?.agree ?? null);
  }
  return shown;
}

test('nine voters of Scotland are on no line of the bundle and in no queue, where others hide them', async () => {
  const { id, files } = await nineOfScotland(30);
  const votes = rowsOf(files, 'votes.csv');
  const named = new Set(votes.map(({ region }) => region));
  expect(named).toEqual(new Set(['', 'Yorkshire and the Humber']));
  // What is left without a region: nine of Scotland and thirty of the North West.
  expect(votes.filter(({ region }) => region === '')).toHaveLength(39);
  expect(rowsOf(files, 'clps.csv').map(({ clp }) => clp)).toEqual(['Bradford West']);
  expect(rowsOf(files, 'areas.csv').map(({ area }) => area)).not.toContain('Scotland');
  // While members vote the queue has the round's counts, afterwards those of the close.
  expect(await shownToFaisal(id)).toEqual([400, null, null]);
  await setPhase(stage, id, 'reviewing');
  expect(await shownToFaisal(id)).toEqual([400, null, null]);
});

test('what was told of regions is missed where it is gone, whether or not a line of votes names them', async () => {
  const { id, only } = await nineOfScotland(30);
  // Beside groups regions are named once: the second round names none, and tells those who answer.
  await crowdVotes(stage, id, only, [{ clp: 'bradford-west', agree: 10, disagree: 12 }]);
  const second = await publish(id);
  expect(rowsOf(second, 'votes.csv').every(({ region }) => region === '')).toBe(true);
  const insider = stage.database.createQueryRunner();
  await insider.startTransaction();
  try {
    expect(await wrongNumbers(insider.manager)).toEqual([]);
    await insider.query('ALTER TABLE round_count DISABLE TRIGGER USER');
    for (const number of [1, 2]) {
      for (const says of [`'[]'`, 'NULL', 'c.by_region || c.by_region']) {
        await insider.query('SAVEPOINT whole');
        await insider.query(
          `UPDATE round_count c SET by_region = ${says} FROM round r
           WHERE r.id = c.round_id AND r.consultation_id = $1 AND r.number = $2`,
          [id, number],
        );
        expect(await wrongNumbers(insider.manager)).toMatchObject([
          { problem: 'round: the counts of proposal 1 are not those of its files' },
        ]);
        await insider.query('ROLLBACK TO SAVEPOINT whole');
      }
    }
  } finally {
    await insider.rollbackTransaction();
    await insider.release();
  }
});

test('nor can they be worked out from nineteen that are hidden, ten of which areas.csv tells to be elsewhere', async () => {
  const { id, files } = await nineOfScotland(10);
  const areas = rowsOf(files, 'areas.csv');
  expect(areas.filter(({ kind }) => kind === 'region').map(({ area }) => area)).toContain(
    'North West',
  );
  // Ten at least of these nineteen are of the North West, which leaves nine: so Yorkshire is not named either.
  expect(rowsOf(files, 'votes.csv').every(({ region }) => region === '')).toBe(true);
  expect(rowsOf(files, 'clps.csv')).toEqual([]);
  expect(await shownToFaisal(id)).toEqual([null, null, null]);
});

test('three voters of Bradford between two rounds are counted in the whole, and told of no region or CLP, nor to those who answer', async () => {
  const { id, only, files } = await nineOfScotland(30);
  await crowdVotes(stage, id, only, [{ clp: 'bradford-west', agree: 1, disagree: 2 }]);
  const second = await publish(id);
  expect(rowsOf(second, 'clps.csv')).toEqual(rowsOf(files, 'clps.csv'));
  // Those who agree and those who do not are told apart as groups, beside which regions are named but once.
  const lines = (of: ReadonlyMap<string, Uint8Array>) =>
    ['A', 'B', ''].map(
      (group) => rowsOf(of, 'votes.csv').filter((row) => row.group === group).length,
    );
  expect(lines(files)).toEqual([439, 200, 0]);
  expect(lines(second)).toEqual([439, 200, 3]);
  expect(rowsOf(second, 'votes.csv').every(({ region }) => region === '')).toBe(true);
  expect(rowsOf(second, 'proposals.csv')[0]).toMatchObject({ agree: '440', disagree: '202' });
  expect(await shownToFaisal(id)).toEqual([400, null, null]);
  await setPhase(stage, id, 'reviewing');
  expect(await shownToFaisal(id)).toEqual([400, null, null]);
});

test('and with ten more who agree, and ten who do not, all of them are told', async () => {
  const { id, only } = await nineOfScotland(30);
  await crowdVotes(stage, id, only, [
    { clp: 'bradford-west', agree: 10, disagree: 12 },
    { clp: 'salford', agree: 10 },
  ]);
  const second = await publish(id);
  expect(rowsOf(second, 'clps.csv')).toMatchObject([
    { clp: 'Bradford West', agree: '410', disagree: '212' },
  ]);
  expect(await shownToFaisal(id)).toEqual([410, null, null]);
});

const GROUPS = `query ($id: ID!) { consultation(id: $id) { opinion { groups { letter people }
  dividing { statement { proposal { number } groups { letter tally { votes } } } } } } }`;

test('three voters of a group between what the page told of groups and a round are in no group there, nor found anew on the page', async () => {
  const id = await consultationUnder(stage, { rules: { countsHiddenUntilVoted: false } });
  const proposals = await proposeMany(stage, id, 10);
  const camps = (people: number): Camp[] => [
    { people, says: '++++----++' },
    { people: 25, says: '----++++++' },
  ];
  await campsVote(stage, id, proposals, camps(40));
  await recount(stage.database, id, new Date());
  const visitor = await stage.as('visitor');
  const told = async () => (await visitor.ask(GROUPS, { id })).consultation.opinion;
  const first = await told();
  expect(first.groups).toMatchObject([{ people: 40 }, { people: 25 }]);
  await campsVote(stage, id, proposals, camps(43));
  const files = await publish(id);
  const lines = rowsOf(files, 'votes.csv').filter((row) => row.proposal === '1');
  const of = (group: string) => lines.filter((row) => row.group === group).length;
  expect([of('A'), of('B'), of('')]).toEqual([40, 25, 3]);
  expect(JSON.parse(new TextDecoder().decode(files.get('manifest.json'))).groupSizes).toEqual([
    40, 25,
  ]);
  await recount(stage.database, id, new Date());
  const again = await told();
  expect(again.groups).toEqual(first.groups);
  expect(again.dividing[0].statement.groups).toMatchObject([
    { tally: { votes: 40 } },
    { tally: { votes: 25 } },
  ]);
  // Twelve more are told, of whom three had waited.
  await campsVote(stage, id, proposals, camps(52));
  await recount(stage.database, id, new Date());
  expect((await told()).groups).toMatchObject([{ people: 52 }, { people: 25 }]);
});
