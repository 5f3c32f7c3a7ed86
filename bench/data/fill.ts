import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { insertArticle, insertRevision } from '../../src/articles/article.repository.js';
import { bulkInsert } from '../../src/database/bulk-insert.js';
import { pipelined } from '../../src/database/pipelined.js';
import type { WorkspaceConnection } from '../../src/database/workspace-connection.js';
import { heldSource, settleSources, storedKey } from '../../src/editing/settle-sources.js';
import { markerRows, sourceRow, tallyOf } from '../../src/editing/revision-rows.js';
import { recordEvents } from '../../src/events/event.repository.js';
import { ArticleTallyEntity } from '../../src/findings/article-tally.entity.js';
import type { Article, Source } from '../../src/judging/evidence.js';
import { judgeArticle } from '../../src/judging/judge.js';
import { RELATIONS_VERSION } from '../../src/judging/relations.js';
import { createRuleset } from '../../src/judging/ruleset.js';
import { readArticle } from '../../src/reading/read-article.js';
import { carryFindings, type CarriedFindings } from '../../src/revising/carry-findings.js';
import { planRevision, type PlannedRevision } from '../../src/revising/plan-revision.js';
import { writeRevision } from '../../src/revising/write-revision.js';
import { PublisherEntity } from '../../src/sources/publisher.entity.js';
import { publisherKey, recordColumns, type KnownSource } from '../../src/sources/source.repository.js';
import { SourceEntity } from '../../src/sources/source.entity.js';

/** A workspace that is being filled, with what it knows so far. */
export interface FilledWorkspace {
  readonly id: string;
  readonly memberId: string;
  readonly sources: Map<string, KnownSource>;
  /** Ids by key. */
  readonly publishers: Map<string, string>;
}

/** One article to be. */
export interface NewArticle {
  readonly slug: string;
  readonly text: string;
  readonly desk: string;
  readonly at: Date;
}

/** An article that was read and judged, and the ids that its rows are going to have. */
export interface ReadyArticle extends NewArticle {
  readonly articleId: string;
  readonly read: Article;
  readonly plan: PlannedRevision;
  readonly findings: CarriedFindings;
}

const ruleset = createRuleset();
/** One source in so many was retracted. */
const RETRACTED_EACH = 400;

/**
 * Reads and judges an article as an import does, its sources known to the workspace: those that are new to it are made
 * known, and their rows written.
 */
export async function ready(
  connection: WorkspaceConnection,
  workspace: FilledWorkspace,
  article: NewArticle,
): Promise<ReadyArticle> {
  const { text, at } = article;
  const read = readArticle(text, { format: 'TEXT' });
  await knowSources(connection, workspace, sourcesOf(read), at);
  const known = sourcesOf(read).map(({ key }) => workspace.sources.get(storedKey(key))!);
  const settled = settleSources(read, [...new Set(known)], [], at);
  const plan = planRevision(
    null,
    {
      article: { ...settled, ratesPublishers: false },
      continues: settled.claims.map(() => ({ held: null, change: 'ADDED' as const })),
      content: text,
      isNew: true,
    },
    { ruleset: {}, keepsSnapshots: false, at },
    ({ key }) => heldSource(workspace.sources.get(storedKey(key))!),
  );
  const judgement = judgeArticle(plan.article, { ruleset, now: at });
  if (judgement.errored.length > 0) throw new Error(`a rule failed: ${judgement.errored[0]!.message}`);
  return { ...article, articleId: uuid(), read: settled, plan, findings: carryFindings(null, plan, judgement) };
}

const sourcesOf = (article: Article): Source[] => article.references.flatMap(({ source }) => source ?? []);

/** Makes sources known that are not, with their publishers. */
export async function knowSources(
  connection: WorkspaceConnection,
  workspace: FilledWorkspace,
  sources: readonly Source[],
  at: Date,
): Promise<void> {
  const fresh: KnownSource[] = [];
  const names = new Map<string, string>();
  for (const source of sources) {
    const key = storedKey(source.key);
    if (workspace.sources.has(key)) continue;
    const isRetracted = createHash('sha256').update(key).digest().readUInt32BE(0) % RETRACTED_EACH === 0;
    const made: KnownSource = {
      id: uuid(),
      key,
      version: 1,
      csl: recordColumns({ ...source, key }).csl,
      publisher: source.publisher,
      owner: null,
      domains: source.publisher === null ? null : [],
      reliability: null,
      retractedAt: isRetracted ? at : null,
      retractionReason: isRetracted ? 'The figures could not be repeated.' : null,
      snapshotCount: 0,
      snapshotsVersion: 0,
      link: null,
      mergedInto: null,
      mergedKeys: [],
    };
    workspace.sources.set(key, made);
    fresh.push(made);
    if (source.publisher !== null && !workspace.publishers.has(publisherKey(source.publisher))) {
      workspace.publishers.set(publisherKey(source.publisher), uuid());
      names.set(publisherKey(source.publisher), source.publisher);
    }
  }
  await bulkInsert(
    connection,
    PublisherEntity,
    [...names].map(([key, name]) => ({ workspaceId: workspace.id, id: workspace.publishers.get(key)!, key, name })),
  );
  const rows = fresh.map((each) => {
    const publisherId = each.publisher === null ? null : workspace.publishers.get(publisherKey(each.publisher))!;
    return sourceRow(workspace.id, heldSource(each), publisherId);
  });
  await bulkInsert(connection, SourceEntity, rows);
}

/** Writes all rows of an article that is ready, by the program's own code. */
export async function writeArticle(
  connection: WorkspaceConnection,
  workspace: FilledWorkspace,
  { articleId, slug, text, desk, at, read, plan, findings }: ReadyArticle,
): Promise<void> {
  const { id: workspaceId, memberId } = workspace;
  const revision = 1;
  const revisionId = uuid();
  await insertArticle(connection, {
    workspaceId,
    id: articleId,
    slug,
    title: read.title,
    language: read.language,
    desk,
    version: 1,
    revision,
    eventSeq: 1,
    relationsVersion: RELATIONS_VERSION,
    publishedAt: null,
    createdAt: at,
    updatedAt: at,
  });
  await pipelined(connection, async (writing) => {
    await insertRevision(
      writing,
      {
        workspaceId,
        id: revisionId,
        articleId,
        number: revision,
        title: read.title,
        format: 'TEXT',
        content: text,
        contentHash: createHash('sha256').update(text, 'utf8').digest(),
        hasReferenceList: read.hasReferenceList,
        titleStart: read.titleSpan?.start ?? null,
        titleEnd: read.titleSpan?.end ?? null,
        titleLine: read.titleLine,
        createdBy: memberId,
        createdAt: at,
      },
      markerRows(workspaceId, revisionId, read),
    );
    const place = { workspaceId, articleId, revision, content: text, memberId, at };
    await writeRevision(writing, place, [], plan, findings, true);
    await recordEvents(writing, workspaceId, articleId, 0, [
      {
        kind: 'article.imported',
        subjectType: 'Article',
        subjectId: articleId,
        before: null,
        after: { revision, title: read.title, byStanding: findings.judgement.summary.byStanding },
        actorId: memberId,
        at,
      },
    ]);
    await bulkInsert(writing, ArticleTallyEntity, [
      { ...tallyOf(workspaceId, articleId, findings.judgement.summary), countedIn: desk },
    ]);
  });
}
