import { Module } from '@nestjs/common';
import { ConsultationResolver } from './consultation.resolver.js';

@Module({ providers: [ConsultationResolver] })
export class ConsultationModule {}
