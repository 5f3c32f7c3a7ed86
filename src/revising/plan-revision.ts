import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import type { ClaimChange } from '../database/codes.js';
import type { Article, Claim, Source } from '../judging/evidence.js';
import type { ClaimRelations } from '../judging/relations.js';
import type { Language } from '../languages/language.js';
import { languageOf } from '../languages/languages.js';
import { saysOtherwise } from '../judging/text/says-otherwise.js';
import { quoteSelector } from '../judging/selector.js';
import type { JudgingSettings } from '../workspaces/workspace.repository.js';
import {
  isProposal,
  type ArticleState,
  type HeldArticle,
  type HeldCitation,
  type HeldClaim,
  type HeldReference,
  type HeldSource,
  type Overrides,
} from '../editing/article-state.js';
import { articleOf } from '../editing/evidence-of.js';
import type { FormerArticle } from './former-article.js';
import { NO_OVERRIDES, overruled } from './overrides.js';
import { planCitations, type PlannedCitations } from './plan-citations.js';
import { planReferences, type PlannedReferences } from './plan-references.js';
import { recountedTally } from '../editing/tally.js';

/** What a claim of a new text continues. */
export interface Continues {
  /** The claim whose identity it keeps; null: it is a new one. */
  readonly held: HeldClaim | null;
  readonly change: Exclude<ClaimChange, 'GONE'>;
  /** Set where people cut claims: those that it was made of, whose citations it takes over, to be reviewed again. */
  readonly madeOf?: readonly HeldClaim[];
  /** Set where people overrule the reader otherwise than before. */
  readonly overrides?: Overrides;
}

/** A new text of an article, or its claims cut otherwise. */
export interface NextText {
  /** As it was read, its sources settled. */
  readonly article: Article;
  /** For each of its claims. */
  readonly continues: readonly Continues[];
  readonly content: string;
  /** The text is another one, rather than cut or marked otherwise. */
  readonly isNew: boolean;
  /** When the article was published, where that is told anew. */
  readonly publishedAt?: Date | null;
}

/** What a revision is judged by. */
export interface JudgedBy extends JudgingSettings {
  readonly at: Date;
}

/** The revision that claims belong to whose text is new: its number, and when it came. */
interface NewTexts {
  readonly revision: number;
  readonly since: Date;
}

export interface PlannedClaim {
  /** Null: it is new. */
  readonly from: HeldClaim | null;
  /** As it will be, but for what judging it gives. */
  readonly to: HeldClaim;
  readonly change: Exclude<ClaimChange, 'GONE'>;
  /** What people found out about the former text no longer holds. */
  readonly saysOtherwise: boolean;
}

/** What a new text makes of an article, with all that editors added to it. */
export interface PlannedRevision {
  /** As the rules see it. */
  readonly article: Article;
  readonly state: ArticleState;
  /** In reading order. */
  readonly claims: readonly PlannedClaim[];
  readonly goneClaims: readonly HeldClaim[];
  readonly references: PlannedReferences;
  readonly citations: PlannedCitations;
  /** Verdicts on texts that no longer say the same. */
  readonly outdatedVerdicts: FormerArticle['verdicts'];
}

/**
 * Says what becomes of an article's claims, references and citations under a new text: what goes on, what is new, what
 * is gone, and what people must look at again.
 *
 * @param former null: it is the article's first text
 * @param sourceOf the record of a source of the new text
 */
export function planRevision(
  former: FormerArticle | null,
  next: NextText,
  { at, ...settings }: JudgedBy,
  sourceOf: (source: Source) => HeldSource,
): PlannedRevision {
  const was = former?.state;
  const texts: NewTexts =
    was && !next.isNew
      ? { revision: was.article.revision, since: was.article.revisedAt }
      : { revision: (was?.article.revision ?? 0) + 1, since: at };
  const language = languageOf(next.article.language);
  const claims = next.article.claims.map((claim, i) =>
    planClaim(claim, next.continues[i]!, next.content, { ...texts, at, language }),
  );
  const kept = new Set(claims.flatMap(({ from }) => (from ? [from.id] : [])));
  const formerCitations = Map.groupBy(was?.citations ?? [], ({ claimId }) => claimId);
  const goneClaims = (was?.claims ?? []).filter(({ id }) => !kept.has(id));

  const heirs = claims.map(({ from }, i) => next.continues[i]!.madeOf ?? (from ? [from] : []));
  const relied = heirs.flat().flatMap(({ id }) => (formerCitations.get(id) ?? []).filter(isAttached));
  const formerReferences = (was?.references ?? []).map((each) => ({
    ...each,
    source: each.source && sourceOf(each.source.evidence),
  }));
  const references = planReferences(
    formerReferences,
    next.article.references,
    sourceOf,
    new Set(relied.map(({ referenceId }) => referenceId)),
  );
  const citations = planCitations(
    claims.map(({ to, saysOtherwise: otherwise }, i) => ({
      id: to.id,
      heirOf: heirs[i]!,
      cites: next.article.claims[i]!.citations,
      saysOtherwise: otherwise,
    })),
    formerCitations,
    new Map(formerReferences.map((each) => [each.id, each])),
    references,
  );
  const all = citations.all.map(({ to }) => to);
  const counted = { ...references, all: countCitations(references.all, all) };
  const state = stateOf(was?.article ?? null, next, settings, claims, all, counted.all);
  const otherwise = new Set(claims.flatMap((each) => (each.from && each.saysOtherwise ? [each.from.id] : [])));
  return {
    article: articleOf(state),
    state,
    claims,
    goneClaims,
    references: counted,
    citations,
    outdatedVerdicts: (former?.verdicts ?? []).filter(({ claimId }) => otherwise.has(claimId)),
  };
}

const isAttached = ({ createdBy }: HeldCitation): boolean => createdBy !== null;
/** Worked out with the findings. */
const UNRELATED: ClaimRelations = { twin: 0, parts: [] };

function planClaim(
  claim: Claim,
  { held, change, madeOf, overrides: said }: Continues,
  content: string,
  texts: NewTexts & { readonly at: Date; readonly language: Language },
): PlannedClaim {
  const like = held ?? madeOf?.[0] ?? null;
  const { citations: _, ...evidence } = claim;
  const { block, priority, checkable, notCheckable } = claim;
  const read = { block, priority, checkable, notCheckable };
  const overrides = said ?? like?.overrides ?? NO_OVERRIDES;
  const assigned = [like, ...(madeOf ?? [])].find((each) => each && each.assigneeId !== null);
  const to: HeldClaim = {
    id: held?.id ?? uuid(),
    version: held?.version ?? 1,
    evidence: { ...evidence, ...overruled(read, overrides) },
    read,
    overrides,
    textRevision: texts.revision,
    textSince: texts.since,
    reviewedAt: held?.reviewedAt ?? null,
    judgedAt: texts.at,
    dueAt: held?.dueAt ?? null,
    assigneeId: assigned?.assigneeId ?? null,
    relations: UNRELATED,
    standing: held?.standing ?? 'NOT_CHECKABLE',
    rank: held?.rank ?? 0,
    notAssessed: held?.notAssessed ?? [],
    selector: quoteSelector(content, claim.span),
  };
  const saysOtherwise = madeOf !== undefined || (held !== null && isOtherwise(held, to, texts.language));
  // Verdicts on what it no longer says are outdated.
  if (saysOtherwise) to.reviewedAt = null;
  if (held === null || readsOtherwise(held, to)) return { from: held, to, change, saysOtherwise };
  const { textRevision, textSince } = held;
  return { from: held, to: { ...to, textRevision, textSince }, change, saysOtherwise };
}

/** The claim's text is another, be it only in the way that it is put. */
export function readsOtherwise(from: Pick<HeldClaim, 'evidence'>, to: Pick<HeldClaim, 'evidence'>): boolean {
  const said = ({ evidence }: Pick<HeldClaim, 'evidence'>) => {
    const { text, attribute, column, value, valueState, evidenceNote } = evidence;
    return [text, attribute, column, value, valueState, evidenceNote];
  };
  return !isDeepStrictEqual(said(from), said(to));
}

function isOtherwise(from: HeldClaim, to: HeldClaim, language: Language): boolean {
  const [was, is] = [from.evidence, to.evidence];
  if (was.text === is.text && was.attribute === is.attribute && was.column === is.column) return false;
  if (was.valueState !== is.valueState || from.read.checkable !== to.read.checkable) return true;
  const words = ({ attribute, column, text }: typeof was): string =>
    [attribute, column, text].filter(Boolean).join('. ');
  return saysOtherwise(words(was), words(is), language);
}

function countCitations(references: readonly HeldReference[], citations: readonly HeldCitation[]): HeldReference[] {
  const counts = new Map(references.map(({ id }) => [id, { citationCount: 0, rejectedCount: 0 }]));
  for (const { referenceId, state } of citations.filter((each) => !isProposal(each))) {
    const count = counts.get(referenceId)!;
    count.citationCount++;
    if (state === 'REJECTED') count.rejectedCount++;
  }
  return references.map((each) => ({ ...each, ...counts.get(each.id)! }));
}

/** An article that is not stored yet. */
const UNSTORED: HeldArticle = {
  id: '',
  slug: '',
  version: 0,
  revision: 0,
  revisionId: '',
  eventSeq: 0,
  relationsVersion: 0,
  desk: null,
  archivedAt: null,
  publishedAt: null,
  revisedAt: new Date(0),
  title: '',
  titleSpan: null,
  titleLine: 1,
  language: null,
  hasReferenceList: false,
};

function stateOf(
  was: HeldArticle | null,
  { article, publishedAt: told }: NextText,
  settings: JudgingSettings,
  planned: readonly PlannedClaim[],
  citations: readonly HeldCitation[],
  references: readonly HeldReference[],
): ArticleState {
  const claims = planned.map(({ to }) => to);
  const { title, titleSpan, titleLine, language, hasReferenceList, markers } = article;
  const publishedAt = told ?? was?.publishedAt ?? null;
  return {
    article: { ...(was ?? UNSTORED), title, titleSpan, titleLine, language, hasReferenceList, publishedAt },
    ...settings,
    ratesPublishers: article.ratesPublishers ?? false,
    claims,
    complete: true,
    brokenMarkers: markers.filter(({ problem }) => problem !== null),
    citations,
    references,
    quotes: [],
    findings: [],
    waived: new Set(),
    tally: recountedTally({ claims, findings: [] }),
  };
}
