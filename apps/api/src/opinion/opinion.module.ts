import { Module } from '@nestjs/common';
import { DeckResolver } from './deck.resolver.js';
import {
  DividingStatementResolver,
  OpinionResolver,
  OpinionStatementResolver,
} from './opinion.resolver.js';

@Module({
  providers: [DeckResolver, OpinionResolver, OpinionStatementResolver, DividingStatementResolver],
})
export class OpinionModule {}
