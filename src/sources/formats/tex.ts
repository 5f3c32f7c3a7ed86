/*
 * The TeX that bibliographies are written in: accents and signs as people type them, braces that keep capitals. It is
 * no typesetting: what an unknown command does is not known, and only its name is left out.
 */

/** Commands that set an accent on the letter behind them, and the mark that Unicode has for it. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  S: '§',
  P: '¶',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  copyright: '©',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textquotesingle: "'",
  textasciigrave: '`',
  textquotedbl: '"',
  times: '×',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
  '\\': ' ',
};

/** Letters whose dot goes when an accent comes. */
const DOTLESS: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

/** A command with the white space that belongs to it; runs that are one sign; a brace; anything else, in runs. */
const TOKEN = /\\([a-zA-Z]+)[ \t\r\n]*|\\([^])|(---?|``|''|[?!]`|~|\$|\{|\}|\s+)|([^\\{}~$\s`'?!-]+|[^])/gu;

/** A field's value as people read it, white space folded. */
export function fromTex(value: string): string {
  let text = '';
  /** The mark of an accent that waits for its letter. */
  let accent = '';
  const add = (piece: string): void => {
    if (accent === '' || piece === '') {
      text += piece;
      return;
    }
    const [first, ...rest] = piece;
    text += (DOTLESS[first!] ?? first!) + accent + rest.join('');
    accent = '';
  };
  for (const [, word, sign, special, plain] of value.matchAll(TOKEN)) {
    if (word !== undefined) {
      if (word in ACCENTS && word.length === 1) accent = ACCENTS[word]!;
      else add(SIGNS[word] ?? '');
    } else if (sign !== undefined) {
      if (sign in ACCENTS) accent = ACCENTS[sign]!;
      else add(/\s/.test(sign) ? ' ' : (SIGNS[sign] ?? sign));
    } else if (special !== undefined) {
      if (/^\s/.test(special)) {
        if (accent === '') text += ' ';
      } else add(RUNS[special] ?? '');
    } else add(plain!);
  }
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const RUNS: Readonly<Record<string, string>> = {
  '--': '–',
  '---': '—',
  '``': '“',
  "''": '”',
  '?`': '¿',
  '!`': '¡',
  '~': ' ',
};

/** What reads back as this text, in a field within braces. */
export function toTex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(ESCAPED, (found) => ESCAPES[found] ?? [...found].join('{}'));
}

/** Signs of TeX, and runs of signs that it would join. */
const ESCAPED = /[\\{}~^"$&%#_]|[-'`]{2,}|[?!]`+/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': '\\textquotedbl{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};
