import { Module } from '@nestjs/common';
import { AppealResolver, ModerationCaseResolver, ModerationDeskResolver } from './case.resolver.js';
import {
  HiddenProposalsResolver,
  HiddenResolver,
  ModeratedCommentResolver,
  ModeratedEvidenceResolver,
  ModeratedProposalResolver,
} from './hidden.resolver.js';
import { ModerationResolver, OwnReportResolver } from './moderation.resolver.js';
import { ModerationActResolver } from './moderation-act.resolver.js';
import { WriterResolver } from './writer.resolver.js';

@Module({
  providers: [
    ModerationResolver,
    OwnReportResolver,
    ModerationActResolver,
    HiddenResolver,
    ModeratedProposalResolver,
    ModeratedCommentResolver,
    ModeratedEvidenceResolver,
    HiddenProposalsResolver,
    ModerationDeskResolver,
    ModerationCaseResolver,
    AppealResolver,
    WriterResolver,
  ],
})
export class ModerationModule {}
