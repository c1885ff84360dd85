import { Module } from '@nestjs/common';
import { AccountResolver, ViewerResolver } from './account.resolver.js';

@Module({ providers: [AccountResolver, ViewerResolver] })
export class AccountModule {}
