import { describe, expect, test } from '@jest/globals';
import { openStage } from './stage/stage.js';

const stage = openStage();

describe('The database', () => {
  test('has exactly the tables that the entities say: nothing is left to migrate', async () => {
    const { upQueries } = await stage.database.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('can be taken down and brought up again', async () => {
    await stage.database.undoLastMigration();
    await stage.database.runMigrations();
    const [row] = await stage.database.query(`SELECT fold('Ynys Môn') AS folded`);
    expect(row.folded).toBe('ynys mon');
  });

  test.each(['record_entry', 'round', 'round_count', 'round_rank', 'round_bundle', 'round_matrix'])(
    'never changes what is in %s',
    async (table) => {
      await stage.database.query(
        `INSERT INTO record_entry (number, at, kind, about_kind, about_id, data)
       SELECT coalesce(max(number), 0) + 1, now(), 'sent', 'proposal', gen_random_uuid(), '{}' FROM record_entry`,
      );
      const change = (sql: string) => stage.database.query(sql);
      await expect(change(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
      if (table === 'record_entry') {
        await expect(change(`UPDATE record_entry SET kind = 'other'`)).rejects.toThrow(
          'append-only',
        );
        await expect(change('DELETE FROM record_entry')).rejects.toThrow('append-only');
      }
    },
  );

  test('refuses, by name, what the code should never send', async () => {
    const [member] = await stage.database.query('SELECT id FROM member LIMIT 1');
    await expect(
      stage.database.query(`UPDATE member SET standing = 'emperor' WHERE id = $1`, [member.id]),
    ).rejects.toThrow('member_standing');
  });
});
