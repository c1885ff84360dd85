import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import * as proposals from '../contributions/proposal.queries.js';
import type { RequestContext } from '../graphql/context.js';
import { BadInput } from '../graphql/errors.js';
import type {
  QuerySearchArgs,
  QuerySimilarProposalsArgs,
  SearchHit,
  SearchResult,
} from '../graphql/generated.js';
import { pageSize } from '../graphql/page.js';
import { excerptOf, mark, plainText, wordsIn } from './highlight.js';
import * as search from './search.queries.js';

const LONGEST = 200;
/** What is compared while somebody writes; a statement has 180 characters. */
const LONGEST_STATEMENT = 300;
const SHORTEST_STATEMENT = 8;
const MOST_CORRECTED = 8;

function linkOf(row: search.FoundRow): string {
  switch (row.kind) {
    case 'consultation':
      return `/consultations/${row.pageId}`;
    case 'proposal':
      return `/proposals/${row.pageId}`;
    case 'comment':
      return `/proposals/${row.pageId}?comment=${row.id}`;
    case 'evidence':
      return row.number === 'paper'
        ? `/consultations/${row.pageId}/evidence`
        : `/proposals/${row.pageId}`;
    case 'paragraph':
      return `/drafts/${row.pageId}#${row.number}`;
  }
}

async function hitsOf(db: EntityManager, found: search.Found): Promise<SearchHit[]> {
  const texts = found.hits.map((row) => ({ ...row, text: plainText(row.text) }));
  const words = new Set(texts.flatMap((row) => [...wordsIn(row.heading), ...wordsIn(row.text)]));
  if (words.size === 0) return [];
  const matches = await search.wordsOf(db, [...words], found.lexemes);
  return texts.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: mark(row.heading, matches),
    excerpt: excerptOf(row.text, matches),
    consultationTitle: row.consultationTitle,
    byline: row.byline,
    link: linkOf(row),
  }));
}

/** The same text with each word as it stands somewhere in a statement or title; null when nothing is near. */
async function corrected(db: EntityManager, text: string): Promise<string | null> {
  const words = wordsIn(text).slice(0, MOST_CORRECTED);
  const nearest = await search.nearestWords(db, words);
  if (nearest.size === 0) return null;
  const better = words.map((word) => nearest.get(word) ?? word).join(' ');
  return better.toLowerCase() === words.join(' ').toLowerCase() ? null : better;
}

@Resolver()
export class SearchResolver {
  @Query()
  async search(
    @Args() { text, kind, consultationId, first }: QuerySearchArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<SearchResult> {
    if (text.length > LONGEST) throw new BadInput(`Search for ${LONGEST} characters at most.`);
    const options = {
      kind: kind ?? null,
      consultationId: consultationId ?? null,
      first: pageSize(first),
    };
    let found = await search.find(db, text, options);
    let correctedTo: string | null = null;
    if (found.counts.length === 0 && found.lexemes.length > 0) {
      correctedTo = await corrected(db, text);
      if (correctedTo) found = await search.find(db, correctedTo, options);
      if (found.counts.length === 0) correctedTo = null;
    }
    return {
      hits: await hitsOf(db, found),
      counts: found.counts,
      isCapped: found.counts.some(({ count }) => count >= search.CAP),
      correctedTo,
    };
  }

  @Query()
  async similarProposals(
    @Args() { consultationId, text }: QuerySimilarProposalsArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<proposals.ProposalRow[]> {
    const words = text.trim().slice(0, LONGEST_STATEMENT);
    if (words.length < SHORTEST_STATEMENT) return [];
    const ids = await search.similar(db, consultationId, words);
    if (ids.length === 0) return [];
    const rows = await proposals.byIds(db, ids);
    return ids.flatMap((id) => rows.get(id) ?? []);
  }
}
