/** A title in plain letters, for the name of a file. */
export const plainName = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** What the file of a round is called: dentists-round-1.zip, and dentists-round-1-matrix.zip for scrutineers. */
export const roundFileName = (
  { title, number }: { title: string; number: number },
  what: 'bundle' | 'matrix',
): string => `${plainName(title)}-round-${number}${what === 'matrix' ? '-matrix' : ''}.zip`;
