/**
 * Whether the words of a row are under seal: hidden because they may be unlawful. Nobody reads them, not even
 * their author, and they stay when their author is erased.
 */
export const isSealed = (row: string): string =>
  `(${row}.status = 'hidden' AND EXISTS (SELECT FROM moderation_act seal
    WHERE seal.about_id = ${row}.id AND seal.act = 'hide' AND seal.reason = 'unlawful'
      AND NOT EXISTS (SELECT FROM moderation_act undone WHERE undone.reverses_id = seal.id)))`;
