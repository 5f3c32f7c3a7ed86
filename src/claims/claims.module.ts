import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { ClaimLoader } from './claim.loader.js';
import { CitationResolver, ClaimResolver, SnapshotPassageResolver, SourceCitationsResolver } from './claim.resolver.js';
import { ComparisonLoader } from './comparison.loader.js';
import { RevisionDiffLoader } from './revision-diff.loader.js';
import { ArticleDiffResolver, RevisionDiffResolver } from './revision-diff.resolver.js';

/** Claims and citations, as the API shows them. */
@Module({
  imports: [ArticlesModule, SourcesModule, WorkspacesModule],
  providers: [
    ClaimLoader,
    ClaimResolver,
    CitationResolver,
    SourceCitationsResolver,
    SnapshotPassageResolver,
    ComparisonLoader,
    RevisionDiffLoader,
    ArticleDiffResolver,
    RevisionDiffResolver,
  ],
  exports: [ClaimLoader],
})
export class ClaimsModule {}
