import { membershipNumber, refuseAdministering, ukDay } from '@clarion/deliberation';
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
  MutationAppointOfficerArgs,
  MutationEndOfficeArgs,
  QueryMemberByNumberArgs,
} from '../graphql/generated.js';
import * as offices from '../offices/office.queries.js';
import * as members from '../roll/member.queries.js';
import { appointOfficer, endOffice } from './officer.service.js';

@Resolver('FoundMember')
export class OfficerResolver {
  @Query()
  memberByNumber(@Args() args: QueryMemberByNumberArgs, @Ctx() { db, viewer, now }: Context) {
    const number = membershipNumber(args.membershipNumber);
    const refused = refuseAdministering(viewer?.offices ?? null, ukDay(now));
    return refused || !number ? null : members.byNumber(db, number);
  }

  @ResolveField()
  member(@Parent() found: members.FoundMember) {
    return found;
  }

  @ResolveField()
  offices(@Parent() { id }: members.FoundMember, @Ctx() { db, now }: Context) {
    return offices.presentAndComing(db, id, now);
  }

  @Mutation()
  appointOfficer(@Args() { input }: MutationAppointOfficerArgs, @Ctx() context: Context) {
    return actAs(context, (acting) =>
      appointOfficer(acting, { ...input, until: input.until ?? null }),
    );
  }

  @Mutation()
  endOffice(@Args() { officeId, until }: MutationEndOfficeArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => endOffice(acting, { officeId, until: until ?? null }));
  }
}
