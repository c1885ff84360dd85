import { Module } from '@nestjs/common';
import { OwnDataDownload } from './own-data.download.js';
import { OwnNameResolver, PersonalDataResolver } from './personal-data.resolver.js';

@Module({
  controllers: [OwnDataDownload],
  providers: [PersonalDataResolver, OwnNameResolver],
})
export class PersonalDataModule {}
