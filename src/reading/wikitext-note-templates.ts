import type { Span } from '../judging/evidence.js';
import type { TextBuilder } from './text-builder.js';
import { TemplateCall } from './wikitext-arguments.js';
import { workAnchor, YEAR } from './wikitext-citations.js';
import type { Note, NoteContent, ShortCitation, WikiNotes } from './wikitext-notes.js';
import { attributesOf } from './wikitext-signs.js';
import type { Plain } from './wikitext-templates.js';
import { readWikiTree, type ExtensionNode, type WikiNode } from './wikitext-tree.js';

/** Notes in brackets of the text, by the group that the template puts them into. */
const NOTE_GROUPS: Readonly<Record<string, string>> = {
  refn: '',
  'ref note': '',
  efn: 'lower-alpha',
  'efn-la': 'lower-alpha',
  'efn-ua': 'upper-alpha',
  'efn-lr': 'lower-roman',
  'efn-ur': 'upper-roman',
  'explanatory footnote': 'lower-alpha',
  footnote: 'lower-alpha',
  'note label': 'note',
};

const NAMED_NOTES = /^(?:r|ref label|rp?ma|refname)$/;
/** Short citations that are notes of their own, and those that stand in the line. */
const SHORT_NOTE = /^(?:sfnp?|sfn m|sfnm|sfnmp|shortened footnote|harvard citation footnote)$/;
const SHORT_INLINE =
  /^(?:harvs?|harvnb|harvtxt|harvp|harvcol|harvcolnb|harvcoltxt|harvard citation(?: no brackets| text)?)$/;
const PAGE_BEHIND = new Set(['rp', 'reference page']);

/** More works than this in one note are not looked for. */
const MOST_WORKS = 9;

/** Reads the tags and templates that cite, and writes their markers. */
export class NoteReader {
  constructor(
    private readonly input: string,
    private readonly notes: WikiNotes,
    private readonly plain: Plain,
  ) {}

  isNoteTemplate(name: string): boolean {
    return (
      Object.hasOwn(NOTE_GROUPS, name) ||
      NAMED_NOTES.test(name) ||
      SHORT_NOTE.test(name) ||
      SHORT_INLINE.test(name) ||
      PAGE_BEHIND.has(name) ||
      name === '#tag'
    );
  }

  /** @param next what follows: a page that is meant */
  writeTag(text: TextBuilder, node: ExtensionNode, next: WikiNode | undefined): void {
    const attributes = attributesOf(node.attributes);
    // It goes on with another note.
    if (attributes.has('follow')) return;
    const content = this.contentOf(node);
    const note = this.notes.cite(attributes.get('group') ?? '', attributes.get('name') || null, content);
    mark(text, note, node, this.pageIn(next));
  }

  /** `<references>`, with the notes that are defined in it. */
  defineList(node: ExtensionNode): void {
    if (node.inner === null) return;
    const group = attributesOf(node.attributes).get('group') ?? '';
    this.define(readWikiTree(this.input, node.inner), group);
  }

  /** The notes of a list: `{{reflist|refs=…}}` gives their nodes. */
  define(nodes: readonly WikiNode[], group: string): void {
    for (const node of nodes) {
      if (node.type === 'extension' && node.name === 'ref') {
        const attributes = attributesOf(node.attributes);
        const [name, content] = [attributes.get('name'), this.contentOf(node)];
        if (name && content) this.notes.define(attributes.get('group') ?? group, name, content);
      } else if (node.type === 'template') {
        const call = new TemplateCall(this.input, node);
        const [name, content] = [this.plain(call.get('name')), call.get(1)];
        if (Object.hasOwn(NOTE_GROUPS, call.name) && name && content)
          this.notes.define(this.groupOf(call), name, { kind: 'nodes', nodes: content });
      }
    }
  }

  writeTemplate(text: TextBuilder, call: TemplateCall, next: WikiNode | undefined): void {
    const { name, node } = call;
    if (PAGE_BEHIND.has(name)) return;
    if (SHORT_NOTE.test(name)) this.shortNote(text, call);
    else if (SHORT_INLINE.test(name)) this.shortInline(text, call);
    else if (NAMED_NOTES.test(name)) {
      for (const [i, nodes] of call.positional.entries()) {
        const page = call.get(`p${i + 1}`, `pp${i + 1}`, ...(i === 0 ? ['p', 'pp', 'page', 'pages', 'loc'] : []));
        const note = this.notes.cite(this.groupOf(call), this.plain(nodes) || null, null);
        mark(text, note, node, page ? asPages(this.plain(page)) : this.pageIn(next));
      }
    } else if (name !== '#tag' || /^ref$/i.test(this.plain(call.get(0)))) {
      const content = call.get('text', 1);
      const named = this.plain(call.get('name')) || null;
      const note = this.notes.cite(this.groupOf(call), named, content && { kind: 'nodes', nodes: content });
      mark(text, note, node, this.pageIn(next));
    }
  }

  private groupOf(call: TemplateCall): string {
    return this.plain(call.get('group', 'g')) || (NOTE_GROUPS[call.name] ?? '');
  }

  private contentOf({ inner }: ExtensionNode): NoteContent | null {
    return inner !== null && /\S/.test(this.input.slice(inner.start, inner.end))
      ? { kind: 'source', span: inner }
      : null;
  }

  private pageIn(next: WikiNode | undefined): string | null {
    if (next?.type !== 'template') return null;
    const call = new TemplateCall(this.input, next);
    const page = PAGE_BEHIND.has(call.name) ? this.plain(call.get(1, 'p', 'page', 'pp', 'pages', 'at', 'loc')) : '';
    return page === '' ? null : asPages(page);
  }

  private shortNote(text: TextBuilder, call: TemplateCall): void {
    const works = /^sfn ?m/.test(call.name) ? this.several(call) : [this.one(call)];
    for (const { anchor } of works) this.notes.useWork(anchor);
    const { node } = call;
    // The same short citation is one note, wherever it stands.
    const name = `short:${works.map((work) => `${work.anchor} ${work.locator ?? ''}`).join(';')}`;
    const group = this.plain(call.get('group'));
    const note = this.notes.cite(group, name, { kind: 'short', works, span: { start: node.start, end: node.end } });
    mark(text, note, node, works[0]?.locator ?? null);
  }

  private shortInline(text: TextBuilder, call: TemplateCall): void {
    const work = this.one(call);
    this.notes.useWork(work.anchor);
    const { node, name } = call;
    const isText = /txt$| text$|^harvp$|^harvs$/.test(name);
    const inBrackets = !isText && !/nb$| no brackets$/.test(name);
    if (inBrackets) text.decoded('(', node.start, node.end);
    writeWork(text, work, node, isText);
    if (inBrackets) text.decoded(')', node.start, node.end);
  }

  private one(call: TemplateCall): ShortCitation {
    const values = call.positional.map(this.plain);
    const at = values.findIndex((value) => YEAR.test(value));
    const names = values.slice(0, at < 0 ? values.length : at);
    const page = call.get('p', 'page', 'pp', 'pages', 'loc', 'at');
    const locator = page ? asPages(this.plain(page)) : null;
    const ref = this.plain(call.get('ref'));
    return shortCitation(names, at < 0 ? '' : values[at]!, locator, ref);
  }

  /** `{{sfnm|1a1=Okoro|1y=2024|1p=7|2a1=Hale|2y=1998}}` */
  private several(call: TemplateCall): ShortCitation[] {
    const works: ShortCitation[] = [];
    for (let n = 1; n <= MOST_WORKS; n += 1) {
      const names = [1, 2, 3, 4]
        .map((m) => this.plain(call.get(`${n}a${m}`, ...(m === 1 ? [`${n}a`] : []))))
        .filter(Boolean);
      if (names.length === 0) break;
      const page = call.get(`${n}p`, `${n}pp`, `${n}loc`);
      works.push(shortCitation(names, this.plain(call.get(`${n}y`)), page ? asPages(this.plain(page)) : null, ''));
    }
    return works.length > 0 ? works : [this.one(call)];
  }
}

function shortCitation(names: readonly string[], year: string, locator: string | null, ref: string): ShortCitation {
  const shown = names.length > 3 ? `${names[0]!} et al.` : names.join(', ').replace(/, ([^,]*)$/, ' & $1');
  return { names: shown, year, anchor: ref === '' ? workAnchor(names, year) : ref, locator };
}

/** "7" → "p. 7", "7–9" → "pp. 7–9"; a section or a chapter as it is called. */
const asPages = (page: string): string =>
  !/^(?:\d|[ivxlcdm]{1,8}(?:[–-]|$))/i.test(page) ? page : /[–,-]|&/.test(page) ? `pp. ${page}` : `p. ${page}`;

/** Writes "[4]" as a marker that stands for all of the tag. */
function mark(text: TextBuilder, { label, anchor }: Note, { start, end }: Span, locator: string | null): void {
  text.decoded('[', start, end);
  const from = text.length;
  text.decoded(label, start, end);
  text.markNote(from, label, anchor, 0, { locator });
  text.decoded(']', start, end);
}

/** Writes "Okoro 2024, p. 7" with its link to the work. */
export function writeWork(text: TextBuilder, work: ShortCitation, { start, end }: Span, yearInBrackets = false): void {
  const { names, year, anchor, locator } = work;
  if (year === '' && names === '') return;
  const from = text.length;
  text.decoded(year === '' ? names : `${names} ${yearInBrackets ? `(${year})` : year}`, start, end);
  text.markNote(from, `${names} ${year}`.trim(), anchor, 0, { locator });
  if (locator !== null) text.decoded(`, ${locator}`, start, end);
}
