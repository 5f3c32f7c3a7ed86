import type { Source } from '../judging/evidence.js';
import { foldName } from './author-date-works.js';
import { structuralMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';

/**
 * Notes that name a work and a place in it, "Okoro 1998, p. 12.", where another entry of the list describes the work.
 */

const PLACE = String.raw`(?:(?:pp?|pts?|chs?|secs?|paras?|vols?|bk|no|nn?|fig)\.?\s|§{1,2}\s?)?[\divxlc]+[\s\divxlc–-]{0,40}`;
const LOCATOR = new RegExp(`^(?:${PLACE}(?:(?:,| &| and) ?${PLACE}){0,4})?$`, 'iu');

/** "p. 12", "Pt. II, pp. 4–6"; nothing at all is the whole work. */
export const isLocator = (text: string): boolean => LOCATOR.test(text.slice(0, 200)) && text.length <= 200;

const lettersOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
const withoutSee = (letters: string) => letters.replace(/^see(?=\p{L})/u, '');
const at = (source: Source, locator: string): Source => ({
  ...source,
  locator: locator.replace(/\s+/g, ' ').trim() || source.locator,
});

/**
 * The work that a note opens with a link to, or that a note names which describes no source itself: the first of several.
 *
 * @param sources the works of the list, by their anchors
 * @param namesAnother the note describes a source itself; else it can say "as quoted in" and name the work behind that
 */
export function linkedWork(
  content: PositionedText,
  sources: ReadonlyMap<string, Source>,
  namesAnother: boolean,
): Source | null {
  const [marker] = structuralMarkers(content);
  const item = marker?.items[0];
  const work = item?.anchor ? sources.get(item.anchor) : undefined;
  if (!marker || !item || !work) return null;
  const before = withoutSee(lettersOf(content.text.slice(0, marker.span.end)));
  if (before === lettersOf(item.label)) {
    // What follows the place is a quotation from the work or a remark on it.
    const behind = content.text.slice(marker.span.end, marker.span.end + 200);
    const locator = /^[\s,:]*([^;:"“«]*?)[\s.,)]*(?:[;:"“«]|$)/.exec(behind)?.[1] ?? '';
    return at(work, isLocator(locator) ? locator : '');
  }
  return namesAnother ? null : work;
}

/** "Okoro (1998), pp. 6–7.", "(Lind & Okoro 1998a: 6)", "See Okoro et al., 1998." */
const NAMES_WORK =
  /^\(?(?:see )?(\p{Lu}[\p{L}’'-]{1,40})(?:(?:,? (?:and|&)|,) \p{Lu}[\p{L}’'-]{1,40}){0,3}(?:,? et al\.?)?,? \(?((?:1[5-9]|20)\d\d)[a-z]?\)?(?:[,:] ?([^;]{1,60}?))?[\s.)]*$/iu;
/** Names and years are looked for in so much of an entry, in UTF-16 units, and so many of them are kept. */
const LONGEST_ENTRY = 600;
const MOST_NAMES = 20;
const MOST_YEARS = 3;

/** An entry as far as short notes can name it. */
interface NamedEntry {
  readonly text: string;
  readonly source: Source;
}

/** The entries that hold one name and year: two of each are enough to see that nobody can tell which is meant. */
interface Namesakes {
  readonly opening: NamedEntry[];
  readonly holding: NamedEntry[];
}

/** The works of a list by the names and years in their entries. */
export class NamedWorks {
  private byName: ReadonlyMap<string, Namesakes> | null = null;

  constructor(private readonly entries: readonly NamedEntry[]) {}

  /**
   * The work that a note without a link names. The entry that opens with the name goes before those that only hold it;
   * where that leaves several, nobody can tell which is meant.
   *
   * @param text of the note, white space folded
   */
  of(text: string): Source | null {
    const named = NAMES_WORK.exec(text.slice(0, 200));
    if (!named || text.length > 200 || !/^\p{Lu}/u.test(named[1]!) || !isLocator(named[3] ?? '')) return null;
    this.byName ??= indexed(this.entries);
    const { opening = [], holding = [] } = this.byName.get(keyOf(named[1]!, named[2]!)) ?? {};
    const [work, another] = opening.length > 0 ? opening : holding;
    return work && !another ? at(work.source, named[3] ?? '') : null;
  }
}

const keyOf = (name: string, year: string): string => `${foldName(name)} ${year}`;

function indexed(entries: readonly NamedEntry[]): Map<string, Namesakes> {
  const byName = new Map<string, Namesakes>();
  for (const entry of entries) {
    const text = entry.text.slice(0, LONGEST_ENTRY);
    if (NAMES_WORK.test(text)) continue;
    const names = (text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).slice(0, MOST_NAMES);
    const years = (text.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? []).slice(0, MOST_YEARS);
    const start = foldName(text.slice(0, 60));
    for (const name of new Set(names.map(foldName))) {
      for (const year of new Set(years)) {
        const key = keyOf(name, year);
        const known = byName.get(key) ?? { opening: [], holding: [] };
        byName.set(key, known);
        const those = start.startsWith(name) ? known.opening : known.holding;
        if (those.length < 2) those.push(entry);
      }
    }
  }
  return byName;
}
