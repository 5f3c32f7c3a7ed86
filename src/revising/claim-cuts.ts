import type { Article, ArticleFormat, Claim, Hole, Marker, Span } from '../judging/evidence.js';
import type { Language } from '../languages/language.js';
import { languageOf } from '../languages/languages.js';
import { whyNotCheckable } from '../reading/checkable.js';
import { placeOfCut, stretchOf } from './text-in-input.js';

/** Where people split a claim or merged some, told by the texts, so that it can be done again in another revision. */
export interface ClaimCut {
  /** The claims as they read: one to split, or several to merge. */
  readonly texts: readonly string[];
  /** Where to split, in UTF-16 units of the text; null to merge. */
  readonly at: number | null;
  /** How many claims before it read like the first. */
  readonly twin: number;
}

/** The input that claims were read from. */
export interface CutInput {
  readonly content: string;
  readonly format: ArticleFormat;
  /** All of its markers that stand in claims, or at least the broken ones beside what claims cite. */
  readonly markers: readonly Marker[];
  /** The article's. */
  readonly language: Language;
}

/** A claim, and the places of those that it was made of among the claims before. */
export interface CutClaim {
  readonly claim: Claim;
  readonly of: readonly number[];
}

/** The article with its claims split and merged as people did, wherever the same texts stand. */
export function applyCuts(
  article: Article,
  cuts: readonly ClaimCut[],
  input: Omit<CutInput, 'markers' | 'language'>,
): Article {
  if (cuts.length === 0) return article;
  const claims = new CutClaims(article.claims, {
    ...input,
    markers: article.markers,
    language: languageOf(article.language),
  });
  for (const cut of cuts) claims.apply(cut);
  return { ...article, claims: claims.result().map(({ claim }) => claim) };
}

/** Whether a claim is a whole sentence: fields and cells are one answer each, and are neither split nor merged. */
export const isSentence = ({ attribute, value }: Pick<Claim, 'attribute' | 'value'>): boolean =>
  attribute === null && value === null;

interface Node {
  readonly claim: Claim;
  readonly of: readonly number[];
  next: Node | null;
  before: Node | null;
  gone: boolean;
}

/** The claims of an article while they are cut. */
export class CutClaims {
  /** Stands before the first. */
  private readonly head: Node;
  private readonly byText = new Map<string, Node[]>();

  constructor(
    claims: readonly Claim[],
    private readonly input: CutInput,
  ) {
    this.head = { claim: undefined as never, of: [], next: null, before: null, gone: false };
    let last = this.head;
    for (const [i, claim] of claims.entries()) last = this.insertAfter(last, claim, [i]);
  }

  /** @returns whether the texts stand there, and could be cut so */
  apply({ texts, at, twin }: ClaimCut): boolean {
    const first = this.find(texts[0]!, twin);
    if (!first) return false;
    if (at !== null) {
      const halves = split(first.claim, at, this.input);
      if (halves) this.replace([first], halves);
      return halves !== null;
    }
    const nodes = [first];
    for (const text of texts.slice(1)) {
      const { next } = nodes.at(-1)!;
      if (next?.claim.text !== text || next.claim.blockIndex !== first.claim.blockIndex || !isSentence(next.claim)) {
        return false;
      }
      nodes.push(next);
    }
    this.replace(nodes, [
      merge(
        nodes.map(({ claim }) => claim),
        this.input.language,
      ),
    ]);
    return true;
  }

  /** In reading order, numbered from 1. */
  result(): CutClaim[] {
    const claims: CutClaim[] = [];
    for (let node = this.head.next; node; node = node.next) {
      claims.push({ claim: { ...node.claim, ordinal: claims.length + 1 }, of: node.of });
    }
    return claims;
  }

  private find(text: string, twin: number): Node | null {
    const equal = (this.byText.get(text) ?? []).filter(({ gone }) => !gone);
    equal.sort((a, b) => a.claim.span.start - b.claim.span.start);
    return equal[twin] ?? null;
  }

  private replace(nodes: readonly Node[], by: readonly Claim[]): void {
    const [first, last] = [nodes[0]!, nodes.at(-1)!];
    let at = first.before!;
    at.next = last.next;
    if (last.next) last.next.before = at;
    for (const node of nodes) node.gone = true;
    const of = nodes.flatMap((node) => node.of);
    for (const claim of by) at = this.insertAfter(at, claim, of);
  }

  private insertAfter(before: Node, claim: Claim, of: readonly number[]): Node {
    const node: Node = { claim, of, before, next: before.next, gone: false };
    if (before.next) before.next.before = node;
    before.next = node;
    if (isSentence(claim)) {
      const known = this.byText.get(claim.text);
      if (known) known.push(node);
      else this.byText.set(claim.text, [node]);
    }
    return node;
  }
}

/** The two halves; null when the text cannot be cut there. */
function split(claim: Claim, at: number, { content, format, markers, language }: CutInput): [Claim, Claim] | null {
  const { span } = claim;
  const within = [
    ...markersIn(span, markers).map((each) => each.span),
    ...claim.citations.flatMap((each) => each.spans),
  ];
  const stretch = stretchOf(content, claim, within, format);
  const { input } = stretch;
  const place = placeOfCut(stretch, at);
  if (place === null) return null;
  const cut = span.start + place;
  const end = span.start + input.slice(0, place).trimEnd().length;
  const lines = input.slice(0, place).match(/\r\n|[\r\n]/g)?.length ?? 0;
  return [
    part(claim, claim.text.slice(0, at).trim(), { start: span.start, end }, claim.line, within, language),
    part(claim, claim.text.slice(at).trim(), { start: cut, end: span.end }, claim.line + lines, within, language),
  ];
}

function part(
  claim: Claim,
  text: string,
  span: Span,
  line: number,
  markers: readonly Span[],
  language: Language,
): Claim {
  const inside = ({ start, end }: Span): boolean => start >= span.start && end <= span.end;
  const citations = claim.citations.flatMap((citation) => {
    const spans = citation.spans.filter(inside);
    return spans.length > 0 ? [{ ...citation, spans }] : [];
  });
  const holes = claim.holes.filter((hole) => inside(hole.span));
  // A tag can stand behind the last stop of what it is about; one before the claim stands on an entry that it cites.
  const tags = claim.tags.filter(({ span: { start } }) => {
    if (start < claim.span.start) return true;
    return start >= span.start && (start < span.end || span.end === claim.span.end);
  });
  const marked = markers.some(inside) || tags.length > 0;
  return { ...claim, text, span, line, citations, tags, ...stateOf(text, claim, marked, holes, language) };
}

function merge(claims: readonly Claim[], language: Language): Claim {
  const [first, last] = [claims[0]!, claims.at(-1)!];
  const citations = new Map<string, Claim['citations'][number]>();
  for (const citation of claims.flatMap((claim) => claim.citations)) {
    const known = citations.get(citation.label);
    citations.set(citation.label, known ? { ...known, spans: [...known.spans, ...citation.spans] } : citation);
  }
  const text = claims.map((claim) => claim.text).join(' ');
  const holes = claims.flatMap((claim) => claim.holes);
  const tags = [...new Map(claims.flatMap((claim) => claim.tags).map((tag) => [tag.span.start, tag])).values()];
  return {
    ...first,
    text,
    span: { start: first.span.start, end: last.span.end },
    citations: [...citations.values()],
    tags,
    lede: claims.some(({ lede }) => lede),
    priority: (['HIGH', 'NORMAL', 'LOW'] as const).find((each) => claims.some(({ priority }) => priority === each))!,
    ...stateOf(text, first, citations.size > 0 || tags.length > 0, holes, language),
  };
}

/** As the reader would say of the same text. */
function stateOf(
  text: string,
  { block, notCheckable: was }: Claim,
  marked: boolean,
  holes: readonly Hole[],
  language: Language,
): Pick<Claim, 'holes' | 'valueState' | 'checkable' | 'notCheckable'> {
  const amongInstructions = was === 'instruction';
  const around = { block, marked, holed: holes.length > 0, amongInstructions };
  const notCheckable = whyNotCheckable(text, around, language);
  return { holes, valueState: holes.length > 0 ? 'ELIDED' : null, checkable: notCheckable === null, notCheckable };
}

/** Markers stand in reading order, so that the first is found by halving. */
function markersIn({ start, end }: Span, markers: readonly Marker[]): Marker[] {
  let [low, high] = [0, markers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (markers[middle]!.span.start < start) low = middle + 1;
    else high = middle;
  }
  const inside: Marker[] = [];
  for (let i = low; i < markers.length && markers[i]!.span.end <= end; i++) inside.push(markers[i]!);
  return inside;
}
