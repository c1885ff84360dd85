import path from 'node:path';
import { MalformedFile } from '../malformed-file.js';
import { findSource, type Progress, progressOver, requireFolder, type Source } from '../source.js';
import { type Comments, readCommentsFile } from './comments-file.js';
import { settleVotes } from './current-votes.js';
import { type Participants, readParticipantsFile } from './participants-file.js';
import type { PolisExport, PolisPerson } from './polis-export.js';
import { type Conversation, readSummaryFile } from './summary-file.js';
import { type Findings, summarise } from './summary-sentences.js';
import type { VoteRows } from './vote-rows.js';
import { readVotesFile, type Votes } from './votes-file.js';

export interface ReadPolisOptions {
  onProgress?: (progress: Progress) => void;
}

/**
 * Reads a Polis export: comments.csv with votes.csv, participants-votes.csv, or both, and
 * summary.csv if it is there. Throws MalformedFile for a fault, before anything is returned.
 */
export async function readPolis(
  folder: string,
  { onProgress }: ReadPolisOptions = {},
): Promise<PolisExport> {
  await requireFolder(folder);
  const files = await sourcesIn(folder);
  const onBytes = progressOver(Object.values(files), onProgress);

  const conversation = files.summary ? await readSummaryFile(files.summary, onBytes) : null;
  const textOf = conversation?.textOf ?? ((cell: string) => cell);
  const comments = await readCommentsFile(files.comments, textOf, onBytes);
  const participants = files.participants
    ? await readParticipantsFile(files.participants, comments.indexOf, onBytes)
    : null;
  const votes = files.votes ? await readVotesFile(files.votes, comments.indexOf, onBytes) : null;
  return assemble(folder, { files, conversation, comments, participants, votes });
}

interface Sources {
  summary: Source | null;
  comments: Source;
  participants: Source | null;
  votes: Source | null;
}

async function sourcesIn(folder: string): Promise<Sources> {
  const comments = await findSource(folder, 'comments.csv');
  if (comments === null) {
    throw new MalformedFile('comments.csv', null, `the file is missing from ${folder}.`);
  }
  const participants = await findSource(
    folder,
    'participants-votes.csv',
    'participant-votes.csv', // the name that newer Polis servers write
  );
  const votes = await findSource(folder, 'votes.csv');
  if (votes === null && participants === null) {
    const fault = `the file is missing from ${folder}, and so is participants-votes.csv; one of them must be there.`;
    throw new MalformedFile('votes.csv', null, fault);
  }
  return { summary: await findSource(folder, 'summary.csv'), comments, participants, votes };
}

interface Parts {
  files: Sources;
  conversation: Conversation | null;
  comments: Comments;
  participants: Participants | null;
  votes: Votes | null;
}

function assemble(folder: string, parts: Parts): PolisExport {
  const { files, conversation, comments, participants, votes } = parts;
  const { statements } = comments;
  const rows = votes?.rows ?? withStatementTimes(participants?.matrix, statements);
  const listed = participants?.people ?? [];
  const people = withVoters(listed, rows);
  const matrix = votes === null ? null : (participants?.matrix ?? null);
  const settled = settleVotes(rows, people, statements.length, matrix);
  const findings: Findings = {
    commentRowsRepeated: comments.duplicates,
    conversationFound: conversation !== null,
    statements,
    people,
    peopleUnlisted: participants === null ? 0 : people.length - listed.length,
    participantsFile: files.participants?.name ?? null,
    votesFile: files.votes?.name ?? null,
    voteRows: rows.length,
    unknownComments: votes?.onUnknownComments ?? new Map<number, number>(),
    unknownInMatrix: participants?.votesOnUnknownComments ?? 0,
    settled,
  };
  return {
    topic: conversation?.topic || path.basename(path.resolve(folder)),
    description: conversation?.description ?? '',
    url: conversation?.url ?? null,
    statements,
    people,
    votes: settled.votes,
    votesHaveTimes: votes !== null,
    summary: summarise(findings),
  };
}

/** The matrix has no times: a vote is given the time of its statement, the earliest possible. */
function withStatementTimes(
  matrix: VoteRows | undefined,
  statements: readonly { createdAt: number }[],
): VoteRows {
  if (matrix === undefined) throw new Error('neither votes nor a matrix were read');
  const at = matrix.at.map((_, row) => statements[matrix.statement[row] ?? 0]?.createdAt ?? 0);
  return { ...matrix, at };
}

/** The listed people and whoever else voted, in the order of their ids. */
function withVoters(listed: readonly PolisPerson[], rows: VoteRows): PolisPerson[] {
  const known = new Map(listed.map((person) => [person.id, person]));
  for (let row = 0; row < rows.length; row += 1) {
    const id = rows.voterId[row] ?? 0;
    if (!known.has(id)) known.set(id, { id, groupId: null });
  }
  return [...known.values()].sort((one, other) => one.id - other.id);
}
