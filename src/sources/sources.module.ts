import { Module } from '@nestjs/common';
import { SourceLoader } from './source.loader.js';
import { ArticleReferencesResolver, ReferenceResolver, SourceResolver } from './source.resolver.js';

/** Sources, publishers, snapshots and references, as the API shows them. */
@Module({
  providers: [SourceLoader, SourceResolver, ReferenceResolver, ArticleReferencesResolver],
  exports: [SourceLoader],
})
export class SourcesModule {}
