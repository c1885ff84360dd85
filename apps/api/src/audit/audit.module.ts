import { Module } from '@nestjs/common';
import { RecordDownload } from './record.download.js';
import { RecordResolver } from './record.resolver.js';

@Module({ controllers: [RecordDownload], providers: [RecordResolver] })
export class AuditModule {}
