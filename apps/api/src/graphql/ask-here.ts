import type { ApolloDriver } from '@nestjs/apollo';
import type { INestApplication } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FormattedExecutionResult } from 'graphql';

/**
 * Asks the API's own GraphQL in this process, with every limit, pace and guard of a request that comes
 * over the network, as whoever the context is of.
 */
export async function askHere<Context extends object>(
  app: INestApplication,
  context: Context,
  query: string,
  variables: Record<string, unknown>,
): Promise<FormattedExecutionResult> {
  const { instance } = app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter;
  const { body } = await instance.executeOperation({ query, variables }, { contextValue: context });
  if (body.kind !== 'single') throw new Error('A question of a page is answered at once.');
  return body.singleResult;
}
