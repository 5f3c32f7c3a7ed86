import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { CitationEditResolver } from './citation.resolver.js';
import { CitationEdits } from './citation.edits.js';
import { Editing } from './editing.js';
import { EffectLoader } from './effect.loader.js';

/** The mutations that change articles. */
@Module({
  imports: [ClaimsModule, FindingsModule, SourcesModule],
  providers: [Editing, CitationEdits, EffectLoader, CitationEditResolver],
  exports: [Editing, EffectLoader],
})
export class EditingModule {}
