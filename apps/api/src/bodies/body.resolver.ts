import { Args, Context as Ctx, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/context.js';
import type { QueryBodiesArgs } from '../graphql/generated.js';
import { gather, load } from '../graphql/loader.js';
import * as bodies from './body.queries.js';

/** A body by id, loaded together with the others of the page. */
export const bodyById = (context: RequestContext, id: string | null) =>
  id === null ? null : load(context, 'bodies', id, (ids) => bodies.byIds(context.db, ids));

@Resolver('Body')
export class BodyResolver {
  /** Some pages ask for several kinds: they are loaded together. */
  @Query('bodies')
  async list(@Args() { kind, includePast }: QueryBodiesArgs, @Ctx() context: RequestContext) {
    const standingOn = includePast ? null : context.now;
    if (!kind) return bodies.list(context.db, { kinds: null, standingOn });
    const name = `bodies of kinds${includePast ? ', past too' : ''}`;
    const found = await load(context, name, kind, async (kinds) =>
      gather(await bodies.list(context.db, { kinds, standingOn }), (body) => body.kind),
    );
    return found ?? [];
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
