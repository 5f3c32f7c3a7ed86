import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { Editing } from '../editing/editing.js';
import { JobsApiModule } from '../jobs/jobs-api.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { AskSecondJudge } from './ask-second-judge.js';
import { ConsultingModule } from './consulting.module.js';
import { SecondOpinionLoader } from './second-opinion.loader.js';
import { CitationOpinionsResolver, SecondOpinionResolver } from './second-opinion.resolver.js';

/** What the API offers of second opinions. */
@Module({
  imports: [ConsultingModule, ClaimsModule, WorkspacesModule, JobsApiModule],
  providers: [Editing, AskSecondJudge, SecondOpinionLoader, CitationOpinionsResolver, SecondOpinionResolver],
})
export class ConsultingApiModule {}
