import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { ImportingModule } from '../importing/importing.module.js';
import { QueryingModule } from '../querying/querying.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { ExportController } from './export.controller.js';
import { ExportedArticles } from './exported-article.loader.js';
import { ExportedClaims } from './exported-claims.loader.js';
import { ExportedFindings } from './exported-findings.loader.js';
import { ExportedSources } from './exported-sources.loader.js';

/** What can be taken out as files, for other programs. */
@Module({
  imports: [
    WorkspacesModule,
    ArticlesModule,
    SourcesModule,
    FindingsModule,
    ReviewsModule,
    QueryingModule,
    ImportingModule,
  ],
  controllers: [ExportController],
  providers: [ExportedArticles, ExportedClaims, ExportedFindings, ExportedSources],
})
export class ExportingModule {}
