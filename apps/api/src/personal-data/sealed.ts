/**
 * Whether the words of a row are or were under seal, as they may be unlawful. Nobody reads them, not even their
 * author, and they stay when their author is erased, until they are destroyed.
 */
export const isSealed = (row: string): string =>
  `EXISTS (SELECT FROM seal WHERE seal.about_id = ${row}.id)`;
