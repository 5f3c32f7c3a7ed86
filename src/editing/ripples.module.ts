import { Module } from '@nestjs/common';
import { UpkeepModule } from '../findings/upkeep.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { Ripples } from './ripples.js';
import { RuleChanges } from './rule-changes.js';
import { Upkeep } from './upkeep.js';

/** What goes on after a change, and as time goes by; workers have it, too. */
@Module({
  imports: [JobsModule, UpkeepModule],
  providers: [Ripples, RuleChanges, Upkeep],
  exports: [Ripples, RuleChanges],
})
export class RipplesModule {}
