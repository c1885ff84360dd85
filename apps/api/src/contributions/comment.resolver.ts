import {
  Args,
  Context as Ctx,
  Info,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { actAs, actTogether } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { asksOnly, BY_ID } from '../graphql/bring.js';
import type {
  CommentRepliesArgs,
  MutationEditCommentArgs,
  MutationMarkGoodPointArgs,
  MutationSendCommentArgs,
  MutationWithdrawCommentArgs,
  ProposalThreadArgs,
  QueryCommentArgs,
} from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize } from '../graphql/page.js';
import * as comments from './comment.queries.js';
import { editComment, sendComment, withdrawComment } from './comment.service.js';
import { GoodPointsTogether } from './good-points-together.js';
import type { ProposalRow } from './proposal.queries.js';
import { mayReadContribution, proposalById } from './proposal.resolver.js';

const keyCount = (order: comments.ThreadOrder) => (order === 'best' ? 3 : 2);

async function pageOfThread(
  context: Context,
  place: comments.ThreadPlace,
  args: {
    first?: number | null;
    after?: string | null;
    order: comments.ThreadOrder;
    usual: number;
  },
  total: number,
) {
  const size = pageSize(args.first, args.usual);
  const after = keysOf(args.after, keyCount(args.order));
  const viewerId = context.viewer?.id ?? null;
  const rows = await comments.thread(context.db, place, args.order, size, after, viewerId);
  return pageOf(rows, size, total, (row) => comments.cursorKeys(args.order, row));
}

@Resolver('Comment')
export class CommentResolver {
  constructor(private readonly goodPoints: GoodPointsTogether) {}

  @Query()
  async comment(@Args() { id }: QueryCommentArgs, @Ctx() context: Context) {
    const way = await comments.withAncestors(context.db, id, context.viewer?.id ?? null);
    const comment = way.at(-1);
    if (comment?.id !== id) return null;
    const all = [...way, comment.under];
    const isHidden = !all.every((each) => mayReadContribution(context, each));
    return isHidden ? null : { comment, ancestors: way.slice(0, -1) };
  }

  @Mutation()
  sendComment(@Args() { input }: MutationSendCommentArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => sendComment(acting, input));
  }

  @Mutation()
  editComment(@Args() input: MutationEditCommentArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => editComment(acting, input));
  }

  @Mutation()
  withdrawComment(@Args() input: MutationWithdrawCommentArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => withdrawComment(acting, input));
  }

  @Mutation()
  markGoodPoint(@Args() input: MutationMarkGoodPointArgs, @Ctx() context: Context) {
    return actTogether(context, ({ viewer }) => this.goodPoints.mark(viewer, input));
  }

  @ResolveField()
  proposal(
    @Parent() { proposalId }: comments.CommentRow,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return asksOnly(info, BY_ID) ? { id: proposalId } : proposalById(context, proposalId);
  }

  @ResolveField()
  isMine(@Parent() comment: comments.CommentRow, @Ctx() { viewer }: Context) {
    return viewer !== null && comment.authorId === viewer.id;
  }

  @ResolveField()
  async isGoodPointByMe(@Parent() comment: comments.CommentRow, @Ctx() context: Context) {
    const { viewer, db, forAll } = context;
    if (!forAll) return comment.isGoodPointByMe;
    const found =
      viewer &&
      (await load(context, 'good points by me', comment.id, (ids) =>
        comments.goodPointsBy(db, viewer.id, ids),
      ));
    return found ?? false;
  }

  @ResolveField()
  replies(
    @Parent() comment: comments.CommentRow,
    @Args() args: CommentRepliesArgs,
    @Ctx() context: Context,
  ) {
    const order = args.sort ?? 'oldest';
    const along = comments.REPLIES_ALONG[0] ?? 0;
    const size = pageSize(args.first, 5);
    const cameAlong = comment.firstReplies;
    // The first replies came with the thread; a page beyond them is asked for on demand.
    if (cameAlong && !args.after && order === 'oldest') {
      const shown = Math.min(size, Math.max(cameAlong.length - 1, 0) || along);
      const isAll = cameAlong.length >= comment.replyCount;
      return pageOf(cameAlong, isAll ? size : shown, comment.replyCount, (row) =>
        comments.cursorKeys(order, row),
      );
    }
    return pageOfThread(
      context,
      { parentId: comment.id },
      { first: args.first, after: args.after, order, usual: 5 },
      comment.replyCount,
    );
  }

  @ResolveField()
  async earlier(@Parent() comment: comments.CommentRow, @Ctx() context: Context) {
    if (comment.editedAt === null) return [];
    const found = await load(context, 'comment versions', comment.id, (ids) =>
      comments.earlier(context.db, ids),
    );
    return found ?? [];
  }
}

/** The comment with the most good points on either side, loaded together with those of the page's other proposals. */
export async function bestComments(context: Context, proposalId: string) {
  const found = await load(context, 'best of both sides', proposalId, (ids) =>
    comments.best(context.db, ids, context.viewer?.id ?? null),
  );
  const side = (stance: string) => found?.find((row) => row.stance === stance) ?? null;
  return { for: side('for'), against: side('against') };
}

@Resolver('Proposal')
export class ProposalThreadResolver {
  @ResolveField()
  thread(
    @Parent() proposal: ProposalRow,
    @Args() args: ProposalThreadArgs,
    @Ctx() context: Context,
  ) {
    return pageOfThread(
      context,
      { proposalId: proposal.id },
      { first: args.first, after: args.after, order: args.sort ?? 'best', usual: 20 },
      proposal.commentCount,
    );
  }

  @ResolveField()
  bestOfBothSides(@Parent() { id }: ProposalRow, @Ctx() context: Context) {
    return bestComments(context, id);
  }
}
