import { Module } from '@nestjs/common';
import { BallotResolver, VoteResolver } from './ballot.resolver.js';
import { ConsultationBallotResolver, PriorityBallotResolver } from './priority-ballot.resolver.js';

@Module({
  providers: [BallotResolver, VoteResolver, ConsultationBallotResolver, PriorityBallotResolver],
})
export class VotingModule {}
