import type { WikiNode } from './wikitext-tree.js';

/** What a run of apostrophes says: how many of it are letters, and which settings begin or end with it. */
export interface QuoteRun {
  readonly start: number;
  readonly end: number;
  readonly letters: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * The runs of apostrophes in a line: two set italics, three bold, five both; of four or of more than five the first are
 * letters. Where both settings would stay open, one run of three is a letter and a run of two ("L'''Avvenire''"), as
 * MediaWiki's parser decides it.
 */
export function quoteRuns(input: string, line: readonly WikiNode[]): QuoteRun[] {
  const runs = line.flatMap((node) =>
    node.type === 'text'
      ? [...input.slice(node.start, node.end).matchAll(/'{2,}/g)].map((m) => runAt(node.start + m.index, m[0].length))
      : [],
  );
  const odd = (setting: 'bold' | 'italic') => runs.filter((run) => run[setting]).length % 2 === 1;
  if (!odd('bold') || !odd('italic')) return runs;
  const threes = runs.filter((run) => run.bold && !run.italic);
  const before = ({ start }: QuoteRun) => [input[start - 2] ?? ' ', input[start - 1] ?? ' '] as const;
  const chosen =
    threes.find((run) => before(run)[1] !== ' ' && before(run)[0] === ' ') ??
    threes.find((run) => before(run)[1] !== ' ') ??
    threes[0];
  return runs.map((run) => (run === chosen ? { ...run, letters: run.letters + 1, bold: false, italic: true } : run));
}

function runAt(start: number, length: number): QuoteRun {
  const letters = length === 4 ? 1 : Math.max(0, length - 5);
  const signs = length - letters;
  return { start, end: start + length, letters, bold: signs !== 2, italic: signs !== 3 };
}
