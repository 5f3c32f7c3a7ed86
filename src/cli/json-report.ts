import type { Article } from '../judging/evidence.js';
import type { Judgement } from '../judging/judge.js';

/** One file, read and judged. */
export interface CheckedArticle {
  readonly path: string;
  readonly article: Article;
  readonly judgement: Judgement;
}

/** The report of `obelus check --format json`: a contract that other programs read. Fields are added, never changed. */
export function jsonReport(version: string, checked: readonly CheckedArticle[]): object {
  return { obelus: version, articles: checked.map(articleReport) };
}

function articleReport({ path, article, judgement }: CheckedArticle): object {
  return {
    path,
    title: article.title,
    language: article.language,
    claims: article.claims.map((claim, i) => ({
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
      citations: claim.citations.map(({ number, label, source }) => ({
        number,
        label,
        resolved: source !== null,
        source,
      })),
      notAssessed: judgement.claims[i]!.notAssessed,
    })),
    references: article.references.map(({ number, label, source, text, markerCount, citationCount }) => ({
      number,
      label,
      text,
      source,
      markerCount,
      citationCount,
    })),
    findings: judgement.findings.map(({ rule, severity, line, claim, message, remedy, fingerprint, bearing }) => ({
      rule,
      severity: severity.toLowerCase(),
      line,
      claim,
      message,
      remedy,
      fingerprint,
      bearing,
    })),
    errored: judgement.errored,
    summary: judgement.summary,
  };
}
