import type { Source } from '../source.js';
import type { DecidimComment, DecidimStance } from './decidim-export.js';
import { markdownFromHtml } from './html-to-markdown.js';
import { type JsonLine, jsonLines } from './json-lines.js';

export interface Comments {
  /** As in the file; `depth` is not known yet. */
  comments: DecidimComment[];
  dislikes: number;
}

export async function readCommentsFile(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): Promise<Comments> {
  const comments: DecidimComment[] = [];
  const lineOf = new Map<number, number>();
  let dislikes = 0;
  for await (const entry of jsonLines(source, onBytes)) {
    const comment = commentFrom(entry);
    const earlier = lineOf.get(comment.id);
    if (earlier !== undefined) {
      throw entry.fault(`comment ${comment.id} is already on line ${earlier}.`);
    }
    lineOf.set(comment.id, entry.line);
    comments.push(comment);
    dislikes += entry.wholeNumberOrNull('dislikes') ?? 0;
  }
  return { comments, dislikes };
}

function commentFrom(entry: JsonLine): DecidimComment {
  return {
    id: entry.wholeNumber('id'),
    proposalId: entry.wholeNumber('proposal'),
    parentId: entry.wholeNumberOrNull('parent'),
    depth: 0,
    createdAt: entry.moment('created'),
    author: entry.textOrNull('author'),
    asOrganisation: entry.flag('as_org'),
    stance: stanceOf(entry.signOrNull('alignment')),
    goodPoints: entry.wholeNumberOrNull('likes') ?? 0,
    body: markdownFromHtml(entry.text('body_html')),
  };
}

function stanceOf(alignment: number | null): DecidimStance {
  if (alignment === 1) return 'for';
  return alignment === -1 ? 'against' : 'neutral';
}
