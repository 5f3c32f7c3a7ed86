import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { CitationEditResolver } from './citation.resolver.js';
import { CitationEdits } from './citation.edits.js';
import { ClaimMarkEdits } from './claim-mark.edits.js';
import { ClaimMarkResolver } from './claim-mark.resolver.js';
import { Editing } from './editing.js';
import { EffectLoader } from './effect.loader.js';
import { WaiverEdits } from './waiver.edits.js';
import { WaiverEditResolver } from './waiver.resolver.js';

/** The mutations that change articles. */
@Module({
  imports: [ClaimsModule, FindingsModule, SourcesModule, ReviewsModule],
  providers: [
    Editing,
    EffectLoader,
    CitationEdits,
    CitationEditResolver,
    WaiverEdits,
    WaiverEditResolver,
    ClaimMarkEdits,
    ClaimMarkResolver,
  ],
})
export class EditingModule {}
