import type { Article, ArticleFormat } from '../../judging/evidence.js';
import type { Ruleset } from '../../judging/ruleset.js';
import { readArticle } from '../../reading/read-article.js';
import { CannotFix } from './cannot-fix.js';
import { mergedDuplicates } from './merge-duplicates.js';
import { relabelled, type Relabelling } from './relabel.js';
import { closedGaps } from './renumber.js';
import { readsTheSame } from './same-reading.js';
import { sortedList } from './sort-list.js';

/** What came of fixing a text. */
export interface FixedText {
  readonly text: string;
  /** What was done: "merged [5] into [2]". */
  readonly done: readonly string[];
  /** What was not done, and why. */
  readonly left: readonly string[];
}

/** Formats whose text can be changed without rewriting it: what stands between two positions is what people see. */
const FIXABLE: ReadonlySet<ArticleFormat> = new Set(['MARKDOWN', 'TEXT']);

interface Fix {
  /** The rule whose findings it mends; it is not applied where the rule is off. Null for one that mends no finding. */
  readonly rule: string | null;
  readonly name: string;
  /** @returns null when there is nothing to change. @throws CannotFix */
  readonly apply: (text: string, article: Article) => Applied | null;
}

interface Applied {
  readonly text: string;
  readonly change: Relabelling;
  readonly told: string;
}

const UNCHANGED: Relabelling = { labels: new Map(), dropped: new Set() };

const relabelling =
  (plan: (article: Article) => (Relabelling & { readonly told: string }) | null): Fix['apply'] =>
  (text, article) => {
    const change = plan(article);
    return change && { text: relabelled(text, article, change), change, told: change.told };
  };

/** In this order: what is merged leaves no gap, and a list is sorted by the numbers that it ends with. */
const FIXES: readonly Fix[] = [
  { rule: 'duplicate-reference', name: 'duplicate references are not merged', apply: relabelling(mergedDuplicates) },
  { rule: 'numbering-gap', name: 'gaps are not closed', apply: relabelling(closedGaps) },
  {
    rule: null,
    name: 'the list of references is not sorted',
    apply(text, article) {
      const sorted = sortedList(text, article);
      return sorted === null ? null : { text: sorted, change: UNCHANGED, told: 'sorted the list of references' };
    },
  },
];

/**
 * Mends what can be mended without anybody's judgement. Each fix is kept only when the text is then read as the same
 * claims on the same sources, and when there is nothing left for it to do.
 */
export function fixText(text: string, format: ArticleFormat, ruleset: Ruleset): FixedText {
  const enabled = new Set(ruleset.rules.filter((each) => each.enabled).map(({ rule }) => rule.meta.id));
  const done: string[] = [];
  const left: string[] = [];
  let now = text;
  let article = readArticle(text, { format });
  for (const fix of FIXES) {
    if (fix.rule !== null && !enabled.has(fix.rule)) continue;
    const applied = attempt(fix, now, article);
    if (applied === null) continue;
    if (!FIXABLE.has(format)) {
      // What is no finding need not be mended, and not be told.
      if (fix.rule !== null) left.push(`${fix.name}: only Markdown and plain text can be changed`);
    } else if (typeof applied === 'string') left.push(applied);
    else {
      const again = readArticle(applied.text, { format });
      const more = attempt(fix, applied.text, again);
      if (!readsTheSame(article, again, applied.change)) {
        left.push(`${fix.name}: the text would no longer be read as the same claims on the same sources`);
      } else if (more !== null && typeof more !== 'string') left.push(`${fix.name}: once would not be enough`);
      else {
        [now, article] = [applied.text, again];
        done.push(applied.told);
        if (more !== null) left.push(more);
      }
    }
  }
  return { text: now, done, left };
}

/** What the fix makes of the text; why it does nothing; null when there is nothing to do. */
function attempt({ name, apply }: Fix, text: string, article: Article): Applied | string | null {
  try {
    return apply(text, article);
  } catch (error) {
    if (!(error instanceof CannotFix)) throw error;
    return `${name}: ${error.message}`;
  }
}
