import type { Article } from '../judging/evidence.js';
import type { Judgement } from '../judging/judge.js';
import type { CheckedArticle } from './checked-article.js';

/**
 * The report of `obelus check --format json`: a contract that other programs read. Fields are added, never changed.
 *
 * @returns the lines of one JSON object. A claim, reference or finding is a line: a person can read and search it, and
 *   the report of a very long article never has to fit into one string.
 */
export function* jsonReport(version: string, checked: readonly CheckedArticle[]): Generator<string> {
  yield `{ "obelus": ${JSON.stringify(version)}, "articles": [`;
  for (const [i, each] of checked.entries()) yield* articleReport(each, i < checked.length - 1 ? ',' : '');
  yield '] }';
}

function* articleReport(checked: CheckedArticle, separator: string): Generator<string> {
  const { path, article, judgement, accepted, convertedFrom } = checked;
  const head = JSON.stringify({ path, title: article.title, language: article.language, convertedFrom });
  yield `  ${head.slice(0, -1)},`;
  yield* list('claims', claimsOf(article, judgement));
  yield* list('references', referencesOf(article));
  yield* list('findings', findingsOf(judgement, accepted));
  yield* list('notAssessed', judgement.notAssessed);
  yield* list('errored', judgement.errored);
  yield `    "summary": ${JSON.stringify(judgement.summary)} }${separator}`;
}

/** How many items make a piece: each is a few hundred bytes. */
const ITEMS_A_PIECE = 500;

function* list(name: string, items: readonly object[]): Generator<string> {
  yield `    "${name}": [`;
  for (let i = 0; i < items.length; i += ITEMS_A_PIECE) {
    const piece = items.slice(i, i + ITEMS_A_PIECE).map((item) => `      ${JSON.stringify(item)}`);
    yield piece.join(',\n') + (i + ITEMS_A_PIECE < items.length ? ',' : '');
  }
  yield '    ],';
}

const claimsOf = (article: Article, judgement: Judgement): object[] =>
  article.claims.map((claim, i) => ({
    ordinal: claim.ordinal,
    line: claim.line,
    start: claim.span.start,
    end: claim.span.end,
    block: claim.block,
    section: claim.section,
    attribute: claim.attribute,
    column: claim.column,
    value: claim.value,
    valueState: claim.valueState,
    text: claim.text,
    checkable: claim.checkable,
    notCheckable: claim.notCheckable,
    priority: claim.priority,
    standing: judgement.claims[i]!.standing,
    citations: claim.citations.map(({ number, label, source, comparison }) => ({
      number,
      label,
      resolved: source !== null,
      source,
      // Left out where nothing was compared.
      comparison,
    })),
    notAssessed: judgement.claims[i]!.notAssessed,
  }));

const referencesOf = (article: Article): object[] =>
  article.references.map(({ number, label, line, text, source, markerCount, citationCount }) => ({
    number,
    label,
    line,
    text,
    source,
    markerCount,
    citationCount,
  }));

const findingsOf = (judgement: Judgement, accepted: ReadonlySet<string>): object[] =>
  judgement.findings.map(({ rule, severity, line, span, claim, message, remedy, fingerprint, bearing }) => ({
    rule,
    severity: severity.toLowerCase(),
    line,
    start: span?.start ?? null,
    end: span?.end ?? null,
    claim,
    message,
    remedy,
    fingerprint,
    bearing,
    baseline: accepted.has(fingerprint),
  }));
