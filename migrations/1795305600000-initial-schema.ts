import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The whole model. Three rules hold for every table:
 *
 * - the primary key leads with `workspace_id`, and so does every foreign key and hot index, so that a statement of one
 *   workspace touches one shard of a distributed PostgreSQL;
 * - closed sets are smallint codes (`src/database/codes.ts`), for under row-level security an enum's operators, which
 *   are not leakproof, could not use an index;
 * - row-level security shows the program's role nothing but the workspace named by the setting `obelus.workspace`.
 *
 * Ids are UUIDv7, made by the program. A revision number counts from 1 within its article.
 */
export class InitialSchema1795305600000 implements MigrationInterface {
  name = 'InitialSchema1795305600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES, ...FUNCTIONS]) await queryRunner.query(statement);
    for (const table of WALLED) {
      const key = table === 'workspace' ? 'id' : 'workspace_id';
      const mine = `${key} = nullif(current_setting('obelus.workspace', true), '')::uuid`;
      await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await queryRunner.query(`CREATE POLICY workspace_wall ON ${table} USING (${mine}) WITH CHECK (${mine})`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION search_claims(text, integer), find_token(bytea), touch_token(bytea)');
    await queryRunner.query(`DROP TABLE ${[...WALLED].reverse().join(', ')}`);
  }
}

const TABLES = [
  `CREATE TABLE workspace (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    ruleset jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE member (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    email text,
    role smallint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id)
  )`,

  `CREATE TABLE api_token (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    member_id uuid NOT NULL,
    name text NOT NULL,
    -- SHA-256 of the token: it is random and long, so a slow hash would protect nothing more.
    hash bytea NOT NULL,
    role smallint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz,
    revoked_at timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, member_id) REFERENCES member (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE article (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    url text,
    language text,
    desk text,
    published_at timestamptz,
    -- Counts changes, for optimistic concurrency.
    version integer NOT NULL DEFAULT 1,
    -- The number of the newest revision.
    revision integer NOT NULL,
    -- The sequence number of its newest event; taken under the lock on this row.
    event_seq bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    archived_at timestamptz,
    PRIMARY KEY (workspace_id, id)
  )`,

  `CREATE TABLE revision (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    format smallint NOT NULL,
    content text NOT NULL,
    -- SHA-256 of the content as UTF-8.
    content_hash bytea NOT NULL,
    has_reference_list boolean NOT NULL,
    title_start integer,
    title_end integer,
    title_line integer NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE marker (
    workspace_id uuid NOT NULL,
    revision_id uuid NOT NULL,
    ordinal integer NOT NULL,
    raw text NOT NULL,
    start_offset integer NOT NULL,
    end_offset integer NOT NULL,
    line integer NOT NULL,
    labels text[] NOT NULL,
    problem text,
    PRIMARY KEY (workspace_id, revision_id, ordinal),
    FOREIGN KEY (workspace_id, revision_id) REFERENCES revision (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE publisher (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL,
    -- The name folded for comparison.
    key text NOT NULL,
    owner text,
    domains text[] NOT NULL DEFAULT '{}',
    -- Admiralty code of the source's reliability: 1 = A … 6 = F; null = unrated.
    reliability smallint,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id)
  )`,

  `CREATE TABLE source (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    -- Names the same thing wherever it is cited: "doi:…", "url:…", "text:…".
    key text NOT NULL,
    title text,
    url text,
    doi text,
    publisher_id uuid,
    published_at timestamptz,
    -- CSL-JSON, and under "custom" what CSL has no field for.
    csl jsonb NOT NULL,
    retracted_at timestamptz,
    retraction_reason text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, publisher_id) REFERENCES publisher (workspace_id, id)
  )`,

  `CREATE TABLE snapshot (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    -- SHA-256 of the text as UTF-8.
    hash bytea NOT NULL,
    media_type text NOT NULL,
    title text,
    content text NOT NULL,
    -- False when only a part of the source was captured.
    complete boolean NOT NULL,
    captured_by uuid,
    captured_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, captured_by) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE reference (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    label text NOT NULL,
    number integer NOT NULL,
    -- Its entry in the article's list; null when it is cited and not listed, or was defined by an editor.
    text text,
    start_offset integer,
    end_offset integer,
    line integer,
    -- Where in the source it points: "p. 12". Sources are shared, places in them are not.
    locator text,
    source_id uuid,
    marker_count integer NOT NULL DEFAULT 0,
    citation_count integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    -- The revision that first lacked it; null while it stands.
    gone_in integer,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id)
  )`,

  `CREATE TABLE claim (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- Reading order in the newest revision that has it, from 1.
    ordinal integer NOT NULL,
    -- The first revision of its current text: names the row of claim_text.
    text_revision integer NOT NULL,
    block smallint NOT NULL,
    checkable boolean NOT NULL,
    priority smallint NOT NULL,
    -- What people said over the reader; null where they said nothing.
    block_override smallint,
    checkable_override boolean,
    priority_override smallint,
    standing smallint NOT NULL,
    -- Worst and most important first; see src/judging/rank.ts.
    rank smallint NOT NULL,
    -- Restatements in the article share it; null for a claim that nothing restates.
    restatement_group integer,
    -- [{"rule": …, "reason": …}]
    not_assessed jsonb NOT NULL DEFAULT '[]',
    assignee_id uuid,
    version integer NOT NULL DEFAULT 1,
    judged_at timestamptz NOT NULL,
    -- When time alone may change its standing.
    due_at timestamptz,
    changed_at timestamptz NOT NULL,
    -- The revision that first lacked it; null while it stands.
    gone_in integer,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, assignee_id) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE claim_text (
    workspace_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    first_revision integer NOT NULL,
    -- The last revision that reads so; null while it is current.
    last_revision integer,
    text text NOT NULL,
    section text,
    attribute text,
    column_heading text,
    value text,
    value_state smallint,
    evidence_note text,
    not_checkable text,
    lede boolean NOT NULL,
    block_index integer NOT NULL,
    line integer NOT NULL,
    start_offset integer NOT NULL,
    end_offset integer NOT NULL,
    -- W3C TextQuoteSelector in the revision's content.
    exact text NOT NULL,
    prefix text NOT NULL,
    suffix text NOT NULL,
    -- [{"start": …, "end": …, "word": …}]
    holes jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (workspace_id, claim_id, first_revision),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE citation (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    reference_id uuid NOT NULL,
    -- Order within the claim, from 1.
    ordinal integer NOT NULL,
    stance smallint NOT NULL,
    directness smallint NOT NULL,
    basis smallint NOT NULL,
    state smallint NOT NULL,
    quote text,
    locator text,
    note text,
    -- [{"start": …, "end": …}] of its markers in the revision; empty for one that an editor attached.
    spans jsonb NOT NULL DEFAULT '[]',
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, reference_id) REFERENCES reference (workspace_id, id),
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE finding (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    claim_id uuid,
    rule text NOT NULL,
    severity smallint NOT NULL,
    -- A standing's code (MISSING, WEAK); null when it bears on none.
    bearing smallint,
    state smallint NOT NULL,
    message text NOT NULL,
    remedy text NOT NULL,
    line integer NOT NULL,
    start_offset integer,
    end_offset integer,
    exact text,
    prefix text,
    suffix text,
    fingerprint text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    fixed_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE waiver (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- By fingerprint, so that it survives a revision that does not touch the text.
    fingerprint text NOT NULL,
    reason text NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    lifted_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE verdict (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    value smallint NOT NULL,
    text text NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    -- When another one took its place, or the claim's text changed under it.
    outdated_at timestamptz,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,

  `CREATE TABLE comment (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    text text NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, claim_id) REFERENCES claim (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,

  // Totals of an article, exact, written in the transaction of each change. One wide row, so that a dashboard over
  // a million claims adds up a row an article.
  `CREATE TABLE article_tally (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    claims integer NOT NULL,
    checkable integer NOT NULL,
    not_checkable integer NOT NULL,
    refuted integer NOT NULL,
    contested integer NOT NULL,
    missing integer NOT NULL,
    weak integer NOT NULL,
    waived integer NOT NULL,
    cited integer NOT NULL,
    adequate integer NOT NULL,
    errors integer NOT NULL,
    warnings integer NOT NULL,
    notes integer NOT NULL,
    not_assessed integer NOT NULL,
    -- {"rule": open findings}
    by_rule jsonb NOT NULL,
    PRIMARY KEY (workspace_id, article_id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,

  // Append-only: who did what to which thing, when, with the state before and after.
  `CREATE TABLE event (
    workspace_id uuid NOT NULL,
    article_id uuid NOT NULL,
    -- Without a gap within its article; taken under the article's lock.
    seq bigint NOT NULL,
    -- The order within the workspace, given afterwards to committed events; null until then.
    workspace_seq bigint,
    kind text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    actor_id uuid,
    before jsonb,
    after jsonb,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, article_id, seq),
    FOREIGN KEY (workspace_id, article_id) REFERENCES article (workspace_id, id) ON DELETE CASCADE
  )`,

  `CREATE TABLE job (
    workspace_id uuid NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
    id uuid NOT NULL,
    kind text NOT NULL,
    state smallint NOT NULL,
    done integer NOT NULL DEFAULT 0,
    total integer,
    error text,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, created_by) REFERENCES member (workspace_id, id)
  )`,
];

/** In the order in which they were made. */
const WALLED = [
  'workspace',
  'member',
  'api_token',
  'article',
  'revision',
  'marker',
  'publisher',
  'source',
  'snapshot',
  'reference',
  'claim',
  'claim_text',
  'citation',
  'finding',
  'waiver',
  'verdict',
  'comment',
  'article_tally',
  'event',
  'job',
];

/** Standing codes 1 to 4 are REFUTED, CONTESTED, MISSING, WEAK: the unsupported. Finding state 1 is OPEN. */
const INDEXES = [
  'CREATE UNIQUE INDEX api_token_hash ON api_token (hash)',
  'CREATE UNIQUE INDEX article_slug ON article (workspace_id, slug)',
  'CREATE INDEX article_title ON article (workspace_id, title, id)',
  'CREATE INDEX article_updated ON article (workspace_id, updated_at, id)',
  'CREATE INDEX article_desk ON article (workspace_id, desk, id)',
  'CREATE UNIQUE INDEX revision_number ON revision (workspace_id, article_id, number)',
  'CREATE UNIQUE INDEX publisher_key ON publisher (workspace_id, key)',
  'CREATE UNIQUE INDEX source_key ON source (workspace_id, key)',
  'CREATE INDEX source_publisher ON source (workspace_id, publisher_id, id)',
  'CREATE INDEX snapshot_source ON snapshot (workspace_id, source_id, captured_at)',
  'CREATE UNIQUE INDEX reference_label ON reference (workspace_id, article_id, label) WHERE gone_in IS NULL',
  'CREATE INDEX reference_source ON reference (workspace_id, source_id, article_id)',
  `CREATE INDEX reference_missing ON reference (workspace_id, article_id, number)
    WHERE source_id IS NULL AND gone_in IS NULL`,
  'CREATE INDEX claim_rank ON claim (workspace_id, rank, id) WHERE gone_in IS NULL',
  'CREATE INDEX claim_article_rank ON claim (workspace_id, article_id, rank, id) WHERE gone_in IS NULL',
  `CREATE INDEX claim_unsupported ON claim (workspace_id, rank, id)
    WHERE gone_in IS NULL AND standing BETWEEN 1 AND 4`,
  `CREATE INDEX claim_article_unsupported ON claim (workspace_id, article_id, rank, id)
    WHERE gone_in IS NULL AND standing BETWEEN 1 AND 4`,
  'CREATE INDEX claim_reading_order ON claim (workspace_id, article_id, ordinal) WHERE gone_in IS NULL',
  'CREATE INDEX claim_assignee ON claim (workspace_id, assignee_id, rank, id) WHERE assignee_id IS NOT NULL',
  'CREATE INDEX claim_due ON claim (workspace_id, due_at) WHERE due_at IS NOT NULL',
  'CREATE INDEX claim_changed ON claim (workspace_id, changed_at, id) WHERE gone_in IS NULL',
  `CREATE INDEX claim_restatements ON claim (workspace_id, article_id, restatement_group)
    WHERE restatement_group IS NOT NULL AND gone_in IS NULL`,
  // PostgreSQL refuses to search a text of more than about a mebibyte; a claim that long is none that people look for.
  `CREATE INDEX claim_text_search ON claim_text USING gin (to_tsvector('english', left(text, 50000)))
    WHERE last_revision IS NULL`,
  'CREATE UNIQUE INDEX citation_claim_reference ON citation (workspace_id, claim_id, reference_id)',
  'CREATE INDEX citation_reference ON citation (workspace_id, reference_id, claim_id)',
  'CREATE INDEX finding_claim ON finding (workspace_id, claim_id, state)',
  'CREATE INDEX finding_article ON finding (workspace_id, article_id, state, severity, id)',
  'CREATE INDEX finding_rule ON finding (workspace_id, rule, state, claim_id)',
  'CREATE INDEX finding_open ON finding (workspace_id, severity, id) WHERE state = 1',
  'CREATE INDEX waiver_article ON waiver (workspace_id, article_id, fingerprint)',
  'CREATE UNIQUE INDEX verdict_current ON verdict (workspace_id, claim_id) WHERE outdated_at IS NULL',
  'CREATE INDEX comment_claim ON comment (workspace_id, claim_id, created_at)',
  'CREATE INDEX event_workspace ON event (workspace_id, workspace_seq)',
  'CREATE INDEX event_subject ON event (workspace_id, subject_id, seq)',
];

const FUNCTIONS = [
  // Under row-level security the full text operator could not use its index. The owner's function can, and checks
  // the workspace itself.
  `CREATE FUNCTION search_claims(words text, at_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT claim_id FROM claim_text
    WHERE workspace_id = nullif(current_setting('obelus.workspace', true), '')::uuid
      AND last_revision IS NULL AND to_tsvector('english', left(text, 50000)) @@ websearch_to_tsquery('english', words)
    LIMIT at_most
  $$`,

  // Before a token is known there is no workspace to set. Whoever has the token's hash has the token.
  `CREATE FUNCTION find_token(token_hash bytea)
    RETURNS TABLE (workspace_id uuid, token_id uuid, member_id uuid, role smallint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT t.workspace_id, t.id, t.member_id, least(t.role, m.role)
    FROM api_token t JOIN member m ON m.workspace_id = t.workspace_id AND m.id = t.member_id
    WHERE t.hash = token_hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
  $$`,

  // Of use to people who clean up tokens; to the minute is enough.
  `CREATE FUNCTION touch_token(token_hash bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE api_token SET last_used_at = now()
    WHERE hash = token_hash AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
  $$`,
];
