/** How many rounds of a consultation have been published, for its news. */
export const TOLD_ROUNDS = `(SELECT count(*)::int FROM round r
  WHERE r.consultation_id = c.id) AS "roundCount"`;
