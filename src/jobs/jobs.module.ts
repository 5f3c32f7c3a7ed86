import { Module } from '@nestjs/common';
import { Jobs } from './jobs.js';

/** The queue, not the work. */
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
