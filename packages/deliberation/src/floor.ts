/** The fewest people a number in a breakdown may stand for. */
export const FLOOR = 10;
