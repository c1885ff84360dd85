import type { DataSource, EntityManager } from 'typeorm';

class Refused extends Error {
  constructor(readonly refusal: unknown) {
    super('refused');
  }
}

const isRefusal = (value: unknown) =>
  typeof value === 'object' && value !== null && 'reason' in value && 'message' in value;

/** Runs a write in one transaction. A refusal is returned as a value and leaves nothing behind. */
export async function inTransaction<T>(
  database: DataSource,
  write: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction(async (tx) => {
      const result = await write(tx);
      if (isRefusal(result)) throw new Refused(result);
      return result;
    });
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal as T;
    throw fault;
  }
}
