import { Module } from '@nestjs/common';
import { BallotResolver, VoteResolver } from './ballot.resolver.js';
import { DeckResolver } from './deck.resolver.js';
import { ConsultationBallotResolver, PriorityBallotResolver } from './priority-ballot.resolver.js';

@Module({
  providers: [
    BallotResolver,
    VoteResolver,
    DeckResolver,
    ConsultationBallotResolver,
    PriorityBallotResolver,
  ],
})
export class VotingModule {}
