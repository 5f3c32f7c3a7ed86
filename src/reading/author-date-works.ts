import { namesIn } from './reference-names.js';

/** An entry of an alphabetic list of works, as far as author–date citations name it. */
export interface Work {
  /** How it is cited: "Okoro 2024", "Lind & Marek 2019a", "Okoro et al. 2024". */
  readonly label: string;
  /** Names it within its article; no address can hold it. */
  readonly anchor: string;
  /** Folded, in the order of the entry. */
  readonly authors: readonly string[];
}

/** "2024", "2019a", "1867/1990" (the second counts), "n.d." */
const YEAR = String.raw`(?:(?:1[5-9]|20)\d\d\s?\/\s?)?((?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.(?:-?[a-z](?![\p{L}]))?|forthcoming|in press)(?![\p{L}\p{N}])`;
export const YEARS = new RegExp(`(?<![\\p{L}\\p{N}./–-]|\\d,)${YEAR}`, 'giu');
/** The year that an entry opens with, behind its names: in brackets, or between stops. */
const HEAD_YEAR = new RegExp(
  String.raw`(?:\s*[([]|[.,]\s{1,2})${YEAR}(?=[\])]|[.,:;]|\s(?=["“‘'«„]))|\(${YEAR},[^()]{2,30}\)`,
  'iu',
);
/** "Okoro AB (2024)", and entries whose year comes last: "Okoro, Ada. Harbour Tolls. Tide Press, 2024." */
const LAST_YEAR = new RegExp(String.raw`[,(:]\s?${YEAR}(?=\)?[.,;:]?(?:\s(?:pp?\.|doi|https?:)|\s*$))`, 'iu');
/** What follows that year: a title. */
const TITLE_NEXT = /^[)\]]{0,2}(?:[.,:;]\s{0,2}(?![\p{Ll}(])|\s{1,2}(?![\d(]))["“‘'«„¿¡[]{0,2}[\p{L}\p{N}]/u;
/** Names are looked for in so much of an entry, in UTF-16 units; so many of it are read at all. */
const LONGEST_HEAD = 300;
const LONGEST_ENTRY = 1500;
/** Three dashes stand for the authors of the entry before (Chicago Manual of Style, 14.67). */
const SAME_AUTHORS = /^(?:[—–]{2,3}|-{3,6}|_{3,10})[.,]?\s*/u;
/** "(Eds.)", "ed.", "(Hrsg.)" behind the names. */
const ROLE = /[,\s]*[([]?\b(?:eds?|editors?|trans|comps?|hrsg|dir)\b\.?[)\]]?[\s.,]*$/iu;
/** "Ministry of Transport (MoT)", "Ministry of Transport [MoT]": how the entry abbreviates its author. */
const ACRONYM = /\s*[([](\p{Lu}[\p{L}\p{N}&.-]{1,15})[)\]]/gu;
/** Authors that an entry leaves out before the last one (APA 7, 9.8): "Lind, B., Marek, J., . . . & Okoro, A." */
const LEFT_OUT = /,?\s?(?:\.\s?\.\s?\.|…),?\s?(?:&\s|and\s)?/gu;
/** "MoT [Ministry of Transport]" */
const SPELLED_OUT = /^(\p{Lu}[\p{L}\p{N}&.-]{1,15}) [([]([^()[\]]{6,120})[)\]]/u;

/** Words before a surname that sorting and citing leave out or keep (as CSL's dropping and non-dropping particles). */
const PARTICLE =
  /^(?:(?:van|von|der|den|de|du|des|da|dos|di|del|della|della|la|le|el|al|ten|ter|te|zu|zur|af|av|bin|ibn|abu|st)[\s-]|(?:d|l)['’])+/iu;
export const PARTICLE_WORD =
  /^(?:van|von|der|den|de|du|des|da|dos|di|del|della|la|le|el|al|ten|ter|te|zu|zur|af|av|bin|ibn|abu|d['’]\p{L}+|l['’]\p{L}+)$/iu;

/** "Berg, K. van den": as some lists sort them. */
const PARTICLES_LAST =
  /(?<=,\s(?:\p{Lu}\.[\s-]?){1,4})(?<=\s)(?:(?:van|von|der|den|de|du|da|dos|di|la|zu)\b\s?){1,3}(?=$|[,;&])/giu;

/** A name without case, diacritics and punctuation, particles left out. */
export function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœ]/gu, (letter) => FOLDED[letter]!)
    .replace(/[’]/gu, "'")
    .trim();
  return words
    .replace(/^the\s/u, '')
    .replace(PARTICLE, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters that are no letter with a mark. */
const FOLDED: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' };

/** The works that an article lists, found by the names and the year of a citation. */
export class Works {
  private readonly byFirst = new Map<string, Work[]>();
  private readonly firstAuthors = new Set<string>();
  private before: readonly string[] = [];
  private count = 0;
  private isSorted = false;

  /**
   * Adds an entry. Entries come in the order of the list: dashes repeat the authors of the one before.
   *
   * @param text the entry, white space folded
   * @returns null for one that does not open with names and has no year: nothing can cite it so
   */
  add(text: string): Work | null {
    const entry = text.slice(0, LONGEST_ENTRY);
    const year = yearOf(entry);
    if (year === null) return null;
    const again = SAME_AUTHORS.test(entry) && this.before.length > 0;
    const { names, aliases, isSorted } = again
      ? { names: this.before, aliases: [], isSorted: true }
      : namesOf(year.head);
    if (names.length === 0) return null;
    this.before = names;
    this.isSorted ||= isSorted;
    const authors = names.map(foldName);
    this.count += 1;
    const work = { label: `${shown(names)} ${year.year}`, anchor: `work ${this.count}`, authors };
    const [first] = names;
    for (const name of new Set([authors[0]!, ...aliases.map(foldName), foldName(lastWord(first!))])) {
      if (name === '') continue;
      this.firstAuthors.add(name);
      const key = keyOf(name, year.year);
      const known = this.byFirst.get(key);
      if (known) known.push(work);
      else this.byFirst.set(key, [work]);
    }
    return work;
  }

  get size(): number {
    return this.count;
  }

  /** Some entry puts its author's surname first, as no list of somebody's own books does. */
  get sortsAuthors(): boolean {
    return this.isSorted;
  }

  /** Whether some listed work is by this author alone or first. */
  lists(author: string): boolean {
    return this.firstAuthors.has(foldName(author));
  }

  /**
   * The work that a citation names, or null.
   *
   * @param cited as it stands there: "Okoro", "Lind & Marek", "Okoro et al."
   */
  find(cited: string, year: string): Work | null {
    const names = cited.replace(ET_AL, '');
    const isShortened = names !== cited;
    const whole = this.byFirst.get(keyOf(foldName(names), year));
    if (whole) return best(whole, isShortened ? 3 : 1);
    const [first, ...others] = splitNames(names);
    if (first === undefined || others.length === 0) return null;
    const rest = others.map(foldName);
    const works = this.byFirst
      .get(keyOf(foldName(first), year))
      ?.filter(({ authors }) => rest.every((name) => authors.includes(name, 1)));
    return works ? best(works, isShortened ? 3 : others.length + 1) : null;
  }
}

export const ET_AL = /[,\s]+(?:et al|and others|u\. ?a|et coll|y otros)\.?$/iu;

/** "Lind & Marek", "Lind, Marek, and Okoro" → each. */
export const splitNames = (names: string): string[] =>
  names.split(/\s*,\s*(?:(?:&|and|und|et|y)\s+)?|\s+(?:&|and|und|et|y)\s+/u).filter((name) => name !== '');

const keyOf = (name: string, year: string): string => `${name} ${year.toLowerCase().replace(/\s/g, '')}`;

/** Of several works the one with as many authors as the citation shows; three stand for more. */
function best(works: readonly Work[], count: number): Work | null {
  const fits = ({ authors }: Work) => (count >= 3 ? authors.length >= 3 : authors.length === count);
  return works.find(fits) ?? works[0] ?? null;
}

/** Whether a line reads as such an entry: it opens with names, and has a year behind them or at its end. */
export function isDated(line: string): boolean {
  const year = yearOf(line.trim().slice(0, LONGEST_ENTRY));
  return year !== null && (SAME_AUTHORS.test(line.trim()) || namesOf(year.head).names.length > 0);
}

function yearOf(entry: string): { readonly head: string; readonly year: string } | null {
  const start = entry.slice(0, LONGEST_HEAD);
  const opening = HEAD_YEAR.exec(start);
  // "Stern Waters (2002), a novel": a title with its year is no author.
  const isOpening = opening !== null && TITLE_NEXT.test(entry.slice(opening.index + opening[0].length).slice(0, 12));
  const match = isOpening ? opening : LAST_YEAR.exec(entry);
  if (!match || (!isOpening && !/\p{L}\.\s/u.test(entry.slice(0, match.index)))) return null;
  return { head: entry.slice(0, Math.min(match.index, LONGEST_HEAD)), year: match[1] ?? match[2]! };
}

interface EntryNames {
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly isSorted: boolean;
}

/** "Okoro, A.", "Okoro AB" */
const SORTED = /,\s|\s\p{Lu}{1,3}$/u;

/** Whom the head of an entry names: surnames of people, or an organisation; and what else those go by. */
function namesOf(head: string): EntryNames {
  const spelled = SPELLED_OUT.exec(head);
  if (spelled) return { names: [spelled[1]!], aliases: [spelled[2]!], isSorted: false };
  const aliases = [...head.matchAll(ACRONYM)].map((match) => match[1]!);
  // A stop behind a word ends the names, the stop of an initial or of "et al." does not.
  const clean = head
    .replace(ACRONYM, '')
    .replace(LEFT_OUT, ', ')
    .split(/(?<=[\p{L})]{3})\.\s(?!\p{L}\.)/u)[0]!
    .replace(ROLE, '')
    .replace(PARTICLES_LAST, '')
    .trim();
  if (!/^\p{L}/u.test(clean) || clean.split(' ').length > 60) return { names: [], aliases: [], isSorted: false };
  const { authors, publisher } = namesIn(clean);
  if (authors.length > 0) {
    const [first, ...others] = authors as [string, ...string[]];
    const isSorted = SORTED.test(first);
    // A list begins its entries with surnames: "United Nations" is no Mr Nations.
    const names = [isSorted ? surnameOf(first) : first, ...others.map(surnameOf)];
    return { names, aliases: [isSorted ? first : surnameOf(first), ...aliases], isSorted };
  }
  const organisation = publisher?.replace(/^(.+), (The)$/u, '$2 $1') ?? '';
  return { names: /^\p{Lu}/u.test(organisation) ? [organisation] : [], aliases, isSorted: false };
}

/** "Okoro, A.", "Okoro AB", "Ada van den Berg" → the surname. */
function surnameOf(author: string): string {
  const [before, after] = author.split(/,\s*/u, 2);
  if (after !== undefined) return before!;
  const initials = /^(.+?) \p{Lu}{1,3}$/u.exec(author);
  if (initials) return initials[1]!;
  const words = author.split(' ');
  let from = words.length - 1;
  while (from > 1 && PARTICLE_WORD.test(words[from - 1]!)) from -= 1;
  return words.slice(from).join(' ');
}

const lastWord = (name: string): string => (/^(?:\p{Ll}+ )/u.test(name) ? name.split(' ').at(-1)! : name);

function shown(names: readonly string[]): string {
  if (names.length > 2) return `${names[0]} et al.`;
  return names.join(' & ');
}
