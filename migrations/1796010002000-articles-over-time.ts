import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How articles stood in the past. Before a row of an article changes in what readers see of it, what it was is kept, with
 * the number of the article's newest event: it stood so up to that one. So the article as of any event is what its rows
 * are now, with the first that is kept from that event on in their place. It is done by triggers, for whoever changes
 * a row must not be able to forget it.
 *
 * It begins with the articles as they stand when this is run: `past_since` is the event from which on all is kept.
 */
export class ArticlesOverTime1796010002000 implements MigrationInterface {
  name = 'ArticlesOverTime1796010002000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}

interface Kept {
  /** A code of `PAST_KIND`. */
  readonly kind: number;
  /** Columns that are kept, when one of them changes. */
  readonly columns: readonly string[];
  /** Rows come and go, beside that they change. */
  readonly comes: boolean;
  readonly goes: boolean;
}

const TABLES: Readonly<Record<string, Kept>> = {
  claim: {
    kind: 2,
    columns: ['ordinal', 'text_revision', 'block', 'checkable', 'priority', 'standing', 'gone_in'],
    comes: true,
    goes: false,
  },
  citation: {
    kind: 4,
    columns: [
      ...['claim_id', 'reference_id', 'ordinal', 'stance', 'directness', 'basis', 'state', 'quote', 'locator', 'note'],
    ],
    comes: true,
    goes: true,
  },
  // One that comes is seen through citations alone, and those come too.
  reference: { kind: 5, columns: ['label', 'number', 'source_id'], comes: false, goes: false },
  finding: {
    kind: 6,
    columns: ['claim_id', 'severity', 'bearing', 'state', 'message', 'remedy'],
    comes: true,
    goes: false,
  },
};

const stateOf = (row: string, columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map((name) => `'${name}', ${row}.${name}`).join(', ')})`;
const differs = (columns: readonly string[]): string =>
  `(${columns.map((name) => `OLD.${name}`).join(', ')}) IS DISTINCT FROM (${columns.map((name) => `NEW.${name}`).join(', ')})`;

/** As the owner, who alone may write what is past. What a transaction kept first is how it was before that. */
const trigger = (name: string, insert: string): string => `CREATE FUNCTION ${name}() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO past_row (workspace_id, article_id, kind, row_id, part, until_seq, state)
    ${insert}
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END
$$`;

/** Of an article that is only just made there is no past. */
const statementsFor = (table: string, { kind, columns, comes, goes }: Kept): string[] => [
  trigger(
    `keep_${table}`,
    `SELECT OLD.workspace_id, OLD.article_id, ${kind}, OLD.id, 0, a.event_seq, ${stateOf('OLD', columns)} FROM article a
     WHERE a.workspace_id = OLD.workspace_id AND a.id = OLD.article_id AND a.event_seq > 0`,
  ),
  `CREATE TRIGGER keep_changed AFTER UPDATE ON ${table} FOR EACH ROW WHEN (${differs(columns)})
    EXECUTE FUNCTION keep_${table}()`,
  ...(goes ? [`CREATE TRIGGER keep_gone AFTER DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_${table}()`] : []),
  ...(comes
    ? [
        trigger(
          `keep_no_${table}`,
          `SELECT n.workspace_id, n.article_id, ${kind}, n.id, 0, a.event_seq, NULL FROM (
             SELECT ar.workspace_id, ar.id, ar.event_seq FROM (SELECT DISTINCT workspace_id, article_id FROM fresh) f
             JOIN article ar ON ar.workspace_id = f.workspace_id AND ar.id = f.article_id AND ar.event_seq > 0
             OFFSET 0
           ) a JOIN fresh n ON n.workspace_id = a.workspace_id AND n.article_id = a.id`,
        ),
        `CREATE TRIGGER keep_come AFTER INSERT ON ${table} REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
          EXECUTE FUNCTION keep_no_${table}()`,
      ]
    : []),
];

const ARTICLE = ['title', 'desk', 'revision', 'archived_at'];
const TEXT = ['text', 'section', 'attribute', 'column_heading', 'value', 'value_state'];

const UP = [
  // 0: all of it is kept.
  'ALTER TABLE article ADD past_since bigint NOT NULL DEFAULT 0',
  'UPDATE article SET past_since = event_seq',
  `CREATE TABLE past_row (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- Of which table: 1 article, 2 claim, 3 claim_text, 4 citation, 5 reference, 6 finding.
    kind smallint NOT NULL,
    row_id uuid NOT NULL,
    -- The first revision of a claim's text; 0 elsewhere.
    part integer NOT NULL,
    -- The event of the article up to which it stood so.
    until_seq bigint NOT NULL,
    -- Some of its columns; null: it was not there.
    state jsonb,
    PRIMARY KEY (workspace_id, article_id, kind, row_id, part, until_seq),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,
  'ALTER TABLE past_row ENABLE ROW LEVEL SECURITY',
  `CREATE POLICY workspace_wall ON past_row
    USING (workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid)
    WITH CHECK (workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid)`,
  ...Object.entries(TABLES).flatMap(([table, kept]) => statementsFor(table, kept)),

  trigger('keep_article', `SELECT OLD.workspace_id, OLD.id, 1, OLD.id, 0, OLD.event_seq, ${stateOf('OLD', ARTICLE)}`),
  `CREATE TRIGGER keep_changed AFTER UPDATE ON article FOR EACH ROW
    WHEN (OLD.event_seq > 0 AND ${differs(ARTICLE)}) EXECUTE FUNCTION keep_article()`,

  // Texts stand where they did, but for those that people cut within a revision.
  trigger(
    'keep_claim_text',
    `SELECT OLD.workspace_id, c.article_id, 3, OLD.claim_id, OLD.first_revision, a.event_seq, ${stateOf('OLD', TEXT)}
     FROM claim c JOIN article a ON a.workspace_id = c.workspace_id AND a.id = c.article_id AND a.event_seq > 0
     WHERE c.workspace_id = OLD.workspace_id AND c.id = OLD.claim_id`,
  ),
  `CREATE TRIGGER keep_changed AFTER UPDATE ON claim_text FOR EACH ROW WHEN (${differs(TEXT)})
    EXECUTE FUNCTION keep_claim_text()`,
];

const DOWN = [
  ...['article', 'claim_text', ...Object.keys(TABLES)].map((table) => `DROP TRIGGER keep_changed ON ${table}`),
  ...Object.entries(TABLES).flatMap(([table, { comes, goes }]) => [
    ...(comes ? [`DROP TRIGGER keep_come ON ${table}`, `DROP FUNCTION keep_no_${table}()`] : []),
    ...(goes ? [`DROP TRIGGER keep_gone ON ${table}`] : []),
  ]),
  ...['article', 'claim_text', ...Object.keys(TABLES)].map((table) => `DROP FUNCTION keep_${table}()`),
  'DROP TABLE past_row',
  'ALTER TABLE article DROP past_since',
];
