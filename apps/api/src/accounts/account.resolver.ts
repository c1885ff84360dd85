import { INTERESTS, refusal } from '@clarion/deliberation';
import {
  Args,
  Context as Ctx,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type {
  MutationSignInAsDemoPersonArgs,
  MutationUpdateInterestsArgs,
} from '../graphql/generated.js';
import * as members from '../roll/member.queries.js';
import * as accounts from './account.queries.js';
import type { Context } from './context.js';
import { signInAs, viewerAnew } from './entering.js';
import { end } from './session.service.js';
import type { Viewer } from './viewer.js';

const MOST_SKILLS = 20;

@Resolver()
export class AccountResolver {
  @Query()
  viewer(@Ctx() context: Context) {
    return context.viewer;
  }

  @Query()
  async demo(@Ctx() context: Context) {
    return context.isDemo ? { people: await accounts.demoPeople(context.db) } : null;
  }

  @Query()
  interests() {
    return INTERESTS;
  }

  @Mutation()
  async signInAsDemoPerson(
    @Args() { memberId }: MutationSignInAsDemoPersonArgs,
    @Ctx() context: Context,
  ) {
    if (!context.isDemo || !(await accounts.isDemoPerson(context.db, memberId))) {
      return refusal('not_found', { what: 'demo_person' });
    }
    return signInAs(context, memberId, { by: 'demo' });
  }

  @Mutation()
  async signOut(@Ctx() context: Context) {
    const token = context.sessionToken;
    if (token) await context.act((tx) => end(tx, token));
    context.setSession(null);
    return true;
  }

  @Mutation()
  async updateInterests(
    @Args() { interests, skills }: MutationUpdateInterestsArgs,
    @Ctx() context: Context,
  ) {
    const { viewer } = context;
    if (!viewer) return refusal('not_signed_in');
    const known = new Set<string>(INTERESTS.map((interest) => interest.key));
    if (!interests.every((key) => known.has(key)))
      return refusal('not_found', { what: 'interest' });
    const cleaned = skills.map((skill) => skill.trim().slice(0, 60)).filter(Boolean);
    await context.act((tx) =>
      members.setInterests(tx, viewer.id, [...new Set(interests)], cleaned.slice(0, MOST_SKILLS)),
    );
    return viewerAnew(context);
  }
}

@Resolver('Viewer')
export class ViewerResolver {
  @ResolveField()
  member(@Parent() viewer: Viewer) {
    return { id: viewer.id, displayName: viewer.displayName, clpId: viewer.clpId };
  }

  @ResolveField()
  offices(@Parent() viewer: Viewer) {
    return viewer.offices.map((office) => ({ ...office, memberId: viewer.id }));
  }

  @ResolveField()
  officesWaiting(@Parent() viewer: Viewer) {
    return viewer.officesWaiting.map((office) => ({ ...office, memberId: viewer.id }));
  }

  @ResolveField()
  isRepresentative(@Parent() viewer: Viewer) {
    return viewer.offices.some((held) => held.bodyKind === 'national_policy_forum');
  }
}
