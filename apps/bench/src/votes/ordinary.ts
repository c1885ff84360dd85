/**
 * How votes are taken in an ordinary Nest application: Apollo, TypeORM repositories, and a transaction that
 * reads, changes and saves. A program of its own; like Clarion it runs on Fastify.
 */
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Args,
  Context as Ctx,
  Field,
  GraphQLModule,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Column, DataSource, Entity, MoreThan, PrimaryColumn } from 'typeorm';
import * as counted from '../ordinary/counted-entities.js';
import * as entities from '../ordinary/entities.js';
import { Proposal, Session } from '../ordinary/entities.js';

type Choice = 'agree' | 'disagree' | 'pass';

@Entity({ schema: 'bench', name: 'ordinary_vote' })
class OrdinaryVote {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  choice!: Choice;
}

@ObjectType()
@Entity({ schema: 'bench', name: 'ordinary_tally' })
class OrdinaryTally {
  @Field(() => ID)
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Field(() => Int)
  @Column('int')
  agree!: number;

  @Field(() => Int)
  @Column('int')
  disagree!: number;

  @Field(() => Int)
  @Column('int')
  pass!: number;
}

interface Context {
  memberId: string | null;
}

@Resolver()
class VoteResolver {
  constructor(private readonly db: DataSource) {}

  @Query(() => Int)
  version(): number {
    return 1;
  }

  @Mutation(() => OrdinaryTally)
  castVote(
    @Args('proposalId', { type: () => ID }) proposalId: string,
    @Args('choice', { type: () => String }) choice: Choice,
    @Ctx() { memberId }: Context,
  ): Promise<OrdinaryTally> {
    if (!memberId) throw new Error('not signed in');
    return this.db.transaction(async (tx) => {
      await tx.findOneByOrFail(Proposal, { id: proposalId, status: 'published' });
      const tally = await tx.findOneOrFail(OrdinaryTally, {
        where: { proposalId },
        lock: { mode: 'pessimistic_write' },
      });
      const before = await tx.findOneBy(OrdinaryVote, { proposalId, memberId });
      if (before) tally[before.choice] -= 1;
      tally[choice] += 1;
      await tx.save(OrdinaryVote, { proposalId, memberId, choice });
      return tx.save(tally);
    });
  }
}

const database = new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'] ?? '',
  // As many connections as Clarion has.
  poolSize: 20,
  entities: [OrdinaryVote, OrdinaryTally, ...Object.values(entities), ...Object.values(counted)],
});

async function contextOf(request: FastifyRequest): Promise<Context> {
  const token = /clarion=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const tokenHash = createHash('sha256').update(token).digest();
  const session = await database
    .getRepository(Session)
    .findOneBy({ tokenHash, expiresAt: MoreThan(new Date()) });
  return { memberId: session?.memberId ?? null };
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
  providers: [{ provide: DataSource, useValue: database }, VoteResolver],
})
class OrdinaryModule {}

await database.initialize();
const app = await NestFactory.create<NestFastifyApplication>(OrdinaryModule, new FastifyAdapter(), {
  logger: ['error'],
});
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
process.once('SIGTERM', () => process.exit(0));
