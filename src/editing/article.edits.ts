import { Inject, Injectable } from '@nestjs/common';
import { markArchived } from '../articles/article.repository.js';
import type { ArchiveArticleInput } from './article.type.js';
import type { Changed } from './change-article.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import { currentOf, expectVersion } from './user-fault.js';

/** Changes of articles as such. */
@Injectable()
export class ArticleEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  /** Takes an article out of the queues; one that is archived already stays so. Importing it again brings it back. */
  archive(viewer: EditorViewer, input: ArchiveArticleInput): Promise<Outcome<Changed<void>>> {
    return this.editing.change(
      viewer,
      'archiveArticle',
      () => {
        const check = new InputCheck();
        const articleId = check.id('Article', input.articleId, 'articleId');
        check.done();
        return {
          input: null,
          locator: { article: articleId },
          name: 'articleId',
          options: { scope: { around: [] }, archived: 'allowed' },
        };
      },
      (edit) => {
        const { article } = edit.state;
        expectVersion(currentOf('Article', article), input.expectedVersion);
        if (article.archivedAt) return;
        edit.write(() => markArchived(edit.connection, edit.workspaceId, article.id, edit.at));
        edit.happen({
          kind: 'article.archived',
          subjectType: 'Article',
          subjectId: article.id,
          before: null,
          after: { archivedAt: edit.at.toISOString() },
        });
      },
    );
  }
}
