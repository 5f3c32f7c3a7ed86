import { Module } from '@nestjs/common';
import { ArticleLoader } from './article.loader.js';
import { ArticleResolver } from './article.resolver.js';

/** Articles and their revisions, as the API shows them. */
@Module({ providers: [ArticleLoader, ArticleResolver], exports: [ArticleLoader] })
export class ArticlesModule {}
