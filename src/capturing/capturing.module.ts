import { Module } from '@nestjs/common';
import { RipplesModule } from '../editing/ripples.module.js';
import { FetchingModule } from '../fetching/fetching.module.js';
import { ImportingModule } from '../importing/importing.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { Editing } from '../editing/editing.js';
import { Captures } from './captures.js';
import { Comparing } from './comparing.js';
import { LinkChecks } from './link-checks.js';

/** Texts of sources: how they are captured, and what claims are compared with. Workers have it, too. */
@Module({
  imports: [JobsModule, RipplesModule, ImportingModule, FetchingModule],
  providers: [Editing, Captures, Comparing, LinkChecks],
  exports: [Captures, ImportingModule],
})
export class CapturingModule {}
