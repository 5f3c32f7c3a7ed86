import type { Span } from '../judging/evidence.js';
import { trimmed, type BracketNode, type WikiNode, type WikiPart } from './wikitext-tree.js';

/** What a template is given: `{{name|value|key=value}}`. Without white space around values, as most templates take them. */
export class TemplateCall {
  /** In lower case, blanks for underscores, without its namespace; "#tag" or "displaytitle" of a parser function. */
  readonly name: string;
  private readonly values = new Map<string, readonly WikiNode[]>();
  private readonly keys = new Map<string, Span>();

  constructor(
    input: string,
    readonly node: BracketNode,
  ) {
    const [head, ...rest] = node.parts;
    const written = textOf(input, head!.nodes);
    const call = /^\s*(#[a-z]+|[A-Z]{4,20}|formatnum|lc|uc|lcfirst|ucfirst):/.exec(written);
    this.name = call ? call[1]!.toLowerCase() : foldName(written);
    let position = 0;
    if (call) this.values.set('0', trimmed(input, behind(head!, head!.start + call[0].length)));
    for (const part of rest) {
      const equals = equalsIn(input, part);
      const nodes = trimmed(input, behind(part, equals === null ? part.start : equals + 1));
      const key = equals === null ? String((position += 1)) : input.slice(part.start, equals).trim().toLowerCase();
      // The last one holds, as in MediaWiki.
      this.values.set(key, nodes);
      if (equals !== null) this.keys.set(key, spanOfKey(input, part.start, equals));
    }
  }

  /** The nodes of the first of these parameters that is given something. Positions are numbers, from 1. */
  get(...keys: readonly (string | number)[]): readonly WikiNode[] | null {
    for (const key of keys) {
      const nodes = this.values.get(String(key));
      if (nodes && nodes.length > 0) return nodes;
    }
    return null;
  }

  /** The parameters that have names and values, in order; each with the place of its name. */
  get named(): { readonly key: string; readonly place: Span; readonly nodes: readonly WikiNode[] }[] {
    return [...this.keys].map(([key, place]) => ({ key, place, nodes: this.values.get(key)! }));
  }

  /** The values without names, from the first to the last that is given. */
  get positional(): readonly (readonly WikiNode[])[] {
    const all: (readonly WikiNode[])[] = [];
    for (let i = 1; this.values.has(String(i)); i += 1) all.push(this.values.get(String(i))!);
    return all;
  }
}

/** "Cite_Web " → "cite web" */
const foldName = (written: string): string =>
  written
    .slice(0, 200)
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^(?:template|vorlage|modèle|plantilla|safesubst|subst) ?: ?/, '');

/** What stands as text in nodes, brackets left out. */
export const textOf = (input: string, nodes: readonly WikiNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? input.slice(node.start, node.end) : '')).join('');

function spanOfKey(input: string, from: number, to: number): Span {
  const written = input.slice(from, to);
  const start = from + written.length - written.trimStart().length;
  return { start, end: start + written.trim().length };
}

function equalsIn(input: string, part: WikiPart): number | null {
  for (const node of part.nodes) {
    if (node.type !== 'text') continue;
    const at = input.slice(node.start, node.end).indexOf('=');
    // `<span class=…>` and `https://…?a=b` are no names.
    if (at >= 0) return /[<\n]\S|\/\//.test(input.slice(part.start, node.start + at).trim()) ? null : node.start + at;
  }
  return null;
}

/** The nodes of a part from a place on, which lies in one of its texts. */
function behind(part: WikiPart, at: number): readonly WikiNode[] {
  return part.nodes.flatMap((node): WikiNode[] => {
    if (node.start >= at) return [node];
    return node.type === 'text' && node.end > at ? [{ type: 'text', start: at, end: node.end }] : [];
  });
}
