import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { JobsApiModule } from '../jobs/jobs-api.module.js';
import { ImportArticleResolver } from './import-article.resolver.js';
import { ImportingModule } from './importing.module.js';

/** The mutation that imports. */
@Module({ imports: [ImportingModule, ArticlesModule, JobsApiModule], providers: [ImportArticleResolver] })
export class ImportApiModule {}
