import { Module } from '@nestjs/common';
import { CommentResolver, ProposalThreadResolver } from './comment.resolver.js';
import {
  ConsultationEvidenceResolver,
  EvidenceResolver,
  ProposalEvidenceResolver,
} from './evidence.resolver.js';
import { ConsultationProposalsResolver, ProposalResolver } from './proposal.resolver.js';

@Module({
  providers: [
    ProposalResolver,
    ConsultationProposalsResolver,
    CommentResolver,
    ProposalThreadResolver,
    EvidenceResolver,
    ProposalEvidenceResolver,
    ConsultationEvidenceResolver,
  ],
})
export class ContributionModule {}
