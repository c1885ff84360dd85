/**
 * What a user would write instead of Clarion's reads: Nest, Apollo, TypeORM repositories and DataLoader, code
 * first. A program of its own, over the same tables. It runs on Fastify, which serves more than Nest's usual.
 */
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DataSource, MoreThan } from 'typeorm';
import * as counted from './counted-entities.js';
import * as entities from './entities.js';
import { type Context, openLoaders } from './loaders.js';
import {
  CommentResolver,
  ConsultationResolver,
  ProposalResolver,
  RankedResolver,
} from './resolvers.js';

const database = new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'] ?? '',
  // As many connections as Clarion has.
  poolSize: 20,
  entities: [...Object.values(entities), ...Object.values(counted)],
});

async function contextOf(request: FastifyRequest): Promise<Context> {
  const token = /clarion=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const tokenHash = token ? createHash('sha256').update(token).digest() : null;
  const session = tokenHash
    ? await database
        .getRepository(entities.Session)
        .findOneBy({ tokenHash, expiresAt: MoreThan(new Date()) })
    : null;
  const memberId = session?.memberId ?? null;
  return { memberId, loaders: openLoaders(database, memberId) };
}

@Module({
  imports: [
    GraphQLModule.forRoot<ApolloDriverConfig>({
      driver: ApolloDriver,
      autoSchemaFile: true,
      playground: false,
      context: contextOf,
    }),
  ],
  providers: [
    { provide: DataSource, useValue: database },
    ConsultationResolver,
    ProposalResolver,
    CommentResolver,
    RankedResolver,
  ],
})
class OrdinaryModule {}

await database.initialize();
const app = await NestFactory.create<NestFastifyApplication>(OrdinaryModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
process.once('SIGTERM', () => process.exit(0));
