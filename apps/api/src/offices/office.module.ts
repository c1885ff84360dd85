import { Module } from '@nestjs/common';
import { MemberOfficesResolver, OfficeResolver } from './office.resolver.js';

@Module({ providers: [OfficeResolver, MemberOfficesResolver] })
export class OfficeModule {}
