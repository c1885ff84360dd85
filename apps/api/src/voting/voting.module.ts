import { Module } from '@nestjs/common';
import { BallotResolver, VoteResolver } from './ballot.resolver.js';
import { BatchDownload } from './batch.download.js';
import { ConsultationBallotResolver, PriorityBallotResolver } from './priority-ballot.resolver.js';
import { VoteReceiptResolver } from './vote-receipt.resolver.js';

@Module({
  controllers: [BatchDownload],
  providers: [
    BallotResolver,
    VoteResolver,
    VoteReceiptResolver,
    ConsultationBallotResolver,
    PriorityBallotResolver,
  ],
})
export class VotingModule {}
