import { Module } from '@nestjs/common';
import { AccountResolver, ViewerResolver } from './account.resolver.js';
import { PartyLoginController } from './party-login.controller.js';
import { PasskeyResolver } from './passkey.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { SignInResolver } from './sign-in.resolver.js';

@Module({
  controllers: [PartyLoginController],
  providers: [AccountResolver, ViewerResolver, SessionResolver, SignInResolver, PasskeyResolver],
})
export class AccountModule {}
