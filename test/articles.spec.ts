import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article, Claim } from '../src/judging/evidence.js';
import { judgeArticle } from '../src/judging/judge.js';
import { createRuleset } from '../src/judging/ruleset.js';
import { formatOf, readArticle } from '../src/reading/read-article.js';

/** What a careful reader finds in an article; test/fixtures/articles/README.md says how it is written. */
interface Gold {
  claims: { line: number; text: string; attribute?: string; cites: number[]; labels?: string[]; checkable?: boolean }[];
  findings: { rule: string; line: number }[];
  notClaimLines: number[];
  /** Left out where links are not counted by hand. */
  citations?: { links: number };
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Dice's coefficient of two texts' words. */
function alike(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  const shared = left.filter((word) => right.includes(word)).length;
  return left.length + right.length === 0 ? 1 : (2 * Math.min(shared, right.length)) / (left.length + right.length);
}

function measure(article: Article, gold: Gold) {
  const free = new Set<Claim>(article.claims);
  let found = 0;
  let cited = 0;
  for (const wanted of gold.claims) {
    const said = (claim: Claim): number =>
      Math.max(
        alike(claim.text, wanted.text),
        alike(`${wanted.attribute ?? ''} ${wanted.text}`, `${claim.attribute ?? ''} ${claim.text}`),
      );
    const candidates = [...free].filter((claim) => claim.line === wanted.line).sort((a, b) => said(b) - said(a));
    const best = candidates[0];
    if (!best || said(best) < 0.7) continue;
    free.delete(best);
    found++;
    const expected = (wanted.labels ?? wanted.cites).map(String).sort().join();
    if (
      best.citations
        .map((c) => (wanted.labels ? c.label : String(c.number)))
        .sort()
        .join() === expected
    )
      cited++;
  }
  const invented = article.claims.filter((claim) => claim.checkable && gold.notClaimLines.includes(claim.line)).length;
  return {
    found: found / gold.claims.length,
    cited: cited / gold.claims.length,
    invented: invented / gold.notClaimLines.length,
    links: article.references.reduce((sum, reference) => sum + reference.markerCount, 0),
  };
}

function findingsFound(article: Article, gold: Gold): number {
  const { findings } = judgeArticle(article, { ruleset: createRuleset(), now: new Date('2031-01-01') });
  const hit = gold.findings.filter((g) => findings.some((f) => f.rule === g.rule && f.line === g.line));
  return hit.length / gold.findings.length;
}

const folder = join(process.cwd(), 'test', 'fixtures', 'articles');
const fixtures = readdirSync(folder).filter((name) => name !== 'README.md' && formatOf(name) !== null);

describe('invented articles, as plain text, Markdown, HTML and wikitext', () => {
  it.each(fixtures)('%s', (name) => {
    const gold = JSON.parse(readFileSync(join(folder, `${name.replace(/\.txt$/, '')}.gold.json`), 'utf8')) as Gold;
    const article = readArticle(readFileSync(join(folder, name), 'utf8'), { format: formatOf(name)! });
    const { found, cited, invented, links } = measure(article, gold);
    expect(found).toBeGreaterThanOrEqual(0.97);
    expect(cited).toBeGreaterThanOrEqual(0.94);
    expect(invented).toBeLessThanOrEqual(0.05);
    if (gold.citations) expect(links).toBe(gold.citations.links);
    expect(findingsFound(article, gold)).toBeGreaterThanOrEqual(0.9);
  });
});

const seed = join(process.cwd(), '..', 'shared', 'seed');

(existsSync(seed) ? describe : describe.skip)('the article that the project began with', () => {
  it('is read as a careful reader reads it', () => {
    const gold = JSON.parse(readFileSync(join(seed, 'gold.json'), 'utf8')) as Gold;
    const article = readArticle(readFileSync(join(seed, 'article.txt'), 'utf8'), { format: 'TEXT' });
    const { found, cited, invented, links } = measure(article, gold);
    expect({ found, cited, links }).toEqual({ found: 1, cited: 1, links: gold.citations!.links });
    expect(invented).toBe(0);
    expect(findingsFound(article, gold)).toBe(1);
  });
});

const page = join(process.cwd(), '..', 'shared', 'articles', 'wikipedia-mozilla.html');

(existsSync(page) ? describe : describe.skip)(`a real page, ${basename(page)}`, () => {
  it('has each link to a note as a citation that resolves', () => {
    const html = readFileSync(page, 'utf8');
    const article = readArticle(html, { format: 'HTML' });
    const links = html.match(/href="#cite_note-/g)!.length;
    expect(article.markers.flatMap((marker) => marker.labels)).toHaveLength(links);
    expect(article.references.filter((reference) => reference.source === null)).toEqual([]);
    for (const { span } of article.claims) expect(html.slice(span.start, span.end)).not.toBe('');
  });
});
