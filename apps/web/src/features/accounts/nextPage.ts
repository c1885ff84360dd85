/** Where to go after signing in: a page of this site, never another one's address. */
export function nextPage(next: string | null, otherwise: string): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\n\r\t]/.test(next)) return otherwise;
  return /^\/sign-in\b/.test(next) ? otherwise : next;
}
