-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- CastVote
/* prepared */ WITH given AS MATERIALIZED (
  SELECT * FROM unnest($2::uuid[], $3::bytea[], $4::text[], $5::int[], $6::timestamptz[],
    $7::bytea[], $8::bytea[], $9::bytea[], $10::timestamptz[])
  AS given(proposal_id, pseudonym, choice, version, cast_at, random, previous, commitment, since)),
committed AS (
  INSERT INTO pending_commitment (commitment, consultation_id, pseudonym, since)
  SELECT commitment, $1, pseudonym, since FROM given ON CONFLICT DO NOTHING)
   INSERT INTO vote (consultation_id, proposal_id, pseudonym, choice, version, cast_at, random,
     previous, commitment)
   SELECT $1, proposal_id, pseudonym, choice, version, cast_at, random, previous, commitment
   FROM given;
-- Plan:
--   Insert on vote
--     CTE given: Function Scan
--     CTE committed: Insert on pending_commitment
--       CTE Scan on given
--     CTE Scan on given
