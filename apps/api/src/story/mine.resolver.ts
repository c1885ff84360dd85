import { beginningOf, inBrief } from '@clarion/deliberation';
import { Context as Ctx, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../accounts/context.js';
import { itemById, itemsKnown } from '../drafts/source-item.resolver.js';
import { asksOnly, BY_ID } from '../graphql/bring.js';
import { load } from '../graphql/loader.js';
import * as ownParts from './own-part.queries.js';
import * as stories from './story.queries.js';
import { KIND_NAMES, stepsOf } from './story.resolver.js';

const SHORT_TITLE = 140;

@Resolver('Mine')
export class MineResolver {
  @Query()
  mine(@Ctx() { viewer }: Context) {
    return viewer && {};
  }

  @ResolveField()
  async sent(@Ctx() context: Context) {
    const { viewer } = context;
    const rows = viewer ? await stories.sentBy(context.db, viewer.id) : [];
    return rows.map((row) => {
      const { latest, next, isLate } = inBrief(stepsOf(row, context));
      const { id, kind, consultationTitle, createdAt } = row;
      const title = row.title === '' ? 'Taken back' : beginningOf(row.title, SHORT_TITLE);
      return { id, kind, consultationTitle, createdAt, title, latest, next, isLate };
    });
  }

  @ResolveField()
  async changedSinceVote(@Ctx() context: Context) {
    const { changedSinceVote } = await ownPart(context);
    const found = changedSinceVote.map(async ({ id, ...vote }) => {
      const item = await itemById(context, id);
      if (item?.__typename !== 'Proposal') return [];
      return [{ ...item, ownBallot: { ...item.counts, ...vote, id, version: item.version } }];
    });
    return (await Promise.all(found)).flat();
  }

  @ResolveField()
  async answersToJudge(@Ctx() context: Context) {
    const { answersToJudge } = await ownPart(context);
    return Promise.all(answersToJudge.map((id) => itemById(context, id)));
  }

  @ResolveField()
  async voted(@Ctx() context: Context) {
    return (await ownPart(context)).voted;
  }
}

const NOTHING: ownParts.OwnPart = {
  changedSinceVote: [],
  answersToJudge: [],
  voted: [],
  items: [],
};

/** What the viewer's votes say, read once a request for the three fields that ask. */
async function ownPart(context: Context): Promise<ownParts.OwnPart> {
  const { viewer } = context;
  if (!viewer) return NOTHING;
  const part = await load(context, 'own part', viewer.id, async ([id = '']) => {
    return new Map([[id, await readOwnPart(context, id)]]);
  });
  return part ?? NOTHING;
}

async function readOwnPart(context: Context, memberId: string): Promise<ownParts.OwnPart> {
  const { db, keys } = context;
  const mine = keys.consultations().flatMap((id) => {
    const pseudonym = keys.pseudonymIfKept(id, memberId);
    return pseudonym ? [{ id, pseudonym }] : [];
  });
  const part = await ownParts.ownPart(db, mine, memberId);
  itemsKnown(context, part.items);
  return part;
}

@Resolver('MineItem')
export class MineItemResolver {
  @ResolveField()
  item(
    @Parent() { id, kind }: Pick<stories.ContributionRow, 'id' | 'kind'>,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return asksOnly(info, BY_ID) ? { __typename: KIND_NAMES[kind], id } : itemById(context, id);
  }
}

@Resolver('MineVoted')
export class MineVotedResolver {
  @ResolveField()
  async consultation(
    @Parent() { consultationId, counts }: ownParts.OwnPart['voted'][number],
    @Ctx() context: Context,
  ) {
    return { ...(await itemById(context, consultationId)), counts };
  }
}
