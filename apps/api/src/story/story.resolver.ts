import {
  account,
  accountTogether,
  inBrief,
  type StoryLink,
  type StoryStep,
  sayDay,
  tellStory,
  ukDay,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import * as contactCounts from '../contacts/contact-count.queries.js';
import { itemById } from '../drafts/source-item.resolver.js';
import type { QueryPublicCountArgs, QueryStoryArgs } from '../graphql/generated.js';
import { ForumCount } from './forum-count.js';
import * as publicCounts from './public-count.queries.js';
import * as stories from './story.queries.js';
import { actsOf, promisesOf } from './story-acts.js';

/** What kinds are called in words and in the contract. */
export const KIND_NAMES = { proposal: 'Proposal', comment: 'Comment', evidence: 'Evidence' };

/** The page a step leads to. */
function pathOf(
  row: stories.ContributionRow,
  link: StoryLink,
  values: StoryStep['values'],
): string {
  switch (link.kind) {
    case 'proposal':
      return `/proposals/${link.id}`;
    case 'comment':
      return `/proposals/${row.proposalId}?comment=${link.id}`;
    case 'evidence':
    case 'consultation':
      return `/consultations/${row.consultationId}`;
    case 'round':
      return `/consultations/${link.id}/ranking?round=${values['round'] ?? ''}`;
    case 'draft': {
      const anchor = link.paragraph ? `#${link.paragraph}` : '';
      return `/drafts/${link.id}?version=${link.version ?? 1}${anchor}`;
    }
  }
}

/** The steps of a story, as whoever asks is told it. */
export function stepsOf(row: stories.ContributionRow, context: Context): StoryStep[] {
  return tellStory({
    acts: actsOf(row),
    promises: promisesOf(row),
    now: context.now,
    isAuthor: row.authorId !== null && row.authorId === context.viewer?.id,
  });
}

function asShown(row: stories.ContributionRow, step: StoryStep) {
  const { tally } = step;
  return {
    ...step,
    link: step.link && pathOf(row, step.link, step.values),
    tally: tally && { ...tally, votes: tally.agree + tally.disagree + tally.pass },
  };
}

function bylineOf(row: stories.ContributionRow): string {
  const who = row.clpName ? `${row.authorName}, ${row.clpName}` : row.authorName;
  const forBody = row.bodyName ? ` for ${row.bodyName}` : '';
  const day = sayDay(ukDay(row.createdAt));
  return `${KIND_NAMES[row.kind]} by ${who}${forBody}, sent on ${day} to “${row.consultationTitle}”.`;
}

@Resolver('Story')
export class StoryResolver {
  @Query()
  async story(@Args() { contributionId }: QueryStoryArgs, @Ctx() context: Context) {
    const row = await stories.one(context.db, contributionId);
    const isHidden = row?.status === 'waiting' && row.authorId !== context.viewer?.id;
    if (!row || isHidden) return null;
    return row;
  }

  @ResolveField()
  byline(@Parent() row: stories.ContributionRow) {
    return bylineOf(row);
  }

  @ResolveField()
  standing(@Parent() row: stories.ContributionRow, @Ctx() context: Context) {
    return inBrief(stepsOf(row, context)).standing;
  }

  @ResolveField()
  steps(@Parent() row: stories.ContributionRow, @Ctx() context: Context) {
    return stepsOf(row, context).map((step) => asShown(row, step));
  }

  @ResolveField()
  item(@Parent() { id }: { id: string }, @Ctx() context: Context) {
    return itemById(context, id);
  }

  @ResolveField()
  decision(@Parent() { decisionIds }: stories.ContributionRow, @Ctx() context: Context) {
    const [latest] = decisionIds;
    return latest ? itemById(context, latest) : null;
  }
}

@Resolver('PublicCount')
export class PublicCountResolver {
  constructor(private readonly ofForum: ForumCount) {}

  @Query()
  async publicCount(@Args() { consultationId }: QueryPublicCountArgs, @Ctx() context: Context) {
    const { db, now: countedAt } = context;
    const rows = await (consultationId
      ? publicCounts.counts(db, consultationId)
      : this.ofForum.of(context));
    const lines = rows.map(({ kind, received, byStatus }) => ({
      kind,
      ...account({
        received,
        published: byStatus['published'] ?? 0,
        merged: byStatus['merged'] ?? 0,
        withdrawn: byStatus['withdrawn'] ?? 0,
        notTakenForward: byStatus['not_taken_forward'] ?? 0,
        waiting: byStatus['waiting'] ?? 0,
        hidden: byStatus['hidden'] ?? 0,
      }),
    }));
    return { lines, total: { kind: null, ...accountTogether(lines) }, countedAt };
  }

  @ResolveField()
  addressChanges(@Ctx() { db, now }: Context) {
    return contactCounts.inMonth(db, now);
  }
}
