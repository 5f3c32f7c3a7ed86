import type { ElementPart, Part } from './tree.js';

const element = (tag: string): ElementPart => ({ kind: 'element', tag });
const GROUP: Part = { kind: 'group' };
const NOTHING: Part = { kind: 'nothing' };

/** What editors and their common extensions call what. Without capitals, hyphens and underscores. */
const NAMES: readonly (readonly [Part, string])[] = [
  [element('p'), 'paragraph p default textblock lic listitemtext listitemchild'],
  [element('blockquote'), 'blockquote quote pullquote'],
  [element('ul'), 'bulletlist bulletedlist unorderedlist ul ulist tasklist checklist todolist decisionlist'],
  [element('ol'), 'orderedlist numberedlist ol olist'],
  [element('li'), 'listitem li taskitem checklistitem todoitem decisionitem todoli'],
  [element('table'), 'table'],
  [element('tr'), 'tablerow tr'],
  [element('td'), 'tablecell td'],
  [element('th'), 'tableheader tableheadercell tablecellheader th'],
  [element('caption'), 'tablecaption'],
  [element('dl'), 'definitionlist descriptionlist dl'],
  [element('dt'), 'definitionterm descriptionterm dt'],
  [element('dd'), 'definitiondescription descriptiondetails descriptiondetail dd'],
  [element('details'), 'details detailsblock collapsiblecontainer expand nestedexpand toggle'],
  [element('summary'), 'detailssummary summary collapsibletitle'],
  [element('figure'), 'figure captionedimage mediasingle mediagroup'],
  [element('figcaption'), 'figcaption caption imagecaption figurecaption'],
  [{ kind: 'code' }, 'codeblock code pre'],
  [{ kind: 'break' }, 'hardbreak linebreak softbreak br'],
  [{ kind: 'text', text: ' ' }, 'tab'],
  [NOTHING, 'horizontalrule hr divider thematicbreak delimiter pagebreak rule toc tableofcontents'],
  [{ kind: 'picture', caption: null }, 'image img media picture inlineimage resizableimage'],
  [
    GROUP,
    'doc root document section div container group columns column columngroup columnblock columnlist columnitem layout ' +
      'layoutsection layoutcolumn layoutcontainer layoutitem tablehead tablebody tablefoot thead tbody tfoot panel callout ' +
      'calloutblock aside admonition detailscontent collapsiblecontent footnotes footnoteslist imageblock codeline',
  ],
];

const BY_NAME: ReadonlyMap<string, Part> = new Map(
  NAMES.flatMap(([part, names]) => names.split(' ').map((name): [string, Part] => [name, part])),
);
const HEADING_WORDS = ['one', 'two', 'three', 'four', 'five', 'six'];
const HEADING = /^(?:h|heading|header)(?:([1-6])|(one|two|three|four|five|six))$/;

/** A name of a kind as different editors would write it: "Bulleted-List" and "bulletedList" are one. */
export const plainName = (name: string): string => name.slice(0, 60).toLowerCase().replace(/[-_ ]/g, '');

/** What a kind of node is by its name alone, whichever editor; null when the name says nothing. */
export function partByName(name: string): Part | null {
  const plain = plainName(name);
  const [, digit, word] = HEADING.exec(plain) ?? [];
  if (digit !== undefined) return heading(Number(digit));
  if (word !== undefined) return heading(HEADING_WORDS.indexOf(word) + 1);
  return BY_NAME.get(plain) ?? null;
}

/** @param level from 1 to 6 */
export const heading = (level: number): ElementPart => element(`h${level}`);

/** A cell of a table with the columns and rows that it takes up. */
export function cell(isHead: boolean, columns: number, rows: number): ElementPart {
  const attributes = { ...(columns > 1 ? { colspan: columns } : {}), ...(rows > 1 ? { rowspan: rows } : {}) };
  return { kind: 'element', tag: isHead ? 'th' : 'td', attributes };
}

/** More columns or rows than this are no cell's. */
export const MAX_SPAN = 1000;
