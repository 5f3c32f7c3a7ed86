import { Module } from '@nestjs/common';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { SnapshotResolver } from './snapshot.resolver.js';
import { SourceLoader } from './source.loader.js';
import { ArticleReferencesResolver, ReferenceResolver, SourceResolver } from './source.resolver.js';

/** Sources, publishers, snapshots and references, as the API shows them. */
@Module({
  imports: [WorkspacesModule],
  providers: [SourceLoader, SourceResolver, ReferenceResolver, ArticleReferencesResolver, SnapshotResolver],
  exports: [SourceLoader],
})
export class SourcesModule {}
