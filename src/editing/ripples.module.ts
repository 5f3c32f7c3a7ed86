import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { Ripples } from './ripples.js';

/** The work that follows a change; workers have it, too. */
@Module({ imports: [JobsModule], providers: [Ripples], exports: [Ripples] })
export class RipplesModule {}
