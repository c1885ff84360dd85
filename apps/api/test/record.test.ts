import { type KeptEntry, toHex, verifyChain } from '@clarion/record';
import { describe, expect, test } from '@jest/globals';
import { keptEntry, type OpenedRow, openedAfter } from '../src/audit/entry.queries.js';
import { chainEarlierEntries } from '../src/database/migrations/0006-record-chain.js';
import { memberId } from '../src/demo/ids.js';
import { eraseSalts } from '../src/record/erase.service.js';
import { enter } from '../src/record/record.service.js';
import {
  comment,
  evidenceOf,
  giveEvidence,
  newId,
  openConsultation,
  propose,
} from './stage/over-http.js';
import { openStage } from './stage/stage.js';

const stage = openStage();

const STATEMENT = 'Keep the library of Pontypridd open on Sundays.';

async function discussion() {
  const [helen, asha, callum] = await Promise.all([
    stage.as('helen'),
    stage.as('asha'),
    stage.as('callum'),
  ]);
  const consultation = await openConsultation(helen);
  const proposal = await propose(asha, consultation, { statement: STATEMENT });
  await comment(callum, proposal.id, { body: 'Sundays are when I can go.' });
  return { consultation, proposal: proposal.id, asha, callum };
}

const rows = (): Promise<OpenedRow[]> => openedAfter(stage.database.manager, 0, 10_000);
const kept = async (): Promise<KeptEntry[]> => (await rows()).map(keptEntry);
const sentOf = async (id: string) => {
  const found = (await rows()).find((row) => row.aboutId === id && row.kind === 'sent');
  if (!found) throw new Error(`nothing in the record of ${id}`);
  return found;
};

/** Acts that are sent at once, each in a transaction of its own. */
const together = (count: number, acts: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      stage.database.transaction((tx) =>
        enter(
          tx,
          ...Array.from({ length: acts }, () => ({
            kind: 'edited',
            aboutKind: 'comment' as const,
            aboutId: newId(),
            consultationId: null,
            actorId: memberId('asha'),
            at: new Date(),
          })),
        ),
      ),
    ),
  );

describe('The record', () => {
  test('is a chain that anybody can follow, with every text as it was sent', async () => {
    const { proposal } = await discussion();
    const entries = await kept();
    expect(await verifyChain(entries)).toMatchObject({ ok: true, size: entries.length });
    const sent = await sentOf(proposal);
    expect(sent.openings['statement']?.text).toBe(STATEMENT);
  });

  test('holds no word and no name of what people send: only commitments', async () => {
    const { consultation, proposal } = await discussion();
    const ewan = await stage.as('ewan');
    await giveEvidence(ewan, evidenceOf(consultation, 'sha', { proposalId: proposal }));
    const [all] = await stage.database.query(
      `SELECT string_agg(to_jsonb(r)::text, E'\n') AS text FROM record_entry r`,
    );
    for (const word of ['Pontypridd', 'Sundays', 'Asha', 'Callum', 'Ewan']) {
      expect(all.text).not.toContain(word);
    }
  });

  test('names what was changed in a table by a superuser', async () => {
    const { proposal } = await discussion();
    const sent = await sentOf(proposal);
    await stage.database.query(
      `UPDATE proposal_version SET statement = 'Close it.' WHERE proposal_id = $1`,
      [proposal],
    );
    expect(await verifyChain(await kept())).toMatchObject({
      ok: false,
      number: sent.number,
      problem: expect.stringContaining('statement'),
    });
    await stage.database.query(
      'UPDATE proposal_version SET statement = $2 WHERE proposal_id = $1',
      [proposal, STATEMENT],
    );
    expect(await verifyChain(await kept())).toMatchObject({ ok: true });
  });

  test('has no gap and one tree, however many act at once', async () => {
    const before = (await rows()).length;
    await together(40, 1);
    await together(7, 13);
    const entries = await kept();
    expect(entries).toHaveLength(before + 40 + 91);
    const checked = await verifyChain(entries);
    if (!checked.ok) throw new Error(checked.problem);
    const edge = await stage.database.query(
      `SELECT encode(s.hash, 'hex') AS hash FROM generate_series(1, 52) AS bit(level)
         JOIN record_subtree s ON s.level = bit.level AND s.index = ($1::bigint >> bit.level) - 1
       WHERE ($1::bigint >> bit.level) % 2 = 1 ORDER BY bit.level DESC`,
      [entries.length],
    );
    const complete = checked.tree.edge.slice(0, edge.length).map(toHex);
    expect(edge.map(({ hash }: { hash: string }) => hash)).toEqual(complete);
    expect(checked.tree.edge.length - edge.length).toBe(entries.length % 2);
  });

  test('refuses an act that no list names, and the transaction with it', async () => {
    const act = { aboutKind: 'proposal' as const, aboutId: newId(), consultationId: null };
    const entering = stage.database.transaction((tx) =>
      enter(tx, { ...act, kind: 'whispered', actorId: null, at: new Date() }),
    );
    await expect(entering).rejects.toThrow('whispered');
  });

  test.each(['record_entry', 'record_salt', 'record_subtree', 'record_checkpoint'])(
    'never changes what is in %s',
    async (table) => {
      await discussion();
      await stage.database.query(
        `INSERT INTO record_checkpoint (size, at, note, key) VALUES (1, now(), 'x', 'y')
         ON CONFLICT DO NOTHING`,
      );
      const [column] = await stage.database.query(
        `SELECT attname AS name FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum LIMIT 1`,
        [table],
      );
      for (const change of [
        `UPDATE ${table} SET "${column.name}" = "${column.name}"`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        await expect(stage.database.query(change)).rejects.toThrow('append-only');
      }
    },
  );

  test('still holds after a text was erased, which then nobody can find', async () => {
    const { proposal } = await discussion();
    const { number } = await sentOf(proposal);
    await stage.database.transaction((tx) =>
      eraseSalts(tx, [number], { actorId: null, at: new Date() }),
    );
    await stage.database.query(
      `UPDATE proposal_version SET statement = '', argument = '' WHERE proposal_id = $1`,
      [proposal],
    );
    const erased = await sentOf(proposal);
    expect(erased.openings).toEqual({});
    expect(Object.keys(erased.commitments)).toEqual(['argument', 'statement']);
    expect(await verifyChain(await kept())).toMatchObject({ ok: true });
  });
});

describe('Entries made before there was a chain', () => {
  test('are chained by the migration, and the texts that stood in them are committed to', async () => {
    const { proposal } = await discussion();
    const runner = stage.database.createQueryRunner();
    const entry = await sentOf(proposal);
    await runner.query(`ALTER TABLE record_entry DISABLE TRIGGER USER`);
    await runner.query('ALTER TABLE record_salt DISABLE TRIGGER USER');
    await runner.query('ALTER TABLE record_subtree DISABLE TRIGGER USER');
    await runner.query('DELETE FROM record_subtree');
    await runner.query('DELETE FROM record_salt');
    await runner.query(`UPDATE record_entry SET hash = '', previous = '', commitments = '{}'`);
    await runner.query('UPDATE record_entry SET data = $2 WHERE number = $1', [
      entry.number,
      { statement: STATEMENT },
    ]);
    await chainEarlierEntries(runner);
    await runner.query('ALTER TABLE record_entry ENABLE TRIGGER USER');
    await runner.query('ALTER TABLE record_salt ENABLE TRIGGER USER');
    await runner.query('ALTER TABLE record_subtree ENABLE TRIGGER USER');
    await runner.release();
    const again = await sentOf(proposal);
    expect(again.data).toEqual({ version: 1 });
    expect(again.openings['statement']?.text).toBe(STATEMENT);
    expect(Object.keys(again.commitments)).toEqual(['argument', 'statement']);
    const chained = await verifyChain(await kept());
    expect(chained).toMatchObject({ ok: true });
    await together(3, 1);
    expect(await verifyChain(await kept())).toMatchObject({ ok: true });
  });
});
