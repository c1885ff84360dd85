import {
  ACT_TITLES,
  appealUntil,
  isReversible,
  REASON_LABELS,
  REASON_SAYS,
  refuseAppeal,
  ukDay,
} from '@clarion/deliberation';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import { consultationById } from '../consultations/consultation.resolver.js';
import { itemById } from '../drafts/source-item.resolver.js';
import type { QueryModerationLogArgs } from '../graphql/generated.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import { isDoneTo } from './appeal.service.js';
import * as acts from './moderation-act.queries.js';
import { moderatesHere } from './reading.js';
import { toAuthor } from './tell-author.js';

type ActRow = acts.ActRow;

/** Whoever it was done to, and moderators there, read all of an act. */
const readsAll = async (context: Context, act: ActRow): Promise<boolean> =>
  (context.viewer !== null && isDoneTo(context.viewer.id, act)) ||
  moderatesHere(context, act.aboutId);

@Resolver('ModerationAct')
export class ModerationActResolver {
  @Query()
  async moderationLog(@Args() args: QueryModerationLogArgs, @Ctx() { db }: Context) {
    const size = pageSize(args.first);
    const read = (first: number, after: ReturnType<typeof keysOf>) =>
      acts.log(db, args.consultationId ?? null, first, after);
    const { rows, total } = await withTotal(read, size, keysOf(args.after, 2));
    return pageOf(rows, size, total, (row) => [row.sortKey, row.id]);
  }

  @ResolveField()
  title(@Parent() { act }: ActRow) {
    return ACT_TITLES[act];
  }

  @ResolveField()
  code(@Parent() { reason }: ActRow) {
    return reason;
  }

  @ResolveField()
  reasonLabel(@Parent() { reason }: ActRow) {
    return REASON_LABELS[reason];
  }

  @ResolveField()
  reasonSays(@Parent() { reason }: ActRow) {
    return REASON_SAYS[reason];
  }

  /** What led to a suspension would name whom it is about. */
  @ResolveField()
  async contribution(@Parent() act: ActRow, @Ctx() context: Context) {
    const isShown = act.suspendedId === null || (await readsAll(context, act));
    return isShown ? itemById(context, act.aboutId) : null;
  }

  @ResolveField()
  consultation(@Parent() { consultationId }: ActRow, @Ctx() context: Context) {
    return consultationById(context, consultationId);
  }

  @ResolveField()
  goesOnAt(@Parent() { toId, aboutKind, aboutId, isReversed }: ActRow) {
    if (!toId || isReversed) return null;
    return `/proposals/${toId}${aboutKind === 'comment' ? `?comment=${aboutId}` : ''}`;
  }

  @ResolveField()
  async appeal(@Parent() act: ActRow, @Ctx() context: Context) {
    const { appeal } = act;
    if (!appeal) return null;
    return (await readsAll(context, act)) ? appeal : { ...appeal, answer: null };
  }

  @ResolveField()
  async toAuthor(@Parent() act: ActRow, @Ctx() context: Context) {
    return (await readsAll(context, act)) ? toAuthor(act) : null;
  }

  @ResolveField()
  async by(@Parent() act: ActRow, @Ctx() context: Context) {
    return (await readsAll(context, act)) ? act.by : null;
  }

  @ResolveField()
  viewerMayAppeal(@Parent() act: ActRow, @Ctx() { viewer, now }: Context) {
    if (!viewer) return false;
    const refused = refuseAppeal({
      isMine: isDoneTo(viewer.id, act),
      hasAppealed: act.appeal !== null,
      act: act.act,
      stands: isReversible(act.act) && !act.isReversed,
      actAt: act.at,
      on: ukDay(now),
      words: 'I find it wrong.',
    });
    return refused === null;
  }

  @ResolveField()
  appealUntil(@Parent() { act, at }: ActRow) {
    return isReversible(act) ? appealUntil(at) : null;
  }
}
