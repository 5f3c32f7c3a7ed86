/**
 * Reads articles that grow, and sets the time beside that which the format's parser alone takes. The articles are the
 * project's own, varied: see `support/grown-articles.ts`.
 *
 *     npm run bench:reading -- --lengths 10000,100000,1000000,10000000 --format HTML --times 5
 *
 * "read" is what `readArticle` takes: blocks, sentences, markers, references, claims. "parser" is micromark for Markdown,
 * a tree by parse5 for HTML, the project's own tree for wikitext, and the splitting into lines and sentences for text.
 * "growth" is the time per character as a ratio to the length before: 1.0 is linear. Times are medians, of the processor,
 * so that others who use the machine show less; "noise" is how far the quickest and the slowest are apart, as a share of
 * the median. Nothing passes or fails here: times are of one machine, ratios of one run.
 */
import { parseArgs } from 'node:util';
import { parse as parseMarkdown, postprocess, preprocess } from 'micromark';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { parse as parseHtml } from 'parse5';
import { ARTICLE_FORMATS, type ArticleFormat } from '../src/judging/evidence.js';
import { ENGLISH } from '../src/languages/en.js';
import { readArticle } from '../src/reading/read-article.js';
import { splitSentences } from '../src/reading/sentences.js';
import { readWikiTree } from '../src/reading/wikitext-tree.js';
import { grownArticle } from './support/grown-articles.js';

const extensions = [gfmTable(), gfmFootnote(), gfmStrikethrough(), gfmAutolinkLiteral(), gfmTaskListItem()];

const PARSERS: Readonly<Record<ArticleFormat, (input: string) => unknown>> = {
  TEXT: (input) => input.split('\n').map((line) => splitSentences(line, [], ENGLISH)),
  MARKDOWN: (input) =>
    postprocess(
      parseMarkdown({ extensions })
        .document()
        .write(preprocess()(input, undefined, true)),
    ),
  HTML: (input) => parseHtml(input, { sourceCodeLocationInfo: true }),
  WIKITEXT: (input) => readWikiTree(input),
};

/** What was taken several times, in milliseconds of the processor. */
interface Measured {
  readonly median: number;
  /** From the quickest to the slowest, as a share of the median. */
  readonly noise: number;
}

function measure(times: number, work: () => unknown): Measured {
  const all = Array.from({ length: times }, () => {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const median = all[all.length >> 1]!;
  return { median, noise: (all.at(-1)! - all[0]!) / median };
}

/** Short articles are read so often that it takes some tenths of a second. In UTF-16 units. */
const AT_ONCE = 400_000;

function report(format: ArticleFormat, lengths: readonly number[], times: number): void {
  console.log(`\n${format}`);
  const row = (cells: readonly string[]): void => console.log(cells.map((cell) => cell.padStart(13)).join(''));
  row(['characters', 'claims', 'read', 'growth', 'noise', 'parser', 'growth', 'noise', 'read / parser']);
  let before: { readonly length: number; readonly read: number; readonly parser: number } | null = null;
  for (const length of lengths) {
    const input = grownArticle(format, length);
    const claims = readArticle(input, { format }).claims.length;
    const rounds = Math.max(1, Math.floor(AT_ONCE / input.length));
    const each = (work: () => unknown): Measured => {
      const { median, noise } = measure(times, () => Array.from({ length: rounds }, work));
      return { median: median / rounds, noise };
    };
    const read = each(() => readArticle(input, { format }));
    const parser = each(() => PARSERS[format](input));
    const growth = (now: number, then: number | undefined): string =>
      then === undefined ? '' : (now / then / (input.length / before!.length)).toFixed(2);
    const shown = ({ median }: Measured): string => `${median.toFixed(1)} ms`;
    const share = ({ noise }: Measured): string => `${(noise * 100).toFixed(0)} %`;
    row([
      String(input.length),
      String(claims),
      shown(read),
      growth(read.median, before?.read),
      share(read),
      shown(parser),
      growth(parser.median, before?.parser),
      share(parser),
      (read.median / parser.median).toFixed(1),
    ]);
    before = { length: input.length, read: read.median, parser: parser.median };
  }
}

const { values } = parseArgs({
  options: {
    lengths: { type: 'string', default: '10000,100000,1000000,10000000' },
    format: { type: 'string' },
    times: { type: 'string', default: '5' },
  },
});
const lengths = values.lengths.split(',').map(Number);
const given = values.format?.toUpperCase();
for (const format of ARTICLE_FORMATS) {
  if (given !== undefined && format !== given) continue;
  // Warms up what is compiled on first use.
  for (let i = 0; i < 5; i += 1) readArticle(grownArticle(format, 100_000), { format });
  report(format, lengths, Number(values.times));
}
