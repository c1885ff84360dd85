import { openApi, type Statements } from '../api.js';
import type { World } from '../world/world.js';
import type { HotStatements } from './hot-statements.js';
import { planOf } from './plan.js';

const CURSOR = /^DECLARE matrix NO SCROLL CURSOR FOR /;

/** What rounds and the job that finds opinion groups read all votes of a consultation with. */
export async function jobStatements({ database }: World): Promise<HotStatements> {
  const { readMatrix } = await openApi();
  const [found] = await database.query<{ id: string }>(
    'SELECT consultation_id AS id FROM turnout ORDER BY voters DESC, consultation_id LIMIT 1',
  );
  const sent: { sql: string; values: readonly unknown[] }[] = [];
  await database.transaction(async (tx) => {
    const hearing: Statements = {
      query: (sql, values) => {
        if (CURSOR.test(sql)) sent.push({ sql: sql.replace(CURSOR, ''), values: values ?? [] });
        return tx.query(sql, values);
      },
    };
    await readMatrix(hearing, found?.id ?? '', undefined, true);
  });
  const by = 'voting/vote-matrix.queries: readMatrix';
  const explained = sent.map(async ({ sql, values }) => ({
    sql,
    by,
    plan: await planOf(database, sql, values),
  }));
  return new Map([['Round, opinion groups', await Promise.all(explained)]]);
}
