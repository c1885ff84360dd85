import { Module } from '@nestjs/common';
import { DraftDownload } from './draft.download.js';
import {
  CitableResolver,
  ConsultationDraftsResolver,
  DraftResolver,
  ProposalUsesResolver,
  SourceResolver,
} from './draft.resolver.js';

@Module({
  controllers: [DraftDownload],
  providers: [
    DraftResolver,
    SourceResolver,
    CitableResolver,
    ProposalUsesResolver,
    ConsultationDraftsResolver,
  ],
})
export class DraftModule {}
