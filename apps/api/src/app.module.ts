import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import { GraphQLModule, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountModule } from './accounts/account.module.js';
import { CONTEXT_OF, type Context, type ContextOf } from './accounts/context.js';
import { AdministrationModule } from './administration/administration.module.js';
import { AuditModule } from './audit/audit.module.js';
import { BodyModule } from './bodies/body.module.js';
import type { Clarion } from './clarion.js';
import { ConsultationModule } from './consultations/consultation.module.js';
import { HISTORY } from './consultations/consultation.queries.js';
import { ContactModule } from './contacts/contact.module.js';
import { ContributionModule } from './contributions/contribution.module.js';
import { EVIDENCE_GIVERS } from './contributions/evidence.queries.js';
import { GoodPointsTogether } from './contributions/good-points-together.js';
import { CONTRIBUTION_COUNTS, HAS_HIDDEN } from './contributions/proposal.queries.js';
import { ON_PROPOSAL } from './contributions/proposal-page.queries.js';
import type { Replicas } from './database/replicas/replicas.js';
import { ANSWER_BASIS } from './decisions/answers.queries.js';
import { DecisionModule } from './decisions/decision.module.js';
import { STANDING_DECISIONS } from './decisions/decision.queries.js';
import { limitPace, type WaitFor } from './doors/pace-limits.js';
import { DraftModule } from './drafts/draft.module.js';
import { guardFields } from './graphql/access.js';
import { BRINGS, type Brings } from './graphql/bring.js';
import { compileQueries } from './graphql/compiled.js';
import { readContract } from './graphql/contract.js';
import { DIRECT_CALLS } from './graphql/direct-calls.js';
import { maskErrors, outOfReach } from './graphql/errors.js';
import { LIMITS, limitRequests } from './graphql/limits.js';
import { KnownMutations } from './graphql/mutations.js';
import { readQueriesAnywhere } from './graphql/reading.js';
import { scalars } from './graphql/scalars.js';
import { SharedPages } from './graphql/shared/pages.js';
import { resolveUnions } from './graphql/unions.js';
import { logForLibraries } from './log.js';
import { ModerationModule } from './moderation/moderation.module.js';
import { OfficeModule } from './offices/office.module.js';
import { OpinionModule } from './opinion/opinion.module.js';
import { PersonalDataModule } from './personal-data/personal-data.module.js';
import { Orders } from './ranking/orders.js';
import { BROUGHT_OWN_VOTES } from './ranking/own-votes.queries.js';
import { RankingModule } from './ranking/ranking.module.js';
import { PUBLISHED_ROUNDS } from './ranking/round.queries.js';
import { MemberModule } from './roll/member.module.js';
import { SearchModule } from './search/search.module.js';
import { ForumCount } from './story/forum-count.js';
import { StoryModule } from './story/story.module.js';
import { VERSION } from './version.js';
import { BROUGHT_TURNOUT } from './voting/turnout.queries.js';
import { VotesTogether } from './voting/votes-together.js';
import { VotingModule } from './voting/voting.module.js';

@Resolver()
class VersionResolver {
  @Query()
  version() {
    return VERSION;
  }

  @Mutation()
  ping() {
    return true;
  }
}

/** Protections that a test takes away, to see that it is they who protect. */
export interface Doors {
  /** The table of access, asked before every field and address. */
  access: boolean;
  /** How much one request may ask for. */
  limits: boolean;
  /** Where a request comes from that changes something. */
  sites: boolean;
  /** What is equal for everybody read once for all, not a protection: taken away, each is answered on their own. */
  shared: boolean;
}
/** What the server is built of beside its features. */
interface Parts {
  contextFor: ContextOf;
  replicas: Replicas;
  pages: SharedPages;
  mutations: KnownMutations<Context>;
  /** Null where nothing has a pace. */
  waitFor: WaitFor | null;
}

export const ALL_SHUT: Doors = { access: true, limits: true, sites: true, shared: true };

function graphql(clarion: Clarion, parts: Parts, doors: Doors): DynamicModule {
  const { mode } = clarion.environment;
  const { contextFor, pages, mutations, waitFor } = parts;
  const module = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    typeDefs: readContract(),
    resolvers: scalars,
    transformSchema: (schema) => {
      const resolved = resolveUnions(schema);
      return doors.access ? guardFields(resolved) : resolved;
    },
    graphiql: false,
    introspection: mode !== 'production',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // A document is kept once it was read; a client may not make us keep one under a hash.
    persistedQueries: false,
    ...(doors.limits && { parseOptions: { maxTokens: LIMITS.tokens } }),
    hideSchemaDetailsFromClientErrors: mode === 'production',
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors((fault) => clarion.log.error(fault)),
    logger: logForLibraries(clarion.log),
    plugins: [
      // It looks at every field of every reply, for a header that is always the same here (below).
      ApolloServerPluginCacheControlDisabled(),
      readQueriesAnywhere(),
      compileQueries(pages, mutations),
      ...(doors.limits ? [limitRequests()] : []),
      ...(waitFor ? [limitPace(waitFor)] : []),
      mode === 'development'
        ? ApolloServerPluginLandingPageLocalDefault()
        : ApolloServerPluginLandingPageDisabled(),
    ],
    context: (request: FastifyRequest, reply: FastifyReply) => {
      reply.header('cache-control', 'no-store');
      return contextFor(request, reply).catch((fault: unknown) => {
        throw outOfReach(fault);
      });
    },
  });
  const calls = { provide: ExternalContextCreator, useValue: DIRECT_CALLS };
  return { ...module, providers: [...(module.providers ?? []), calls] };
}

/** What later features show of the rows of earlier ones. */
const BROUGHT: Brings = {
  consultation: [
    HISTORY,
    HAS_HIDDEN,
    ...CONTRIBUTION_COUNTS,
    ...EVIDENCE_GIVERS,
    ...BROUGHT_TURNOUT,
    PUBLISHED_ROUNDS,
    BROUGHT_OWN_VOTES,
    ANSWER_BASIS,
  ],
  proposal: [STANDING_DECISIONS, ...ON_PROPOSAL],
};

/** What is asked for everywhere: downloads ask for the same context as GraphQL does. */
@Module({})
class SharedModule {
  static of(
    { database, keys }: Clarion,
    { contextFor, replicas, pages, mutations }: Parts,
  ): DynamicModule {
    const providers = [
      { provide: CONTEXT_OF, useValue: contextFor },
      { provide: BRINGS, useValue: BROUGHT },
      { provide: VotesTogether, useValue: new VotesTogether(database, keys) },
      { provide: GoodPointsTogether, useValue: new GoodPointsTogether(database) },
      { provide: SharedPages, useValue: pages },
      { provide: KnownMutations, useValue: mutations },
      { provide: Orders, useValue: new Orders(replicas.after) },
      { provide: ForumCount, useValue: new ForumCount(replicas.after) },
    ];
    return { module: SharedModule, global: true, providers, exports: providers };
  }
}

/** The house: every feature, in the order that data is born. */
@Module({})
export class AppModule {
  static of(clarion: Clarion, parts: Parts, doors: Doors): DynamicModule {
    return {
      module: AppModule,
      imports: [
        graphql(clarion, parts, doors),
        SharedModule.of(clarion, parts),
        BodyModule,
        MemberModule,
        OfficeModule,
        AccountModule,
        ContactModule,
        AdministrationModule,
        ConsultationModule,
        ContributionModule,
        VotingModule,
        OpinionModule,
        RankingModule,
        DecisionModule,
        DraftModule,
        AuditModule,
        ModerationModule,
        StoryModule,
        SearchModule,
        PersonalDataModule,
      ],
      providers: [VersionResolver],
    };
  }
}
