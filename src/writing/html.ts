import { escapeText, escapeAttribute } from 'entities';
import type { Cell, Item, Markup, Table } from './markup.js';

const text = escapeText;

/** Lists within lists, by their depth. */
function items(list: readonly Item[]): string {
  let html = '';
  const open: { readonly tag: string; readonly list: number }[] = [];
  const close = (): void => {
    html += `</li></${open.pop()!.tag}>`;
  };
  for (const { number, depth, list: own, content } of list) {
    while (open.length > depth + 1) close();
    if (open.length === depth + 1 && open.at(-1)!.list !== own) close();
    if (open.length === 0 || open.length <= depth) {
      const tag = number === null ? 'ul' : 'ol';
      html += number === null ? '<ul>' : `<ol start="${number}">`;
      open.push({ tag, list: own });
    } else html += '</li>';
    html += `\n<li${number === null ? '' : ` value="${number}"`}>${content}`;
  }
  while (open.length > 0) close();
  return html;
}

const written = ({ content, columns, rows }: Cell, tag: string): string =>
  `<${tag}${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}>${content}</${tag.split(' ')[0]}>`;

/** Cells that are one over several columns or rows stand once. */
function table({ caption, headers, rows, labels }: Table): string {
  const row = (cells: readonly Cell[], tag: (i: number) => string): string =>
    `<tr>${cells.map((cell, i) => (cell.isCovered ? '' : written(cell, tag(i)))).join('')}</tr>`;
  const head = headers.map((cells) => row(cells, () => 'th scope="col"')).join('\n');
  const body = rows.map((cells) => row(cells, (i) => (i < labels ? 'th scope="row"' : 'td'))).join('\n');
  const title = caption === null ? '' : `<caption>${caption}</caption>\n`;
  return `<table>\n${title}${head === '' ? '' : `<thead>\n${head}\n</thead>\n`}<tbody>\n${body}\n</tbody>\n</table>`;
}

/** HTML that is XML as well, but for its doctype. */
export const HTML: Markup = {
  text,
  link: (content, address) => `<a href="${escapeAttribute(address)}">${content}</a>`,
  verbatim: (words) => `<code>${text(words)}</code>`,
  bold: (content) => `<b>${content}</b>`,
  marker(numbers) {
    const links = numbers.map(({ number, isListed }) =>
      isListed ? `<a href="#reference-${number}">[${number}]</a>` : `[${number}]`,
    );
    return `<sup>${links.join(' ')}</sup>`;
  },
  heading: (level, content) => `<h${level}>${content}</h${level}>`,
  paragraph: (content, quoted) => (quoted ? `<blockquote><p>${content}</p></blockquote>` : `<p>${content}</p>`),
  items,
  table,
  definition: (term, content) => `<dl><dt>${term}</dt><dd>${content}</dd></dl>`,
  code: (words) => `<pre><code>${text(words)}</code></pre>`,
  entry: (number, words) => `<p id="reference-${number}">[${number}] ${linked(words)}</p>`,
  file: (title, language, parts) =>
    [
      '<!doctype html>',
      `<html${language === null ? '' : ` lang="${escapeAttribute(language)}"`}>`,
      `<head><meta charset="utf-8"><title>${text(title)}</title></head>`,
      '<body>',
      '<article>',
      `<h1>${text(title)}</h1>`,
      ...parts,
      '</article>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
};

/** Addresses as links. */
const linked = (words: string): string =>
  words
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:])/)
    .map((part, i) => (i % 2 === 1 ? HTML.link(text(part), part) : text(part)))
    .join('');
