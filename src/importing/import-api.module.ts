import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { EditingModule } from '../editing/editing.module.js';
import { JobLoader } from '../jobs/job.loader.js';
import { ClaimEditsResolver } from './claim-edits.resolver.js';
import { ClaimEdits } from './claim-edits.js';
import { ImportArticleResolver } from './import-article.resolver.js';
import { ImportingModule } from './importing.module.js';
import { RewriteClaim } from './rewrite-claim.js';

/** The mutations that make new texts: of articles, and of their claims. */
@Module({
  imports: [ImportingModule, EditingModule, ArticlesModule, ClaimsModule],
  providers: [ImportArticleResolver, JobLoader, RewriteClaim, ClaimEdits, ClaimEditsResolver],
})
export class ImportApiModule {}
