import { Module } from '@nestjs/common';
import { RankingDownload } from './ranking.download.js';
import { RankedProposalResolver, RankingResolver, RoundResolver } from './ranking.resolver.js';

@Module({
  controllers: [RankingDownload],
  providers: [RankingResolver, RankedProposalResolver, RoundResolver],
})
export class RankingModule {}
