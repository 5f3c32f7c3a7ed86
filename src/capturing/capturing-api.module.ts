import { Module } from '@nestjs/common';
import { JobsApiModule } from '../jobs/jobs-api.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { CapturingModule } from './capturing.module.js';
import { SnapshotCaptureResolver } from './snapshot.resolver.js';

/** What the API offers for the texts of sources. */
@Module({ imports: [CapturingModule, SourcesModule, JobsApiModule], providers: [SnapshotCaptureResolver] })
export class CapturingApiModule {}
