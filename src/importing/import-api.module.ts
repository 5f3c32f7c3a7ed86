import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { EditingModule } from '../editing/editing.module.js';
import { JobsApiModule } from '../jobs/jobs-api.module.js';
import { ClaimEditsResolver } from './claim-edits.resolver.js';
import { ClaimEdits } from './claim-edits.js';
import { ImportArticleResolver } from './import-article.resolver.js';
import { CollectionItemLoader } from './collection-item.loader.js';
import { CollectionItemResolver, ImportCollectionResolver, JobItemsResolver } from './import-collection.resolver.js';
import { ImportingModule } from './importing.module.js';
import { RevisionTexts } from './revision-text.loader.js';
import { RevisionTextResolver } from './revision-text.resolver.js';
import { RewriteClaim } from './rewrite-claim.js';

/** The mutations that make new texts, of articles and of their claims, and texts as they read. */
@Module({
  imports: [ImportingModule, EditingModule, ArticlesModule, ClaimsModule, JobsApiModule],
  providers: [
    ImportArticleResolver,
    ImportCollectionResolver,
    CollectionItemLoader,
    CollectionItemResolver,
    JobItemsResolver,
    RevisionTexts,
    RevisionTextResolver,
    RewriteClaim,
    ClaimEdits,
    ClaimEditsResolver,
  ],
})
export class ImportApiModule {}
