import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { BreakdownFolding } from './breakdown-folding.js';
import { DueArticles } from './due-articles.js';
import { TallyFolding } from './tally-folding.js';

/** What keeps totals and standings right as time goes by. */
@Module({ imports: [JobsModule], providers: [TallyFolding, BreakdownFolding, DueArticles], exports: [DueArticles] })
export class UpkeepModule {}
