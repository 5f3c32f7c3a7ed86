import { addressKey } from '../addresses/address-key.js';
import type { Span } from '../judging/evidence.js';
import { withTexts } from './block-texts.js';
import type { Language } from '../languages/language.js';
import { NOTHING_KNOWN } from './described-work.js';
import type { DocumentBlock, StructuralMarker } from './document.js';
import { findMarkers } from './markers.js';
import type { PositionedText, TextLink } from './positioned-text.js';
import { SIGNPOST } from './reference-titles.js';
import type { ListedEntry } from './references.js';
import { Sections } from './sections.js';
import { endsWithStop, isTitleCase, startsUpper, tokens } from './words.js';

/** Blocks whose links are markers, and what those lead to. */
export interface LinkedBlocks {
  readonly blocks: readonly DocumentBlock[];
  /** One for each address, labelled with its place in the order of the text. */
  readonly entries: readonly ListedEntry[];
}

/**
 * Links as citations, for an article that cites in no other way: each link to another site in a sentence is a marker,
 * each address a reference. Null when there is no such link, or when the article has markers.
 *
 * @param skipped which blocks are no part of the article
 * @param address the page's own; null when it is not known
 */
export function linkCitations(
  blocks: readonly DocumentBlock[],
  skipped: readonly boolean[],
  address: string | null,
  language: Language,
): LinkedBlocks | null {
  if (blocks.some(hasMarker)) return null;
  const home = address === null ? null : hostOf(address);
  const sections = new Sections(language);
  const entries = new Map<string, ListedEntry>();
  const changed = new Map<PositionedText, PositionedText>();
  for (const [i, block] of blocks.entries()) {
    if (skipped[i]) continue;
    if (block.kind === 'heading') sections.enter(block);
    if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'definition') continue;
    const { content } = block;
    // A line of nothing but links points elsewhere.
    if (sections.role('further reading') || (content.isAllOpaque && !endsWithStop(content.text))) continue;
    const markers: StructuralMarker[] = [];
    for (const link of content.links) {
      const key = leadsOut(link, home) ? addressKey(link.address) : null;
      if (key === null) continue;
      const entry = entries.get(key) ?? entryOfLink(content, link, String(entries.size + 1), language);
      entries.set(key, entry);
      markers.push(markerOf(content.text, link.span, entry.label!));
    }
    if (markers.length > 0) changed.set(content, content.withMarkers(markers));
  }
  if (entries.size === 0) return null;
  return { blocks: blocks.map((block) => withTexts(block, changed)), entries: [...entries.values()] };
}

function hasMarker(block: DocumentBlock): boolean {
  if (block.kind === 'skipped') return false;
  if (block.kind !== 'table') return findMarkers(block.content).length > 0;
  return [...(block.header ?? []), ...block.rows.flat()].some((cell) => findMarkers(cell).length > 0);
}

/** Pages that hand a page on to others: the paths of share buttons. */
const SHARES =
  /^\/(?:sharer?(?:\.php|\/.*)?|share(?:-offsite|Article)?\/?.*|intent\/.*|submit|pin\/create\/.*|send|dialog\/(?:share|feed|send))$/i;

function leadsOut({ span, address }: TextLink, home: string | null): boolean {
  if (span.start === span.end) return false;
  const { pathname, search } = new URL(address);
  if (SHARES.test(pathname) && search !== '') return false;
  return home === null || !isOneSite(hostOf(address), home);
}

const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** `news.example.org` and `example.org` are one site. */
const isOneSite = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

/** A link's words belong to the sentence; but an address or "source" in brackets is only a sign, and goes with them. */
function markerOf(text: string, span: Span, label: string): StructuralMarker {
  const items = [{ label, anchor: null }];
  const shown = text.slice(span.start, span.end).trim();
  const around = text.charAt(span.start - 1) + text.charAt(span.end);
  const isSign =
    (around === '()' || around === '[]') && (SIGNPOST.test(shown) || /^(?:https?:\/\/|www\.)\S+$/i.test(shown));
  return isSign ? { span: { start: span.start - 1, end: span.end + 1 }, items } : { span, items, isSpoken: true };
}

/** What a link cites, as an entry of a list of references would: its words, and its address. */
export function entryOfLink(
  content: PositionedText,
  { span, address }: TextLink,
  label: string,
  language: Language,
): ListedEntry {
  const words = content.slice(span.start, span.end);
  const isItalic = words.italics.some(({ start, end }) => start === 0 && end === words.length);
  return {
    label,
    anchors: [],
    content: words,
    links: [],
    list: null,
    work: {
      source: {
        ...NOTHING_KNOWN,
        title: titleIn(words.text, isItalic, language),
        url: address,
      },
      quote: null,
    },
  };
}

/** Of fewer words than this, words in title case are a name. */
const TITLE_WORDS = 4;

/** A link's words when they read as a title: in italics, in quotation marks, or in title case. */
function titleIn(words: string, isItalic: boolean, language: Language): string | null {
  const text = words.trim();
  const quoted = /^[“„«"‘](.{3,300})[”“»"’]$/u.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  if (!/\p{L}{2}/u.test(text) || SIGNPOST.test(text) || /^\S+$/.test(text)) return null;
  return isItalic || (startsUpper(text) && isTitleCase(text, language) && tokens(text).length >= TITLE_WORDS)
    ? text
    : null;
}
