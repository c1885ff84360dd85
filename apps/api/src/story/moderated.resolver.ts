import { Context as Ctx, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import * as acts from '../moderation/moderation-act.queries.js';
import * as reports from '../moderation/report.queries.js';

@Resolver('Mine')
export class ModeratedMineResolver {
  @ResolveField()
  reports(@Ctx() { db, viewer }: Context) {
    return viewer ? reports.sentBy(db, viewer.id) : [];
  }

  @ResolveField()
  moderated(@Ctx() { db, viewer }: Context) {
    return viewer ? acts.toMember(db, viewer.id) : [];
  }
}
