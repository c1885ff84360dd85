import { sayNewcomer, ukDay } from '@clarion/deliberation';
import { Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type { Viewer } from '../accounts/viewer.js';
import * as writers from '../contributions/writer.queries.js';
import { isModerator } from './reading.js';

@Resolver('Viewer')
export class WriterResolver {
  @ResolveField()
  async newcomerLimits(@Parent() { id }: Viewer, @Ctx() { db, now }: Context) {
    const on = ukDay(now);
    return sayNewcomer(await writers.read(db, id, on, now), on);
  }

  @ResolveField()
  isModerator(@Parent() viewer: Viewer, @Ctx() { now }: Context) {
    return isModerator(viewer, now);
  }
}
