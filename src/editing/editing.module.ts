import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { JobsApiModule } from '../jobs/jobs-api.module.js';
import { ReviewsModule } from '../reviews/reviews.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WorkspacesModule } from '../workspaces/workspaces.module.js';
import { AccessResolver } from './access/access.resolver.js';
import { MemberEdits } from './access/member.edits.js';
import { SignIn } from './access/sign-in.js';
import { TokenEdits } from './access/token.edits.js';
import { ArticleEdits } from './article.edits.js';
import { ArticleEditResolver } from './article.resolver.js';
import { CitationEditResolver } from './citation.resolver.js';
import { CitationEdits } from './citation.edits.js';
import { ClaimMarkEdits } from './claim-mark.edits.js';
import { ClaimMarkResolver } from './claim-mark.resolver.js';
import { Editing } from './editing.js';
import { EffectLoader } from './effect.loader.js';
import { SourceImports } from './import-sources.js';
import { ImportSourcesResolver } from './import-sources.resolver.js';
import { SourceMerges } from './merge.edits.js';
import { SourceMergeResolver } from './merge.resolver.js';
import { RuleEdits } from './rule.edits.js';
import { RipplesModule } from './ripples.module.js';
import { SourceEdits } from './source.edits.js';
import { SourceEditResolver } from './source.resolver.js';
import { WaiverEdits } from './waiver.edits.js';
import { WaiverEditResolver } from './waiver.resolver.js';

/** The mutations that change articles, sources, rules and who may do what. */
@Module({
  imports: [
    WorkspacesModule,
    ArticlesModule,
    ClaimsModule,
    FindingsModule,
    JobsApiModule,
    ReviewsModule,
    SourcesModule,
    RipplesModule,
  ],
  providers: [
    Editing,
    EffectLoader,
    CitationEdits,
    CitationEditResolver,
    WaiverEdits,
    WaiverEditResolver,
    ClaimMarkEdits,
    ClaimMarkResolver,
    SourceEdits,
    SourceMerges,
    SourceImports,
    ImportSourcesResolver,
    SourceMergeResolver,
    RuleEdits,
    SourceEditResolver,
    ArticleEdits,
    ArticleEditResolver,
    MemberEdits,
    TokenEdits,
    SignIn,
    AccessResolver,
  ],
  exports: [Editing, EffectLoader],
})
export class EditingModule {}
