import { maskedEmail, refuseAdministering, refuseSecond, ukDay } from '@clarion/deliberation';
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
import type {
  MutationApproveContactChangesArgs,
  MutationChangeContactOfMemberArgs,
  MutationRefuseContactChangesArgs,
} from '../graphql/generated.js';
import { memberById } from '../roll/member.resolver.js';
import { changeContactOfMember, decideWaiting } from './staff-contact.service.js';
import * as waiting from './waiting-changes.queries.js';

const MOST_SHOWN = 50;

@Resolver('WaitingContacts')
export class WaitingChangesResolver {
  @Query()
  pendingContactChanges(@Ctx() { db, viewer, now }: Context) {
    return refuseAdministering(viewer?.offices ?? null, ukDay(now)) ? [] : waiting.all(db);
  }

  @ResolveField()
  askedBy(@Parent() { actorId }: waiting.WaitingRow, @Ctx() context: Context) {
    return memberById(context, actorId);
  }

  @ResolveField()
  mayDecide(@Parent() { actorId }: waiting.WaitingRow, @Ctx() { viewer }: Context) {
    return viewer !== null && refuseSecond({ askedById: actorId, deciderId: viewer.id }) === null;
  }

  @ResolveField()
  async changes(@Parent() { id }: waiting.WaitingRow, @Ctx() { db }: Context) {
    const found = await waiting.firstOf(db, id, MOST_SHOWN);
    return found.map((change) => ({
      id: change.id,
      memberId: change.memberId,
      maskedOld: change.oldEmail && maskedEmail(change.oldEmail),
      maskedNew: change.newEmail && maskedEmail(change.newEmail),
    }));
  }

  @Mutation()
  changeContactOfMember(
    @Args() { id, membershipNumber: number, email }: MutationChangeContactOfMemberArgs,
    @Ctx() context: Context,
  ) {
    return actAs(context, (acting) => changeContactOfMember(acting, { id, number, email }));
  }

  @Mutation()
  approveContactChanges(
    @Args() { batchId }: MutationApproveContactChangesArgs,
    @Ctx() context: Context,
  ) {
    return actAs(context, (acting) => decideWaiting(acting, { batchId, approve: true }));
  }

  @Mutation()
  refuseContactChanges(
    @Args() { batchId }: MutationRefuseContactChangesArgs,
    @Ctx() context: Context,
  ) {
    return actAs(context, (acting) => decideWaiting(acting, { batchId, approve: false }));
  }
}

@Resolver('WaitingContact')
export class WaitingChangeResolver {
  @ResolveField()
  member(@Parent() { memberId }: { memberId: string }, @Ctx() context: Context) {
    return memberById(context, memberId);
  }
}
