import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import {
  advanceArticle,
  insertArticle,
  insertRevision,
  lockArticle,
  type LockedArticle,
} from '../articles/article.repository.js';
import { insertClaims, insertParts, retireClaims } from '../claims/claim.repository.js';
import type { WorkspaceConnection } from '../database/database.js';
import { recordEvents } from '../events/event.repository.js';
import { fixFindings, insertFindings, waivedFingerprints, writeTally } from '../findings/finding.repository.js';
import type { Article, ArticleFormat, Source } from '../judging/evidence.js';
import type { Judgement } from '../judging/judge.js';
import { RELATIONS_VERSION } from '../judging/relations.js';
import type { RulesetConfig } from '../judging/ruleset.js';
import {
  ensurePublishers,
  holdSources,
  insertReferences,
  insertSources,
  publisherKey,
  retireReferences,
} from '../sources/source.repository.js';
import { rulesetOf } from '../workspaces/workspace.repository.js';
import { claimRows, findingRows, markerRows, referenceRows, sourceRow, tallyOf } from './revision-rows.js';
import { sourceKeysOf } from './settle-sources.js';

/** Longer titles are cut where articles are listed, in characters; the revision keeps them whole. */
const TITLE_SHOWN = 500;

/** Who changes something. A `Viewer` is one. */
export interface Editor {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** What is imported. */
export interface RevisionInput {
  readonly slug: string;
  readonly content: string;
  readonly format: ArticleFormat;
  /** Null leaves what the article has; so do the next two. */
  readonly url: string | null;
  readonly desk: string | null;
  readonly publishedAt: Date | null;
  /** The version that the caller saw, 0 for none; null when it does not matter. */
  readonly expectedVersion: number | null;
}

/** What a judgement took from the database. When it has changed by the time of storing, the judgement is outdated. */
export interface JudgedOn {
  readonly ruleset: RulesetConfig;
  /** Fingerprints in order. */
  readonly waived: readonly string[];
  /** The sources that the workspace had, with the versions that were looked at. */
  readonly sources: readonly { readonly id: string; readonly key: string; readonly version: number }[];
}

export interface JudgedArticle {
  /** Its sources settled. */
  readonly article: Article;
  readonly judgement: Judgement;
  readonly on: JudgedOn;
  readonly at: Date;
}

export type StoreResult =
  | { readonly kind: 'stored'; readonly articleId: string; readonly revisionId: string; readonly revision: number }
  /** `version` is the one that the article has; null: there is no such article. */
  | { readonly kind: 'conflict'; readonly version: number | null };

/** Thrown when what was judged on has changed meanwhile: the transaction is undone; judge again, and store that. */
export class OutdatedJudgementError extends Error {
  override readonly name = 'OutdatedJudgementError';
}

/**
 * Stores an article's next revision with all that was found in it, in the transaction of `connection`, under the
 * article's lock: two imports of one slug become two revisions, one after the other.
 *
 * @throws OutdatedJudgementError
 */
export async function storeRevision(
  connection: WorkspaceConnection,
  editor: Editor,
  input: RevisionInput,
  judged: JudgedArticle,
): Promise<StoreResult> {
  const { workspaceId } = editor;
  const locked = await lockOrMake(connection, editor, input, judged);
  if (locked.kind === 'conflict') return locked;
  const { article: former } = locked;
  const sourceIds = await settleRows(connection, workspaceId, former, judged);

  const place = {
    workspaceId,
    articleId: former.id,
    revisionId: uuid(),
    revision: former.revision + 1,
    content: input.content,
    memberId: editor.memberId,
    at: judged.at,
  };
  const { article, judgement, at } = judged;
  await retireClaims(connection, workspaceId, former.id, place.revision, at);
  await retireReferences(connection, workspaceId, former.id, place.revision);
  const firstSeen = await fixFindings(connection, workspaceId, former.id, at);

  await insertRevision(connection, revisionRow(place, input, article), markerRows(place, article));
  const references = referenceRows(place, article, sourceIds);
  await insertReferences(connection, references);
  const referenceIds = new Map(references.map(({ id, label }) => [label!, id]));
  const rows = claimRows(place, article, judgement, referenceIds);
  await insertClaims(connection, rows.claims, rows.texts, rows.citations);
  await insertParts(connection, rows.parts);
  await insertFindings(connection, findingRows(place, judgement, rows.ids, firstSeen));

  const eventSeq = await recordEvents(connection, workspaceId, former.id, former.eventSeq, [
    {
      kind: 'article.imported',
      subjectType: 'Article',
      subjectId: former.id,
      actorId: editor.memberId,
      before: former.revision === 0 ? null : { revision: former.revision },
      after: { revision: place.revision, title: article.title, byStanding: judgement.summary.byStanding },
      at,
    },
  ]);
  await advanceArticle(connection, workspaceId, former.id, {
    title: shown(article.title),
    language: article.language,
    url: input.url,
    desk: input.desk,
    publishedAt: input.publishedAt,
    revision: place.revision,
    eventSeq,
    relationsVersion: RELATIONS_VERSION,
    at,
  });
  await writeTally(connection, tallyOf(workspaceId, former.id, judgement.summary));
  return { kind: 'stored', articleId: former.id, revisionId: place.revisionId, revision: place.revision };
}

type Locked = { readonly kind: 'locked'; readonly article: LockedArticle };

async function lockOrMake(
  connection: WorkspaceConnection,
  { workspaceId }: Editor,
  { slug, expectedVersion }: RevisionInput,
  { article, at }: JudgedArticle,
): Promise<Locked | Extract<StoreResult, { kind: 'conflict' }>> {
  let found = await lockArticle(connection, workspaceId, slug);
  if (!found) {
    if (expectedVersion !== null && expectedVersion !== 0) return { kind: 'conflict', version: null };
    const made = await insertArticle(connection, {
      workspaceId,
      id: uuid(),
      slug,
      title: shown(article.title),
      // Its first revision, stored next, makes both 1.
      version: 0,
      revision: 0,
      createdAt: at,
    });
    if (made) return { kind: 'locked', article: made };
    found = await lockArticle(connection, workspaceId, slug);
    if (!found) throw new OutdatedJudgementError('the article went away');
  }
  if (expectedVersion !== null && expectedVersion !== found.version)
    return { kind: 'conflict', version: found.version };
  return { kind: 'locked', article: found };
}

/**
 * Holds what was judged on, after seeing that it has not changed, and adds the sources that are new.
 *
 * @returns ids of the article's sources by key
 */
async function settleRows(
  connection: WorkspaceConnection,
  workspaceId: string,
  former: LockedArticle,
  { article, on, at }: JudgedArticle,
): Promise<Map<string, string>> {
  const ruleset = await rulesetOf(connection, workspaceId, 'hold');
  const waived = await waivedFingerprints(connection, workspaceId, former.id, at);
  const held = await holdSources(connection, workspaceId, sourceKeysOf(article));
  const state = (sources: JudgedOn['sources']): unknown[] => sources.map(({ id, version }) => [id, version]);
  const same =
    JSON.stringify([ruleset, waived, state(held)]) === JSON.stringify([on.ruleset, on.waived, state(on.sources)]);
  if (!same) throw new OutdatedJudgementError('the rules, a waiver or a source changed while the article was judged');

  const ids = new Map(held.map(({ id, key }) => [key, id]));
  const fresh = new Map<string, Source>();
  for (const { source } of article.references) {
    if (source && !ids.has(source.key) && !fresh.has(source.key)) fresh.set(source.key, source);
  }
  if (fresh.size === 0) return ids;
  const names = [...fresh.values()].flatMap(({ publisher }) => (publisher === null ? [] : [publisher]));
  const publishers =
    names.length > 0 ? await ensurePublishers(connection, workspaceId, names) : new Map<string, string>();
  const rows = [...fresh.values()].map((source) => {
    const publisher = source.publisher === null ? null : (publishers.get(publisherKey(source.publisher)) ?? null);
    return sourceRow(workspaceId, source, publisher);
  });
  const added = await insertSources(connection, rows);
  if (added.length < rows.length) throw new OutdatedJudgementError('another import added one of the sources');
  for (const { id, key } of added) ids.set(key, id);
  return ids;
}

function revisionRow(
  place: { workspaceId: string; revisionId: string; articleId: string; revision: number; memberId: string; at: Date },
  { content, format }: RevisionInput,
  article: Article,
): Parameters<typeof insertRevision>[1] {
  return {
    workspaceId: place.workspaceId,
    id: place.revisionId,
    articleId: place.articleId,
    number: place.revision,
    title: article.title,
    format,
    content,
    contentHash: createHash('sha256').update(content, 'utf8').digest(),
    hasReferenceList: article.hasReferenceList,
    titleStart: article.titleSpan?.start ?? null,
    titleEnd: article.titleSpan?.end ?? null,
    titleLine: article.titleLine,
    createdBy: place.memberId,
    createdAt: place.at,
  };
}

function shown(title: string): string {
  return title.length <= TITLE_SHOWN ? title : `${title.slice(0, TITLE_SHOWN - 1)}…`;
}
