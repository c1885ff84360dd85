/** A part of what is hashed: its length as four bytes, then itself. */
const part = (bytes: string) => `int4send(octet_length(${bytes})) || ${bytes}`;
const text = (value: string) => part(`convert_to(${value}, 'UTF8')`);

/**
 * What a vote `v`, or anything with its columns, is committed to by, as `commitBallot` of @clarion/record makes
 * it: for all votes at once.
 */
export const COMMITMENT = `sha256(${[
  text(`'ballot-v1'`),
  text('v.consultation_id::text'),
  text('v.proposal_id::text'),
  text('v.choice'),
  part('v.random'),
  part(`coalesce(v.previous, ''::bytea)`),
].join(' || ')})`;
