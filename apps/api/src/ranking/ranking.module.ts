import { Module } from '@nestjs/common';
import { RankingDownload } from './ranking.download.js';
import {
  ConsultationRankingResolver,
  RankedProposalResolver,
  RankingResolver,
} from './ranking.resolver.js';
import { RoundDownload } from './round.download.js';
import { PublishedRoundsResolver, RankMoveResolver, RoundResolver } from './round.resolver.js';
import { SigningKeyDownload } from './signing-key.download.js';

@Module({
  controllers: [RankingDownload, RoundDownload, SigningKeyDownload],
  providers: [
    ConsultationRankingResolver,
    RankingResolver,
    RankedProposalResolver,
    PublishedRoundsResolver,
    RoundResolver,
    RankMoveResolver,
  ],
})
export class RankingModule {}
