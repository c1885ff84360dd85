import { Inject } from '@nestjs/common';
import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type * as consultations from '../consultations/consultation.queries.js';
import type { ConsultationQueueArgs, QueryReviewingArgs } from '../graphql/generated.js';
import { pageOf, pageSize } from '../graphql/page.js';
import { Orders } from '../ranking/orders.js';
import { after } from '../ranking/ranking.resolver.js';
import { tallyOf, type VotedOn } from '../voting/ballot.resolver.js';
import { answersOn, isFinal } from './answers.js';
import * as bases from './answers.queries.js';
import { mayReview, type QueueItemRow, readQueue } from './queue.js';

type Listed = QueueItemRow & { place: number; consultation: consultations.ConsultationRow };

@Resolver('Consultation')
export class QueueResolver {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @Query()
  async reviewing(@Args() { commissionId }: QueryReviewingArgs, @Ctx() context: Context) {
    if (!context.viewer) return [];
    const found = await bases.waiting(context.db, commissionId ?? null);
    return found.filter((row) => mayReview(context, row));
  }

  @ResolveField()
  answers(@Parent() consultation: consultations.ConsultationRow, @Ctx() context: Context) {
    return answersOn(context, this.orders, consultation);
  }

  @ResolveField()
  async queue(
    @Parent() consultation: consultations.ConsultationRow,
    @Args() args: ConsultationQueueArgs,
    @Ctx() context: Context,
  ) {
    const size = pageSize(args.first, 50);
    if (!mayReview(context, consultation)) return null;
    const { items, answers } = await readQueue(context, this.orders, consultation, {
      filter: args.filter ?? 'all',
      sort: args.sort ?? 'rank',
      regionId: args.regionId,
    });
    const listed = items.map(
      (item, index): Listed => ({ ...item, place: index + 1, consultation }),
    );
    const keys = ({ place, row }: Listed) => [place, row.id] as const;
    const rest = after(listed, args.after, keys);
    return { ...pageOf(rest.slice(0, size + 1), size, listed.length, keys), answers };
  }
}

@Resolver('QueueItem')
export class QueueItemResolver {
  @ResolveField()
  proposal(@Parent() { row, consultation }: Listed): VotedOn {
    if (!isFinal(consultation.phase)) return row;
    const { countsHiddenUntilVoted } = consultation.rules;
    const unvoted = { choice: null, votedVersion: null };
    const ballot = { ...row, ...unvoted, phase: consultation.phase, countsHiddenUntilVoted };
    return { ...row, ballot };
  }

  @ResolveField()
  tally(@Parent() { row }: Listed) {
    return tallyOf(row);
  }

  @ResolveField()
  own(@Parent() { own }: Listed) {
    return own && { region: own.region, tally: own.tally && tallyOf(own.tally) };
  }

  @ResolveField()
  decision(@Parent() { row }: Listed) {
    return row.decision;
  }

  @ResolveField()
  usedIn(@Parent() { row }: Listed) {
    return row.usedIn;
  }
}
