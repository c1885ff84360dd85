-- Plans in a world of 100,000 members. Written by: pnpm bench plans

-- Proposal
SELECT v.proposal_id AS "proposalId", v.version, v.statement, v.argument, v.reason,
  v.created_at AS "createdAt"
FROM proposal_version v JOIN proposal p ON p.id = v.proposal_id
WHERE v.proposal_id = ANY($1) AND p.status <> 'hidden'
ORDER BY v.proposal_id, v.version DESC;
-- Plan:
--   Incremental Sort
--     Nested Loop
--       Index Scan using proposal_version_key (proposal_id) on proposal_version
--       Index Scan using proposal_key (id) on proposal
