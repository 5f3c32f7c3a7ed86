import { dirname, join } from 'node:path';
import { quotationsIn } from '../../src/judging/comparing/claim-quotations.js';
import { findQuote, readQuote } from '../../src/judging/comparing/find-quote.js';
import { indexWords, type WordIndex } from '../../src/judging/comparing/word-index.js';
import { QUOTE_RESULTS, type QuoteResult } from '../../src/judging/comparison.js';
import { PAIR_SETS, readPairs, type Pair } from '../../train/pairs.js';
import type { Evaluation } from '../evaluation.js';
import { proportion } from '../measures.js';
import { readLines, stringOf } from '../support/lines.js';
import { count, share, text, type Table } from '../support/tables.js';

/** What an editor says of a quote beside its text, by what the program should say. See test/fixtures/quotes. */
const LABELS: Readonly<Record<QuoteResult, string>> = { VERBATIM: 'verbatim', NEAR: 'altered', NOT_FOUND: 'absent' };

interface LookedUp {
  readonly kind: string;
  readonly expected: QuoteResult;
  readonly found: QuoteResult;
  /** What it is about, for people to find it. */
  readonly shown: string;
}

/** How quotes are matched, against labels that a person gave. */
export const quotes: Evaluation = {
  name: 'quotes',
  about: 'Whether a quote is found word for word, nearly so or not, against what an editor would say of it.',
  needs: { fixtures: 'quotes' },
  run: (folder) => tablesOf(lookedUp(folder)),
};

function lookedUp(folder: string): LookedUp[] {
  const path = join(folder, 'sources.jsonl');
  const sources = new Map<string, { readonly text: string; readonly index: WordIndex }>(
    readLines(path, (line) => {
      const own = stringOf(line, 'text');
      return [stringOf(line, 'id'), { text: own, index: indexWords(own) }] as const;
    }),
  );
  return readLines(join(folder, 'quotes.jsonl'), (line): LookedUp => {
    const source = sources.get(stringOf(line, 'source'));
    if (!source) throw new Error(`"source" is none of ${path}`);
    const label = stringOf(line, 'label');
    const expected = QUOTE_RESULTS.find((each) => LABELS[each] === label);
    if (!expected) throw new Error(`"label" is none of ${Object.values(LABELS).join(', ')}`);
    const quote = stringOf(line, 'quote');
    const { result: found } = findQuote(readQuote(quote), source.index, source.text);
    return { kind: stringOf(line, 'kind'), expected, found, shown: `${stringOf(line, 'id')} “${quote}”` };
  });
}

function tablesOf(all: readonly LookedUp[]): Table[] {
  const results = QUOTE_RESULTS.map((result) => {
    const [expected, found] = [
      all.filter((each) => each.expected === result),
      all.filter((each) => each.found === result),
    ];
    const both = expected.filter((each) => each.found === result).length;
    return { result, expected, precision: proportion(both, found.length), recall: proportion(both, expected.length) };
  });
  return [
    {
      title: `${all.length} quotes, each beside the text that it is said to be from`,
      columns: [
        text('an editor says'),
        ...QUOTE_RESULTS.map((result) => count(result)),
        share('precision (95 %)'),
        share('recall (95 %)'),
      ],
      rows: results.map(({ result, expected, precision, recall }) => [
        `${LABELS[result]} → ${result}`,
        ...QUOTE_RESULTS.map((each) => expected.filter(({ found }) => found === each).length),
        precision,
        recall,
      ]),
    },
    kindsOf(all),
    {
      title: 'Where the two do not agree',
      columns: [text('quote'), text('kind'), text('an editor says'), text('found')],
      rows: all
        .filter(({ expected, found }) => expected !== found)
        .map(({ shown, kind, expected, found }) => [shown, kind, LABELS[expected], found]),
    },
  ];
}

/** How many of each kind the two agree on. */
const kindsOf = (all: readonly LookedUp[]): Table => ({
  title: 'By what quote and text differ in',
  columns: [text('kind'), count('quotes'), count('agreed'), ...QUOTE_RESULTS.map((result) => count(result))],
  rows: [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [
    kind,
    own.length,
    own.filter(({ expected, found }) => expected === found).length,
    ...QUOTE_RESULTS.map((result) => own.filter(({ found }) => found === result).length),
  ]),
});

const CLAIMS = 'wice';

/** Quotations in claims of a set that was judged for other things: nobody said what becomes of them, so they are counted alone. */
export const quotesOfClaims: Evaluation = {
  name: 'quotes-of-claims',
  about: `What becomes of the quotations of five words and more in claims, beside whole cited pages (${CLAIMS}). Counted: nobody judged them.`,
  needs: { data: CLAIMS },
  run: (folder) => {
    const set = PAIR_SETS.find(({ name }) => name === CLAIMS)!;
    const found = readPairs(join(dirname(folder), CLAIMS), set, ['train', 'dev']).flatMap(quotationsOf);
    return [
      {
        title: `${found.length} quotations`,
        columns: [text('found'), count('quotations'), count('on claims called “supported”')],
        rows: QUOTE_RESULTS.map((result) => {
          const own = found.filter((each) => each.result === result);
          return [result, own.length, own.filter(({ supported }) => supported).length];
        }),
      },
    ];
  },
};

function quotationsOf({
  claim,
  source,
  judgement,
}: Pair): { readonly result: QuoteResult; readonly supported: boolean }[] {
  const page = 'text' in source ? source.text : source.sentences.join('\n');
  const quotations = quotationsIn(claim);
  if (quotations.length === 0) return [];
  const index = indexWords(page);
  return quotations.map((quote) => ({
    result: findQuote(readQuote(quote), index, page).result,
    supported: judgement === 'supported',
  }));
}
