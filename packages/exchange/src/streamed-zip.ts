import { Zip, ZipDeflate } from 'fflate';

/** A file, as the pieces of its text. */
export interface StreamedFile {
  name: string;
  text: AsyncIterable<string>;
}

/** Files as one zip, made while they are read: long ones never are in memory as a whole. */
export async function* streamedZip(files: AsyncIterable<StreamedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else ready.push(chunk);
  });
  function* taken(): Generator<Uint8Array> {
    if (fault) throw fault;
    yield* ready.splice(0);
  }
  const encoder = new TextEncoder();
  for await (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    // The earliest date that a zip can hold: the same files make the same bytes.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for await (const piece of text) {
      file.push(encoder.encode(piece));
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
