import { Module } from '@nestjs/common';
import { ConsultationResolver, PhaseChangeResolver } from './consultation.resolver.js';

@Module({ providers: [ConsultationResolver, PhaseChangeResolver] })
export class ConsultationModule {}
