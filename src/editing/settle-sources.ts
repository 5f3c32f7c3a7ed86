import { createHash } from 'node:crypto';
import { RELIABILITY } from '../database/codes.js';
import type { Article, PublisherRecord, Retraction, Source } from '../judging/evidence.js';
import { toLinkHealth } from '../sources/link.js';
import { fromCsl } from '../sources/csl.js';
import type { KnownPublisher } from '../sources/publisher.repository.js';
import { publisherKey, type KnownSource } from '../sources/source.repository.js';
import type { HeldReference, HeldSource } from './article-state.js';

/** The longest key that is stored as it is, in characters: PostgreSQL indexes at most about 2,700 bytes. */
const LONGEST_KEY = 600;

/** What a source's key is in the table: a long one (an entry of nothing but words) is told by its hash. */
export function storedKey(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  const kind = /^[a-z]{1,10}:/.exec(key)?.[0] ?? '';
  return `${kind}sha256:${createHash('sha256').update(key, 'utf8').digest('hex')}`;
}

/** The keys of all sources that an article cites, each once, in order. */
export function sourceKeysOf(article: Article): string[] {
  const keys = article.references.flatMap(({ source }) => (source ? [storedKey(source.key)] : []));
  return [...new Set(keys)].sort();
}

/** Keys of the sources that references lead to, proposals among them, each once, in order. */
export function heldSourceKeysOf(references: readonly Pick<HeldReference, 'source'>[]): string[] {
  return [...new Set(references.flatMap(({ source }) => (source ? [storedKey(source.evidence.key)] : [])))].sort();
}

/** A stored source as an article under its lock has it. */
export const heldSource = (known: Omit<KnownSource, 'mergedInto' | 'mergedKeys'>): HeldSource => ({
  id: known.id,
  version: known.version,
  snapshotsVersion: known.snapshotsVersion,
  evidence: toEvidence(known),
});

/** A stored source as the rules see it. */
export function toEvidence(
  known: Omit<KnownSource, 'id' | 'version' | 'snapshotsVersion' | 'mergedInto' | 'mergedKeys'>,
): Source {
  const bibliography = fromCsl(known.csl);
  return {
    ...bibliography,
    key: known.key,
    publisher: known.publisher ?? bibliography.publisher,
    snapshots: known.snapshotCount,
    ...(known.link ? { link: toLinkHealth(known.link) } : {}),
    retraction: known.retractedAt ? { reason: known.retractionReason, at: known.retractedAt.toISOString() } : null,
    publisherRecord: known.publisher === null ? null : toRecord(known),
  };
}

function toRecord({
  owner,
  domains,
  reliability,
}: Pick<KnownSource, 'owner' | 'domains' | 'reliability'>): PublisherRecord {
  return {
    owner,
    domains: domains ?? [],
    reliability: reliability === null ? null : RELIABILITY.fromCode(reliability),
  };
}

/** A publisher that is going to be made. */
const NEW_PUBLISHER: PublisherRecord = { owner: null, domains: [], reliability: null };

/** The keys of all publishers that an article's sources name, each once, in order. */
export function publisherKeysOf(sources: Iterable<Pick<Source, 'publisher'>>): string[] {
  const keys = new Set<string>();
  for (const { publisher } of sources) if (publisher !== null) keys.add(publisherKey(publisher));
  return [...keys].sort();
}

/**
 * The article with the workspace's own records in place of what it says of its sources: people may have corrected or
 * retracted them. Of sources that the workspace does not know, what the first reference says holds for all. A place
 * within a source ("p. 12") is the reference's own.
 *
 * @param publishers what the workspace knows of those that its new sources name
 * @param now when a retraction that the article itself tells of is learnt
 */
export function settleSources(
  article: Article,
  known: readonly KnownSource[],
  publishers: readonly KnownPublisher[],
  now: Date,
): Article {
  const recordOf = new Map(publishers.map((each) => [each.key, toRecord(each)]));
  const records = new Map(
    known.flatMap((each) => {
      const record = toEvidence(each);
      return [each.key, ...each.mergedKeys].map((key) => [key, record] as const);
    }),
  );
  const byLabel = new Map<string, Source>();
  const references = article.references.map((reference) => {
    if (!reference.source) return reference;
    const key = storedKey(reference.source.key);
    let record = records.get(key);
    if (!record) {
      const { publisher } = reference.source;
      const publisherRecord = publisher === null ? null : (recordOf.get(publisherKey(publisher)) ?? NEW_PUBLISHER);
      record = { ...reference.source, key, publisherRecord, retraction: learnt(reference.source.retraction, now) };
      records.set(key, record);
    }
    const source = { ...record, locator: reference.source.locator };
    byLabel.set(reference.label, source);
    return { ...reference, source };
  });
  const claims = article.claims.map((claim) => ({
    ...claim,
    citations: claim.citations.map((citation) => ({ ...citation, source: byLabel.get(citation.label) ?? null })),
  }));
  return { ...article, references, claims };
}

function learnt(retraction: Retraction | null, now: Date): Retraction | null {
  return retraction && { reason: retraction.reason, at: retraction.at ?? now.toISOString() };
}
