import { REASON_LABELS, sayToReporter } from '@clarion/deliberation';
import {
  Args,
  Context as Ctx,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { itemById } from '../drafts/source-item.resolver.js';
import type {
  MutationAnswerAppealArgs,
  MutationAppealArgs,
  MutationModerateArgs,
  MutationReadSealedArgs,
  MutationReportArgs,
  MutationReportUnlawfulArgs,
  MutationSuspendArgs,
  MutationUndoModerationArgs,
} from '../graphql/generated.js';
import { answerAppeal, appeal } from './appeal.service.js';
import { moderate, suspend } from './moderate.service.js';
import * as reports from './report.queries.js';
import { report, reportUnlawful } from './report.service.js';
import { undoModeration } from './reverse.service.js';
import { readSealed } from './seal.service.js';

@Resolver()
export class ModerationResolver {
  @Query()
  async reportCount(@Ctx() { db }: Context) {
    const { received, acted, kept, waiting } = await reports.counts(db);
    return { received, acted, kept, waiting, unaccounted: received - acted - kept - waiting };
  }

  @Mutation()
  report(@Args() { input }: MutationReportArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => report(acting, input));
  }

  @Mutation()
  reportUnlawful(@Args() { input }: MutationReportUnlawfulArgs, @Ctx() { act, now }: Context) {
    return act((tx) => reportUnlawful(tx, input, now));
  }

  @Mutation()
  moderate(@Args() { input }: MutationModerateArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => moderate(acting, input));
  }

  @Mutation()
  suspend(@Args() { input }: MutationSuspendArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => suspend(acting, input));
  }

  @Mutation()
  readSealed(@Args() { input }: MutationReadSealedArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => readSealed(acting, input));
  }

  @Mutation()
  undoModeration(@Args() { input }: MutationUndoModerationArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => undoModeration(acting, input));
  }

  @Mutation()
  appeal(@Args() args: MutationAppealArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => appeal(acting, args));
  }

  @Mutation()
  answerAppeal(@Args() { input }: MutationAnswerAppealArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => answerAppeal(acting, input));
  }
}

@Resolver('OwnReport')
export class OwnReportResolver {
  @ResolveField()
  contribution(@Parent() { aboutId }: reports.ReportRow, @Ctx() context: Context) {
    return itemById(context, aboutId);
  }

  @ResolveField()
  reasonLabel(@Parent() { reason }: reports.ReportRow) {
    return REASON_LABELS[reason];
  }

  @ResolveField()
  isOpen(@Parent() { closedAt }: reports.ReportRow) {
    return closedAt === null;
  }

  @ResolveField()
  outcome(@Parent() { closedBy, closedAt }: reports.ReportRow) {
    return sayToReporter(closedBy && closedAt ? { act: closedBy, at: closedAt } : null);
  }
}
