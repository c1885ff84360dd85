/** Whether a text from outside is an id of ours, before the database is asked. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
