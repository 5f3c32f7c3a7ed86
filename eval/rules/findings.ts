import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/judging/evidence.js';
import { judgeArticle, type Finding } from '../../src/judging/judge.js';
import { createRuleset } from '../../src/judging/ruleset.js';
import { formatOf, readArticle } from '../../src/reading/read-article.js';
import type { LabelledPage } from './labels.js';

/** A finding of a page, with what it is about. */
export interface PageFinding {
  readonly page: string;
  readonly finding: Finding;
  readonly article: Article;
}

export interface JudgedPages {
  readonly findings: readonly PageFinding[];
  /** Pages that are not in the folder, or there with another text. */
  readonly absent: readonly string[];
}

/** The time as which rules see it: any will do, as long as it stays the same. */
const NOW = new Date('2026-01-01');

/** Reads and judges the pages that lie in a folder, with all rules as they are by default. */
export function judgePages(folder: string, pages: readonly LabelledPage[]): JudgedPages {
  const absent: string[] = [];
  const findings: PageFinding[] = [];
  for (const { page, sha256 } of pages) {
    const path = join(folder, page);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      absent.push(page);
      continue;
    }
    const format = formatOf(page);
    if (format === null) throw new Error(`${page}: no format is known by this ending`);
    const article = readArticle(bytes.toString('utf8'), { format });
    for (const finding of judgeArticle(article, { ruleset: createRuleset(), now: NOW }).findings) {
      findings.push({ page, finding, article });
    }
  }
  return { findings, absent };
}
