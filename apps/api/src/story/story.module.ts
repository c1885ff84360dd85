import { Module } from '@nestjs/common';
import { MineItemResolver, MineResolver, MineVotedResolver } from './mine.resolver.js';
import { ModeratedMineResolver } from './moderated.resolver.js';
import { PublicCountResolver, StoryResolver } from './story.resolver.js';

@Module({
  providers: [
    StoryResolver,
    MineResolver,
    MineItemResolver,
    MineVotedResolver,
    ModeratedMineResolver,
    PublicCountResolver,
  ],
})
export class StoryModule {}
