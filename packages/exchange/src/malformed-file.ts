/** A file that cannot be read: which one, where, and what is wrong, in plain words. */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';

  constructor(
    readonly file: string,
    /** Counted from 1, as an editor counts; null when the fault is in no one line. */
    readonly line: number | null,
    readonly fault: string,
  ) {
    super(`${file}${line === null ? '' : `, line ${line}`}: ${fault}`);
  }
}

/** A value as it is shown in a fault: quoted, on one line, and short. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const points = [...text.replace(/\s+/g, ' ')];
  return `"${points.length > 40 ? `${points.slice(0, 40).join('')}…` : points.join('')}"`;
}
