import { mayWithProposal, ukDay } from '@clarion/deliberation';
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
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { consultationById, placeOf } from '../consultations/consultation.resolver.js';
import type {
  ConsultationProposalsArgs,
  MutationEditProposalArgs,
  MutationProposeArgs,
  MutationWithdrawProposalArgs,
  QueryProposalArgs,
} from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import * as proposals from './proposal.queries.js';
import { editProposal, propose, withdrawProposal } from './proposal.service.js';

/** A proposal by id, loaded together with the others of the page. */
export const proposalById = (context: Context, id: string | null) =>
  id === null ? null : load(context, 'proposals', id, (ids) => proposals.byIds(context.db, ids));

/** What waits to be read before it is published is seen by its author alone. */
export const mayReadContribution = (
  { viewer }: Context,
  { status, authorId }: Pick<proposals.ProposalRow, 'status' | 'authorId'>,
): boolean => status !== 'waiting' || (viewer !== null && authorId === viewer.id);

@Resolver('Proposal')
export class ProposalResolver {
  @Query()
  async proposal(@Args() { id }: QueryProposalArgs, @Ctx() context: Context) {
    const proposal = await proposalById(context, id);
    return proposal && mayReadContribution(context, proposal) ? proposal : null;
  }

  @Mutation()
  propose(@Args() { input }: MutationProposeArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => propose(acting, input));
  }

  @Mutation()
  editProposal(@Args() { input }: MutationEditProposalArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => editProposal(acting, input));
  }

  @Mutation()
  withdrawProposal(@Args() input: MutationWithdrawProposalArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => withdrawProposal(acting, input));
  }

  @ResolveField()
  consultation(@Parent() proposal: proposals.ProposalRow, @Ctx() context: Context) {
    return consultationById(context, proposal.consultationId);
  }

  @ResolveField()
  mergedInto(@Parent() proposal: proposals.ProposalRow, @Ctx() context: Context) {
    return proposalById(context, proposal.mergedIntoId);
  }

  @ResolveField()
  async versions(@Parent() proposal: proposals.ProposalRow, @Ctx() context: Context) {
    const found = await load(context, 'proposal versions', proposal.id, (ids) =>
      proposals.versions(context.db, ids),
    );
    return found ?? [];
  }

  @ResolveField()
  isMine(@Parent() proposal: proposals.ProposalRow, @Ctx() { viewer }: Context) {
    return viewer !== null && proposal.authorId === viewer.id;
  }

  @ResolveField()
  async viewerMay(@Parent() proposal: proposals.ProposalRow, @Ctx() context: Context) {
    const consultation = await consultationById(context, proposal.consultationId);
    if (!consultation) return [];
    const isMine = proposal.authorId !== null && proposal.authorId === context.viewer?.id;
    return mayWithProposal(
      context.viewer,
      placeOf(consultation),
      { status: proposal.status, isMine, isLocked: proposal.isLocked },
      ukDay(context.now),
      context.now,
    );
  }
}

/** A consultation's row, which may have brought its counts along. */
type Counted = ConsultationRow & { counts?: Omit<proposals.Counts, 'id'> };

@Resolver('Consultation')
export class ConsultationProposalsResolver {
  @ResolveField('proposals')
  async proposals(
    @Parent() consultation: ConsultationRow,
    @Args() args: ConsultationProposalsArgs,
    @Ctx() { db }: Context,
  ) {
    const size = pageSize(args.first);
    const filter: proposals.ProposalFilter = {
      consultationId: consultation.id,
      commissionId: args.commissionId ?? null,
      text: args.text?.trim() || null,
    };
    const read = (first: number, after: ReturnType<typeof keysOf>) =>
      proposals.page(db, filter, args.sort ?? 'active', first, after);
    const { rows, total } = await withTotal(read, size, keysOf(args.after, 2));
    return pageOf(rows, size, total, (row) => [row.sortKey, row.id]);
  }

  @ResolveField()
  async proposalCount(@Parent() consultation: Counted, @Ctx() context: Context) {
    return (await countsOf(context, consultation))?.proposals ?? 0;
  }

  @ResolveField()
  async commentCount(@Parent() consultation: Counted, @Ctx() context: Context) {
    return (await countsOf(context, consultation))?.comments ?? 0;
  }
}

const countsOf = (context: Context, { id, counts }: Counted) =>
  counts ?? load(context, 'contribution counts', id, (ids) => proposals.counts(context.db, ids));
