import type { Cell, Item, Markup, Table } from './markup.js';

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

/** Signs of Markdown within a line. An address is left alone: it is read as one, whatever stands in it. */
function text(words: string): string {
  return words
    .split(ADDRESS)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~|&$^]/g, '\\$&').replace(/!(?=\\\[)/g, '\\!')))
    .join('');
}

/** What would make a line a heading, a list, a quotation or a rule. */
const line = (content: string): string =>
  content.replace(/^(\s*)([#+=:-]|\d{1,9}(?=[.)]))/, (_all, space: string, sign: string) =>
    /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
  );

/** Blanks around the words would keep emphasis from being read. */
function wrapped(content: string, sign: string): string {
  const inner = content.trim();
  const before = content.length - content.trimStart().length;
  if (inner === '') return content;
  return content.slice(0, before) + sign + inner + sign + content.slice(before + inner.length);
}

/** Of backticks in a row. */
const longestRun = (words: string): number =>
  [...words.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);

/** Between more backticks than it has in a row. */
function verbatim(words: string): string {
  const ticks = '`'.repeat(1 + longestRun(words));
  const space = /^`|`$|^ .* $/.test(words) ? ' ' : '';
  return `${ticks}${space}${words}${space}${ticks}`;
}

/** Bullets and numbers change from list to list, so that two of them stay two. */
function items(list: readonly Item[]): string {
  let deepest = -1;
  const lists = new Map([...new Set(list.map((item) => item.list))].map((own, i) => [own, i]));
  return list
    .map(({ number, depth, list: own, content }) => {
      deepest = Math.min(depth, deepest + 1);
      const isOdd = lists.get(own)! % 2 === 1;
      const sign = number === null ? (isOdd ? '*' : '-') : `${number}${isOdd ? ')' : '.'}`;
      return `${'    '.repeat(deepest)}${sign} ${line(content)}`;
    })
    .join('\n');
}

/**
 * Markdown has one column that names the row, one row of headings, and no cell over several places: what names a row
 * together stands in one cell, and so do headings over headings; a cell over several places is repeated.
 */
function table({ caption, headers, rows, labels }: Table): string {
  const one = (cells: readonly (string | undefined)[]): string =>
    [...new Set(cells.filter((cell) => cell !== undefined && cell !== ''))].join(', ');
  const named = (row: readonly Cell[]): string[] => {
    const cells = row.map(({ content }) => content);
    return [one(cells.slice(0, labels)), ...cells.slice(labels)];
  };
  const [head, body] = [headers.map(named), rows.map(named)];
  const width = [...head, ...body].reduce((most, row) => Math.max(most, row.length), 1);
  const places = Array.from({ length: width }, (_, i) => i);
  const written = (cell: (i: number) => string): string => `| ${places.map(cell).join(' | ')} |`;
  const lines = [
    written((i) => one(head.map((row) => row[i]))),
    written(() => '---'),
    ...body.map((row) => written((i) => row[i] ?? '')),
  ];
  return `${caption === null ? '' : `###### ${caption}\n\n`}${lines.join('\n')}`;
}

/** Addresses between angle brackets, where their last sign counts whatever it is. */
const linked = (words: string): string =>
  words
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:])/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : text(part)))
    .join('');

/** CommonMark with the tables of GitHub. */
export const MARKDOWN: Markup = {
  text,
  link: (content, address) => `[${content}](<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>)`,
  verbatim,
  bold: (content) => wrapped(content, '**'),
  marker: (numbers) => `[${numbers.map(({ number }) => number).join(', ')}]`,
  heading: (level, content) => `${'#'.repeat(level)} ${content}`,
  paragraph: (content, quoted) => (quoted ? '> ' : '') + line(content),
  items,
  table,
  definition: (term, content, isExpected) =>
    isExpected ? `${line(term)}\n: ${content}` : `###### ${term}\n\n${line(content)}`,
  code(words) {
    const fence = '`'.repeat(Math.max(3, 1 + longestRun(words)));
    return `${fence}\n${words}\n${fence}`;
  },
  entry: (number, words) => `[${number}] ${linked(words)}`,
  file: (title, _language, parts) => `${[`# ${text(title)}`, ...parts].join('\n\n')}\n`,
};
