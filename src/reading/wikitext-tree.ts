import type { Span } from '../judging/evidence.js';
import { findSigns, type Extension, type WikiSign } from './wikitext-signs.js';

/** Wikitext without its comments: text, with the brackets and extensions that stand in it. */
export type WikiNode = TextNode | BracketNode | ExtensionNode;

export interface TextNode extends Span {
  readonly type: 'text';
}

/** `{{name|value|key=value}}`, `{{{parameter|default}}}`, `[[target|words]]`. */
export interface BracketNode extends Span {
  readonly type: 'template' | 'parameter' | 'link';
  /** What the bars at this level part; at least one. */
  readonly parts: readonly WikiPart[];
}

export interface ExtensionNode extends Omit<Extension, 'kind'> {
  readonly type: 'extension';
}

export interface WikiPart extends Span {
  readonly nodes: readonly WikiNode[];
}

/** MediaWiki expands templates to a depth of 40 by default; brackets further in are text. */
const DEEPEST = 40;

interface OpenPart {
  readonly start: number;
  end: number;
  readonly nodes: WikiNode[];
}

interface Frame {
  readonly node: { readonly type: BracketNode['type']; readonly start: number; readonly end: number } | null;
  readonly parts: OpenPart[];
  /** How far the input is taken in. */
  at: number;
}

/** Reads a stretch of wikitext into its nodes, in order. Never fails, and never recurses. */
export function readWikiTree(input: string, within: Span = { start: 0, end: input.length }): readonly WikiNode[] {
  const root: Frame = { node: null, parts: [openPart(within.start)], at: within.start };
  const frames: Frame[] = [root];
  const top = (): Frame => frames.at(-1)!;
  const leaveUntil = (start: number): void => {
    while (top().node && top().node!.end <= start) leave(input, frames);
  };
  for (const sign of findSigns(input, within)) {
    leaveUntil(sign.start);
    takeText(input, top(), sign.start);
    enter(sign, frames);
  }
  leaveUntil(Infinity);
  takeText(input, root, within.end);
  return root.parts[0]!.nodes;
}

const openPart = (start: number): OpenPart => ({ start, end: start, nodes: [] });

function enter(sign: WikiSign, frames: Frame[]): void {
  const frame = frames.at(-1)!;
  if (sign.kind === 'comment') frame.at = sign.end;
  else if (sign.kind === 'extension') {
    const { kind: type, ...rest } = sign;
    frame.parts.at(-1)!.nodes.push({ type, ...rest });
    frame.at = sign.end;
  } else if (frames.length <= DEEPEST) {
    const start = sign.start + (sign.kind === 'parameter' ? 3 : 2);
    frames.push({ node: { type: sign.kind, start: sign.start, end: sign.end }, parts: [openPart(start)], at: start });
  }
}

function leave(input: string, frames: Frame[]): void {
  const { node, parts, at } = frames.pop()!;
  const { type, start, end } = node!;
  const inner = end - (type === 'parameter' ? 3 : 2);
  takeText(input, { node, parts, at }, inner);
  parts.at(-1)!.end = inner;
  const outer = frames.at(-1)!;
  const target = parts[0]!;
  // A link's target stands on one line: else the brackets are text.
  if (type === 'link' && /[\r\n]/.test(input.slice(target.start, Math.min(target.end, target.start + 1000)))) {
    const { nodes } = outer.parts.at(-1)!;
    nodes.push({ type: 'text', start, end: start + 2 });
    for (const [i, part] of parts.entries()) {
      if (i > 0) nodes.push({ type: 'text', start: part.start - 1, end: part.start });
      for (const each of part.nodes) nodes.push(each);
    }
    nodes.push({ type: 'text', start: inner, end });
  } else outer.parts.at(-1)!.nodes.push({ type, start, end, parts });
  outer.at = end;
}

/** Adds the text up to `to` to the part that is open; within brackets, bars part it. */
function takeText(input: string, frame: Frame, to: number): void {
  let from = frame.at;
  for (let i = from; frame.node && i < to; i += 1) {
    if (input.charCodeAt(i) !== BAR) continue;
    const part = frame.parts.at(-1)!;
    if (i > from) part.nodes.push({ type: 'text', start: from, end: i });
    part.end = i;
    from = i + 1;
    frame.parts.push(openPart(from));
  }
  if (to > from) frame.parts.at(-1)!.nodes.push({ type: 'text', start: from, end: to });
  frame.at = Math.max(frame.at, to);
}

const BAR = 124;

/** A line of wikitext: what stands in brackets is part of the line that it begins on, however long it is. */
export interface WikiLine extends Span {
  readonly nodes: readonly WikiNode[];
}

/** Parts nodes at the line ends of their texts. Blank lines are lines without nodes. */
export function linesOf(input: string, nodes: readonly WikiNode[]): WikiLine[] {
  const lines: WikiLine[] = [];
  let line: WikiNode[] = [];
  let start = nodes[0]?.start ?? 0;
  const end = (at: number, next: number): void => {
    lines.push({ start, end: at, nodes: line });
    line = [];
    start = next;
  };
  for (const node of nodes) {
    if (node.type !== 'text') {
      line.push(node);
      continue;
    }
    let from = node.start;
    for (let i = from; i < node.end; i += 1) {
      if (input.charCodeAt(i) !== NEWLINE) continue;
      const stop = i > from && input.charCodeAt(i - 1) === RETURN ? i - 1 : i;
      if (stop > from) line.push({ type: 'text', start: from, end: stop });
      from = i + 1;
      end(stop, from);
    }
    if (node.end > from) line.push({ type: 'text', start: from, end: node.end });
  }
  end(nodes.at(-1)?.end ?? start, start);
  return lines;
}

const NEWLINE = 10;
const RETURN = 13;

/** Nodes without the white space around them. */
export function trimmed(input: string, nodes: readonly WikiNode[]): readonly WikiNode[] {
  const kept = [...nodes];
  for (let first = kept[0]; first?.type === 'text'; first = kept[0]) {
    const start = first.start + /^\s*/.exec(input.slice(first.start, first.end))![0].length;
    if (start < first.end) {
      kept[0] = { type: 'text', start, end: first.end };
      break;
    }
    kept.shift();
  }
  for (let last = kept.at(-1); last?.type === 'text'; last = kept.at(-1)) {
    const end = last.start + input.slice(last.start, last.end).trimEnd().length;
    if (end > last.start) {
      kept[kept.length - 1] = { type: 'text', start: last.start, end };
      break;
    }
    kept.pop();
  }
  return kept;
}
