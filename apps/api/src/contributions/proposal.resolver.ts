import { mayWithProposal, ukDay } from '@clarion/deliberation';
import { Inject } from '@nestjs/common';
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
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import {
  consultationById,
  consultationKnown,
  placeOf,
} from '../consultations/consultation.resolver.js';
import { askedFor, BRINGS, type Brings, columnsFor } from '../graphql/bring.js';
import type {
  ConsultationProposalsArgs,
  MutationEditProposalArgs,
  MutationProposeArgs,
  MutationWithdrawProposalArgs,
  QueryProposalArgs,
} from '../graphql/generated.js';
import { known, load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import * as proposals from './proposal.queries.js';
import { editProposal, propose, withdrawProposal } from './proposal.service.js';
import { withColumns } from './proposal-page.queries.js';

const byIdsIn =
  ({ db }: Context) =>
  (ids: readonly string[]) =>
    proposals.byIds(db, ids);

/** A proposal by id, loaded together with the others of the page. */
export const proposalById = (context: Context, id: string | null) =>
  id === null ? null : load(context, 'proposals', id, byIdsIn(context));

/** Tells of one that another statement found, so that it is not asked for again. */
export const proposalKnown = (context: Context, row: proposals.ProposalRow): void =>
  known(context, 'proposals', row.id, byIdsIn(context), row);

/** The same with what its page shows of others, where the document asks for it. */
async function proposalWith(
  context: Context,
  id: string,
  brings: Brings,
  info: GraphQLResolveInfo,
) {
  const ofConsultation = brings.consultation.filter(({ isOwn }) => !isOwn);
  const columns = {
    proposal: columnsFor(brings.proposal, askedFor(info)),
    consultation: columnsFor(ofConsultation, askedFor(info, 'consultation')),
  };
  const name = `proposals${columns.proposal}${columns.consultation}`;
  const found = await load(context, name, id, (ids) => withColumns(context.db, ids, columns));
  if (!found) return null;
  proposalKnown(context, found);
  consultationKnown(context, consultations.fromJson(found.liesIn));
  return found;
}

/** What waits to be read before it is published is seen by its author alone. */
export const mayReadContribution = (
  { viewer }: Context,
  { status, authorId }: Pick<proposals.ProposalRow, 'status' | 'authorId'>,
): boolean => status !== 'waiting' || (viewer !== null && authorId === viewer.id);

/** A proposal whose row may have brought its versions. */
type WithVersions = proposals.ProposalRow & { versions?: proposals.ProposalVersionRow[] };

@Resolver('Proposal')
export class ProposalResolver {
  constructor(@Inject(BRINGS) private readonly brings: Brings) {}

  @Query()
  async proposal(
    @Args() { id }: QueryProposalArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const proposal = await proposalWith(context, id, this.brings, info);
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
  async versions(@Parent() proposal: WithVersions, @Ctx() context: Context) {
    if (proposal.versions) return proposal.versions;
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
