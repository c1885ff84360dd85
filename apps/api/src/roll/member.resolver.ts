import { Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { bodyById } from '../bodies/body.resolver.js';
import type { RequestContext } from '../graphql/context.js';
import { load } from '../graphql/loader.js';
import * as members from './member.queries.js';

/** A member by id, loaded together with the others of the page. */
export const memberById = (context: RequestContext, id: string | null) =>
  id === null ? null : load(context, 'members', id, (ids) => members.byIds(context.db, ids));

@Resolver('Member')
export class MemberResolver {
  @ResolveField()
  clp(@Parent() member: members.MemberRow, @Ctx() context: RequestContext) {
    return bodyById(context, member.clpId);
  }
}
