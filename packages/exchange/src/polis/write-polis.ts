import { csvRows, isFormula } from '../csv.js';
import { textFile } from '../text-file.js';
import { countsOf } from './counts.js';
import { ESCAPED, type PolisExport } from './polis-export.js';
import { historyLines } from './write-history.js';

/**
 * What is written. Whoever keeps votes secret names no author: an id that is both a voter's and a
 * statement's author tells how its author voted.
 */
export type PolisConversation = Pick<
  PolisExport,
  'topic' | 'description' | 'url' | 'statements' | 'people' | 'votes' | 'votesHaveTimes'
>;

export interface WritePolisOptions {
  /** Write stats-history.csv, a row for every vote and statement; true where it is not said. */
  history?: boolean;
  /** Write participants-votes.csv, a cell for every person and statement; true where it is not said. */
  matrix?: boolean;
}

/**
 * The files of a Polis export, by name, with the headers and line ends of the real ones; `readPolis` reads
 * the same conversation back. Only current votes are written, so `agrees` and `disagrees` are current
 * counts. Without times there is no votes.csv, as in some exports. A text that a spreadsheet would run as a
 * formula gets a leading apostrophe, and summary.csv then says so in a last row.
 */
export function writePolis(
  conversation: PolisConversation,
  { history = true, matrix = true }: WritePolisOptions = {},
): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {
    'summary.csv': textFile(summaryLines(conversation)),
    'comments.csv': textFile(commentLines(conversation)),
  };
  if (matrix || !conversation.votesHaveTimes) {
    files['participants-votes.csv'] = textFile(participantLines(conversation));
  }
  if (!conversation.votesHaveTimes) return files;
  files['votes.csv'] = textFile(voteLines(conversation));
  if (history) files['stats-history.csv'] = textFile(historyLines(conversation));
  return files;
}

function summaryLines(conversation: PolisConversation): string[] {
  const { topic, url, description, statements, people, votes } = conversation;
  const voters = new Set(votes.person).size;
  const known = (ids: (number | null)[]) => new Set(ids.filter((id) => id !== null)).size;
  const texts = [topic, url ?? '', description, ...statements.map(({ body }) => body)];
  const rows = [
    ['topic', topic],
    ['url', url],
    ['views', people.length],
    ['voters', voters],
    ['voters-in-conv', voters],
    ['commenters', known(statements.map(({ authorId }) => authorId))],
    ['comments', statements.length],
    ['groups', known(people.map(({ groupId }) => groupId))],
    ['conversation-description', description],
    ...(texts.some(isFormula) ? [ESCAPED] : []),
  ];
  return [csvRows(rows)];
}

function* commentLines(conversation: PolisConversation): Generator<string> {
  const { statements } = conversation;
  // Newer exports have these two columns; the older ones, which everybody reads, do not.
  const marked = statements.some(({ isMeta, isSeed }) => isMeta || isSeed);
  const header = 'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body';
  yield `${header}${marked ? ',is-meta,is-seed' : ''}\n`;
  const counts = countsOf(conversation);
  const rows = statements.map((statement, at) => ({ statement, counts: counts[at] }));
  rows.sort(
    (a, b) => b.statement.createdAt - a.statement.createdAt || b.statement.id - a.statement.id,
  );
  for (const { statement, counts: votes } of rows) {
    const { createdAt, id, authorId, moderated, body, isMeta, isSeed } = statement;
    const marks = marked ? [isMeta, isSeed] : [];
    const cells = [createdAt, sayTime(createdAt), id, authorId, votes?.agrees, votes?.disagrees];
    yield csvRows([[...cells, moderated, body, ...marks]]);
  }
}

/** Where each person's votes begin among the rows sorted by person, and the rows in that order. */
function byPerson({ people, votes }: PolisConversation) {
  const starts = new Uint32Array(people.length + 1);
  for (const person of votes.person) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let at = 0; at < people.length; at += 1) {
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  }
  const next = starts.slice();
  const rows = new Uint32Array(votes.person.length);
  votes.person.forEach((person, row) => {
    rows[next[person] ?? 0] = row;
    next[person] = (next[person] ?? 0) + 1;
  });
  return { starts, rows };
}

function* participantLines(conversation: PolisConversation): Generator<string> {
  const { people, statements, votes } = conversation;
  const { starts, rows } = byPerson(conversation);
  const columns = statements
    .map((_, at) => at)
    .sort((a, b) => idOf(statements, a) - idOf(statements, b));
  const columnOf = new Uint32Array(statements.length);
  columns.forEach((statement, column) => {
    columnOf[statement] = column;
  });
  const written = new Map<number, number>();
  for (const { authorId } of statements) {
    if (authorId !== null) written.set(authorId, (written.get(authorId) ?? 0) + 1);
  }
  const ids = columns.map((statement) => idOf(statements, statement));
  yield `${['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...ids].join(',')}\n`;
  const order = people.map((_, at) => at).sort((a, b) => idOf(people, a) - idOf(people, b));
  for (const at of order) {
    const cells = new Array<number | string>(statements.length).fill('');
    let agrees = 0;
    let disagrees = 0;
    const own = rows.subarray(starts[at], starts[at + 1]);
    for (const row of own) {
      const choice = votes.choice[row] ?? 0;
      if (choice > 0) agrees += 1;
      if (choice < 0) disagrees += 1;
      cells[columnOf[votes.statement[row] ?? 0] ?? 0] = choice;
    }
    const id = idOf(people, at);
    const numbers = [
      id,
      people[at]?.groupId ?? '',
      written.get(id) ?? 0,
      own.length,
      agrees,
      disagrees,
    ];
    yield `${[...numbers, ...cells].join(',')}\n`;
  }
}

const idOf = (list: readonly { id: number }[], at: number): number => list[at]?.id ?? 0;

function* voteLines({ people, statements, votes }: PolisConversation): Generator<string> {
  yield 'timestamp,datetime,comment-id,voter-id,vote\n';
  const order = Uint32Array.from(votes.person, (_, row) => row).sort((a, b) => {
    const gap =
      idOf(statements, votes.statement[a] ?? 0) - idOf(statements, votes.statement[b] ?? 0);
    return gap || idOf(people, votes.person[a] ?? 0) - idOf(people, votes.person[b] ?? 0);
  });
  let moment = Number.NaN;
  let said = '';
  for (const row of order) {
    const at = votes.at[row] ?? 0;
    if (at !== moment) said = sayTime(at);
    moment = at;
    const statement = idOf(statements, votes.statement[row] ?? 0);
    const person = idOf(people, votes.person[row] ?? 0);
    yield `${at},${said},${statement},${person},${votes.choice[row] ?? 0}\n`;
  }
}

/** A moment as Polis writes it, in UTC: "Mon Jul 17 09:10:15 UTC 2017". */
function sayTime(at: number): string {
  const [weekday = '', day, month, year, time] = new Date(at).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${time} UTC ${year}`;
}
