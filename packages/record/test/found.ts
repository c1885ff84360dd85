import type { Finding } from '../src/index.js';

/** What was found; a test that finds something wrong instead says what. */
export function valueIn<T>(finding: Finding<T>): T {
  if (!finding.ok) throw new Error(finding.problem);
  return finding.value;
}

/** What was wrong; empty where nothing was. */
export function problemIn(finding: { ok: boolean; problem?: string }): string {
  return finding.problem ?? '';
}
