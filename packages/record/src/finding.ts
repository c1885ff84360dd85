/** What was found, or in a plain sentence what is wrong. */
export type Finding<T> = { ok: true; value: T } | Wrong;

export interface Wrong {
  ok: false;
  problem: string;
}

export function found<T>(value: T): Finding<T> {
  return { ok: true, value };
}

export function wrong(problem: string): Wrong {
  return { ok: false, problem };
}
