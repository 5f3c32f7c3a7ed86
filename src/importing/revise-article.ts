import { v7 as uuid } from 'uuid';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type WorkspaceConnection } from '../database/database.js';
import type { HeldSource } from '../editing/article-state.js';
import { carryFindings } from '../revising/carry-findings.js';
import { loadFormer, type FormerArticle } from '../revising/former-article.js';
import type { ArticleLocator } from '../editing/load-article.js';
import { planRevision, type NextText } from '../revising/plan-revision.js';
import {
  heldSource,
  heldSourceKeysOf,
  publisherKeysOf,
  settleSources,
  sourceKeysOf,
  storedKey,
} from '../editing/settle-sources.js';
import { OutdatedJudgementError, type Editor, type JudgedArticle } from '../revising/store-revision.js';
import type { Source } from '../judging/evidence.js';
import { findPublishers, findPublishersByDomain, ratesPublishers } from '../sources/publisher.repository.js';
import { findSources, type KnownSource } from '../sources/source.repository.js';
import { judgingSettingsOf } from '../workspaces/workspace.repository.js';
import { domainsOf, namedByDomain } from './publishers-by-domain.js';
import { ReadingPool } from './reading-pool.js';

/** How long a statement may run that stores a revision, in milliseconds: it inserts thousands of rows. */
const STATEMENT_LIMIT_MS = 120_000;
/** How often what was judged is judged again when it changes meanwhile. */
const ATTEMPTS = 10;
/** After so many attempts the article is held while it is judged: its editors wait, and cannot come between again. */
const FREE_ATTEMPTS = 3;

/** Reads from the database, in whatever transaction there is. */
export type Ask = <R>(work: (connection: WorkspaceConnection) => Promise<R>) => Promise<R>;

/** One revision to be. */
export interface Revising<T> {
  readonly locator: ArticleLocator;
  /** Makes the new text from the article as it stands. Called again when that has changed. */
  propose(former: FormerArticle | null, ask: Ask): Promise<NextText>;
  /** In one transaction. @throws OutdatedJudgementError when what was judged on has changed */
  store(connection: WorkspaceConnection, judged: JudgedArticle): Promise<T>;
  judged?(): Promise<void>;
}

/**
 * The way of every new text of an article: what editors added to the former one is merged into it, and all of it is
 * judged in the pool, while nobody waits; then it is stored under the article's lock, if nothing has changed.
 */
@Injectable()
export class ReviseArticle {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingPool) private readonly pool: ReadingPool,
  ) {}

  /** @throws OutdatedJudgementError when others kept changing the same; ReadingError; whatever `revising` throws */
  async run<T>(editor: Editor, revising: Revising<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await (attempt <= FREE_ATTEMPTS ? this.freely(editor, revising) : this.holding(editor, revising));
      } catch (error) {
        if (!(error instanceof OutdatedJudgementError) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async freely<T>(editor: Editor, revising: Revising<T>): Promise<T> {
    const judged = await this.judge(editor, revising, 'look', (work) => this.database.readWorkspace(editor, work));
    return await this.transact(editor, (connection) => revising.store(connection, judged));
  }

  private holding<T>(editor: Editor, revising: Revising<T>): Promise<T> {
    return this.transact(editor, async (connection) => {
      const judged = await this.judge(editor, revising, 'hold', (work) => work(connection));
      return await revising.store(connection, judged);
    });
  }

  private transact<T>(editor: Editor, work: (connection: WorkspaceConnection) => Promise<T>): Promise<T> {
    return this.database.withWorkspace(editor, work, { statementTimeoutMs: STATEMENT_LIMIT_MS });
  }

  private async judge(
    { workspaceId }: Editor,
    { locator, propose, judged }: Revising<unknown>,
    grip: 'hold' | 'look',
    ask: Ask,
  ): Promise<JudgedArticle> {
    const at = new Date();
    const former = await ask((connection) => loadFormer(connection, workspaceId, locator, at, grip));
    const next = await propose(former, ask);
    const cited = (former?.state.references ?? []).flatMap(({ source }) => (source ? [source] : []));
    const keys = [...new Set([...sourceKeysOf(next.article), ...cited.map(({ evidence }) => evidence.key)])].sort();
    const { settings, known, rated, byDomain } = await ask(async (connection) => {
      const [judging, rates, sources, owners] = await Promise.all([
        judgingSettingsOf(connection, workspaceId),
        ratesPublishers(connection, workspaceId),
        findSources(connection, workspaceId, keys),
        findPublishersByDomain(connection, workspaceId, domainsOf(next.article)),
      ]);
      return { settings: judging, known: sources, rated: rates, byDomain: owners };
    });
    const read = namedByDomain(next.article, byDomain);
    const named = publisherKeysOf([...read.references.flatMap(({ source }) => source ?? []), ...known]);
    const publishers = await ask((connection) => findPublishers(connection, workspaceId, named));
    const article = settleSources(read, known, publishers, at);
    const plan = planRevision(
      former,
      { ...next, article: { ...article, ratesPublishers: rated } },
      { ...settings, at },
      recordsOf(cited, known),
    );
    const waived = former ? [...former.state.waived].sort() : [];
    const judgement = await this.pool.judge({ article: plan.article, ruleset: settings.ruleset, waived, now: at });
    await judged?.();
    const used = new Set(heldSourceKeysOf(plan.references.all));
    return {
      former,
      read: article,
      plan,
      findings: carryFindings(former, plan, judgement),
      on: { settings, waived, ratesPublishers: rated, publishers, sources: known.filter(({ key }) => used.has(key)) },
      at,
    };
  }
}

/**
 * The record of each source: the workspace's, or one that is going to be made.
 *
 * @param cited what the article cites already; `known` was read later
 */
function recordsOf(cited: readonly HeldSource[], known: readonly KnownSource[]): (source: Source) => HeldSource {
  const records = new Map(cited.map((each) => [each.evidence.key, each]));
  for (const each of known) {
    records.set(each.key, heldSource(each));
  }
  return (source) => {
    const key = storedKey(source.key);
    let record = records.get(key);
    if (!record)
      records.set(
        key,
        (record = { id: uuid(), version: 0, snapshotsVersion: 0, evidence: { ...source, key, locator: null } }),
      );
    return record;
  };
}
