import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Ranked } from './counted-entities.js';
import { Comment, Proposal } from './entities.js';

/** Types that are in no table. */

@ObjectType()
export class Author {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  clpName!: string | null;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class ProposalEdge {
  @Field(() => Proposal)
  node!: Proposal;
}

@ObjectType()
export class ProposalConnection {
  @Field(() => [ProposalEdge])
  edges!: ProposalEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType()
export class CommentEdge {
  @Field(() => Comment)
  node!: Comment;
}

@ObjectType()
export class CommentConnection {
  @Field(() => [CommentEdge])
  edges!: CommentEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType()
export class RankedEdge {
  @Field(() => Ranked)
  node!: Ranked;
}

@ObjectType()
export class RankedConnection {
  @Field(() => [RankedEdge])
  edges!: RankedEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType()
export class Ranking {
  @Field(() => Int)
  voterCount!: number;

  @Field(() => RankedConnection)
  proposals!: RankedConnection;
}

/** The first of rows that were read with one more than are shown. */
export function connectionOf<Row>(rows: readonly Row[], first: number) {
  return {
    edges: rows.slice(0, first).map((node) => ({ node })),
    pageInfo: { hasNextPage: rows.length > first },
  };
}
