import { randomUUID } from 'node:crypto';
import { readCsv } from '@clarion/exchange';
import { unzipRound } from '@clarion/exchange/round';
import { expect, test } from '@jest/globals';
import { bodyId } from '../src/demo/ids.js';
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
  const helen = await stage.as('helen');
  const { publishRound } = await helen.ask(PUBLISH, { id: randomUUID(), consultationId: id });
  const reply = await (await stage.as('visitor')).get(
    `/download/rounds/${publishRound.id}/bundle.zip`,
  );
  return { id, files: unzipRound(new Uint8Array(await reply.arrayBuffer())) };
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
