import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Article, Revision } from '../articles/article.type.js';
import { ArticleFormatEnum } from '../graphql/enums.js';
import { DateTime, UrlScalar } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import { Job } from '../jobs/job.type.js';
import type { ArticleFormat } from '../judging/evidence.js';
import { Notice, NOTICED } from './notice.type.js';

@InputType({ description: 'An article to read. The same slug again makes a new revision of the same article.' })
export class ImportArticleInput {
  @Field({ description: 'Its name in the workspace: lower-case letters, digits, hyphens and dots.' })
  slug!: string;

  @Field(() => String, { nullable: true, description: "Its title; the content's own when left out." })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text, of at most 20 MiB. The JSON of a block editor (ProseMirror, Tiptap, Editor.js, Lexical, Slate, Quill, Draft.js, Portable Text, Contentful) is converted to HTML, which is then the content; leave format out.',
  })
  content?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The bytes of a Word document (.docx), a PDF or the JSON of a block editor of at most 20 MiB, in base64, in the place of content. They are converted to HTML, which is then the content: all positions refer to it. Leave format out.',
  })
  contentBase64?: string | null;

  @Field(() => UrlScalar, {
    nullable: true,
    description:
      'Where it is published. Given without content, it is fetched from there: a page, text, Markdown, a PDF, a Word document or the JSON of a block editor, of at most 20 MiB, within 30 seconds. The address that it leads to is kept.',
  })
  url?: string | null;

  @Field(() => ArticleFormatEnum, { nullable: true, description: 'What the content is; guessed when left out.' })
  format?: ArticleFormat | null;

  @Field(() => String, { nullable: true, description: 'The label under which to group it.' })
  desk?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the article that you saw, 0 for none: another one is a CONFLICT. Not compared when left out.',
  })
  expectedVersion?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Store nothing when the article was last imported with just this content, and neither title, url, desk nor publishedAt would change. Then the payload has the article and no revision. A new revision in any case when left out.',
  })
  onlyIfChanged?: boolean | null;
}

@ObjectType({ description: 'What became of an import.' })
export class ImportArticlePayload {
  @Field(() => Article, { nullable: true, description: 'The article; null when there is none yet.' })
  article!: Article | null;

  @Field(() => Revision, {
    nullable: true,
    description: 'The new revision; null when there is none, as nothing had changed (`onlyIfChanged`).',
  })
  revision!: Revision | null;

  @Field(() => Job, { nullable: true, description: 'Who does the work of a long import; ask `node` how far it is.' })
  job!: Job | null;

  @Field(() => [String], {
    description:
      'What editors of the article should know: numbers of theirs that the text took, reviews that no longer hold, parts of JSON that are not known. Of a long import, in its event.',
  })
  notices!: string[];

  @Field(() => [Notice], { description: NOTICED })
  noticed!: Notice[];

  @Field(() => [UserError], { description: 'What was wrong; then nothing was stored.' })
  userErrors!: UserError[];
}
