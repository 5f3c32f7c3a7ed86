import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { Consulting } from './consulting.js';

/** What asks a second judge. Workers have it, too. */
@Module({ imports: [JobsModule], providers: [Consulting], exports: [Consulting] })
export class ConsultingModule {}
