/** How many times the usual runs a property is tried: `CLARION_RUNS=20` for a long look. */
export const LONG = Number(process.env.CLARION_RUNS ?? 1);
