import type { Language } from '../languages/language.js';
import { LANGUAGES } from '../languages/languages.js';
import type { TemplateCall } from './wikitext-arguments.js';
import { workAnchor, YEAR } from './wikitext-citations.js';
import type { WikiNode } from './wikitext-tree.js';

/** What a template stands for in a sentence. */
export type StandIn =
  /** These values, at their own places. */
  | { readonly kind: 'values'; readonly values: readonly (readonly WikiNode[])[] }
  /** Several things beside each other, as a list in a line. */
  | { readonly kind: 'list'; readonly values: readonly (readonly WikiNode[])[] }
  /** Words that it makes of its values. */
  | { readonly kind: 'words'; readonly words: string };

/** Reads nodes as people do, without markup. */
export type Plain = (nodes: readonly WikiNode[] | null) => string;

/**
 * Templates that set their text in some way, or say something about it that is not seen, by the parameter that holds the
 * text. The names are those of Wikipedia in English, German and French, with their common redirects.
 */
const SHOWS: Readonly<Record<string, string>> = {
  1:
    'flag|flagu|flagcountry|flag country|flaglink|flag link|flag+link|sup|sub|nft|fb|nowrap|nobr|no wrap|nobold|noitalic|nobreak|small|smaller|big|larger|resize|huge|large|center|sc|smallcaps|sc2|mono|code|' +
    'mvar|var|em|strong|strongbad|abbr|tooltip|abbrlink|ill|interlanguage link|interlanguage link multi|link-interwiki|not a typo|sic|' +
    'proper name|notatypo|typo|as written|ipa|ipa-all|ipa link|audio|linktext|wikt-lang|vanchor|visible anchor|anker|anchored|highlight|' +
    'kbd|key|keypress|samp|tt|font|nobreak|ship name|title|quote inline|ens|frs|las|grcs|formatdate|mp|u|ins|background color|' +
    'polytonic|script|unicode|allow wrap|plainlink|nihongo|nihongo krt|nihongo foot|midsize|no italic|no bold|text|math|cnote2|won|nom|' +
    'date|formatnum|lc|uc|lcfirst|ucfirst|nts|ntsh|number table sorting|val|gaps|delim|ordinal|ord|underline|strike|s|date-mf|dag|mdash range',
  2: 'lang|langue|color|colour|font color|colored text|fontcolor|sort|rotate|bigger|hover title|version|wikt|tlx|verlauf|cell color|transl|translit|transliteration|color box|legend2|party name with color|wikidata fallback|hs|ruby-ja|ruby|trim quotes|ifsubst',
};

const SHOWN = new Map(
  Object.entries(SHOWS).flatMap(([place, names]) => names.split('|').map((name) => [name, Number(place)] as const)),
);

/** Lists that templates set in a line or a column. */
const LISTS = new Set(
  (
    'hlist|flatlist|plainlist|plain list|ubl|unbulleted list|ublist|unbullet|bulleted list|blist|ordered list|olist|flat list|' +
    'horizontal list|comma separated entries|csv|comma separated values|cslist|tree list|collapsible list|pagelist|dot separated entries'
  ).split('|'),
);

/** Templates for one sign or a few words. */
const SIGNS: Readonly<Record<string, string>> = {
  ndash: '–',
  'spaced ndash': ' – ',
  snd: ' – ',
  spnd: ' – ',
  endash: '–',
  mdash: '—',
  emdash: '—',
  'spaced mdash': ' — ',
  snds: ' – ',
  '!': '|',
  '=': '=',
  pipe: '|',
  "'": '’',
  '"': '"',
  '\' "': '’ "',
  "'s": '’s',
  nbsp: '\u00a0',
  space: ' ',
  sp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  spaces: ' ',
  dot: ' · ',
  middot: ' · ',
  '·': ' · ',
  bull: ' • ',
  bullet: ' • ',
  '•': ' • ',
  '*': ' • ',
  '--)': '}}',
  '((': '{{',
  '))': '}}',
  '(': '{',
  ')': '}',
  '(!': '{|',
  '!)': '|}',
  '!!': '||',
  yes: 'Yes',
  yes2: 'Yes',
  ya: 'Yes',
  ja: 'Ja',
  nein: 'Nein',
  oui: 'Oui',
  non: 'Non',
  si: 'Sí',
  y: 'Yes',
  n: 'No',
  no: 'No',
  no2: 'No',
  na: 'No',
  check: 'Yes',
  cross: 'No',
  tick: 'Yes',
  'n/a': 'N/A',
  'n/a2': 'N/A',
  dunno: '?',
  unknown: 'Unknown',
  partial: 'Partial',
  sometimes: 'Sometimes',
  some: 'Some',
  tba: 'TBA',
  tbd: 'TBD',
  free: 'Free',
  proprietary: 'Proprietary',
  optional: 'Optional',
  depends: 'Depends',
  included: 'Included',
  dropped: 'Dropped',
  beta: 'Beta',
  none: 'None',
  pending: 'Pending',
  nonfree: 'Nonfree',
  alpha: 'Alpha',
  retracted: ' (Retracted)',
  withdrawn: ' (Withdrawn)',
  'en dash': '–',
  'em dash': '—',
  'c.': 'c.',
  shy: '',
  wbr: '',
  minus: '−',
  times: '×',
  'x mark': '✗',
  '×': '×',
  pm: '±',
  sup2: '²',
  euro: '€',
  gbsymbol: '£',
};

const CURRENCIES: Readonly<Record<string, string>> = {
  usd: '$',
  us$: '$',
  $: '$',
  euro: '€',
  eur: '€',
  '€': '€',
  gbp: '£',
  '£': '£',
  'pound sterling': '£',
  inr: '₹',
  'indian rupee': '₹',
  jpy: '¥',
  '¥': '¥',
  yen: '¥',
  cny: 'CN¥',
  a$: 'A$',
  aud: 'A$',
  c$: 'C$',
  cad: 'C$',
  nz$: 'NZ$',
  nzd: 'NZ$',
  chf: 'CHF ',
  krw: '₩',
  sek: 'SEK ',
  nok: 'NOK ',
  dkk: 'DKK ',
  pln: 'PLN ',
  rub: '₽',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "{{start date|2031|5|4|df=yes}}" → "4 May 2031" */
function dateOf(values: readonly string[], dayFirst: boolean): string {
  const [year = '', month = '', day = ''] = values;
  const name = MONTHS[Number(month) - 1] ?? month;
  if (name === '') return year;
  if (!/^\d+$/.test(day)) return `${name} ${year}`;
  return dayFirst ? `${Number(day)} ${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

const DATES = new Set(
  (
    'start date|end date|start date and age|end date and age|birth date|death date|birth date and age|birth-date|death-date|film date|' +
    'release date|launch date|dts|date table sorting|bda|dob|start-date|end-date|television date|opening date|closing date|startdate|event date'
  ).split('|'),
);

type Maker = (call: TemplateCall, plain: Plain) => string;

const first: Maker = (call, plain) => plain(call.get(1));

function measure(call: TemplateCall, plain: Plain): string {
  const values = call.positional.map(plain);
  // "{{convert|10|to|12|km}}": a range of values before the unit.
  const range = /^(?:to|-|–|and|by|x|×|or|\+\/-|±)$/.test(values[1] ?? '');
  const [from = '', joint = '', to = ''] = values;
  if (!range) return [from, joint].filter(Boolean).join(' ');
  const joined = /^[-–]$/.test(joint) ? `${from}–${to}` : `${from} ${joint} ${to}`;
  return [joined, values[3] ?? ''].filter(Boolean).join(' ');
}

function fraction(call: TemplateCall, plain: Plain): string {
  const [a = '', b = '', c = ''] = call.positional.map(plain);
  if (c !== '') return `${a} ${b}⁄${c}`;
  return b === '' ? `1⁄${a}` : `${a}⁄${b}`;
}

function age(call: TemplateCall, plain: Plain): string {
  const values = call.positional.map(plain);
  return dateOf(values.slice(0, 3), isDayFirst(call, plain));
}

const isDayFirst = (call: TemplateCall, plain: Plain) => /^(?:y|yes|1|true)$/i.test(plain(call.get('df')));

function dated(call: TemplateCall, plain: Plain): string {
  const values = call.positional.map(plain);
  return /^\d{1,4}$/.test(values[0] ?? '') ? dateOf(values, isDayFirst(call, plain)) : (values[0] ?? '');
}

function money(call: TemplateCall, plain: Plain): string {
  const amount = plain(call.get(1));
  return amount === '' ? '' : `${CURRENCIES[call.name]!}${amount}`;
}

/** The anchor that a citation template is given by hand. */
function anchor(call: TemplateCall, plain: Plain): string {
  const values = call.positional.map(plain);
  const year = values.findIndex((value) => YEAR.test(value));
  return workAnchor(year < 0 ? values : values.slice(0, year), values[year] ?? '');
}

/** "{{coord|39|11|N|120|6|W}}" → "39°11′N 120°6′W"; nothing where only the page's title shows it. */
function coordinates(call: TemplateCall, plain: Plain): string {
  const display = plain(call.get('display'));
  if (/^t/.test(display) && !display.includes('i')) return '';
  const values = call.positional.map(plain).filter((value) => /^(?:-?\d{1,3}(?:\.\d{1,12})?|[NSEW])$/.test(value));
  if (!values.some((value) => /[NSEW]/.test(value))) return values.slice(0, 2).join(', ');
  let place = 0;
  return values
    .map((value) => {
      if (!/\d/.test(value)) place = 0;
      return /\d/.test(value) ? value + '°′″'.charAt(place++) : `${value} `;
    })
    .join('')
    .trim();
}

const MAKERS: Readonly<Record<string, Maker>> = {
  sfnref: anchor,
  harvid: anchor,
  convert: measure,
  cvt: measure,
  frac: fraction,
  fraction: fraction,
  sfrac: fraction,
  circa: (call, plain) => `c. ${first(call, plain)}`,
  ca: (call, plain) => `c. ${first(call, plain)}`,
  floruit: (call, plain) => `fl. ${first(call, plain)}`,
  'fl.': (call, plain) => `fl. ${first(call, plain)}`,
  reign: (call, plain) => `r. ${call.positional.map(plain).join('–')}`,
  'as of': (call, plain) =>
    `${/^y/i.test(plain(call.get('lc'))) ? 'as of' : 'As of'} ${dateOf(call.positional.map(plain), true)}`,
  'death date and age': age,
  'death date and given age': age,
  datum: (call, plain) => call.positional.map(plain).join('.'),
  sortname: (call, plain) => call.positional.slice(0, 2).map(plain).join(' '),
  coord: coordinates,
  'birth year and age': first,
  ship: (call, plain) => call.positional.slice(0, 2).map(plain).join(' '),
  isbn: (call, plain) => `ISBN ${first(call, plain)}`,
  issn: (call, plain) => `ISSN ${first(call, plain)}`,
  oclc: (call, plain) => `OCLC ${first(call, plain)}`,
  doi: (call, plain) => `doi:${first(call, plain)}`,
  pmid: (call, plain) => `PMID ${first(call, plain)}`,
  arxiv: (call, plain) => `arXiv:${first(call, plain)}`,
  hms: (call, plain) => `HMS ${first(call, plain)}`,
  uss: (call, plain) => `USS ${first(call, plain)}`,
  ss: (call, plain) => `SS ${first(call, plain)}`,
  percentage: (call, plain) => `${first(call, plain)}%`,
};

/** What templates of the wikis in other languages make of their values. */
const MADE: ReadonlyMap<string, { readonly pattern: string; readonly language: Language }> = new Map(
  LANGUAGES.flatMap((language) =>
    Object.entries(language.wiki.words).map(([name, pattern]) => [name, { pattern, language }] as const),
  ),
);

/** "$1 de $M2 de $3" with a template's values; '' where it has none of those. */
function wordsMade(call: TemplateCall, plain: Plain, pattern: string, { figures }: Language): string {
  const values = call.positional.map(plain).filter((value) => value !== '');
  // The name of a link whose page another wiki has.
  if (values.length === 0) values.push(...[plain(call.get('texte', 'fr', 'trad'))].filter(Boolean));
  if (values.length === 0 && pattern.includes('$')) return '';
  const monthOf = (value: string) =>
    [...figures.months].find(([, number]) => Number(number) === Number(value))?.[0] ?? value;
  return pattern
    .replace('$*', values.join(' '))
    .replace(/\$(M?)(\d)/g, (_, month: string, place: string) => {
      const value = values[Number(place) - 1] ?? '';
      return month === '' ? value : monthOf(value);
    })
    .trim();
}

/**
 * What a template stands for in the line that it is written in; null for one that is not known here. Templates for
 * navigation, notices, hatnotes and sorting stand for nothing that an article says, and are not known on purpose.
 */
export function standInFor(call: TemplateCall, plain: Plain): StandIn | null {
  const { name } = call;
  if (LISTS.has(name)) return { kind: 'list', values: call.positional };
  const make = MAKERS[name] ?? (DATES.has(name) ? dated : Object.hasOwn(CURRENCIES, name) ? money : undefined);
  if (make) return { kind: 'words', words: make(call, plain) };
  const made = MADE.get(name);
  if (made) return { kind: 'words', words: wordsMade(call, plain, made.pattern, made.language) };
  const place = SHOWN.get(name) ?? (/^lang-[a-z-]{2,12}$/.test(name) ? 1 : undefined);
  // A parser function's first value stands behind its colon.
  const value = place === undefined ? null : (call.get('text', 'content', place) ?? call.get(0));
  if (value) return { kind: 'values', values: [value] };
  if (!Object.hasOwn(SIGNS, name)) return null;
  // "{{yes|With limits}}" says it in other words.
  const words = call.get(1);
  return words && /^\p{L}/u.test(SIGNS[name]!)
    ? { kind: 'values', values: [words] }
    : { kind: 'words', words: SIGNS[name]! };
}
