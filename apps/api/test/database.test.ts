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

  test.each(['round', 'round_count', 'round_rank', 'round_bundle', 'round_matrix'])(
    'never empties %s',
    async (table) => {
      await expect(stage.database.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(
        'append-only',
      );
    },
  );

  test('refuses, by name, what the code should never send', async () => {
    const [member] = await stage.database.query('SELECT id FROM member LIMIT 1');
    await expect(
      stage.database.query(`UPDATE member SET standing = 'emperor' WHERE id = $1`, [member.id]),
    ).rejects.toThrow('member_standing');
  });
});
