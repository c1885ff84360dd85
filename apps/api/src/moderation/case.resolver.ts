import {
  isNewcomer,
  isReversible,
  mayModerate,
  overdueBy,
  REASON_LABELS,
  refuseAppealAnswer,
  refuseModerator,
  ukDay,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import { consultationById } from '../consultations/consultation.resolver.js';
import * as comments from '../contributions/comment.queries.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import { itemById } from '../drafts/source-item.resolver.js';
import type { ModerationAppealsArgs, ModerationQueueArgs } from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import * as appeals from './appeal.queries.js';
import * as cases from './case.queries.js';
import { moderatorOf } from './moderating.js';
import * as acts from './moderation-act.queries.js';
import { actById, bodiesOf, sealFor, thingById, wordsOf } from './reading.js';

const DAY_MS = 86_400_000;

/** A thing as the rules ask the viewer about it; null for a visitor or a thing that is gone. */
async function asked({ viewer, ...context }: Context, id: string) {
  const thing = viewer && (await thingById({ viewer, ...context }, id));
  return viewer && thing ? { thing, ...moderatorOf(viewer, thing, context.now) } : null;
}

@Resolver('Moderation')
export class ModerationDeskResolver {
  @Query()
  moderation(@Ctx() { viewer, now }: Context) {
    const bodyIds = bodiesOf(viewer, now);
    return bodyIds === undefined ? null : { bodyIds };
  }

  @ResolveField()
  async queue(
    @Parent() { bodyIds }: { bodyIds: string[] | null },
    @Args() args: ModerationQueueArgs,
    @Ctx() { db, now }: Context,
  ) {
    const size = pageSize(args.first, 10);
    const read = (first: number, after: ReturnType<typeof keysOf>) =>
      cases.page(db, bodyIds, now, first, after);
    const { rows, total } = await withTotal(read, size, keysOf(args.after, 4));
    return pageOf(rows, size, total, cases.caseKeys);
  }

  @ResolveField()
  async appeals(
    @Parent() { bodyIds }: { bodyIds: string[] | null },
    @Args() args: ModerationAppealsArgs,
    @Ctx() { db }: Context,
  ) {
    const size = pageSize(args.first);
    const read = (first: number, after: ReturnType<typeof keysOf>) =>
      appeals.waiting(db, bodyIds, first, after);
    const { rows, total } = await withTotal(read, size, keysOf(args.after, 2));
    return pageOf(rows, size, total, (row) => [row.sortKey, row.id]);
  }

  @ResolveField()
  lately(@Ctx() { db, viewer, now }: Context) {
    return viewer ? acts.lately(db, viewer.id, new Date(now.getTime() - DAY_MS)) : [];
  }
}

@Resolver('ModerationCase')
export class ModerationCaseResolver {
  @ResolveField()
  contribution(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    return itemById(context, id);
  }

  @ResolveField()
  async words(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    return (await wordsOf(context, id)) ?? [];
  }

  @ResolveField()
  consultation(@Parent() { consultationId }: cases.CaseRow, @Ctx() context: Context) {
    return consultationById(context, consultationId);
  }

  @ResolveField()
  proposal(@Parent() { proposalId }: cases.CaseRow, @Ctx() context: Context) {
    return proposalById(context, proposalId);
  }

  @ResolveField()
  parent(@Parent() { parentId }: cases.CaseRow, @Ctx() context: Context) {
    return parentId && itemById(context, parentId);
  }

  @ResolveField()
  async replies(@Parent() { id, kind }: cases.CaseRow, @Ctx() context: Context) {
    if (kind !== 'comment') return [];
    const replies = await load(context, 'replies in the queue', id, (ids) =>
      comments.firstReplies(context.db, ids, context.viewer?.id ?? null),
    );
    return replies ?? [];
  }

  @ResolveField()
  reports(@Parent() { reports }: cases.CaseRow) {
    return reports.map((each) => ({
      ...each,
      at: new Date(each.at),
      reasonLabel: REASON_LABELS[each.reason],
    }));
  }

  @ResolveField()
  author(@Parent() { author }: cases.CaseRow, @Ctx() { now }: Context) {
    const { joinedOn, suspendedUntil } = author;
    return {
      ...author,
      isNew: joinedOn !== null && isNewcomer({ ...author, joinedOn }, ukDay(now)),
      suspendedUntil: suspendedUntil && new Date(suspendedUntil),
    };
  }

  @ResolveField()
  async earlier(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    const earlier = await load(context, 'acts on things', id, (ids) =>
      acts.ofThings(context.db, ids),
    );
    return earlier ?? [];
  }

  @ResolveField()
  async viewerMay(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    const ask = await asked(context, id);
    return ask ? mayModerate(ask) : [];
  }

  @ResolveField()
  async whyNot(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    const ask = await asked(context, id);
    return ask && (refuseModerator(ask)?.message ?? null);
  }

  @ResolveField()
  async viewerMaySuspend(@Parent() { id }: cases.CaseRow, @Ctx() context: Context) {
    const ask = await asked(context, id);
    return ask !== null && ask.thing.authorId !== null && refuseModerator(ask, 'suspend') === null;
  }
}

@Resolver('Appeal')
export class AppealResolver {
  @ResolveField()
  act(@Parent() { actId }: appeals.WaitingAppeal, @Ctx() context: Context) {
    return actById(context, actId);
  }

  @ResolveField()
  overdueDays(@Parent() { dueOn }: appeals.WaitingAppeal, @Ctx() { now }: Context) {
    return overdueBy(dueOn, now, null);
  }

  @ResolveField()
  async about(@Parent() { aboutId }: appeals.WaitingAppeal, @Ctx() context: Context) {
    return (await wordsOf(context, aboutId)) ?? [];
  }

  @ResolveField()
  seal(@Parent() { aboutId }: appeals.WaitingAppeal, @Ctx() context: Context) {
    return sealFor(context, aboutId);
  }

  @ResolveField()
  async whyNot(@Parent() { aboutId, actId }: appeals.WaitingAppeal, @Ctx() context: Context) {
    const ask = await asked(context, aboutId);
    const act = await actById(context, actId);
    if (!ask || !act || !isReversible(act.act)) return null;
    const refused = refuseAppealAnswer({
      ...ask,
      act: act.act,
      isOwnAct: act.by.id === context.viewer?.id,
      isAnswered: false,
      answer: 'We looked again.',
    });
    return refused?.message ?? null;
  }
}
