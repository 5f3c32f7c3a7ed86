import { Module } from '@nestjs/common';
import { JobLoader } from './job.loader.js';

/** How far jobs are, as the API shows it. */
@Module({ providers: [JobLoader], exports: [JobLoader] })
export class JobsApiModule {}
