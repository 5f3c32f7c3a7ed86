import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { ArticleEdits } from './article.edits.js';
import { ArticleEditResolver } from './article.resolver.js';
import { CitationEditResolver } from './citation.resolver.js';
import { CitationEdits } from './citation.edits.js';
import { Editing } from './editing.js';
import { EffectLoader } from './effect.loader.js';

/** The mutations that change articles. */
@Module({
  imports: [ArticlesModule, ClaimsModule, FindingsModule, SourcesModule],
  providers: [Editing, CitationEdits, EffectLoader, CitationEditResolver, ArticleEdits, ArticleEditResolver],
  exports: [Editing, EffectLoader],
})
export class EditingModule {}
