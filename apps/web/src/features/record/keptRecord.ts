/** What this browser knows of the record from the last time: its key, and what was signed then. */
export interface KeptRecord {
  /** A C2SP vkey. */
  key: string;
  /** The last checkpoint that was checked here; none when only a receipt was. */
  note: string | null;
}

const NAME = 'clarion:record';

export function keptRecord(): KeptRecord | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { key, note } = kept as Partial<KeptRecord>;
    if (typeof key !== 'string' || (note !== null && typeof note !== 'string')) return null;
    return { key, note };
  } catch {
    return null;
  }
}

/** Storage may be forbidden: then the next check knows of no earlier one, which it says. */
export function keepRecord(kept: KeptRecord): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(kept));
  } catch {}
}
