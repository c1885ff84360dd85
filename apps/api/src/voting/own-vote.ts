/**
 * Joins the vote `v` of a pseudonym on a proposal, found by its whole key. Joined plainly, Postgres takes a
 * part of the key for as good as the whole, and reads all votes that share it: a second and more on a page of
 * a consultation with thirty thousand voters. The limit of one keeps it from doing so.
 */
export const ownVote = (consultationId: string, proposalId: string, pseudonym: string) =>
  `LEFT JOIN LATERAL (SELECT choice, version, previous, commitment FROM vote
         WHERE consultation_id = ${consultationId} AND proposal_id = ${proposalId}
           AND pseudonym = ${pseudonym} LIMIT 1) AS v ON true`;
