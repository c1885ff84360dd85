import { Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import { pseudonymOf } from '../accounts/pseudonym.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import { bestComments } from '../contributions/comment.resolver.js';
import { proposalById } from '../contributions/proposal.resolver.js';
import { loadOwn } from '../voting/pseudonym.js';
import * as opinions from './opinion.queries.js';
import { opinionView, type StatementView } from './opinion-view.js';

@Resolver('Consultation')
export class OpinionResolver {
  @ResolveField()
  async opinion(@Parent() { id }: ConsultationRow, @Ctx() context: Context) {
    const { db, viewer, now } = context;
    const row = await loadOwn(context, 'opinions', { id, consultationId: id }, (asked) =>
      opinions.read(db, asked, viewer?.id ?? null),
    );
    if (!row) throw new Error(`consultation ${id} vanished while it was read`);
    return opinionView(row, pseudonymOf(context, id) !== null, now);
  }
}

@Resolver('OpinionStatement')
export class OpinionStatementResolver {
  @ResolveField()
  proposal(@Parent() { proposalId }: StatementView, @Ctx() context: Context) {
    return proposalById(context, proposalId);
  }
}

/** A dividing statement, with what the other side would say. */
interface Dividing {
  statement: StatementView;
}

@Resolver('DividingStatement')
export class DividingStatementResolver {
  @ResolveField()
  async bestFor(@Parent() { statement }: Dividing, @Ctx() context: Context) {
    return (await bestComments(context, statement.proposalId)).for;
  }

  @ResolveField()
  async bestAgainst(@Parent() { statement }: Dividing, @Ctx() context: Context) {
    return (await bestComments(context, statement.proposalId)).against;
  }
}
