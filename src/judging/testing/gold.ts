import { readFileSync } from 'node:fs';
import type { Article, BlockKind, Claim, ValueState } from '../evidence.js';
import { article, citation, type ClaimParts } from './builders.js';

/** What a careful reader finds in an article: see `test/fixtures/articles/README.md`. As far as judging needs it. */
export interface Gold {
  /** BCP 47; English when left out. */
  readonly language?: string;
  readonly claims: readonly GoldClaim[];
  readonly findings: readonly { readonly rule: string; readonly line: number; readonly about?: string }[];
  readonly documentFindings: readonly { readonly rule: string }[];
  readonly mustStayQuiet: readonly { readonly rule: string; readonly line: number | null }[];
  readonly either: readonly { readonly rule: string; readonly lines: readonly number[] | 'all' }[];
}

interface GoldClaim {
  readonly line: number;
  readonly block: string;
  readonly text: string;
  readonly attribute?: string;
  readonly column?: string;
  readonly value?: string;
  readonly valueState?: string;
  readonly evidenceNote?: string;
  readonly cites: readonly number[];
  readonly checkable: boolean;
  readonly standing?: string;
}

export function readGold(path: string): Gold {
  return JSON.parse(readFileSync(path, 'utf8')) as Gold;
}

const BLOCKS: Readonly<Record<string, BlockKind>> = { list: 'LIST_ITEM', quote: 'PARAGRAPH' };

/**
 * The article that a perfect reading would give, as far as a gold file tells: every number dangles, a line is a
 * paragraph, and what stands above the first field, cell or question is the lede.
 *
 * @param title the article's title; golds have none
 * @param lines the article's lines, where the evidence notes of its tables are looked up; empty: none
 */
export function articleOf(gold: Gold, title: string, lines: readonly string[] = []): Article {
  const body = gold.claims.findIndex(({ block }) => block !== 'paragraph');
  const claims = gold.claims.map((each, i): ClaimParts => partsOf(each, i < body, lines));
  return article(claims, { title, titleSpan: null, language: gold.language ?? 'en', hasReferenceList: false });
}

function partsOf(each: GoldClaim, lede: boolean, lines: readonly string[]): ClaimParts {
  const state = each.valueState?.toUpperCase().replace('-', '_') as ValueState | undefined;
  const block = BLOCKS[each.block] ?? (each.block.toUpperCase().replace('-', '_') as BlockKind);
  const hole = { span: { start: 0, end: 0 }, word: 'on' };
  return {
    text: each.text,
    line: each.line,
    block,
    blockIndex: each.line,
    attribute: each.attribute ?? null,
    column: each.column ?? null,
    value: each.value ?? (block === 'CELL' ? each.text : null),
    valueState: block === 'CELL' ? (state ?? 'PRESENT') : (state ?? null),
    holes: each.text !== '' && (state === 'ELIDED' || endsOpen(each)) ? [hole] : [],
    evidenceNote: each.evidenceNote ?? (block === 'EVIDENCE_ROW' ? noteOn(lines[each.line - 1] ?? '', each) : null),
    checkable: each.checkable,
    lede,
    citations: each.cites.map((number) => citation(number)),
  } satisfies Partial<Claim>;
}

/** Golds from before sentences had a value state: "was announced on." */
const endsOpen = ({ text }: GoldClaim): boolean => /\b(on|from|in|by)\s*[.,]/.test(text);

/** A row of a flattened table reads "claim. note [n]. [n]". */
function noteOn(line: string, { text }: GoldClaim): string | null {
  const after = line.slice(line.indexOf(text) + text.length).replace(/\[[^\]]*\]/g, '');
  const note = after.replace(/^[\s.]+|[\s.,]+$/g, '');
  return line.includes(text) && note !== '' ? note : null;
}
