import { Module } from '@nestjs/common';
import { BodyResolver } from './body.resolver.js';

@Module({ providers: [BodyResolver] })
export class BodyModule {}
