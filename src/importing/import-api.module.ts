import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { JobLoader } from '../jobs/job.loader.js';
import { ImportArticleResolver } from './import-article.resolver.js';
import { ImportingModule } from './importing.module.js';

/** The mutation that imports. */
@Module({ imports: [ImportingModule, ArticlesModule], providers: [ImportArticleResolver, JobLoader] })
export class ImportApiModule {}
