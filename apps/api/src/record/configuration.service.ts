import { canonicalJson } from '@clarion/record';
import type { DataSource } from 'typeorm';
import { enter, lockRecord } from './record.service.js';

/** There is one configuration, so it needs no id of its own. */
const CONFIGURATION = '00000000-0000-0000-0000-000000000000';

/**
 * Enters what everybody may know of how this Clarion is set, where it is not what the record said last.
 * Two servers that start together take turns. Answers whether it was entered.
 */
export async function enterConfiguration(
  database: DataSource,
  configuration: Record<string, unknown>,
  at: Date,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await lockRecord(tx);
    const [last] = await tx.query<{ data: unknown }[]>(
      `SELECT data FROM record_entry WHERE kind = 'configured' AND about_kind = 'configuration'
       ORDER BY number DESC LIMIT 1`,
    );
    const data = JSON.parse(JSON.stringify(configuration)) as Record<string, unknown>;
    if (last && canonicalJson(last.data) === canonicalJson(data)) return false;
    await enter(tx, {
      kind: 'configured',
      aboutKind: 'configuration',
      aboutId: CONFIGURATION,
      consultationId: null,
      actorId: null,
      at,
      data,
    });
    return true;
  });
}
