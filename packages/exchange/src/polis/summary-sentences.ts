import { counted, some } from '../sentence.js';
import type { CurrentVotes } from './current-votes.js';
import type { PolisPerson, PolisStatement, PolisSummary } from './polis-export.js';

/** All that the reader noticed, before it is put into words. */
export interface Findings {
  commentRowsRepeated: number;
  conversationFound: boolean;
  statements: readonly PolisStatement[];
  people: readonly PolisPerson[];
  /** Voters whom participants-votes.csv does not list. */
  peopleUnlisted: number;
  participantsFile: string | null;
  votesFile: string | null;
  /** Vote rows on known comments. */
  voteRows: number;
  /** Votes on comments that comments.csv does not list, by comment id. */
  unknownComments: ReadonlyMap<number, number>;
  unknownInMatrix: number;
  settled: CurrentVotes;
}

export function summarise(found: Findings): PolisSummary {
  const { settled, statements, people } = found;
  const unknown = found.votesFile
    ? [...found.unknownComments.values()].reduce((sum, votes) => sum + votes, 0)
    : found.unknownInMatrix;
  const groups = new Set(people.map(({ groupId }) => groupId).filter((id) => id !== null)).size;
  const numbers = {
    statements: statements.length,
    people: people.length,
    groups,
    votes: settled.votes.choice.length,
    votesFrom: found.votesFile ?? found.participantsFile ?? '',
    voteRows: found.voteRows + unknown,
    duplicateVotes: settled.duplicates,
    replacedVotes: settled.replaced,
    votesOnUnknownComments: unknown,
    tiedVotes: settled.ties,
  };
  return {
    ...numbers,
    sentences: [
      ...aboutFiles(found),
      ...aboutStatements(found),
      ...aboutPeople(found, groups),
      ...aboutVotes(found, numbers),
    ],
  };
}

function aboutFiles({ conversationFound, votesFile, participantsFile }: Findings): string[] {
  const sentences: string[] = [];
  if (!conversationFound) {
    sentences.push('There is no summary.csv; the topic is the name of the folder.');
  }
  if (votesFile === null) {
    sentences.push(
      `There is no votes.csv; the votes are taken from ${participantsFile}, which has no times, so each vote bears the time of its statement.`,
    );
  }
  if (participantsFile === null) {
    sentences.push('There is no participants-votes.csv; nobody is in a published group.');
  }
  return sentences;
}

function aboutStatements({ statements, commentRowsRepeated }: Findings): string[] {
  const state = (moderated: number) =>
    statements.filter((statement) => statement.moderated === moderated).length;
  const sentences = [
    `Read ${counted(statements.length, 'statement')}: ${some(state(1))} accepted, ${some(state(0))} not acted on and ${some(state(-1))} rejected by moderation.`,
  ];
  const empty = statements.filter(({ body }) => body.trim() === '').length;
  if (empty > 0) sentences.push(`Kept ${counted(empty, 'statement')} without any text.`);
  if (commentRowsRepeated > 0) {
    const rows = counted(commentRowsRepeated, 'comment row');
    sentences.push(`Left out ${rows} in comments.csv equal to an earlier one.`);
  }
  return sentences;
}

function aboutPeople(found: Findings, groups: number): string[] {
  const { people, peopleUnlisted, participantsFile } = found;
  const alone = people.filter(({ groupId }) => groupId === null).length;
  const inGroups =
    participantsFile === null
      ? '.'
      : `: ${some(people.length - alone)} in ${counted(groups, 'published group')}, ${some(alone)} in none.`;
  const sentences = [`Read ${counted(people.length, 'person', 'people')}${inGroups}`];
  if (peopleUnlisted > 0) {
    const who = counted(peopleUnlisted, 'voter');
    sentences.push(`Kept ${who} whom ${participantsFile} does not list, without a group.`);
  }
  return sentences;
}

function aboutVotes(found: Findings, numbers: Omit<PolisSummary, 'sentences'>): string[] {
  const { votesFrom } = numbers;
  const sentences = [
    `Read ${counted(numbers.voteRows, 'vote')} from ${votesFrom}; ${some(numbers.votes)} are current.`,
  ];
  if (numbers.duplicateVotes > 0) {
    const rows = counted(numbers.duplicateVotes, 'vote');
    sentences.push(`Left out ${rows} equal to another in person, statement, choice and time.`);
  }
  if (numbers.replacedVotes > 0) {
    const rows = counted(numbers.replacedVotes, 'vote');
    sentences.push(
      `Left out ${rows} that the same person's current vote on the statement replaced.`,
    );
  }
  if (numbers.votesOnUnknownComments > 0) {
    const rows = counted(numbers.votesOnUnknownComments, 'vote');
    const ids = [...found.unknownComments.keys()].sort((one, other) => one - other);
    const first = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', …' : '');
    const which = ids.length > 0 ? ` (ids ${first})` : '';
    sentences.push(`Skipped ${rows} on comments that comments.csv does not list${which}.`);
  }
  if (numbers.tiedVotes > 0) {
    sentences.push(
      `In ${counted(numbers.tiedVotes, 'case')} a person's latest votes on a statement share one time and differ; the one in participants-votes.csv was taken, or else pass before disagree before agree.`,
    );
  }
  if (found.settled.unlikeMatrix > 0) {
    const votes = counted(found.settled.unlikeMatrix, 'vote');
    sentences.push(`${found.participantsFile} differs in ${votes}; votes.csv was followed.`);
  }
  return sentences;
}
