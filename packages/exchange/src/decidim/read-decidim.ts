import { MalformedFile } from '../malformed-file.js';
import { counted } from '../sentence.js';
import { findSource, type Progress, progressOver, requireFolder } from '../source.js';
import { readCommentsFile } from './comments-file.js';
import type { DecidimExport, DecidimProposal, DecidimSummary } from './decidim-export.js';
import { readProposalsFile } from './proposals-file.js';
import { intoThreads, type Threads } from './threads.js';

export interface ReadDecidimOptions {
  onProgress?: (progress: Progress) => void;
}

/**
 * Reads proposals.jsonl and comments.jsonl, either of them plain or as .gz. Throws
 * MalformedFile for a fault, before anything is returned.
 */
export async function readDecidim(
  folder: string,
  { onProgress }: ReadDecidimOptions = {},
): Promise<DecidimExport> {
  await requireFolder(folder);
  const proposalsFile = await requireSource(folder, 'proposals.jsonl');
  const commentsFile = await requireSource(folder, 'comments.jsonl');
  const onBytes = progressOver([proposalsFile, commentsFile], onProgress);
  const proposals = await readProposalsFile(proposalsFile, onBytes);
  const { comments, dislikes } = await readCommentsFile(commentsFile, onBytes);
  const threads = intoThreads(comments, new Set(proposals.map(({ id }) => id)));
  return {
    proposals,
    comments: threads.comments,
    summary: summarise(proposals, threads, dislikes),
  };
}

async function requireSource(folder: string, name: string) {
  const source = await findSource(folder, name, `${name}.gz`);
  if (source === null) {
    const fault = `the file is missing from ${folder}, and so is ${name}.gz.`;
    throw new MalformedFile(name, null, fault);
  }
  return source;
}

function summarise(
  proposals: readonly DecidimProposal[],
  threads: Threads,
  dislikes: number,
): DecidimSummary {
  const numbers = {
    proposals: proposals.length,
    comments: threads.comments.length,
    shortenedStatements: proposals.filter(({ statementShortened }) => statementShortened).length,
    repliesWithoutParent: threads.withoutParent,
    repliesAcrossProposals: threads.acrossProposals,
    repliesInCircle: threads.inCircle,
    commentsOnUnknownProposals: threads.onUnknownProposals,
    dislikes,
  };
  return { ...numbers, sentences: sentencesOf(numbers, threads.comments.at(-1)?.depth ?? 0) };
}

function sentencesOf(numbers: Omit<DecidimSummary, 'sentences'>, depth: number): string[] {
  const { comments, shortenedStatements: shortened } = numbers;
  const sentences = [
    `Read ${counted(numbers.proposals, 'proposal')}.`,
    `Read ${counted(comments, 'comment')}; the deepest reply is ${counted(depth, 'level')} down.`,
  ];
  const keptAsRoot: [number[], string][] = [
    [numbers.repliesWithoutParent, 'whose parent is not in the file'],
    [numbers.repliesAcrossProposals, 'whose parent belongs to another proposal'],
    [numbers.repliesInCircle, 'that answers itself through other comments'],
  ];
  for (const [ids, why] of keptAsRoot) {
    if (ids.length === 0) continue;
    const replies = counted(ids.length, 'reply', 'replies');
    sentences.push(`Kept ${replies} ${why} at the top of a thread (${idList(ids)}).`);
  }
  const unknown = numbers.commentsOnUnknownProposals;
  if (unknown.length > 0) {
    const which = counted(unknown.length, 'comment');
    sentences.push(`Skipped ${which} on proposals that are not in the file (${idList(unknown)}).`);
  }
  if (shortened > 0) {
    sentences.push(
      `Shortened ${counted(shortened, 'title')} above 180 characters; the whole title opens the argument.`,
    );
  }
  if (numbers.dislikes > 0) {
    const dislikes = counted(numbers.dislikes, 'dislike');
    sentences.push(`Left out ${dislikes} of comments: they have no counterpart here.`);
  }
  return sentences;
}

function idList(ids: readonly number[]): string {
  const first = ids.slice(0, 10).join(', ');
  return `${ids.length === 1 ? 'id' : 'ids'} ${first}${ids.length > 10 ? ', …' : ''}`;
}
