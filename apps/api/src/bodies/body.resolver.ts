import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/context.js';
import type { QueryBodiesArgs } from '../graphql/generated.js';
import { load } from '../graphql/loader.js';
import * as bodies from './body.queries.js';

/** A body by id, loaded together with the others of the page. */
export const bodyById = (context: RequestContext, id: string | null) =>
  id === null ? null : load(context, 'bodies', id, (ids) => bodies.byIds(context.db, ids));

@Resolver('Body')
export class BodyResolver {
  @Query('bodies')
  list(@Args() { kind, includePast }: QueryBodiesArgs, @Ctx() context: RequestContext) {
    return bodies.list(context.db, {
      kind: kind ?? null,
      standingOn: includePast ? null : context.now,
    });
  }

  @ResolveField()
  parent(@Parent() body: bodies.BodyRow, @Ctx() context: RequestContext) {
    return bodyById(context, body.parentId);
  }

  @ResolveField()
  async successors(@Parent() body: bodies.BodyRow, @Ctx() context: RequestContext) {
    const found = await load(context, 'body successors', body.id, (ids) =>
      bodies.successors(context.db, ids),
    );
    return found ?? [];
  }
}
