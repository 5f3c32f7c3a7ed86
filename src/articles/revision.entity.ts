import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ArticleEntity } from './article.entity.js';
import { FORMAT } from '../database/codes.js';
import { codeColumn } from '../database/columns.js';
import type { ArticleFormat } from '../judging/evidence.js';
import { MemberEntity } from '../workspaces/member.entity.js';

/** The text of an article at one time, never changed afterwards. */
@Entity('revision')
@Index('revision_words', { synchronize: false })
@Index('revision_number', ['workspaceId', 'articleId', 'number'], { unique: true })
@ForeignKey(() => ArticleEntity, ['workspaceId', 'articleId'], ['workspaceId', 'id'], {
  name: 'revision_workspace_id_article_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'revision_workspace_id_created_by_fkey',
})
export class RevisionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'revision_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'revision_pkey' })
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  /** Counts from 1 within its article. */
  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column(codeColumn(FORMAT))
  format!: ArticleFormat;

  @Column('text')
  content!: string;

  /** SHA-256 of the content as UTF-8. */
  @Column('bytea', { name: 'content_hash' })
  contentHash!: Buffer;

  @Column('boolean', { name: 'has_reference_list' })
  hasReferenceList!: boolean;

  @Column('integer', { name: 'title_start', nullable: true })
  titleStart!: number | null;

  @Column('integer', { name: 'title_end', nullable: true })
  titleEnd!: number | null;

  @Column('integer', { name: 'title_line' })
  titleLine!: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
