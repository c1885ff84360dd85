/** What opens the commitments of votes; columns by vote that has one. Secret until a round. */
export interface CommittedVotes {
  /** Which vote: a place in the matrix's votes. */
  vote: Uint32Array;
  /** 32 bytes each; `previous` zeros where there is none. */
  commitment: Uint8Array;
  random: Uint8Array;
  previous: Uint8Array;
}

const HASH = 32;
const RECORD = 4 + 3 * HASH;

/** As SQL over votes `v` on proposals `p`: a record a vote, in any order. */
export const OPENINGS = `string_agg(int4send(p.number) || v.commitment || v.random ||
  coalesce(v.previous, decode(repeat('00', ${HASH}), 'hex')), ''::bytea)
  FILTER (WHERE v.commitment IS NOT NULL AND v.random IS NOT NULL)`;

/** Columns with room for so many more; grown by doubling, as a million of them is a hundred megabytes. */
function grown(columns: CommittedVotes, room: number): CommittedVotes {
  const bytes = (column: Uint8Array) => {
    const larger = new Uint8Array(room * HASH);
    larger.set(column);
    return larger;
  };
  const vote = new Uint32Array(room);
  vote.set(columns.vote);
  return {
    vote,
    commitment: bytes(columns.commitment),
    random: bytes(columns.random),
    previous: bytes(columns.previous),
  };
}

/** No vote that was committed to. */
export const noneCommitted = (): CommittedVotes => ({
  vote: new Uint32Array(),
  commitment: new Uint8Array(),
  random: new Uint8Array(),
  previous: new Uint8Array(),
});

/** Gathers the records of one person after another. */
export function committedVotes() {
  let columns = noneCommitted();
  let size = 0;
  return {
    /** `codes` are the person's votes in order, as the matrix has them; the first is the vote at `first`. */
    add(openings: Buffer, codes: Uint32Array, first: number) {
      const placeOf = new Map(Array.from(codes, (code, at) => [code >>> 2, first + at]));
      for (let at = 0; at < openings.length; at += RECORD) {
        if (size === columns.vote.length) columns = grown(columns, Math.max(1_024, size * 2));
        const part = (nth: number) =>
          openings.subarray(at + 4 + nth * HASH, at + 4 + (nth + 1) * HASH);
        columns.vote[size] = placeOf.get(openings.readUInt32BE(at)) as number;
        columns.commitment.set(part(0), size * HASH);
        columns.random.set(part(1), size * HASH);
        columns.previous.set(part(2), size * HASH);
        size += 1;
      }
    },
    columns: (): CommittedVotes => ({
      vote: columns.vote.subarray(0, size),
      commitment: columns.commitment.subarray(0, size * HASH),
      random: columns.random.subarray(0, size * HASH),
      previous: columns.previous.subarray(0, size * HASH),
    }),
  };
}
