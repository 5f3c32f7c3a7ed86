import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { CheckedArticle } from './checked-article.js';
import { STANDARD_INPUT, whyUnreadable } from './input.js';
import { UsageError } from './terminal.js';
import { writeFileWhole } from './write-file.js';

/** By article (a path from the baseline's folder, with slashes): fingerprint → rule. The rule is for people. */
type Accepted = Readonly<Record<string, Readonly<Record<string, string>>>>;

const FORMAT = 1;

/** The findings that stand already, so that only new ones fail. A file that people commit and review. */
export class Baseline {
  private constructor(
    readonly path: string,
    private readonly accepted: Accepted,
  ) {}

  /**
   * @param orNew a file that is not there is an empty baseline
   * @throws UsageError when there is none, or it cannot be read
   */
  static read(path: string, orNew: boolean): Baseline {
    if (orNew && !existsSync(path)) return new Baseline(path, {});
    let parsed: unknown;
    try {
      parsed = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      const why = error instanceof SyntaxError ? 'no valid JSON' : whyUnreadable(error);
      throw new UsageError(`--baseline ${path}: ${why}; write it with --update-baseline`, { cause: error });
    }
    if (!isBaseline(parsed)) {
      throw new UsageError(`--baseline ${path}: no baseline of this version; write it again with --update-baseline`);
    }
    return new Baseline(path, parsed.articles);
  }

  /** The fingerprints that are accepted in an article. */
  acceptedIn(article: string): ReadonlySet<string> {
    return new Set(Object.keys(this.accepted[this.nameOf(article)] ?? {}));
  }

  /**
   * Writes it anew with all findings of these articles. Those of other articles stay as long as the article is there.
   *
   * @returns how many findings it accepts now
   * @throws UsageError when it cannot be written
   */
  update(checked: readonly CheckedArticle[]): number {
    const articles = new Map(Object.entries(this.accepted).filter(([name]) => this.isThere(name)));
    for (const { path, judgement } of checked) {
      const found = judgement.findings.map(({ fingerprint, rule }): [string, string] => [fingerprint, rule]);
      if (found.length > 0) articles.set(this.nameOf(path), Object.fromEntries(found.sort(byKey)));
      else articles.delete(this.nameOf(path));
    }
    const sorted = Object.fromEntries([...articles].sort(byKey));
    writeFileWhole(this.path, `${JSON.stringify({ obelusBaseline: FORMAT, articles: sorted }, null, 2)}\n`);
    return [...articles.values()].reduce((sum, found) => sum + Object.keys(found).length, 0);
  }

  private nameOf(article: string): string {
    if (article === STANDARD_INPUT) return article;
    return relative(dirname(resolve(this.path)), resolve(article)).replaceAll(sep, '/');
  }

  private isThere(name: string): boolean {
    return name === STANDARD_INPUT || existsSync(join(dirname(resolve(this.path)), name));
  }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function isBaseline(value: unknown): value is { readonly articles: Accepted } {
  if (!isRecord(value) || value.obelusBaseline !== FORMAT || !isRecord(value.articles)) return false;
  return Object.values(value.articles).every(isRecord);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
