import type { Source } from '../source.js';
import type { DecidimProposal } from './decidim-export.js';
import { type JsonLine, jsonLines } from './json-lines.js';
import { markdownFromText } from './plain-markdown.js';
import { STATEMENT_LIMIT, shortened } from './statement.js';

/** The proposals in the order of their ids. */
export async function readProposalsFile(
  source: Source,
  onBytes: (file: string, bytes: number) => void,
): Promise<DecidimProposal[]> {
  const proposals: DecidimProposal[] = [];
  const lineOf = new Map<number, number>();
  for await (const entry of jsonLines(source, onBytes)) {
    const proposal = proposalFrom(entry);
    const earlier = lineOf.get(proposal.id);
    if (earlier !== undefined) {
      throw entry.fault(`proposal ${proposal.id} is already on line ${earlier}.`);
    }
    lineOf.set(proposal.id, entry.line);
    proposals.push(proposal);
  }
  return proposals.sort((one, other) => one.id - other.id);
}

function proposalFrom(entry: JsonLine): DecidimProposal {
  const title = entry.text('title');
  const summary = markdownFromText(entry.textOrNull('summary') ?? '');
  const fullTitle = markdownFromText(title.replace(/\s+/gu, ' '));
  const statementShortened = [...title.replace(/\s+/gu, ' ').trim()].length > STATEMENT_LIMIT;
  const tags = ['category', 'subcategory']
    .map((name) => entry.textOrNull(name)?.trim() ?? '')
    .filter(Boolean);
  return {
    id: entry.wholeNumber('id'),
    createdAt: entry.moment('created'),
    author: entry.textOrNull('author'),
    authorIsOrganisation: entry.flag('author_is_org'),
    official: entry.flag('official'),
    source: entry.textOrNull('source'),
    scope: entry.textOrNull('scope'),
    district: entry.textOrNull('district'),
    tags: [...new Set(tags)],
    status: entry.textOrNull('status'),
    statement: shortened(title),
    argument: statementShortened ? [fullTitle, summary].filter(Boolean).join('\n\n') : summary,
    statementShortened,
    votes: entry.wholeNumberOrNull('votes') ?? 0,
  };
}
