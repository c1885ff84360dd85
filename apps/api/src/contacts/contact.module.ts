import { Module } from '@nestjs/common';
import { ContactResolver } from './contact.resolver.js';
import { WaitingChangeResolver, WaitingChangesResolver } from './waiting-changes.resolver.js';

@Module({ providers: [ContactResolver, WaitingChangesResolver, WaitingChangeResolver] })
export class ContactModule {}
