import { Module } from '@nestjs/common';
import { ModeratedMineResolver } from './moderated.resolver.js';
import {
  MineItemResolver,
  MineResolver,
  MineVotedResolver,
  PublicCountResolver,
  StoryResolver,
} from './story.resolver.js';

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
