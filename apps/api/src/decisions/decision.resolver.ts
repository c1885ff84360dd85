import { countsHidden, overdueBy, refuseVerdict, verdictTotals } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import type {
  MutationAnswerVerdictArgs,
  MutationCompleteNextStopArgs,
  MutationDecideArgs,
} from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { loadOwn } from '../voting/pseudonym.js';
import * as decisions from './decision.queries.js';
import { completeNextStop, decide } from './decision.service.js';
import * as verdicts from './verdict.queries.js';
import { answerVerdict } from './verdict.service.js';

const verdictsOf = (context: Context, decision: decisions.DecisionRow) =>
  loadOwn(context, 'verdicts', decision, (asked) => verdicts.verdicts(context.db, asked));

@Resolver('Decision')
export class DecisionResolver {
  @Mutation()
  decide(@Args() { input }: MutationDecideArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => decide(acting, input));
  }

  @Mutation()
  completeNextStop(@Args() args: MutationCompleteNextStopArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => completeNextStop(acting, args));
  }

  @Mutation()
  answerVerdict(@Args() args: MutationAnswerVerdictArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => answerVerdict(acting, args));
  }

  @ResolveField()
  proposal(@Parent() decision: decisions.DecisionRow, @Ctx() context: Context) {
    return proposalById(context, decision.proposalId);
  }

  @ResolveField()
  mergedInto(@Parent() decision: decisions.DecisionRow, @Ctx() context: Context) {
    return proposalById(context, decision.mergedIntoId);
  }

  @ResolveField()
  nextStop(@Parent() decision: decisions.DecisionRow, @Ctx() { now }: Context) {
    const { nextStopName: name, dueOn, doneNote } = decision;
    // A decision that came inside another row's JSON has its moments as text.
    const doneAt = decision.doneAt && new Date(decision.doneAt);
    return { name, dueOn, doneAt, doneNote, overdueDays: overdueBy(dueOn, now, doneAt) };
  }

  /** From ten on, and not while they would tell counts that are hidden from the viewer. */
  @ResolveField()
  async verdicts(@Parent() decision: decisions.DecisionRow, @Ctx() context: Context) {
    const row = await verdictsOf(context, decision);
    if (!row) return null;
    const view = { phase: row.phase, rules: row, isReviewer: false };
    if (countsHidden(view, row.choice !== null)) return null;
    return verdictTotals({ yes: row.yes, partly: row.partly, no: row.no }, row.backers);
  }

  @ResolveField()
  async myVerdict(@Parent() decision: decisions.DecisionRow, @Ctx() context: Context) {
    return (await verdictsOf(context, decision))?.mine ?? null;
  }

  @ResolveField()
  async mayAnswer(@Parent() decision: decisions.DecisionRow, @Ctx() context: Context) {
    const row = context.viewer && (await verdictsOf(context, decision));
    if (!row) return false;
    const refused = refuseVerdict({
      phase: row.phase,
      isSignedIn: true,
      agreed: row.choice === 'agree',
      isReplaced: decision.isSuperseded,
    });
    return refused === null;
  }
}

/** A proposal whose statement may have brought its answers. */
interface Answered {
  id: string;
  decisions?: decisions.DecisionRow[];
}

@Resolver('Proposal')
export class ProposalDecisionsResolver {
  @ResolveField('decisions')
  async of(@Parent() proposal: Answered, @Ctx() context: Context) {
    if (proposal.decisions) return proposal.decisions;
    const found = await load(context, 'decisions of proposals', proposal.id, (ids) =>
      decisions.ofProposals(context.db, ids),
    );
    return found ?? [];
  }
}
