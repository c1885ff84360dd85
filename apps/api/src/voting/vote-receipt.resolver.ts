import { Args, Context as Ctx, Query, Resolver } from '@nestjs/graphql';
import type { Context } from '../accounts/context.js';
import type { QueryVoteReceiptsArgs } from '../graphql/generated.js';
import { voteReceipts } from './vote-receipt.service.js';

/** Receipts in one answer. */
const MOST = 50;
const COMMITMENT = /^[0-9a-f]{64}$/;

@Resolver()
export class VoteReceiptResolver {
  @Query()
  voteReceipts(@Args() { commitments }: QueryVoteReceiptsArgs, @Ctx() { db }: Context) {
    const asked = new Set(commitments.slice(0, MOST).filter((each) => COMMITMENT.test(each)));
    return voteReceipts(
      db,
      Array.from(asked, (each) => Buffer.from(each, 'hex')),
    );
  }
}
