import type { Article } from '../articles/article.type.js';
import type { Citation } from '../claims/claim.type.js';
import type { Finding } from '../findings/finding.type.js';
import type { Source } from '../sources/source.type.js';
import type { Verdict } from '../reviews/review.type.js';
import type { ExportedClaim } from './exported-claims.loader.js';

/*
 * Claims as NDJSON: an object a line, the fields called as in the API. The last line says that it is the last, and how
 * many claims came before it: who does not see it has not seen all.
 */

export async function* claimsNdjson(
  pages: AsyncIterable<readonly ExportedClaim[]>,
): AsyncGenerator<string, void, undefined> {
  let count = 0;
  for await (const page of pages) {
    count += page.length;
    yield page.map((exported) => `${JSON.stringify(lineOf(exported))}\n`).join('');
  }
  yield `${JSON.stringify({ type: 'end', claims: count })}\n`;
}

function lineOf({ claim, article, citations, findings, verdict }: ExportedClaim): object {
  const { id, text, ordinal, section, block, attribute, column, value, valueState, selector } = claim;
  const { checkable, priority, standing, version } = claim;
  return {
    type: 'claim',
    id,
    text,
    ordinal,
    section,
    block,
    attribute,
    column,
    value,
    valueState,
    selector,
    checkable,
    priority,
    standing,
    version,
    article: articleOf(article),
    citations: citations.map(citationOf),
    findings: findings.map(findingOf),
    verdict: verdict && verdictOf(verdict),
  };
}

const articleOf = ({ id, slug, title, url, language, desk, publishedAt }: Article): object => ({
  id,
  slug,
  title,
  url,
  language,
  desk,
  publishedAt,
});

const citationOf = ({
  id,
  number,
  label,
  stance,
  directness,
  basis,
  state,
  quote,
  locator,
  note,
  source,
}: Citation) => ({
  id,
  number,
  label,
  stance,
  directness,
  basis,
  state,
  quote,
  locator,
  note,
  source: source ? sourceOf(source) : null,
});

const sourceOf = ({ id, title, url, doi, publishedAt, retracted, csl, publisher }: Source): object => ({
  id,
  title,
  url,
  doi,
  publishedAt,
  retracted,
  publisher: publisher ? { name: publisher.name, reliability: publisher.reliability } : null,
  csl,
});

const findingOf = ({
  id,
  ruleId,
  severity,
  bearing,
  message,
  remedy,
  fingerprint,
  selector,
  firstSeenAt,
}: Finding) => ({
  id,
  rule: ruleId,
  severity,
  bearing,
  message,
  remedy,
  fingerprint,
  selector,
  firstSeenAt,
});

const verdictOf = ({ id, value, text, createdAt }: Verdict): object => ({ id, value, text, createdAt });
