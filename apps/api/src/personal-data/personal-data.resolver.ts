import { refusal } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { actForOneself } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import { viewerAnew } from '../accounts/entering.js';
import type { Viewer } from '../accounts/viewer.js';
import type { MutationChangeDisplayNameArgs, MutationEraseMeArgs } from '../graphql/generated.js';
import { rememberErased } from '../roll/erased.js';
import { rollNameOf } from '../roll/member.queries.js';
import { eraseMe } from './erasure.service.js';
import { changeDisplayName } from './name.service.js';

@Resolver()
export class PersonalDataResolver {
  @Mutation()
  async changeDisplayName(@Args() args: MutationChangeDisplayNameArgs, @Ctx() context: Context) {
    const refused = await actForOneself(context, (acting) => changeDisplayName(acting, args));
    return refused ?? viewerAnew(context);
  }

  @Mutation()
  async eraseMe(@Args() args: MutationEraseMeArgs, @Ctx() context: Context) {
    const { viewer, now: at, keys } = context;
    if (!viewer) return refusal('not_signed_in');
    // Not held by the session that it ends: sent twice at once, each would wait for the other.
    const refused = await context.act((tx) => eraseMe({ tx, viewer, at, keys }, args));
    if (refused) return refused;
    await rememberErased(context.db, context.keys);
    context.setSession(null);
    return { __typename: 'Erased', isDone: true };
  }
}

@Resolver('Viewer')
export class OwnNameResolver {
  @ResolveField()
  rollName(@Parent() { id }: Viewer, @Ctx() { db }: Context) {
    return rollNameOf(db, id);
  }
}
