import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { LargeWorkspaces } from '../jobs/large-workspaces.js';
import { BreakdownFolding } from './breakdown-folding.js';
import { DueArticles } from './due-articles.js';
import { TallyFolding } from './tally-folding.js';

/** What keeps totals and standings right, and statements quick, as time goes by. */
@Module({
  imports: [JobsModule],
  providers: [TallyFolding, BreakdownFolding, DueArticles, LargeWorkspaces],
  exports: [DueArticles],
})
export class UpkeepModule {}
