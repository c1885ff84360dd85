const NEWLINE = 10;

/** Counts rows in what COPY writes: each ends in a newline, and none has one inside. */
export async function* countingRows(source: AsyncIterable<Buffer>, hear: (rows: number) => void) {
  for await (const chunk of source) {
    let rows = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows += 1;
    hear(rows);
    yield chunk;
  }
}
