/** A code that was asked for in this tab. */
export interface Attempt {
  id: string;
  email: string;
  /** ISO 8601. */
  expiresAt: string;
}

const KEY = 'clarion:attempt';

/** Phones reload a tab while its owner reads their mail: the attempt is still there when they come back. */
export function readAttempt(now: Date): Attempt | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Attempt | null;
    return kept && new Date(kept.expiresAt) > now ? kept : null;
  } catch {
    return null;
  }
}

/** Storage may be forbidden; then the attempt lives as long as the page. */
export function keepAttempt(attempt: Attempt | null): void {
  try {
    if (attempt) sessionStorage.setItem(KEY, JSON.stringify(attempt));
    else sessionStorage.removeItem(KEY);
  } catch {}
}
