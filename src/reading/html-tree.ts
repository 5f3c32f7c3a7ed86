import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Span } from '../judging/evidence.js';

export interface HtmlElement {
  readonly type: 'element';
  /** Lower case. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: HtmlElement | null;
  readonly children: HtmlNode[];
  /** Where its start tag begins and ends, and where its end tag begins (or what closed it). */
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  /** Characters of source text in it, and of those how many in links. A measure, not the length of what is shown. */
  textLength: number;
  linkedLength: number;
  /** A link into the page stands in it. */
  hasNoteLink: boolean;
  /** A field for an e-mail address stands in it. */
  asksForEmail: boolean;
}

/** A stretch of the input between two tags; its characters are those of the source, entities not yet decoded. */
export interface HtmlText {
  readonly type: 'text';
  readonly start: number;
  readonly end: number;
}

export type HtmlNode = HtmlElement | HtmlText;

/**
 * So deep elements may stand within each other, the whole page among them; those within the deepest stand behind each other
 * in it. As deep as browsers have it (Blink: `kMaximumHTMLParserDOMTreeDepth`).
 */
const MAX_DEPTH = 512;

/** Of most elements: one map, for a page may have a million of them. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Tags that hold no content. */
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const RAW_TEXT = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes']);
const ESCAPABLE_TEXT = new Set(['title', 'textarea']);

/** Tags that set words apart but no blocks: an end tag of theirs never ends a block around it. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr picture q ruby rp rt s ' +
    'samp small span strike strong sub sup svg time tt u var wbr output meter progress'
  ).split(' '),
);

/** Start tags that end an open paragraph. */
const ENDS_PARAGRAPH = new Set(
  (
    'address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp'
  ).split(' '),
);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const IN_HEAD = new Set('base basefont bgsound link meta noframes noscript script style template title'.split(' '));

/** No end tag reaches out of these. */
const SCOPE = ['table', 'td', 'th', 'caption', 'template', 'object'];
/** Of rows and cells: only the next table. */
const TABLE_SCOPE = ['table', 'template'];
const TABLE_PART = new Set(['caption', 'colgroup', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);
/** A new list item ends the one before it, unless one of these stands between. */
const ITEM_SCOPE = [
  ...SCOPE,
  ...'ul ol dl menu dir section article main aside nav blockquote details figure form'.split(' '),
];

/** What a start tag ends, beside an open paragraph: the tags, and what they must not stand outside of. */
const ENDS: Readonly<Record<string, { readonly tags: readonly string[]; readonly within: readonly string[] }>> = {
  li: { tags: ['li'], within: ITEM_SCOPE },
  dt: { tags: ['dt', 'dd'], within: ITEM_SCOPE },
  dd: { tags: ['dt', 'dd'], within: ITEM_SCOPE },
  td: { tags: ['td', 'th', 'caption'], within: TABLE_SCOPE },
  th: { tags: ['td', 'th', 'caption'], within: TABLE_SCOPE },
  tr: { tags: ['tr', 'caption'], within: TABLE_SCOPE },
  tbody: { tags: ['tbody', 'thead', 'tfoot', 'caption'], within: TABLE_SCOPE },
  thead: { tags: ['tbody', 'thead', 'tfoot', 'caption'], within: TABLE_SCOPE },
  tfoot: { tags: ['tbody', 'thead', 'tfoot', 'caption'], within: TABLE_SCOPE },
  a: { tags: ['a'], within: SCOPE },
};

/**
 * Reads HTML into a tree, as browsers do as far as text is concerned: missing end tags are supplied, stray ones are
 * left out, and no input is an error. Each step takes constant time however deep the nesting is; parse5's own tree
 * builder walks the open elements at each tag, so its tokenizer alone is used.
 *
 * @param input the whole input; positions in the tree are offsets into it
 * @param span the part of it to read
 * @param skip stretches of it that are no text, in order: the quote signs of a Markdown text around it
 */
export function readTree(
  input: string,
  span: Span = { start: 0, end: input.length },
  skip: readonly Span[] = [],
): HtmlElement {
  const builder = new TreeBuilder(input, span, skip);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, builder);
  builder.tokenizer = tokenizer;
  tokenizer.write(span.start === 0 && span.end === input.length ? input : input.slice(span.start, span.end), true);
  return builder.finish();
}

class TreeBuilder {
  tokenizer!: Tokenizer;
  /** Errors of the markup are of no interest. */
  readonly onParseError = null;
  private readonly root: HtmlElement;
  private readonly open: HtmlElement[];
  /** For each tag, where in `open` it stands, the innermost last. */
  private readonly places = new Map<string, number[]>();
  /** Where in `open` block elements stand, the innermost last. */
  private readonly blockPlaces: number[] = [];
  /** Inline elements whose end tag came while a block in them was still open. They go when they are the innermost. */
  private readonly ended = new Set<HtmlElement>();
  /** Where the last tag, comment or doctype ended. */
  private textStart: number;
  private textSeen = false;
  private textEnd: number;
  private readonly isXml: boolean;
  private skipped = 0;

  constructor(
    input: string,
    private readonly span: Span,
    private readonly skip: readonly Span[],
  ) {
    this.root = element('#root', NO_ATTRIBUTES, null, span.start, span.start);
    this.open = [this.root];
    this.textStart = span.start;
    this.textEnd = span.start;
    this.isXml = /^\uFEFF?\s*<\?xml\b/.test(input.slice(span.start, span.start + 200));
  }

  finish(): HtmlElement {
    this.flushText(this.textEnd);
    this.popTo(1, this.span.end, this.span.end);
    this.root.contentEnd = this.span.end;
    this.root.end = this.span.end;
    return this.root;
  }

  onCharacter(token: Token.CharacterToken): void {
    this.textSeen = true;
    this.textEnd = this.span.start + token.location!.endOffset;
  }
  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }
  onNullCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }
  onComment(token: Token.CommentToken): void {
    this.markup(token.location!);
  }
  onDoctype(token: Token.DoctypeToken): void {
    this.markup(token.location!);
  }
  onEof(): void {}

  onStartTag(token: Token.TagToken): void {
    const { start, end } = this.markup(token.location!);
    const tag = token.tagName;
    const attributes = token.attrs.length > 0 ? new Map(token.attrs.map((a) => [a.name, a.value])) : NO_ATTRIBUTES;
    if ((tag === 'html' || tag === 'body') && this.place(tag) >= 0) return;
    const foreign = this.place('svg') >= 0 || this.place('math') >= 0;
    if (!foreign) this.endImplied(tag, start);
    const node = this.append(tag, attributes, { start, end });
    if (tag === 'input' && attributes.get('type')?.toLowerCase() === 'email') node.parent!.asksForEmail = true;
    if (VOID.has(tag) || (token.selfClosing && (foreign || this.isXml))) return;
    this.push(node);
    if (!foreign) this.switchTokenizer(tag);
  }

  onEndTag(token: Token.TagToken): void {
    const { start, end } = this.markup(token.location!);
    const tag = token.tagName === 'br' ? null : token.tagName;
    if (tag === null) {
      this.append('br', NO_ATTRIBUTES, { start, end });
      return;
    }
    // What stands after these belongs to the body all the same.
    if (tag === 'body' || tag === 'html') return;
    const place = this.placeWithin(
      HEADINGS.includes(tag) && this.place(tag) < 0 ? HEADINGS : [tag],
      TABLE_PART.has(tag) || tag === 'table' ? TABLE_SCOPE.filter((t) => t !== tag) : SCOPE.filter((t) => t !== tag),
    );
    if (place < 0) return;
    if (INLINE.has(tag) && (this.blockPlaces.at(-1) ?? -1) > place) {
      this.forget(this.open[place]!, place);
      this.ended.add(this.open[place]!);
    } else this.popTo(place, start, end);
  }

  /** A tag, comment or doctype: what stands before it is text. */
  private markup(location: Token.Location): Span {
    const start = this.span.start + location.startOffset;
    this.flushText(start);
    // At the end of the input parse5 counts one character that is not there.
    this.textStart = Math.min(this.span.start + location.endOffset, this.span.end);
    return { start, end: this.textStart };
  }

  private flushText(end: number): void {
    if (!this.textSeen) return;
    this.textSeen = false;
    if (end <= this.textStart) return;
    const parent = this.takesText(this.open.length - 1) ? this.open.at(-1)! : this.deepest;
    let from = this.textStart;
    for (let next = this.skip[this.skipped]; next && next.start < end; next = this.skip[this.skipped]) {
      if (next.start > from) parent.children.push({ type: 'text', start: from, end: next.start });
      from = Math.max(from, next.end);
      this.skipped += 1;
    }
    if (from < end) parent.children.push({ type: 'text', start: from, end });
    parent.textLength += end - this.textStart;
  }

  /** Puts an element in the innermost open one, or behind it where that stands too deep. */
  private append(tag: string, attributes: ReadonlyMap<string, string>, { start, end }: Span): HtmlElement {
    const innermost = this.open.length - 1;
    if (innermost >= MAX_DEPTH && this.takesText(innermost)) this.close(this.open[innermost]!, start, start);
    const parent = innermost >= MAX_DEPTH ? this.deepest : this.open[innermost]!;
    const node = element(tag, attributes, parent, start, end);
    parent.children.push(node);
    return node;
  }

  /** The innermost element that holds others. */
  private get deepest(): HtmlElement {
    return this.open[MAX_DEPTH - 1]!;
  }

  /** Whether text goes into the open element at `place`: not when it stands too deep, and others stand behind it. */
  private takesText(place: number): boolean {
    return place < MAX_DEPTH || this.deepest.children.at(-1) === this.open[place];
  }

  private endImplied(tag: string, at: number): void {
    if (this.place('head') >= 0 && !IN_HEAD.has(tag)) this.popTo(this.place('head'), at, at);
    if (ENDS_PARAGRAPH.has(tag)) {
      const paragraph = this.placeWithin(['p'], SCOPE);
      if (paragraph >= 0) this.popTo(paragraph, at, at);
    }
    if (HEADINGS.includes(tag) && HEADINGS.includes(this.open.at(-1)!.tag)) this.popTo(this.open.length - 1, at, at);
    const ends = ENDS[tag];
    if (!ends) return;
    const place = this.placeWithin(ends.tags, ends.within);
    if (place < 0) return;
    if (tag !== 'a') this.popTo(place, at, at);
    else if ((this.blockPlaces.at(-1) ?? -1) < place) this.popTo(place, at, at);
  }

  /** The innermost of the open `tags`, unless one of `within` stands inside it; -1 when there is none. */
  private placeWithin(tags: readonly string[], within: readonly string[]): number {
    const place = Math.max(...tags.map((t) => this.place(t)));
    return place >= 0 && within.every((t) => this.place(t) < place) ? place : -1;
  }

  private place(tag: string): number {
    return this.places.get(tag)?.at(-1) ?? -1;
  }

  private push(node: HtmlElement): void {
    const place = this.open.push(node) - 1;
    const places = this.places.get(node.tag);
    if (places) places.push(place);
    else this.places.set(node.tag, [place]);
    if (!INLINE.has(node.tag)) this.blockPlaces.push(place);
  }

  /** Closes the open elements from `place` inwards; their content ends at `start`, the outermost itself at `end`. */
  private popTo(place: number, start: number, end: number): void {
    while (this.open.length > place && this.open.length > 1)
      this.pop(start, this.open.length - 1 === place ? end : start);
    while (this.ended.has(this.open.at(-1)!)) this.pop(start, start);
  }

  private pop(contentEnd: number, end: number): void {
    const place = this.open.length - 1;
    const isOpen = this.takesText(place);
    const node = this.open.pop()!;
    if (!this.ended.delete(node)) this.forget(node, place);
    if (this.blockPlaces.at(-1) === place) this.blockPlaces.pop();
    if (isOpen) this.close(node, contentEnd, end);
  }

  /** Says where an element ends, and adds what was counted in it to its parent. */
  private close(node: HtmlElement, contentEnd: number, end: number): void {
    node.contentEnd = contentEnd;
    node.end = end;
    const parent = node.parent!;
    parent.textLength += node.textLength;
    parent.linkedLength += node.tag === 'a' ? node.textLength : node.linkedLength;
    if (node.asksForEmail) parent.asksForEmail = true;
    if (node.hasNoteLink || (node.tag === 'a' && (node.attributes.get('href') ?? '').includes('#')))
      parent.hasNoteLink = true;
  }

  private forget(node: HtmlElement, place: number): void {
    const places = this.places.get(node.tag)!;
    if (places.at(-1) === place) places.pop();
  }

  /** What the tree builder tells the tokenizer: in some elements tags are text. */
  private switchTokenizer(tag: string): void {
    if (tag === 'script') this.tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (tag === 'plaintext') this.tokenizer.state = TokenizerMode.PLAINTEXT;
    else if (RAW_TEXT.has(tag)) this.tokenizer.state = TokenizerMode.RAWTEXT;
    else if (ESCAPABLE_TEXT.has(tag)) this.tokenizer.state = TokenizerMode.RCDATA;
  }
}

function element(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  parent: HtmlElement | null,
  start: number,
  contentStart: number,
): HtmlElement {
  return {
    type: 'element',
    tag,
    attributes,
    parent,
    children: [],
    start,
    contentStart,
    contentEnd: contentStart,
    end: contentStart,
    textLength: 0,
    linkedLength: 0,
    hasNoteLink: false,
    asksForEmail: false,
  };
}
