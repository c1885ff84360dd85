import { Module } from '@nestjs/common';
import { BallotResolver, VoteResolver } from './ballot.resolver.js';
import { DeckResolver } from './deck.resolver.js';

@Module({ providers: [BallotResolver, VoteResolver, DeckResolver] })
export class VotingModule {}
