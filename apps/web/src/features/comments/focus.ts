/** The id of a comment's element on the page. */
export const elementIdOf = (commentId: string) => `comment-${commentId}`;

/** Moves to a comment once React has drawn it. */
export function focusComment(commentId: string): void {
  setTimeout(() => document.getElementById(elementIdOf(commentId))?.focus(), 50);
}
