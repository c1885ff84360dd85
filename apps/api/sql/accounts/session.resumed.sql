-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Shell, Consultations, Consultation, Vote, CastVote, UndoVote, Priorities, Proposals, Proposal, ProposalThread, Replies, MarkGoodPoint, Discuss, Ranking, RankingWhileHidden, Rankings, Opinion, Review, Story, Search, SimilarProposals, Mine
/* prepared */ WITH s AS MATERIALIZED (
     SELECT given.nth::int, session.*
     FROM unnest((SELECT $1::bytea[])) WITH ORDINALITY AS given(hash, nth) JOIN session
       ON token_hash = given.hash OR (previous_hash = given.hash AND previous_until > $2)
     WHERE expires_at > $2 AND last_seen_at > $2::timestamptz - interval '14 days'
   ), seen AS (
     UPDATE session SET last_seen_at = date_trunc('hour', $2::timestamptz) WHERE id IN (
       SELECT id FROM session WHERE last_seen_at < date_trunc('hour', $2::timestamptz)
         AND id IN (SELECT id FROM s WHERE last_seen_at < date_trunc('hour', $2::timestamptz)) FOR NO KEY UPDATE SKIP LOCKED)
   )
SELECT m.id, m.display_name AS "displayName", m.standing, m.joined_on AS "joinedOn",
  CASE WHEN m.lapsed_on <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date THEN m.lapsed_on END AS "lapsedOn",
  CASE WHEN contact.held_until > $2 THEN contact.held_until END AS "heldUntil",
  CASE WHEN m.suspended_until > $2 THEN m.suspended_until END AS "suspendedUntil", m.interests, m.skills, m.clp_id AS "clpId", clp.name AS "clpName",
  clp.parent_id AS "regionId", region.name AS "regionName",
  coalesce(
    (SELECT json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'bodyKind', b.kind,
        'bodyName', b.name, 'office', o.office, 'from', o."from", 'until', o.until) ORDER BY o."from", o.id)
      FROM office o JOIN body b ON b.id = o.body_id
      WHERE o.member_id = m.id AND o."from" <= ($2::timestamptz AT TIME ZONE 'Europe/London')::date AND (o.until IS NULL OR o.until >= ($2::timestamptz AT TIME ZONE 'Europe/London')::date)
        AND (m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date)),
    '[]') AS offices, s.nth, json_build_object('id', s.id, 'signedInBy', s.signed_in_by,
     'isStrong', s.is_strong, 'confirmedAt', s.confirmed_at, 'rights', s.rights) AS session
FROM member m
  LEFT JOIN contact ON contact.member_id = m.id
  LEFT JOIN body clp ON clp.id = m.clp_id
  LEFT JOIN body region ON region.id = clp.parent_id
   JOIN s ON s.member_id = m.id
   WHERE m.lapsed_on IS NULL OR m.lapsed_on > ($2::timestamptz AT TIME ZONE 'Europe/London')::date
     OR (s.created_at AT TIME ZONE 'Europe/London')::date >= m.lapsed_on;
-- Plan:
--   Nested Loop (Left)
--     CTE s: Nested Loop
--       InitPlan 1: Result
--       Function Scan
--       Materialize
--         Seq Scan on session
--     CTE seen: Update on session
--       Hash Join (Semi)
--         Seq Scan on session
--         Hash
--           Subquery Scan
--             LockRows
--               Hash Join (Semi)
--                 Seq Scan on session
--                 Hash
--                   CTE Scan on s
--     Nested Loop (Left)
--       Nested Loop (Left)
--         Nested Loop
--           CTE Scan on s
--           Index Scan using member_key (id) on member
--         Seq Scan on contact
--       Index Scan using body_key (id) on body
--     Index Scan using body_key (id) on body
--     SubPlan 4: Aggregate
--       Sort
--         Result
--           Hash Join
--             Seq Scan on body
--             Hash
--               Seq Scan on office
