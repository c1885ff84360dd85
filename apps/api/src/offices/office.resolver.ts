import { Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { bodyById } from '../bodies/body.resolver.js';
import type { RequestContext } from '../graphql/context.js';
import { load } from '../graphql/loader.js';
import type { MemberRow } from '../roll/member.queries.js';
import { memberById } from '../roll/member.resolver.js';
import * as offices from './office.queries.js';

@Resolver('Office')
export class OfficeResolver {
  @ResolveField()
  body(@Parent() office: offices.OfficeRow, @Ctx() context: RequestContext) {
    return bodyById(context, office.bodyId);
  }

  @ResolveField()
  member(@Parent() office: offices.OfficeRow, @Ctx() context: RequestContext) {
    return memberById(context, office.memberId);
  }
}

@Resolver('Member')
export class MemberOfficesResolver {
  @ResolveField('offices')
  async of(@Parent() member: MemberRow, @Ctx() context: RequestContext) {
    const held = await load(context, 'offices', member.id, (ids) =>
      offices.ofMembers(context.db, ids, context.now),
    );
    return held ?? [];
  }
}
