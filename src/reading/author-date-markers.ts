import type { Span } from '../judging/evidence.js';
import { ET_AL, PARTICLE_WORD, splitNames, type Work, type Works, YEARS } from './author-date-works.js';
import type { MarkerItem, StructuralMarker } from './document.js';
import { tokens } from './words.js';

/**
 * Author–date citations in a text: "(Okoro 2024)", "(see Okoro, 2024, p. 7; Lind & Marek 2019a, 2019b)", and in a
 * sentence "Okoro (2024) found", of which the year alone is the marker. Whether brackets cite, the list of works says.
 */

/** A work that a text names, listed or not. */
interface Named {
  readonly label: string;
  readonly anchor: string | null;
}

/** What a text cites, and how sure that is. */
export interface AuthorDateMarker extends StructuralMarker {
  /** All of its works are listed. */
  readonly listed: boolean;
  /** With a comma between name and year, as APA has it; null where only the year is in brackets. */
  readonly comma: boolean | null;
  /** Nothing but its form says that it cites: a capitalised word and a year. */
  readonly bareName: string | null;
}

/** Brackets with one other pair in them, at most. Bounded, so that it cannot backtrack far. */
const BRACKETS = /[([]((?:[^()[\]]|\[[^()[\]]{1,40}\]){3,400})[)\]]/gu;
/** Words that lead up to a citation: "see also", "cf.", "as quoted in". */
const LEAD =
  /^\s*(?:(?:[Ss]ee|[Cc]f\.?|[Ee]\.g\.|[Ii]\.e\.|[Ff]or|[Aa]lso|[Cc]ompare|[Ss]ource:?|\p{Ll}[\p{L}’'-]*)[.,:]?\s+){0,8}$/u;
const SEE = /^\s*(?:(?:see|cf\.?|e\.g\.,?|compare|also|but)\s+){1,3}/iu;

const PLACE = String.raw`(?:(?:pp?|S|chs?|chap|chapters?|secs?|sections?|paras?|vol|no|figs?|figures?|tables?|eqs?|app|appendix|nn?|fn|lines?|art)\b\.?\s?|§{1,2}\s?)[\divxlc]+[a-z]?(?:\.\d+){0,3}`;
const RANGE = String.raw`(?:\s?[–-]\s?[\divxlc]+[a-z]?|ff?\b\.?)?(?:,\s?\d{1,4}(?:\s?[–-]\s?\d{1,4})?(?![\p{L}\p{N}])(?<!(?:1[5-9]|20)\d\d))*`;
/** ", p. 7", ": 12–14", ", chap. 3": the place in the work. A bare number that can be a year is one. */
const LOCATOR = new RegExp(
  `^(?:[,:]\\s?|\\s)(${PLACE}${RANGE}|(?!(?:1[5-9]|20)\\d\\d(?!\\s?[–-]))\\d{1,4}${RANGE})(?![\\p{L}\\p{N}])`,
  'iu',
);
/** Remarks on the quotation before the brackets (Chicago Manual of Style, 13.62). */
const REMARK =
  /^,?\s?(?:(?:emphasis|italics) (?:added|mine|in (?:the )?original)|(?:original|my|own|author['’]s) (?:emphasis|italics|translation))$/iu;
const AGAIN = new RegExp(`^(?:ibid(?:em)?|loc\\.\\s?cit)\\b\\.?(?:${LOCATOR.source.slice(1)})?\\.?$`, 'iu');
/** "(p. 7)" behind a quotation from a work that was named before. */
const ONLY_PLACE = new RegExp(`^(?=pp?\\b|§|paras?\\b)(${PLACE}${RANGE})$`, 'u');

const CLAUSE_END = /^\s*(?:[.,;:!?”"’)—–]|(?:and|but|or)\s|$)/u;

const SURNAME = String.raw`(?:(?:van|von|der|den|de|du|da|dos|di|del|della|la|le|ten|ter|zu|al|el)\s|[dl]['’]){0,3}\p{Lu}[\p{L}'’]*\p{L}(?:-\p{Lu}\p{L}+)?`;
/** Names of people that the list does not have. */
const STRANGERS = new RegExp(
  `^(${SURNAME})((?:,\\s${SURNAME}){0,4},?\\s(?:&|and)\\s${SURNAME}|,?\\set\\sal\\.?)?(,)?$`,
  'u',
);
const STRANGERS_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${SURNAME}),?\\set\\sal\\.?$`, 'u');

/** How far back from a year in brackets names are looked for: words, and UTF-16 units. */
const MOST_WORDS = 9;
const FARTHEST = 100;

/** Reads one text after the other: "ibid." is the work that was cited last. */
export class AuthorDateReader {
  private last: Named | null = null;

  constructor(private readonly works: Works) {}

  /**
   * @param text one block's
   * @returns markers in order, not overlapping; also those of works that are not listed
   */
  find(text: string): AuthorDateMarker[] {
    const found: AuthorDateMarker[] = [];
    for (const match of text.matchAll(BRACKETS)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const inner = match[1]!;
      const again = this.again(inner, found.length > 0);
      if (again) found.push({ span, items: [again], listed: true, comma: null, bareName: null });
      else found.push(...this.inBrackets(text, span, inner));
    }
    return found;
  }

  private again(inner: string, citedHere: boolean): MarkerItem | null {
    if (this.last === null) return null;
    const match = AGAIN.exec(inner.trim()) ?? (citedHere ? ONLY_PLACE.exec(inner.trim()) : null);
    return match && item(this.last, match[1] ?? null);
  }

  private inBrackets(text: string, brackets: Span, inner: string): AuthorDateMarker[] {
    if (inner.search(YEARS) < 0) return [];
    let names: string | null = null;
    const groups = groupsOf(inner).map((group) => {
      const before = group.start === 0 ? text.slice(Math.max(0, brackets.start - FARTHEST), brackets.start) : '';
      const read = this.group(inner.slice(group.start, group.end), before, names);
      ({ names } = read);
      return { ...group, ...read };
    });
    const cites = groups.some((group) => group.cited.length > 0);
    if (!cites) return [];
    const from = brackets.start + 1;
    if (groups.every((group) => group.whole)) {
      const only = marker(
        brackets,
        groups.flatMap((group) => group.cited),
      );
      // "The film (Dune, 2021) won": what an unknown name says in the middle of a clause is no citation.
      const ends = only.bareName === null || CLAUSE_END.test(text.slice(brackets.end, brackets.end + 8));
      return ends ? [only] : [];
    }
    const markers: AuthorDateMarker[] = [];
    for (let i = 0; i < groups.length; i += 1) {
      const { cited, whole, start } = groups[i]!;
      if (cited.length === 0) continue;
      if (!whole) {
        // Between other words only the year is no part of what they say.
        markers.push(...cited.map((each) => marker(shifted(each.year, from + start), [each])));
        continue;
      }
      const run = [...cited];
      let last = i;
      while (groups[last + 1]?.whole && groups[last + 1]!.cited.length > 0) run.push(...groups[(last += 1)]!.cited);
      // With what sets the run apart from the other words, so that those stay alone.
      const next = i === 0 ? groups[last + 1] : undefined;
      const end = next ? next.start + spacesAt(inner, next.start) : groups[last]!.end;
      markers.push(marker({ start: from + (i === 0 ? 0 : groups[i - 1]!.end), end: from + end }, run));
      i = last;
    }
    return markers;
  }

  /**
   * @param before the text before the brackets, where a year may have its names
   * @param lastNames those of the group before: "(Okoro 2019; 2020)"
   */
  private group(text: string, before: string, lastNames: string | null): Group {
    const cited: Cited[] = [];
    let whole = true;
    let names = lastNames;
    let at = 0;
    for (const match of text.matchAll(YEARS)) {
      if (match.index < at) continue;
      const between = text.slice(at, match.index);
      const year = { start: match.index, end: match.index + match[0].length };
      if (/^\s*(?:[,&]|and)?\s*$/u.test(between)) {
        names ??= before === '' ? null : this.namesBefore(before, match[1]!);
        const work = names === null ? null : this.named(names, match[1]!, before !== '' && cited.length === 0);
        if (!work) return { cited, whole: false, names };
        cited.push({ ...work, year, locator: null });
      } else {
        const found = this.namesWithin(between, match[1]!);
        if (!found) {
          whole = false;
          continue;
        }
        names = found.names;
        whole &&= found.lead;
        cited.push({ ...found.work, year, locator: null });
      }
      at = year.end;
      const letters = /^(?:,\s?[b-h](?![\p{L}\p{N}.]))+/u.exec(text.slice(at, at + 30))?.[0] ?? '';
      for (const letter of letters.match(/[b-h]/g) ?? []) {
        const work = names && this.named(names, match[1]!.replace(/[a-z]$/, '') + letter, false);
        if (work) cited.push({ ...work, year, locator: null });
      }
      at += letters.length;
      const locator = LOCATOR.exec(text.slice(at, at + 80));
      if (!locator) continue;
      at += locator[0].length;
      cited[cited.length - 1] = { ...cited.at(-1)!, locator: locator[1]! };
    }
    const rest = text.slice(at);
    return { cited, whole: whole && (rest.trim() === '' || REMARK.test(rest)), names };
  }

  private named(names: string, year: string, narrative: boolean): Omit<Cited, 'year' | 'locator'> | null {
    const work = this.works.find(names, year);
    if (work) return this.remember({ ...known(work), comma: null, bareName: null });
    // "Okoro (2025)" where other works of Okoro's are listed.
    const [first] = splitNames(names.replace(ET_AL, ''));
    const isKnown = first !== undefined && this.works.lists(first);
    if (narrative && !isKnown && !ET_AL.test(names)) return null;
    return this.remember({
      label: `${tidied(names)} ${year}`,
      anchor: null,
      comma: null,
      bareName: null,
    });
  }

  /** The names right before a year's brackets: the longest that a work has, else "Okoro et al." */
  private namesBefore(before: string, year: string): string | null {
    const text = before.trimEnd().replace(/['’]s?$/u, '');
    const words = tokens(text).slice(-MOST_WORDS);
    for (const { start } of words) {
      const names = text.slice(start);
      if (isNameStart(names) && this.works.find(names, year)) return names;
    }
    const last = words.at(-1);
    if (last && isNameStart(last.text) && this.works.lists(last.text)) return last.text;
    return STRANGERS_BEFORE.exec(text)?.[0] ?? null;
  }

  /** "see also Okoro, ": the names that end there, and whether only words that lead up to them come before. */
  private namesWithin(
    between: string,
    year: string,
  ): { readonly names: string; readonly lead: boolean; readonly work: Omit<Cited, 'year' | 'locator'> } | null {
    const text = between.trimEnd();
    const comma = text.endsWith(',');
    const end = text.replace(/\s*\[[^\]]*\]?,?$/u, '').replace(/[,\s(]+$/u, '');
    const words = tokens(end).slice(-MOST_WORDS * 2);
    for (const { start } of words) {
      const names = end.slice(start);
      const work = isNameStart(names) ? this.works.find(names, year) : null;
      if (!work) continue;
      const lead = LEAD.test(end.slice(0, start).replace(/^\s*,\s*/u, ''));
      return { names, lead, work: this.remember({ ...known(work), comma, bareName: null }) };
    }
    const lead = SEE.exec(between)?.[0].length ?? 0;
    const stranger = STRANGERS.exec(text.slice(lead).replace(/^[,\s]+/u, ''));
    if (!stranger) return null;
    const names = stranger[1]! + (stranger[2] ?? '');
    const bareName =
      stranger[2] === undefined && lead === 0 && !/\d[a-z]$/u.test(year) && !this.works.lists(names) ? names : null;
    const label = `${tidied(names)} ${year}`;
    return { names, lead: true, work: { label, anchor: null, comma, bareName } };
  }

  private remember<T extends Named>(named: T): T {
    this.last = named;
    return named;
  }
}

/** What stands between two semicolons. */
interface Group {
  readonly cited: readonly Cited[];
  /** Nothing else stands there. */
  readonly whole: boolean;
  /** Whose years the next group may go on with. */
  readonly names: string | null;
}

interface Cited extends Named {
  readonly year: Span;
  readonly locator: string | null;
  readonly comma: boolean | null;
  readonly bareName: string | null;
}

const known = ({ label, anchor }: Work): Named => ({ label, anchor });

const isNameStart = (text: string): boolean =>
  /^[\p{Lu}\d]/u.test(text) || PARTICLE_WORD.test(text.split(' ', 1)[0]!) || /^\p{Ll}{1,2}\p{Lu}/u.test(text);

/** "Lind and Marek", "Lind, Marek, and Okoro" as labels have it. */
function tidied(names: string): string {
  const each = splitNames(names.replace(ET_AL, ''));
  return each.length > 2 || ET_AL.test(names) ? `${each[0]} et al.` : each.join(' & ');
}

function item({ label, anchor }: Named, locator: string | null): MarkerItem {
  return locator === null ? { label, anchor } : { label, anchor, locator: locator.replace(/\s+/g, ' ') };
}

function marker(span: Span, cited: readonly Cited[]): AuthorDateMarker {
  const [only] = cited;
  return {
    span,
    items: cited.map((each) => item(each, each.locator)),
    listed: cited.every(({ anchor }) => anchor !== null),
    comma: cited.find(({ comma }) => comma !== null)?.comma ?? null,
    bareName: cited.length === 1 && only!.locator === null ? only!.bareName : null,
  };
}

const spacesAt = (text: string, at: number): number => /^\s*/.exec(text.slice(at, at + 400))![0].length;
const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** The stretches between semicolons. */
function groupsOf(inner: string): Span[] {
  const groups: Span[] = [];
  let start = 0;
  for (const match of inner.matchAll(/;|$/g)) {
    groups.push({ start, end: match.index });
    start = match.index + 1;
  }
  return groups;
}
