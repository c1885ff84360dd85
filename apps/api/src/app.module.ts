import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountModule } from './accounts/account.module.js';
import { BodyModule } from './bodies/body.module.js';
import { type Clarion, contextOf } from './clarion.js';
import { readContract } from './graphql/contract.js';
import { maskErrors } from './graphql/errors.js';
import { scalars } from './graphql/scalars.js';
import { resolveUnions } from './graphql/unions.js';
import { ConsultationModule } from './consultations/consultation.module.js';
import { ContributionModule } from './contributions/contribution.module.js';
import { OfficeModule } from './offices/office.module.js';
import { MemberModule } from './roll/member.module.js';

/** Tokens in one document; a page of ours has under 400. */
const MOST_TOKENS = 2000;

@Resolver()
class VersionResolver {
  @Query()
  version() {
    return '0.1.0';
  }
}

function graphql(clarion: Clarion): DynamicModule {
  const isDevelopment = clarion.environment.mode === 'development';
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    typeDefs: readContract(),
    resolvers: scalars,
    transformSchema: resolveUnions,
    graphiql: false,
    introspection: clarion.environment.mode !== 'production',
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors((fault) => clarion.log.error(fault)),
    plugins: [
      isDevelopment
        ? ApolloServerPluginLandingPageLocalDefault()
        : ApolloServerPluginLandingPageDisabled(),
    ],
    context: (request: FastifyRequest, reply: FastifyReply) => contextOf(clarion, request, reply),
  });
}

/** The house: every feature, in the order that data is born. */
@Module({})
export class AppModule {
  static of(clarion: Clarion): DynamicModule {
    return {
      module: AppModule,
      imports: [
        graphql(clarion),
        BodyModule,
        MemberModule,
        OfficeModule,
        AccountModule,
        ConsultationModule,
        ContributionModule,
      ],
      providers: [VersionResolver],
    };
  }
}
