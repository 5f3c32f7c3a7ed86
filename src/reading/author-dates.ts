import type { Language } from '../languages/language.js';
import { type AuthorDateMarker, AuthorDateReader } from './author-date-markers.js';
import { type Work, Works } from './author-date-works.js';
import { statedTexts, withTexts } from './block-texts.js';
import type { DocumentBlock, ReferenceBlock } from './document.js';
import { findMarkers, type FoundMarker } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { dateIn } from './reference-dates.js';
import { entryOf } from './references.js';
import { Sections } from './sections.js';

/** So many markers must lead to a listed work before one that leads nowhere is taken for a citation. */
const USUAL = 2;

/**
 * Blocks whose author–date citations are markers, and whose alphabetic list of works is a list of references with
 * labels such as "Okoro 2024". Without such a list, or when nothing cites it so, the blocks stay as they are.
 */
export function withAuthorDates(blocks: readonly DocumentBlock[], language: Language): readonly DocumentBlock[] {
  const works = new Works();
  const entries = alphabeticEntries(blocks, works, language);
  if (works.size === 0) return blocks;
  const found = markersIn(blocks, entries, works);
  const listed = [...found.values()].flat().filter((marker) => marker.listed);
  // "Stern Waters (2002)" can be a book with its year.
  if (listed.length === 0 || !(works.sortsAuthors || listed.some(({ comma }) => comma !== null))) return blocks;
  const isMissing = missingFrom(listed, blocks);
  const changed = new Map<PositionedText, PositionedText>();
  for (const [content, markers] of found) {
    const kept = markers.filter((marker) => marker.listed || isMissing(marker));
    if (kept.length > 0) changed.set(content, content.withMarkers(kept.map(({ span, items }) => ({ span, items }))));
  }
  return blocks.map((block) => entries.get(block) ?? withTexts(block, changed));
}

/** The entries that no number or name leads, as what the list of references holds. */
function alphabeticEntries(
  blocks: readonly DocumentBlock[],
  works: Works,
  language: Language,
): ReadonlyMap<DocumentBlock, ReferenceBlock> {
  const sections = new Sections(language);
  const entries = new Map<DocumentBlock, ReferenceBlock>();
  for (const block of blocks) {
    if (block.kind === 'heading') sections.enter(block);
    const entry = unnumbered(block, sections);
    const work = entry && works.add(entry.content.text.replace(/\s+/g, ' ').trim());
    if (work) entries.set(block, { ...entry, ...namesOf(work, entry) });
  }
  return entries;
}

const namesOf = ({ label, anchor }: Work, { anchors }: ReferenceBlock) => ({ label, anchors: [...anchors, anchor] });

function unnumbered(block: DocumentBlock, sections: Sections): ReferenceBlock | null {
  if (block.kind === 'reference') return block.label === null && block.work === undefined ? block : null;
  if (!sections.role('references') || (block.kind !== 'item' && block.kind !== 'paragraph')) return null;
  if ((entryOf(block)?.label ?? null) !== null) return null;
  const anchors = block.kind === 'item' && block.anchor !== null ? [block.anchor] : [];
  return { kind: 'reference', label: null, anchors, content: block.content, links: block.content.links };
}

/** What looks like a citation in each text; where the format or a number marks one already, nothing does. */
function markersIn(
  blocks: readonly DocumentBlock[],
  entries: ReadonlyMap<DocumentBlock, ReferenceBlock>,
  works: Works,
): ReadonlyMap<PositionedText, readonly AuthorDateMarker[]> {
  const reader = new AuthorDateReader(works);
  const found = new Map<PositionedText, readonly AuthorDateMarker[]>();
  for (const block of blocks) {
    if (entries.has(block)) continue;
    for (const content of statedTexts(block)) {
      if (found.has(content)) continue;
      const markers = reader.find(content.text);
      if (markers.length === 0) continue;
      found.set(content, apartFrom(findMarkers(content), markers));
    }
  }
  return found;
}

/** Those that overlap none of the others; both in order. */
function apartFrom(others: readonly FoundMarker[], markers: readonly AuthorDateMarker[]): AuthorDateMarker[] {
  let next = 0;
  return markers.filter(({ span }) => {
    while (next < others.length && others[next]!.span.end <= span.start) next++;
    return next === others.length || others[next]!.span.start >= span.end;
  });
}

/** Words that stand before a year and name no author. */
const SEASON = /^(?:spring|summer|autumn|fall|winter|early|mid|late|circa|since|until|before|after)$/i;
/** "in London", "near Bergen": the name of a place. */
const PLACES = /(?<![\p{L}\p{N}])(?:in|at|near)\s(\p{Lu}[\p{L}’'-]{1,40})(?!\s(?:\(\d|et al|and\s\p{Lu}|&|\d{4}))/gu;

/**
 * Whether a marker cites a work that the list lacks. A lone name with a year can be a place, a film or a season: it
 * must be written as the article's other citations are, and name nothing else.
 */
function missingFrom(
  listed: readonly AuthorDateMarker[],
  blocks: readonly DocumentBlock[],
): (marker: AuthorDateMarker) => boolean {
  if (listed.length < USUAL) return () => false;
  const shown = listed.filter(({ comma }) => comma !== null);
  const comma = shown.length > 0 ? shown.filter((marker) => marker.comma).length * 2 > shown.length : null;
  let places: ReadonlySet<string> | null = null;
  return ({ bareName, comma: own }) => {
    if (bareName === null) return true;
    if (own !== comma || SEASON.test(bareName) || dateIn(`${bareName} 2000`) !== '2000') return false;
    places ??= new Set(
      blocks.flatMap(statedTexts).flatMap(({ text }) => [...text.matchAll(PLACES)].map((match) => match[1]!)),
    );
    return !places.has(bareName);
  };
}
