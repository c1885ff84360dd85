/** What a command found: lines to print, the same as JSON, and whether it is as it should be. */
export interface Outcome {
  lines: string[];
  json: unknown;
  identical: boolean;
}

/** Typed arrays as lists, and maps as objects, which JSON would otherwise lose. */
export function plain(_: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(value as unknown as ArrayLike<number>)
    : value;
}
