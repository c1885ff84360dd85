import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { OpinionOptions, OpinionVotes } from '@clarion/deliberation';

type Column = Int8Array | Uint16Array | Uint32Array;

export function writeColumn(folder: string, name: string, column: Column): void {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  writeFileSync(join(folder, `${name}.bin`), bytes);
}

/** Reads a file straight into the memory of the column, so that nothing is held twice. */
export function readColumn<Kind extends Column>(
  folder: string,
  name: string,
  kind: { new (length: number): Kind; BYTES_PER_ELEMENT: number },
): Kind {
  const file = join(folder, `${name}.bin`);
  const { size } = statSync(file);
  const column = new kind(size / kind.BYTES_PER_ELEMENT);
  const handle = openSync(file, 'r');
  try {
    for (let at = 0; at < size; ) {
      at += readSync(handle, new Uint8Array(column.buffer, at, size - at));
    }
  } finally {
    closeSync(handle);
  }
  return column;
}

export function writeVotes(folder: string, { person, statement, choice }: OpinionVotes): void {
  writeColumn(folder, 'person', person);
  writeColumn(folder, 'statement', statement);
  writeColumn(folder, 'choice', choice);
}

export function readVotes(folder: string): OpinionVotes {
  return {
    person: readColumn(folder, 'person', Uint32Array),
    statement: readColumn(folder, 'statement', Uint32Array),
    choice: readColumn(folder, 'choice', Int8Array),
  };
}

type Before = NonNullable<OpinionOptions['before']>;

/** Keeps of a result what a warm start is given, and no more. */
export function writeBefore(folder: string, { group, k, first, second }: Before): void {
  writeFileSync(join(folder, 'before.bin'), serialize({ group, k, first, second }));
}

export function readBefore(folder: string): Before {
  return deserialize(readFileSync(join(folder, 'before.bin'))) as Before;
}
