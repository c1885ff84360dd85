/** The version asked for in the address; what is no number is the newest. */
export function versionIn(search: URLSearchParams): number | null {
  const asked = Number(search.get('version'));
  return Number.isInteger(asked) && asked > 0 ? asked : null;
}
