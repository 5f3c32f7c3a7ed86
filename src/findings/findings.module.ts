import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { FindingAgeLoader } from './finding-age.loader.js';
import { FindingAgeResolver } from './finding-age.resolver.js';
import { FindingLoader } from './finding.loader.js';
import {
  ArticleFindingsResolver,
  ClaimFindingsResolver,
  FindingResolver,
  RuleCountResolver,
  RuleResolver,
} from './finding.resolver.js';
import { RulePagesController } from './rule-pages.controller.js';
import { RuleLoader } from './rule.loader.js';

/** Findings and rules, as the API shows them. */
@Module({
  imports: [ArticlesModule, ClaimsModule, WorkspacesModule],
  controllers: [RulePagesController],
  providers: [
    FindingLoader,
    FindingAgeLoader,
    FindingAgeResolver,
    RuleLoader,
    FindingResolver,
    ClaimFindingsResolver,
    ArticleFindingsResolver,
    RuleResolver,
    RuleCountResolver,
  ],
  exports: [FindingLoader, RuleLoader],
})
export class FindingsModule {}
