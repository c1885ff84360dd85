import { Module } from '@nestjs/common';
import { DecisionResolver, ProposalDecisionsResolver } from './decision.resolver.js';
import { PhaseResolver } from './phase.resolver.js';
import { QueueItemResolver, QueueResolver } from './queue.resolver.js';

@Module({
  providers: [
    DecisionResolver,
    ProposalDecisionsResolver,
    QueueResolver,
    QueueItemResolver,
    PhaseResolver,
  ],
})
export class DecisionModule {}
