import { compareParagraphs, phaseAllows } from '@clarion/deliberation';
import { Inject } from '@nestjs/common';
import {
  Args,
  Context as Ctx,
  Info,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { actAs } from '../accounts/acting.js';
import type { Context } from '../accounts/context.js';
import type { ConsultationRow } from '../consultations/consultation.queries.js';
import * as consultations from '../consultations/consultation.queries.js';
import * as proposals from '../contributions/proposal.queries.js';
import { askedFor } from '../graphql/bring.js';
import { BadInput } from '../graphql/errors.js';
import type {
  DraftChangesArgs,
  MutationAdoptDraftArgs,
  MutationBeginNextVersionArgs,
  MutationCreateDraftArgs,
  MutationPublishDraftArgs,
  MutationSaveDraftArgs,
  QueryCitableArgs,
  QueryDraftArgs,
  QueryDraftsArgs,
} from '../graphql/generated.js';
import { gather, load } from '../graphql/loader.js';
import { Orders } from '../ranking/orders.js';
import * as citables from './citable.queries.js';
import * as drafts from './draft.queries.js';
import { createDraft, saveDraft } from './draft.service.js';
import { page } from './draft-page.queries.js';
import { adoptDraft, beginNextVersion, publishDraft } from './draft-version.service.js';
import { checkOf } from './publish-check.js';
import { readerOf } from './reader.js';
import { itemById, itemsKnown } from './source-item.resolver.js';
import { labelOf } from './source-label.js';

const reader = (context: Context) => readerOf(context.viewer, context.now);

@Resolver('Draft')
export class DraftResolver {
  constructor(@Inject(Orders) private readonly orders: Orders) {}

  @Query('drafts')
  list(@Args() { consultationId }: QueryDraftsArgs, @Ctx() context: Context) {
    return drafts.list(context.db, reader(context), consultationId ? [consultationId] : null);
  }

  @Query('draft')
  async one(
    @Args() { id, version = null }: QueryDraftArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ask = [context.db, reader(context), id, version] as const;
    if (!askedFor(info, 'paragraphs', 'sources').has('item')) return drafts.one(...ask);
    const found = await page(...ask);
    if (found) itemsKnown(context, found.items);
    return found;
  }

  @Query('citable')
  async citable(@Args() { consultationId, text }: QueryCitableArgs, @Ctx() context: Context) {
    if (!context.viewer) return [];
    const consultation = (await consultations.byIds(context.db, [consultationId])).get(
      consultationId,
    );
    const { bodyIds, isForumMember } = reader(context);
    const isDrafter =
      isForumMember ||
      bodyIds.includes(consultation?.convenedById ?? '') ||
      consultation?.commissions.some((commission) => bodyIds.includes(commission.id));
    if (!consultation || !isDrafter) return [];
    return citables.citable(context.db, consultationId, text?.trim().slice(0, 200) || null);
  }

  @Mutation()
  createDraft(@Args() { input }: MutationCreateDraftArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => createDraft(acting, input));
  }

  @Mutation()
  saveDraft(@Args() input: MutationSaveDraftArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => saveDraft(acting, input));
  }

  @Mutation()
  publishDraft(@Args() input: MutationPublishDraftArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => publishDraft(acting, input));
  }

  @Mutation()
  beginNextVersion(@Args() input: MutationBeginNextVersionArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => beginNextVersion(acting, input));
  }

  @Mutation()
  adoptDraft(@Args() { input }: MutationAdoptDraftArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => adoptDraft(acting, input));
  }

  @ResolveField()
  consultation(@Parent() draft: drafts.DraftRow, @Ctx() context: Context) {
    return itemById(context, draft.consultationId);
  }

  @ResolveField()
  async changes(
    @Parent() draft: drafts.DraftRow,
    @Args() { since }: DraftChangesArgs,
    @Ctx() context: Context,
  ) {
    const before = await drafts.paragraphsOf(context.db, reader(context), draft.id, since);
    if (!before) throw new BadInput(`This draft has no version ${since} to compare with.`);
    return compareParagraphs(before, draft.paragraphs);
  }

  @ResolveField()
  sourcedCount(@Parent() draft: drafts.DraftRow) {
    return draft.paragraphs.filter((paragraph) => paragraph.sources.length > 0).length;
  }

  /** Added by the drafters: their own words, for which they cite nothing that was sent. */
  @ResolveField()
  ownCount(@Parent() draft: drafts.DraftRow) {
    return draft.paragraphs.filter((it) => it.sources.length === 0 && it.ownReason !== null).length;
  }

  @ResolveField()
  adoption(@Parent() { adoption, body }: drafts.DraftRow) {
    return adoption && { ...adoption, body };
  }

  @ResolveField()
  async viewerMayEdit(@Parent() draft: drafts.DraftRow, @Ctx() context: Context) {
    if (!draft.isDrafter || draft.adoption) return false;
    const consultation = (await itemById(context, draft.consultationId)) as ConsultationRow | null;
    return consultation !== null && phaseAllows(consultation.phase, 'draft');
  }

  @ResolveField()
  async publishCheck(@Parent() draft: drafts.DraftRow, @Ctx() context: Context) {
    if (!draft.isDrafter || draft.version.status !== 'working') return null;
    const consultation = (await itemById(context, draft.consultationId)) as ConsultationRow | null;
    if (!consultation) return null;
    const check = await checkOf(context, this.orders, consultation, draft.paragraphs);
    const rows = await proposals.byIds(
      context.db,
      check.unanswered.map(({ id }) => id),
    );
    return { ...check, unanswered: check.unanswered.flatMap(({ id }) => rows.get(id) ?? []) };
  }

  @ResolveField()
  async mine(@Parent() draft: drafts.DraftRow, @Ctx() context: Context) {
    const { id, version, paragraphs } = draft;
    if (context.forAll) {
      return drafts.ownNumbers(context.db, reader(context), id, version.number);
    }
    return paragraphs.filter(({ isMine }) => isMine).map(({ number }) => number);
  }
}

@Resolver('Source')
export class SourceResolver {
  @ResolveField()
  item(@Parent() source: drafts.SourceRow, @Ctx() context: Context) {
    return itemById(context, source.itemId);
  }

  @ResolveField()
  label(@Parent() source: drafts.SourceRow) {
    return labelOf(source);
  }
}

@Resolver('Citable')
export class CitableResolver {
  @ResolveField()
  item(@Parent() row: citables.CitableRow, @Ctx() context: Context) {
    return itemById(context, row.id);
  }

  @ResolveField()
  label(@Parent() row: citables.CitableRow) {
    return labelOf(row);
  }
}

@Resolver('Proposal')
export class ProposalUsesResolver {
  @ResolveField()
  async uses(@Parent() proposal: proposals.ProposalRow, @Ctx() context: Context) {
    const found = await load(context, 'uses', proposal.id, (ids) =>
      drafts.uses(context.db, reader(context), ids),
    );
    return found ?? [];
  }
}

@Resolver('Consultation')
export class ConsultationDraftsResolver {
  @ResolveField('drafts')
  async drafts(@Parent() { id }: ConsultationRow, @Ctx() context: Context) {
    const found = await load(context, 'drafts of consultations', id, async (ids) =>
      gather(await drafts.list(context.db, reader(context), ids), (row) => row.consultationId),
    );
    return found ?? [];
  }
}
