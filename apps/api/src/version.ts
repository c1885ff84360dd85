/** Of this Clarion, as `Query.version` and the record say it. */
export const VERSION = '0.1.0';
