import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import {
  advanceArticle,
  insertArticle,
  insertRevision,
  lockArticle,
  touchArticle,
} from '../articles/article.repository.js';
import { askToCompare } from '../claims/comparison.repository.js';
import { insertCuts } from '../claims/claim-cut.repository.js';
import type { WorkspaceConnection } from '../database/database.js';
import { pipelined } from '../database/pipelined.js';
import { recordEvents, type Happening } from '../events/event.repository.js';
import { waivedFingerprints, writeTally, type FindingFlow } from '../findings/finding.repository.js';
import type { Article, ArticleFormat } from '../judging/evidence.js';
import type { Notice } from '../reading/notice.js';
import { RELATIONS_VERSION } from '../judging/relations.js';
import { findPublishers, ratesPublishers, type KnownPublisher } from '../sources/publisher.repository.js';
import { ensurePublishers, holdSources, insertSources, publisherKey } from '../sources/source.repository.js';
import { judgingSettingsOf, type JudgingSettings } from '../workspaces/workspace.repository.js';
import type { HeldSource } from '../editing/article-state.js';
import type { CarriedFindings } from './carry-findings.js';
import type { ClaimCut } from './claim-cuts.js';
import type { FormerArticle } from './former-article.js';
import type { PlannedRevision } from './plan-revision.js';
import { revisionEvents, revisionNotices } from './revision-events.js';
import { markerRows, sourceRow, tallyOf, type RevisionPlace } from '../editing/revision-rows.js';
import { publisherKeysOf, heldSourceKeysOf } from '../editing/settle-sources.js';
import { writeRevision } from './write-revision.js';

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
  readonly settings: JudgingSettings;
  /** Fingerprints in order. */
  readonly waived: readonly string[];
  readonly ratesPublishers: boolean;
  /** Those that sources of the article name, in the order of their keys. */
  readonly publishers: readonly KnownPublisher[];
  /** The sources that the workspace had, with the versions that were looked at, in the order of their keys. */
  readonly sources: readonly { readonly id: string; readonly key: string; readonly version: number }[];
}

/** A new text of an article, with all that was added to it, judged and ready to be stored. */
export interface JudgedArticle {
  /** Null: there was none of this slug. */
  readonly former: FormerArticle | null;
  /** As it was read. */
  readonly read: Article;
  readonly plan: PlannedRevision;
  readonly findings: CarriedFindings;
  readonly on: JudgedOn;
  readonly at: Date;
}

export interface StoredRevision {
  readonly articleId: string;
  readonly revisionId: string;
  readonly revision: number;
  /** What editors should know. */
  readonly notices: readonly Notice[];
}

export type StoreResult =
  | ({ readonly kind: 'stored' } & StoredRevision)
  /** The article as it is; null: there is none. */
  | { readonly kind: 'conflict'; readonly article: { readonly id: string; readonly version: number } | null };

/** Thrown when what was judged on has changed meanwhile: the transaction is undone; judge again, and store that. */
export class OutdatedJudgementError extends Error {
  override readonly name = 'OutdatedJudgementError';
}

/** What the history says of a new text, but for who made it and when. */
export type Told = Pick<Happening, 'kind' | 'subjectType' | 'subjectId' | 'before' | 'after'>;

/**
 * Stores an article's next revision with all that was found in it, in the transaction of `connection`, under the
 * article's lock: two imports of one slug become two revisions, one after the other.
 *
 * @param told the event, where it is not an import
 * @throws OutdatedJudgementError
 */
export async function storeRevision(
  connection: WorkspaceConnection,
  editor: Editor,
  input: RevisionInput,
  judged: JudgedArticle,
  told?: Told,
): Promise<StoreResult> {
  const { workspaceId, memberId } = editor;
  const locked = await lockOrMake(connection, editor, input, judged);
  if (locked.kind === 'conflict') return locked;
  const { id: articleId, eventSeq: lastSeq } = locked.article;
  const before = locked.article.revision;
  await settleRows(connection, workspaceId, articleId, judged);

  const { read, at } = judged;
  const place = { workspaceId, articleId, revision: before + 1, content: input.content, memberId, at };
  const revisionId = uuid();
  await pipelined(connection, async (writing) => {
    await insertRevision(
      writing,
      revisionRow(place, revisionId, input, read),
      markerRows(workspaceId, revisionId, read),
    );
    const eventSeq = await write(writing, place, judged, told ?? imported(place, judged), lastSeq);
    await advanceArticle(writing, workspaceId, articleId, {
      title: shown(read.title),
      language: read.language,
      url: input.url,
      desk: input.desk,
      publishedAt: input.publishedAt,
      revision: place.revision,
      eventSeq,
      relationsVersion: RELATIONS_VERSION,
      at,
    });
    await writeTally(writing, tallyOf(workspaceId, articleId, judged.findings.judgement.summary), flowOf(judged));
  });
  const notices = revisionNotices(judged.plan, judged.findings);
  return { kind: 'stored', articleId, revisionId, revision: place.revision, notices };
}

/**
 * Stores what people made of an article's claims while its text stays: that they cut them otherwise, or marked them. Its
 * newest revision reads so from now on.
 *
 * @param content of that revision
 * @throws OutdatedJudgementError
 */
export async function storeMarks(
  connection: WorkspaceConnection,
  editor: Editor,
  { cuts, content }: { readonly cuts: readonly ClaimCut[]; readonly content: string },
  judged: JudgedArticle & { readonly former: FormerArticle },
  told: Told,
): Promise<void> {
  const { workspaceId, memberId } = editor;
  const { article } = judged.former.state;
  const { at } = judged;
  expectUnchanged(await lockArticle(connection, workspaceId, article.slug), judged.former);
  await settleRows(connection, workspaceId, article.id, judged);
  const place = { workspaceId, articleId: article.id, revision: article.revision, content, memberId, at };
  await pipelined(connection, async (writing) => {
    await storeCuts(writing, editor, article.id, cuts, at);
    const eventSeq = await write(writing, place, judged, told, article.eventSeq);
    const relationsVersion = RELATIONS_VERSION;
    await touchArticle(writing, workspaceId, article.id, { eventSeq, relationsVersion, at });
    await writeTally(writing, tallyOf(workspaceId, article.id, judged.findings.judgement.summary), flowOf(judged));
  });
}

const flowOf = ({ findings: { opened, fixed } }: JudgedArticle): FindingFlow => ({
  opened: opened.length,
  fixed: fixed.length,
});

/** Remembers cuts, for the revisions to come. */
export async function storeCuts(
  connection: WorkspaceConnection,
  { workspaceId, memberId }: Editor,
  articleId: string,
  cuts: readonly ClaimCut[],
  at: Date,
): Promise<void> {
  await insertCuts(
    connection,
    cuts.map((cut) => ({
      workspaceId,
      id: uuid(),
      articleId,
      texts: [...cut.texts],
      at: cut.at,
      twin: cut.twin,
      createdBy: memberId,
      createdAt: at,
    })),
  );
}

/** Whether a citation was not compared with its source's texts, as it stands. */
const isToCompare = ({ claims }: Article): boolean =>
  claims.some(({ citations }) => citations.some(({ comparison }) => comparison?.state === 'PENDING'));

/** @returns the sequence number of the article's newest event */
async function write(
  connection: WorkspaceConnection,
  place: RevisionPlace,
  { former, plan, findings }: JudgedArticle,
  told: Told,
  lastSeq: number,
): Promise<number> {
  const { workspaceId, articleId, memberId: actorId, at } = place;
  const references = former?.state.references ?? [];
  const isNew = former?.state.article.revision !== place.revision;
  await writeRevision(connection, place, references, plan, findings, isNew);
  if (isToCompare(plan.article)) await askToCompare(connection, workspaceId, articleId);
  const numbers = new Map(references.map(({ id, number }) => [id, number]));
  return await recordEvents(connection, workspaceId, articleId, lastSeq, [
    { ...told, actorId, at },
    ...revisionEvents(plan, findings, (id) => numbers.get(id) ?? null, actorId, at),
  ]);
}

function imported({ articleId, revision }: RevisionPlace, { former, read, plan, findings }: JudgedArticle): Told {
  const { byStanding } = findings.judgement.summary;
  const after = { revision, title: read.title, byStanding };
  const subject = { kind: 'article.imported' as const, subjectType: 'Article', subjectId: articleId };
  if (!former) return { ...subject, before: null, after };
  const changes: Record<string, number> = { GONE: plan.goneClaims.length };
  for (const { change } of plan.claims) changes[change] = (changes[change] ?? 0) + 1;
  const notices = revisionNotices(plan, findings);
  const told = {
    notices: notices.map(({ message }) => message),
    ...(notices.length === 0 ? {} : { noticed: notices.map(({ code, values }) => ({ code, values })) }),
  };
  return { ...subject, before: { revision: revision - 1 }, after: { ...after, changes, ...told } };
}

type Locked = { readonly kind: 'locked'; readonly article: NonNullable<Awaited<ReturnType<typeof lockArticle>>> };

async function lockOrMake(
  connection: WorkspaceConnection,
  { workspaceId }: Editor,
  { slug, expectedVersion }: RevisionInput,
  { former, read, at }: JudgedArticle,
): Promise<Locked | Extract<StoreResult, { kind: 'conflict' }>> {
  const found = await lockArticle(connection, workspaceId, slug);
  if (!found && expectedVersion !== null && expectedVersion !== 0) return { kind: 'conflict', article: null };
  if (found && expectedVersion !== null && expectedVersion !== found.version)
    return { kind: 'conflict', article: found };
  expectUnchanged(found, former);
  if (found) return { kind: 'locked', article: found };
  const made = await insertArticle(connection, {
    workspaceId,
    id: uuid(),
    slug,
    title: shown(read.title),
    // Its first revision, stored next, makes both 1.
    version: 0,
    revision: 0,
    createdAt: at,
  });
  if (!made) throw new OutdatedJudgementError('another import made the article');
  return { kind: 'locked', article: made };
}

/** Every change of an article has an event: the same number of events is the same article. */
function expectUnchanged(
  is: { readonly version: number; readonly eventSeq: number } | null,
  former: FormerArticle | null,
): void {
  const was = former?.state.article;
  if (is?.version === was?.version && is?.eventSeq === was?.eventSeq) return;
  throw new OutdatedJudgementError('the article changed while its new text was judged');
}

/** Holds what was judged on, after seeing that it has not changed, and adds the sources that are new. */
async function settleRows(
  connection: WorkspaceConnection,
  workspaceId: string,
  articleId: string,
  { plan, on, at }: JudgedArticle,
): Promise<void> {
  const settings = await judgingSettingsOf(connection, workspaceId, 'hold');
  const waived = await waivedFingerprints(connection, workspaceId, articleId, at);
  const rated = await ratesPublishers(connection, workspaceId);
  const named = publisherKeysOf(plan.article.references.flatMap(({ source }) => source ?? []));
  const publishers = await findPublishers(connection, workspaceId, named, 'hold');
  const held = await holdSources(connection, workspaceId, heldSourceKeysOf(plan.references.all));
  const state = (sources: JudgedOn['sources']): unknown[] => sources.map(({ id, version }) => [id, version]);
  const isNamed = new Set(named);
  const judgedOn = on.publishers.filter(({ key }) => isNamed.has(key));
  const same =
    JSON.stringify([settings, waived, rated, described(publishers), state(held)]) ===
    JSON.stringify([on.settings, on.waived, on.ratesPublishers, described(judgedOn), state(on.sources)]);
  if (!same) {
    throw new OutdatedJudgementError(
      'the rules, a waiver, a publisher or a source changed while the article was judged',
    );
  }

  const known = new Set(held.map(({ key }) => key));
  const fresh = new Map<string, HeldSource>();
  for (const { source } of plan.references.all) {
    if (source && !known.has(source.evidence.key)) fresh.set(source.evidence.key, source);
  }
  if (fresh.size === 0) return;
  const names = [...fresh.values()].flatMap(({ evidence }) =>
    evidence.publisher === null ? [] : [evidence.publisher],
  );
  const ids = names.length > 0 ? await ensurePublishers(connection, workspaceId, names) : new Map<string, string>();
  const rows = [...fresh.values()].map((source) => {
    const { publisher } = source.evidence;
    return sourceRow(workspaceId, source, publisher === null ? null : (ids.get(publisherKey(publisher)) ?? null));
  });
  const added = await insertSources(connection, rows);
  if (added.length < rows.length) throw new OutdatedJudgementError('another import added one of the sources');
}

/** Of a publisher of which nothing is known but the name rules read nothing, whether it is there or not. */
const described = (publishers: readonly KnownPublisher[]): unknown[] =>
  publishers
    .filter(({ owner, domains, reliability }) => owner !== null || domains.length > 0 || reliability !== null)
    .map(({ key, owner, domains, reliability }) => [key, owner, domains, reliability]);

function revisionRow(
  place: RevisionPlace,
  id: string,
  { content, format }: RevisionInput,
  article: Article,
): Parameters<typeof insertRevision>[1] {
  return {
    workspaceId: place.workspaceId,
    id,
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
