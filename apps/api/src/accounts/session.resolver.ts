import { refusal } from '@clarion/deliberation';
import { Args, Context as Ctx, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationEndSessionArgs } from '../graphql/generated.js';
import type { Context } from './context.js';
import * as sessions from './own-session.queries.js';
import type { Viewer } from './viewer.js';

@Resolver('Viewer')
export class SessionResolver {
  @ResolveField()
  async sessions(@Parent() viewer: Viewer, @Ctx() { db, now }: Context) {
    const own = await sessions.ofMember(db, viewer.id, now);
    return own.map((session) => ({ ...session, isThis: session.id === viewer.sessionId }));
  }

  @Mutation()
  async endSession(@Args() { id }: MutationEndSessionArgs, @Ctx() context: Context) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    const wasTheirs = await context.act((tx) => sessions.endOne(tx, viewer.id, id));
    if (!wasTheirs) return refusal('not_found', { what: 'session' });
    if (id === viewer.sessionId) context.setSession(null);
    return viewer;
  }

  @Mutation()
  async endOtherSessions(@Ctx() context: Context) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    await context.act((tx) => sessions.endAll(tx, viewer.id, viewer.sessionId));
    return viewer;
  }
}
