import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Check, verifyRecord } from '../src/audit/verify-record.service.js';
import { makeCheckpoint } from '../src/record/checkpoint.service.js';
import { deliberate } from './stage/deliberated.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const sign = () =>
  makeCheckpoint(stage.database.manager, {
    keys: stage.clarion.keys,
    name: 'clarion.example.org/record',
    at: new Date(),
  });

const verify = (without: Check[] = []) =>
  verifyRecord(stage.database.manager, { keys: stage.clarion.keys, without });

beforeAll(async () => {
  await deliberate(stage);
  await sign();
}, 60_000);

describe('The verifier', () => {
  test('finds a whole deliberation as it was entered', async () => {
    expect(await verify()).toEqual([]);
  });
});
