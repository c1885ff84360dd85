import { Module } from '@nestjs/common';
import { LinkResolver } from './link.resolver.js';
import { OfficerResolver } from './officer.resolver.js';

@Module({ providers: [OfficerResolver, LinkResolver] })
export class AdministrationModule {}
