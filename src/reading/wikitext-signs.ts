import type { Span } from '../judging/evidence.js';

/** A pair of brackets that belong together, or a stretch that MediaWiki takes out before it looks at any bracket. */
export type WikiSign = BracketPair | Extension | (Span & { readonly kind: 'comment' });

export interface BracketPair extends Span {
  readonly kind: 'template' | 'parameter' | 'link';
}

/** `<ref name="a">…</ref>`: a tag whose content is no part of the text around it. */
export interface Extension extends Span {
  readonly kind: 'extension';
  /** In lower case. */
  readonly name: string;
  /** What stands between the name and the end of the opening tag. */
  readonly attributes: string;
  /** Null for `<ref name="a" />`. */
  readonly inner: Span | null;
}

/** Tags of MediaWiki and its extensions whose content is taken as it stands, up to the first closing tag. */
const EXTENSIONS = new Set(
  (
    'ref references nowiki pre gallery syntaxhighlight source math chem ce score timeline hiero imagemap templatedata graph ' +
    'mapframe maplink inputbox includeonly templatestyles indicator section'
  ).split(' '),
);

const SIGNS = /<!--|<[a-z]+(?=[\s/>])|\{{2,}|\}{2,}|\[{2,}|\]{2,}/gi;

/** Brackets that wait for what closes them: "{{{{" is one run, of which each closing run takes what it can. */
interface OpenRun {
  readonly sign: '{' | '[';
  readonly start: number;
  count: number;
}

/**
 * Finds what belongs together in wikitext, as MediaWiki's preprocessor does: comments and extensions first, then the
 * innermost brackets. What nothing closes stays text. One pass, no recursion: time grows with the length alone.
 *
 * @returns in order of their starts; of two, one holds the other or they stand apart
 */
export function findSigns(input: string, within: Span): WikiSign[] {
  const found: WikiSign[] = [];
  const open: OpenRun[] = [];
  const unclosed = new Set<string>();
  const signs = new RegExp(SIGNS);
  signs.lastIndex = within.start;
  for (let match = signs.exec(input); match && match.index < within.end; match = signs.exec(input)) {
    const [sign] = match;
    const start = match.index;
    const count = Math.min(sign.length, within.end - start);
    if (sign.startsWith('<')) {
      const taken =
        sign === '<!--' ? commentAt(input, start, within) : extensionAt(input, sign, start, within, unclosed);
      if (!taken) continue;
      found.push(taken);
      signs.lastIndex = taken.end;
    } else if (sign.startsWith('{') || sign.startsWith('[')) open.push({ sign: sign[0] as '{' | '[', start, count });
    else close(open, sign[0] === '}' ? '{' : '[', start, count, found);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Pairs a run of closing brackets with the runs that opened last. */
function close(open: OpenRun[], sign: '{' | '[', start: number, count: number, found: WikiSign[]): void {
  let at = start;
  const end = start + count;
  for (let top = open.at(-1); top?.sign === sign && end - at >= 2; top = open.at(-1)) {
    const taken = Math.min(top.count, end - at, sign === '{' ? 3 : 2);
    top.count -= taken;
    const kind = sign === '[' ? 'link' : taken === 3 ? 'parameter' : 'template';
    found.push({ kind, start: top.start + top.count, end: at + taken });
    at += taken;
    if (top.count < 2) open.pop();
  }
}

/** A comment ends with the text at the latest. One on a line of its own takes the line with it. */
function commentAt(input: string, start: number, within: Span): WikiSign {
  const close = input.indexOf('-->', start + 4);
  let end = close < 0 || close + 3 > within.end ? within.end : close + 3;
  const lineStart = /(?:^|\n)[ \t]{0,50}$/.test(input.slice(Math.max(within.start, start - 51), start));
  const rest = /^[ \t]{0,50}\r?\n/.exec(input.slice(end, Math.min(within.end, end + 60)));
  if (lineStart && rest) end += rest[0].length;
  return { kind: 'comment', start, end };
}

/** @param unclosed names of which no closing tag follows: not looked for again */
function extensionAt(input: string, tag: string, start: number, within: Span, unclosed: Set<string>): Extension | null {
  const name = tag.slice(1).toLowerCase();
  if (!EXTENSIONS.has(name) || unclosed.has(name) || unclosed.has('>')) return null;
  const tagEnd = input.indexOf('>', start + tag.length);
  if (tagEnd < 0 || tagEnd >= within.end) {
    unclosed.add('>');
    return null;
  }
  const attributes = input.slice(start + tag.length, tagEnd);
  if (attributes.endsWith('/')) {
    return { kind: 'extension', name, start, end: tagEnd + 1, attributes: attributes.slice(0, -1), inner: null };
  }
  const closing = new RegExp(`</${name}\\s{0,50}>`, 'gi');
  closing.lastIndex = tagEnd + 1;
  const close = closing.exec(input);
  if (!close || close.index + close[0].length > within.end) {
    unclosed.add(name);
    return null;
  }
  const inner = { start: tagEnd + 1, end: close.index };
  return { kind: 'extension', name, start, end: close.index + close[0].length, attributes, inner };
}

/** `name="a b" group=note`: attributes by their names in lower case. */
export function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const match of source
    .slice(0, 2000)
    .matchAll(/([a-z][\w-]{0,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'|]+))/gi)) {
    attributes.set(match[1]!.toLowerCase(), (match[2] ?? match[3] ?? match[4] ?? '').trim());
  }
  return attributes;
}
