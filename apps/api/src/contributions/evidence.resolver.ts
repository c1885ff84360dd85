import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { consultationById } from '../consultations/consultation.resolver.js';
import type {
  MutationConsiderEvidenceArgs,
  MutationContestEvidenceArgs,
  MutationGiveEvidenceArgs,
  MutationWithdrawEvidenceArgs,
} from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import * as evidence from './evidence.queries.js';
import {
  considerEvidence,
  contestEvidence,
  giveEvidence,
  withdrawEvidence,
} from './evidence.service.js';
import type { ProposalRow } from './proposal.queries.js';
import { proposalById } from './proposal.resolver.js';

@Resolver('Evidence')
export class EvidenceResolver {
  @Mutation()
  giveEvidence(@Args() { input }: MutationGiveEvidenceArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => giveEvidence(acting, input));
  }

  @Mutation()
  contestEvidence(@Args() input: MutationContestEvidenceArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => contestEvidence(acting, input));
  }

  @Mutation()
  considerEvidence(@Args() input: MutationConsiderEvidenceArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => considerEvidence(acting, input));
  }

  @Mutation()
  withdrawEvidence(@Args() input: MutationWithdrawEvidenceArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => withdrawEvidence(acting, input));
  }

  @ResolveField()
  consultation(@Parent() row: evidence.EvidenceRow, @Ctx() context: Context) {
    return consultationById(context, row.consultationId);
  }

  @ResolveField()
  proposal(@Parent() row: evidence.EvidenceRow, @Ctx() context: Context) {
    return proposalById(context, row.proposalId);
  }
}

/** A proposal whose row may have brought what is known of it. */
type WithEvidence = ProposalRow & { evidence?: evidence.EvidenceRow[] };

@Resolver('Proposal')
export class ProposalEvidenceResolver {
  @ResolveField('evidence')
  async evidence(@Parent() proposal: WithEvidence, @Ctx() context: Context) {
    if (proposal.evidence) return proposal.evidence;
    const found = await load(context, 'evidence of proposals', proposal.id, (ids) =>
      evidence.ofProposals(context.db, ids),
    );
    return found ?? [];
  }

  @ResolveField()
  async evidenceCount(@Parent() proposal: ProposalRow, @Ctx() context: Context) {
    const found = await load(context, 'evidence counts', proposal.id, (ids) =>
      evidence.countsOfProposals(context.db, ids),
    );
    return found?.evidence ?? 0;
  }
}

/** A consultation's row, which may have brought along who gave evidence. */
type Given = ConsultationRow & { givers?: Omit<evidence.Givers, 'id'> };

@Resolver('Consultation')
export class ConsultationEvidenceResolver {
  @ResolveField('evidence')
  async evidence(@Parent() consultation: ConsultationRow, @Ctx() context: Context) {
    const found = await load(context, 'evidence of consultations', consultation.id, (ids) =>
      evidence.ofConsultations(context.db, ids),
    );
    return found ?? [];
  }

  @ResolveField()
  async evidenceCount(@Parent() consultation: Given, @Ctx() context: Context) {
    return (await giversOf(context, consultation))?.evidence ?? 0;
  }

  @ResolveField()
  async evidenceFrom(@Parent() consultation: Given, @Ctx() context: Context) {
    return (await giversOf(context, consultation))?.from ?? [];
  }
}

const giversOf = (context: Context, { id, givers }: Given) =>
  givers ?? load(context, 'evidence givers', id, (ids) => evidence.givers(context.db, ids));
