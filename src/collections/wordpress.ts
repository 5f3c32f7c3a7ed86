import { SaxesParser } from 'saxes';
import { UnconvertibleFileError } from '../converting/unconvertible-file.js';
import { cutTo } from '../judging/text/normalise.js';
import { MAX_INPUT_BYTES } from '../reading/decode.js';
import { found, skipped, unreadable, type Collected } from './collected.js';
import { Others } from './others.js';
import { Slugs, slugOfWords } from './slugs.js';
import { postHtml } from './wordpress-post.js';

/*
 * The "WordPress eXtended RSS" (WXR) that WordPress writes under Tools → Export: RSS 2.0 with an item for every post,
 * page, attachment and menu entry, their texts in `content:encoded`.
 */

export interface WordPressOptions {
  /** Drafts, private and scheduled posts too; else only what is published. */
  readonly includeDrafts?: boolean;
  readonly slugPrefix?: string;
  /** Those of the collection that the export is part of; else its own. */
  readonly slugs?: Slugs;
}

/** What of an export's item is looked at. */
export interface WordPressItem {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly status: string;
  readonly link: string;
  /** As it stands in addresses; may be percent-encoded. */
  readonly name: string;
  /** "2031-05-01 10:00:00", in UTC; zeros for a draft. */
  readonly dateGmt: string;
  readonly isProtected: boolean;
  readonly content: string;
  /** Its categories, in order. */
  readonly categories: readonly string[];
  /** The notes of the block editor, as JSON; null when it has none. */
  readonly footnotes: string | null;
}

const ARTICLE_TYPES: ReadonlySet<string> = new Set(['post', 'page']);
const DRAFTS: ReadonlySet<string> = new Set(['draft', 'pending', 'future', 'private']);
/** Categories that say nothing, as WordPress calls the one for all that has none. */
const NO_CATEGORY = /^(?:uncategorized|uncategorised|allgemein|non classé|sin categoría)$/i;

/** Whether a file begins as an export of WordPress does. */
export const isWordPressExport = (start: Uint8Array): boolean =>
  /<rss\b[^>]*\bxmlns:wp=|<wp:wxr_version>/.test(Buffer.from(start.subarray(0, 8192)).toString('latin1'));

/**
 * The posts and pages of an export of WordPress, in its order, while it is read: the size of the export does not matter.
 *
 * @param chunks the file, piece by piece
 * @throws UnconvertibleFileError when it is no such export, or no XML. What came before that stays good.
 */
export async function* wordPressCollection(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: WordPressOptions = {},
): AsyncGenerator<Collected> {
  const slugs = options.slugs ?? new Slugs(options.slugPrefix);
  const others = new Others('item', (kind, count) => `${count} ${kind}`);
  for await (const item of itemsOf(chunks)) {
    const one = collected(item, options.includeDrafts ?? false, slugs);
    if (one === null) others.add(item.type);
    else yield one;
  }
  const rest = others.entry((kinds) => `neither posts nor pages: ${kinds}`);
  if (rest) yield rest;
}

/** Null for what is no article at all. */
function collected(item: WordPressItem, includeDrafts: boolean, slugs: Slugs): Collected | null {
  const { id, type, status } = item;
  const title = item.title.trim().replace(/\s+/g, ' ');
  if (!ARTICLE_TYPES.has(type)) return null;
  const name = `${type} ${id}${title === '' ? '' : ` “${cutTo(title, 80)}”`}`;
  if (status !== 'publish' && !(includeDrafts && DRAFTS.has(status)))
    return skipped(name, `not published (${status || 'no status'})`);
  if (item.isProtected && !includeDrafts) return skipped(name, 'protected by a password, so not published to all');
  const { html, notices } = postHtml(item);
  if (!/(?:^|>)\s*[^\s<]/.test(html)) return skipped(name, 'has no text');
  if (Buffer.byteLength(html) > MAX_INPUT_BYTES) return unreadable(name, 'has more than 20 MiB of text; split it');
  const given = slugOfWords(decodedName(item.name)) || slugOfWords(title);
  const slug = given || `${type}-${id}`;
  let taken = slugs.take(slug, name);
  // A post and a page, or two pages under different ones, may be called the same.
  if ('takenBy' in taken) taken = slugs.take(`${slug}-${id}`, name);
  if ('takenBy' in taken) return unreadable(name, `its slug “${slug}” is that of ${taken.takenBy}`);
  return found({
    name,
    slug: taken.slug,
    title: title === '' ? null : cutTo(title, LONGEST_TITLE),
    content: html,
    format: 'HTML',
    url: /^https?:\/\//i.test(item.link) && URL.canParse(item.link) ? item.link : null,
    desk: item.categories.find((category) => !NO_CATEGORY.test(category)) ?? null,
    publishedAt: status === 'publish' ? isoOf(item.dateGmt) : null,
    notices,
  });
}

const LONGEST_TITLE = 500;

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isoOf(dateGmt: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(dateGmt.trim());
  if (!parts || parts[1]!.startsWith('0000')) return null;
  const date = new Date(`${parts[1]}T${parts[2]}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Characters that one item may have, with all that stands between it and the next one. */
const LONGEST_ITEM = 64 * 1024 * 1024;
/** Characters that XML 1.0 does not allow, and that old posts have all the same. */
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

async function* itemsOf(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<WordPressItem> {
  const reader = new ItemReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw wrong(`is not UTF-8 behind line ${reader.line}; export it again`, { cause });
    }
  };
  for await (const chunk of chunks) yield* reader.write(decode(chunk));
  yield* reader.write(decode(undefined));
  yield* reader.end();
}

/** Reads items from XML as it comes. */
class ItemReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly path: string[] = [];
  private ready: WordPressItem[] = [];
  private item: Draft | null = null;
  private meta: { key: string; value: string } | null = null;
  private text: string[] = [];
  private isCategory = false;
  private sinceItem = 0;
  private isExport = false;
  /** The line of the newest element. */
  private opened = 0;

  constructor() {
    const { parser } = this;
    parser.on('error', (error) => {
      const within = this.opened > 0 && this.opened !== parser.line ? `, within an element of line ${this.opened}` : '';
      throw wrong(`is not well-formed XML: line ${parser.line}: ${told(error)}${within}; export it again, or mend it`);
    });
    parser.on('doctype', () => {
      throw wrong('has a DOCTYPE, which an export of WordPress never has; export it again');
    });
    parser.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    parser.on('text', (text) => this.text.push(text));
    parser.on('cdata', (text) => this.text.push(text));
    parser.on('closetag', ({ name }) => this.close(name));
  }

  get line(): number {
    return this.parser.line;
  }

  write(chunk: string): WordPressItem[] {
    this.sinceItem += chunk.length;
    this.parser.write(chunk.replace(NO_XML, ' '));
    if (this.sinceItem > LONGEST_ITEM) throw wrong(`has an item of more than 64 MiB before line ${this.line}`);
    return this.taken();
  }

  end(): WordPressItem[] {
    this.parser.close();
    if (!this.isExport) throw wrong('is no export of WordPress: it has no <rss> with a <channel>; use Tools → Export');
    return this.taken();
  }

  private taken(): WordPressItem[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private open(name: string, attributes: Readonly<Record<string, unknown>>): void {
    if (this.path.length === 0 && name !== 'rss')
      throw wrong(`is no export of WordPress: it begins with <${name}>; use Tools → Export`);
    if (this.path.length >= DEEPEST)
      throw wrong(`has elements more than ${DEEPEST} deep in line ${this.line}; export it again`);
    this.path.push(name);
    this.opened = this.line;
    this.text = [];
    if (this.path.length === 2 && name === 'channel') this.isExport = true;
    if (this.path.length === 3 && name === 'item') this.item = new Map();
    if (name === 'wp:postmeta') this.meta = { key: '', value: '' };
    this.isCategory = name === 'category' && attributes['domain'] === 'category';
  }

  private close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    const { item, meta } = this;
    if (!item) return;
    if (depth === 3) {
      this.ready.push(itemOf(item));
      this.item = null;
      this.sinceItem = 0;
      return;
    }
    const text = this.text.join('');
    this.text = [];
    if (depth === 4 && name === 'wp:postmeta') {
      if (meta?.key === 'footnotes') item.set('footnotes', [meta.value]);
      this.meta = null;
    } else if (depth === 5 && meta && name === 'wp:meta_key') meta.key = text;
    else if (depth === 5 && meta && name === 'wp:meta_value') meta.value = text;
    else if (depth === 4 && name === 'category') {
      if (this.isCategory) item.set('category', [...(item.get('category') ?? []), text.trim()]);
    } else if (depth === 4 && FIELDS.has(name)) item.set(name, [text]);
  }
}

/** The fields of an item by their names. */
type Draft = Map<string, readonly string[]>;

const FIELDS: ReadonlySet<string> = new Set([
  'title',
  'link',
  'content:encoded',
  'wp:post_id',
  'wp:post_date_gmt',
  'wp:post_name',
  'wp:status',
  'wp:post_type',
  'wp:post_password',
]);
/** An export has six levels. */
const DEEPEST = 32;

function itemOf(draft: Draft): WordPressItem {
  const field = (name: string): string => draft.get(name)?.[0] ?? '';
  return {
    id: field('wp:post_id').trim(),
    title: field('title'),
    type: field('wp:post_type').trim(),
    status: field('wp:status').trim(),
    link: field('link').trim(),
    name: field('wp:post_name').trim(),
    dateGmt: field('wp:post_date_gmt'),
    isProtected: field('wp:post_password').trim() !== '',
    content: field('content:encoded'),
    categories: (draft.get('category') ?? []).filter((name) => name !== ''),
    footnotes: draft.get('footnotes')?.[0] ?? null,
  };
}

/** The parser's own words, without the place that it puts before them. */
const told = (error: Error): string => error.message.replace(/^[^:]*:?\d+:\d+:\s*/, '').replace(/\.$/, '');

const wrong = (message: string, options?: ErrorOptions): UnconvertibleFileError =>
  new UnconvertibleFileError('DAMAGED', message, options);
