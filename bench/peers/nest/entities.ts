import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('article')
export class Article {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  slug!: string;
}

@Entity('claim_text')
export class ClaimText {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { name: 'claim_id' })
  claimId!: string;

  @PrimaryColumn('integer', { name: 'first_revision' })
  firstRevision!: number;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  section!: string | null;
}

@Entity('claim')
export class Claim {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'article_id' })
  articleId!: string;

  @Column('integer', { name: 'text_revision' })
  textRevision!: number;

  @Column('smallint')
  standing!: number;

  @Column('smallint')
  priority!: number;

  @Column('smallint')
  rank!: number;

  @Column('integer', { name: 'gone_in', nullable: true })
  goneIn!: number | null;

  @ManyToOne(() => ClaimText)
  @JoinColumn([
    { name: 'workspace_id', referencedColumnName: 'workspaceId' },
    { name: 'id', referencedColumnName: 'claimId' },
    { name: 'text_revision', referencedColumnName: 'firstRevision' },
  ])
  words!: ClaimText;
}

@Entity('source')
export class Source {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;
}

@Entity('reference')
export class Reference {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { name: 'source_id', nullable: true })
  sourceId!: string | null;
}

@Entity('citation')
export class Citation {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'claim_id' })
  claimId!: string;

  @Column('uuid', { name: 'reference_id' })
  referenceId!: string;

  @Column('integer')
  ordinal!: number;

  @Column('smallint')
  stance!: number;

  @ManyToOne(() => Reference)
  @JoinColumn([
    { name: 'workspace_id', referencedColumnName: 'workspaceId' },
    { name: 'reference_id', referencedColumnName: 'id' },
  ])
  reference!: Reference;
}

@Entity('finding')
export class Finding {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'claim_id', nullable: true })
  claimId!: string | null;

  @Column('text')
  rule!: string;

  @Column('smallint')
  severity!: number;

  @Column('smallint')
  state!: number;

  @Column('text')
  message!: string;
}

export const ENTITIES = [Article, ClaimText, Claim, Source, Reference, Citation, Finding];
