import {
  type ContributionStatus,
  isSealed,
  type ModeratorMay,
  mayModerate,
} from '@clarion/deliberation';
import { Context as Ctx, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import * as proposals from '../contributions/proposal.queries.js';
import { load } from '../graphql/loader.js';
import { isDoneTo } from './appeal.service.js';
import { moderatorOf } from './moderating.js';
import * as acts from './moderation-act.queries.js';
import { isModerator, moderatesHere, sealFor, thingById, wordsOf } from './reading.js';

interface Sent {
  id: string;
  status: ContributionStatus;
  authorId?: string | null;
  officerId?: string;
}

/** What stands in the place of something hidden; asks the database only where something is. */
async function hiddenOf(context: Context, { id, status }: Sent) {
  if (status !== 'hidden') return null;
  const act = await load(context, 'acts that hide', id, (ids) =>
    acts.standing(context.db, ids, ['hide', 'move']),
  );
  return act && { act };
}

/** Whether a report could be sent at all; that it was sent already is told when it is sent again. */
function mayReport({ viewer }: Context, { status, authorId, officerId }: Sent): boolean {
  const isMine = viewer !== null && (authorId ?? officerId) === viewer.id;
  return !isMine && status !== 'hidden' && status !== 'waiting';
}

/** Asks the database only for those who moderate somewhere. */
async function mayModerateIt(context: Context, { id }: Sent): Promise<ModeratorMay[]> {
  const { viewer, now } = context;
  if (!viewer || !isModerator(viewer, now)) return [];
  const thing = await thingById(context, id);
  return thing ? mayModerate({ ...moderatorOf(viewer, thing, now), thing }) : [];
}

@Resolver('Hidden')
export class HiddenResolver {
  @ResolveField()
  async words(@Parent() { act }: { act: acts.ActRow }, @Ctx() context: Context) {
    const { viewer } = context;
    const isAuthor = viewer !== null && isDoneTo(viewer.id, act);
    const isReader = isAuthor || (await moderatesHere(context, act.aboutId));
    return isReader ? wordsOf(context, act.aboutId) : null;
  }

  @ResolveField()
  seal(@Parent() { act }: { act: acts.ActRow }, @Ctx() context: Context) {
    return isSealed(act.reason) ? sealFor(context, act.aboutId) : null;
  }
}

@Resolver('Proposal')
export class ModeratedProposalResolver {
  @ResolveField()
  hidden(@Parent() proposal: Sent, @Ctx() context: Context) {
    return hiddenOf(context, proposal);
  }

  @ResolveField()
  locked(@Parent() { id, isLocked }: Sent & { isLocked: boolean }, @Ctx() context: Context) {
    return isLocked
      ? load(context, 'acts that lock', id, (ids) => acts.standing(context.db, ids, ['lock']))
      : null;
  }

  @ResolveField()
  async movedAway(@Parent() { id }: Sent, @Ctx() context: Context) {
    const moved = await load(context, 'moved from threads', id, (ids) =>
      acts.movedFrom(context.db, ids),
    );
    return moved ?? [];
  }

  @ResolveField()
  viewerMayReport(@Parent() proposal: Sent, @Ctx() context: Context) {
    return mayReport(context, proposal);
  }

  @ResolveField()
  viewerMayModerate(@Parent() proposal: Sent, @Ctx() context: Context) {
    return mayModerateIt(context, proposal);
  }
}

@Resolver('Comment')
export class ModeratedCommentResolver {
  @ResolveField()
  hidden(@Parent() comment: Sent, @Ctx() context: Context) {
    return hiddenOf(context, comment);
  }

  @ResolveField()
  viewerMayReport(@Parent() comment: Sent, @Ctx() context: Context) {
    return mayReport(context, comment);
  }

  @ResolveField()
  viewerMayModerate(@Parent() comment: Sent, @Ctx() context: Context) {
    return mayModerateIt(context, comment);
  }
}

@Resolver('Evidence')
export class ModeratedEvidenceResolver {
  @ResolveField()
  hidden(@Parent() evidence: Sent, @Ctx() context: Context) {
    return hiddenOf(context, evidence);
  }

  @ResolveField()
  viewerMayReport(@Parent() evidence: Sent, @Ctx() context: Context) {
    return mayReport(context, evidence);
  }

  @ResolveField()
  viewerMayModerate(@Parent() evidence: Sent, @Ctx() context: Context) {
    return mayModerateIt(context, evidence);
  }
}

@Resolver('Consultation')
export class HiddenProposalsResolver {
  @ResolveField()
  async hiddenProposals(
    @Parent() { id, hasHidden = true }: { id: string; hasHidden?: boolean },
    @Ctx() context: Context,
  ) {
    if (!hasHidden) return [];
    const hidden = await load(context, 'hidden proposals', id, (ids) =>
      proposals.hiddenIn(context.db, ids),
    );
    return hidden ?? [];
  }
}
