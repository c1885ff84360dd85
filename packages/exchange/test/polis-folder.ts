import { type PolisExport, readPolis } from '../src/index.js';
import { folderOf } from './folder.js';

/** Asha (0), Tom (1) and Gwenllian (4) on two statements; sparse ids, as Polis has them. */
export const SMALL = {
  'summary.csv':
    'topic,Homes we can afford\nurl,https://pol.is/7example\nviews,9\nconversation-description,"First line\nsecond, with a comma"\n',
  'comments.csv': [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    '1500282615559,Mon Jul 17 2017,7,4,2,1,1,"Build council homes.\nStart in ""Bristol"", now."',
    '1500282544716,Mon Jul 17 2017,2,0,0,0,-1,',
    '',
  ].join('\n'),
  'participants-votes.csv': [
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,7',
    '4,1,1,1,1,0,,1',
    '0,0,1,2,1,1,-1,1',
    '1,,0,1,0,1,,-1',
    '',
  ].join('\n'),
  'votes.csv': [
    'timestamp,datetime,comment-id,voter-id,vote',
    '1500233625234,Mon Jul 17 2017,7,0,1',
    '1500233615246,Mon Jul 17 2017,7,1,-1',
    '1500233610262,Mon Jul 17 2017,7,4,1',
    '1500233711858,Mon Jul 17 2017,2,0,-1',
    '',
  ].join('\n'),
};

export type PolisFiles = { [name in keyof typeof SMALL]?: string | Uint8Array | null };

/** A folder with the small export, some files replaced, or left out where they are null. */
export async function polisFolder(changes: PolisFiles = {}): Promise<string> {
  const files: Record<string, string | Uint8Array> = {};
  for (const [name, content] of Object.entries({ ...SMALL, ...changes })) {
    if (content !== null) files[name] = content;
  }
  return folderOf(files);
}

export async function polisOf(changes: PolisFiles = {}): Promise<PolisExport> {
  return readPolis(await polisFolder(changes));
}

export function votesCsv(
  rows: readonly (readonly [at: number, comment: number, voter: number, vote: number])[],
): string {
  const lines = rows.map(([at, comment, voter, vote]) => `${at},,${comment},${voter},${vote}`);
  return ['timestamp,datetime,comment-id,voter-id,vote', ...lines, ''].join('\n');
}

/** Current votes as "person:statement:choice", by the ids of the export. */
export function voteList({ people, statements, votes }: PolisExport): string[] {
  return Array.from(votes.choice, (choice, at) => {
    const person = people[votes.person[at] ?? -1]?.id;
    const statement = statements[votes.statement[at] ?? -1]?.id;
    return `${person}:${statement}:${choice}`;
  });
}
