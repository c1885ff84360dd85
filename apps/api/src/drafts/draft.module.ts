import { Module } from '@nestjs/common';
import {
  CitableResolver,
  ConsultationDraftsResolver,
  DraftResolver,
  ProposalUsesResolver,
  SourceResolver,
} from './draft.resolver.js';

@Module({
  providers: [
    DraftResolver,
    SourceResolver,
    CitableResolver,
    ProposalUsesResolver,
    ConsultationDraftsResolver,
  ],
})
export class DraftModule {}
