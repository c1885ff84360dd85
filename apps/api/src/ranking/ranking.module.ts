import { Module } from '@nestjs/common';
import { RankingDownload } from './ranking.download.js';
import { RankedProposalResolver, RankingResolver, RoundResolver } from './ranking.resolver.js';
import { SigningKeyDownload } from './signing-key.download.js';

@Module({
  controllers: [RankingDownload, SigningKeyDownload],
  providers: [RankingResolver, RankedProposalResolver, RoundResolver],
})
export class RankingModule {}
