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

/** Gathers the records of one person after another. */
export function committedVotes() {
  const places: number[] = [];
  const records: Buffer[] = [];
  const column = (from: number) => {
    const bytes = new Uint8Array(records.length * HASH);
    records.forEach((record, at) => {
      bytes.set(record.subarray(from, from + HASH), at * HASH);
    });
    return bytes;
  };
  return {
    /** `codes` are the person's votes in order, as the matrix has them; the first is the vote at `first`. */
    add(openings: Buffer, codes: Uint32Array, first: number) {
      const placeOf = new Map(Array.from(codes, (code, at) => [code >>> 2, first + at]));
      for (let at = 0; at < openings.length; at += RECORD) {
        places.push(placeOf.get(openings.readUInt32BE(at)) as number);
        records.push(openings.subarray(at, at + RECORD));
      }
    },
    columns: (): CommittedVotes => ({
      vote: Uint32Array.from(places),
      commitment: column(4),
      random: column(4 + HASH),
      previous: column(4 + 2 * HASH),
    }),
  };
}
