import { Module } from '@nestjs/common';
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
    PublicCountResolver,
  ],
})
export class StoryModule {}
