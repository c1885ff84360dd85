import {
  describeRules,
  describeTemplate,
  mayInConsultation,
  TEMPLATE_NAMES,
  TEMPLATES,
  ukDay,
  whyForYou,
} from '@clarion/deliberation';
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
import { pseudonymOf } from '../accounts/pseudonym.js';
import { bodyById } from '../bodies/body.resolver.js';
import { askedFor, BRINGS, type Brings, columnsFor } from '../graphql/bring.js';
import type {
  MutationCreateConsultationArgs,
  MutationEditConsultationArgs,
  QueryConsultationArgs,
  QueryConsultationsArgs,
} from '../graphql/generated.js';
import { gather, known, load } from '../graphql/loader.js';
import { keysOf, pageOf, pageSize, withTotal } from '../graphql/page.js';
import * as consultations from './consultation.queries.js';
import { createConsultation, editConsultation, mayRead } from './consultation.service.js';

/** A consultation by id, loaded together with the others of the page. */
export const consultationById = (context: Context, id: string) =>
  load(context, 'consultations', id, byIdsIn(context));

const byIdsIn =
  ({ db }: Context) =>
  (ids: readonly string[]) =>
    consultations.byIds(db, ids);

/** Tells of one that another statement found, so that it is not asked for again. */
export const consultationKnown = (context: Context, row: consultations.ConsultationRow): void =>
  known(context, 'consultations', row.id, byIdsIn(context), row);

/** The same with what its page shows of later features, where the document asks for it. */
async function consultationWith(context: Context, id: string, columns: string) {
  const found = await load(context, `consultations${columns}`, id, (ids) =>
    consultations.withColumns(
      context.db,
      ids.map((each) => ({ id: each, pseudonym: pseudonymOf(context, each) })),
      columns,
    ),
  );
  if (found) consultationKnown(context, found);
  return found;
}

@Resolver('Consultation')
export class ConsultationResolver {
  constructor(@Inject(BRINGS) private readonly brings: Brings) {}

  @Query('consultations')
  async list(
    @Args() args: QueryConsultationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { db, viewer, interests } = context;
    const size = pageSize(args.first);
    const filter: consultations.Filter = {
      commissionId: args.commissionId ?? null,
      phase: args.phase ?? null,
      text: args.text?.trim() || null,
      interests: args.forYou ? interests : null,
      preparingFor: viewer?.offices.map((office) => office.bodyId) ?? [],
      mine: interests,
    };
    const read = (first: number, after: ReturnType<typeof keysOf>) =>
      consultations.page(db, filter, first, after);
    const { rows, total } = await withTotal(read, size, keysOf(args.after, 4));
    const keys = (row: consultations.ListedRow) =>
      [row.forMe, row.stand, row.nearness, row.id] as const;
    const { edges, ...page } = pageOf(rows, size, total, keys);
    const found = await this.listed(
      context,
      edges.map(({ node }) => node.id),
      info,
    );
    return {
      ...page,
      edges: edges.flatMap(({ cursor }, at) => {
        const node = found[at];
        return node ? [{ cursor, node }] : [];
      }),
    };
  }

  /** The rows of a list with what is shown of them. */
  private listed(context: Context, ids: readonly string[], info: GraphQLResolveInfo) {
    const columns = columnsFor(this.brings.consultation, askedFor(info, 'edges', 'node'));
    return Promise.all(ids.map((id) => consultationWith(context, id, columns)));
  }

  @Query()
  async consultation(
    @Args() { id }: QueryConsultationArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const columns = columnsFor(this.brings.consultation, askedFor(info));
    const found = await consultationWith(context, id, columns);
    return found && mayRead(found, context.viewer) ? found : null;
  }

  @Query()
  ruleTemplates() {
    return TEMPLATE_NAMES.map((key) => {
      const { name, description } = TEMPLATES[key];
      return { key, name, description, sentences: describeTemplate(key) };
    });
  }

  @Mutation()
  createConsultation(@Args() { input }: MutationCreateConsultationArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => createConsultation(acting, input));
  }

  @Mutation()
  editConsultation(@Args() { input }: MutationEditConsultationArgs, @Ctx() context: Context) {
    return actAs(context, (acting) => editConsultation(acting, input));
  }

  @ResolveField()
  convenedBy(@Parent() row: consultations.ConsultationRow, @Ctx() context: Context) {
    const own = row.commissions.find((commission) => commission.id === row.convenedById);
    return own ?? bodyById(context, row.convenedById);
  }

  @ResolveField()
  rules(@Parent() row: consultations.ConsultationRow) {
    return {
      ...row.rules,
      template: row.template,
      frozenAt: row.rulesFrozenAt,
      sentences: describeRules(row.rules),
    };
  }

  @ResolveField()
  async history(@Parent() row: consultations.ConsultationRow, @Ctx() context: Context) {
    if (row.history) return row.history;
    const changes = await load(context, 'phase changes', row.id, async (ids) =>
      gather(await consultations.history(context.db, ids), (change) => change.consultationId),
    );
    return changes ?? [];
  }

  @ResolveField()
  forYou(@Parent() row: consultations.ConsultationRow, @Ctx() { viewer }: Context) {
    if (!viewer) return [];
    const place = row.commissions.find((body) => body.kind === 'clp' || body.kind === 'region');
    const commissionInterests = row.commissions.map((commission) => commission.interest);
    return whyForYou(viewer, { commissionInterests, place: place ?? null }).map(
      (reason) => reason.sentence,
    );
  }

  @ResolveField()
  viewerMay(@Parent() row: consultations.ConsultationRow, @Ctx() { viewer, now }: Context) {
    return mayInConsultation(viewer, placeOf(row), ukDay(now), now);
  }
}

/** The consultation as the rules ask about it. */
export const placeOf = (row: consultations.ConsultationRow) => ({
  phase: row.phase,
  rules: row.rules,
  votesUntil: row.votesUntil,
  convenedBy: row.commissions.find((body) => body.id === row.convenedById) ?? null,
  commissions: row.commissions,
});
