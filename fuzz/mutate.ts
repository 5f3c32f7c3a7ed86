import type { InputFormat } from './examine.js';

/** A whole number in [0, below). */
export type Random = (below: number) => number;

/** What texts are made of, from which some pieces are taken: tags, the signs of each markup, words, white space. */
const PIECE =
  /<!--[^]{0,200}?-->|<[/!?]?[a-zA-Z][^<>]{0,400}>|\{\{+|\}\}+|\[\[|\]\]|\{\||\|\}|\|-|\[\^?[^[\]\s]{0,40}\]|&#?\w{1,10};|\r?\n(?:[#*:;>-]+ ?)?|'{2,5}|[*_`~]+|[\p{L}\p{M}]+|\p{N}+|[^\S\r\n]+|[^]/gu;

/** What is put where nobody expects it. */
const COMMON_SIGNS = [
  ...'[ ] ( ) { } < > | * _ ` ~ # : ; = + - – — . , ! ? " \' “ ” « » \\ / & % $ € @ ^ • § †'.split(' '),
  ...'[1] [0] [1,,2] [3-1] [1–900] [^note] [1, 2] (Okoro, 2031) (ibid.) &amp; &#0; &#x110000; &nbsp; https://a.example/b 10.1000/x'.split(
    ' ',
  ),
  ...'# ## - * 1. 1) [1]: Q: A: > : • Step'.split(' ').map((lead) => `\n${lead} `),
  ...['References', 'Glossary', 'FAQ', 'Summary', 'Further reading', 'Contents'].map((name) => `\n\n${name}\n\n`),
  ...[
    '\n',
    '\n\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u202e',
    '\u0301',
    '\u0007',
    '\ud83d',
    '\ude80',
    '👩‍🚀',
    'ﬁ',
    'İ',
    'ß',
    'הרציף',
    '码头。',
  ],
];
const SIGNS: Readonly<Partial<Record<InputFormat, readonly string[]>>> = {
  MARKDOWN: [
    ...'** __ ~~ ``` ~~~ --- === *** ![a](b) [a](b) [a][1] [a]: <b> </b> <sup> </sup> <div> </div> | |-|-| \\ <!-- --> [^1]:'.split(
      ' ',
    ),
    ...[
      '\n```\n',
      '\n---\n',
      '\n===\n',
      '\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      '\n[^1]: ',
      '\n[1]: https://a.example\n',
      '\n    ',
      '\n> ',
      '  \n',
      '\n: ',
    ],
  ],
  HTML: [
    ...'<p> </p> <div> </div> <table> </table> <tr> <td> <th> </td> <ul> <ol> <li> </li> <dl> <dt> <dd> <a> </a> <b> </b> <sup> </sup> <br> <h2> </h2> <section> <article> <aside> <nav> <blockquote> <q> </q> <script> </script> <style> <title> <svg> <math> <template> <select> <option> <textarea> <plaintext> <![CDATA[ <!-- --> <? <img> <main> <header> <footer> <form> <details> <summary> <figure> <code> <pre> <noscript>'.split(
      ' ',
    ),
    '<td rowspan="0" colspan="9999">',
    '<a href="#cite_note-1">[1]</a>',
    '<ol class="references"><li id="cite_note-1">',
    '<sup class="noprint">[<i>citation needed</i>]</sup>',
    '<base href="http://[">',
    '<a href="http://[">x</a>',
    '<p lang="x">',
  ],
  WIKITEXT: [
    ..."{{ }} [[ ]] {{{ }}} {| |} |- |+ ! !! || <ref> </ref> <ref name=x> <ref/> <!-- --> <nowiki> </nowiki> '' ''' ''''' == === <references/> {{sfn| {{refn| {{cite {{reflist}} {{r| {{convert| {{efn| <div> </blockquote> {{citation [[File: [[Category:".split(
      ' ',
    ),
    '<ref>{{cite web|url=',
    '\n== References ==\n',
    '\n{|\n! a !! b\n|-\n| 1 || 2\n|}\n',
    '\n; a : b\n',
    '[http://a.example ',
    '{{citation needed|date=May 2031}}',
  ],
};

const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '99',
  '100000',
  '1e9',
  '999999999999999999999999',
  '0.5',
  '1,000',
  '१२',
  '²',
  'IV',
  '2031-13-45',
  '',
];

/** Closers by what they close: all of one kind are taken away. */
const CLOSERS = [/<\/[a-zA-Z]{1,20}>/g, /\}\}/g, /\]\]/g, /\]/g, /\)/g, /\|\}/g, /-->/g, /["”]/g, /[.!?]/g, /\n\n/g];
const PAIRS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['(', ')'],
  ['“', '”'],
  ['**', '**'],
  ['> ', '\n'],
  ['- ', '\n'],
  ['<div>', '</div>'],
  ['<b>', '</b>'],
  ['<ul><li>', '</li></ul>'],
  ['<blockquote>', '</blockquote>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<sup>', '</sup>'],
  ['{{a|', '}}'],
  ['[[', ']]'],
  ['<ref>', '</ref>'],
  ['{|\n|\n', '\n|}\n'],
  ["''", "''"],
];

/** Longer texts are cut to a stretch of them, most times: what is short is quick to read. In characters. */
const STRETCH = 6_000;
/** No mutation makes a text longer. */
const LONGEST = 400_000;

/**
 * A text like the sample, with some changes: pieces of it taken away, doubled, exchanged, put in each other, numbers
 * changed, closers missing, pieces of another text among its own.
 *
 * @param other whose pieces may come in
 */
export function mutate(sample: string, other: string, format: InputFormat, random: Random): string {
  let text = stretchOf(sample, random);
  for (let changes = 1 + random(8); changes > 0; changes -= 1) text = change(text, other, format, random);
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

function stretchOf(text: string, random: Random): string {
  if (text.length <= STRETCH || random(10) === 0) return text;
  const start = random(text.length - STRETCH);
  // The end has the list of references.
  return text.slice(start, start + 500 + random(STRETCH)) + (random(2) ? text.slice(-random(STRETCH)) : '');
}

function change(text: string, other: string, format: InputFormat, random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!;
  const { start, end } = someStretch(text, random);
  const stretch = text.slice(start, end);
  const put = (what: string): string => text.slice(0, start) + what + text.slice(end);
  switch (random(12)) {
    case 0:
      return put('');
    case 1:
      return put(stretch.repeat(2 + random(random(8) ? 3 : 60)));
    case 2: {
      const to = someStretch(text, random);
      if (to.start < end) return put('');
      return (
        text.slice(0, start) + text.slice(to.start, to.end) + text.slice(end, to.start) + stretch + text.slice(to.end)
      );
    }
    case 3: {
      const { start: from, end: to } = someStretch(other, random);
      return put(other.slice(from, to) + (random(2) ? stretch : ''));
    }
    case 4:
    case 5:
      return put((random(2) ? stretch : '') + pick([...(SIGNS[format] ?? []), ...COMMON_SIGNS]));
    case 6:
      return put(stretch.replace(/\d+/g, (number) => (random(2) ? pick(NUMBERS) : number)));
    case 7:
      return put(stretch.replace(pick(CLOSERS), (closer) => (random(4) ? '' : closer)));
    case 8: {
      const [open, close] = pick(PAIRS);
      const depth = 1 + random(random(8) ? 3 : 200);
      return put(open.repeat(depth) + stretch + close.repeat(random(4) ? depth : random(depth)));
    }
    case 9:
      return put(
        stretch.replace(/\s+/g, (space) => (random(4) ? space : pick(['\n', '\n\n', ' ', '', '\t', '\u00a0', '\r']))),
      );
    case 10:
      return put(pick([stretch.toUpperCase(), stretch.toLowerCase(), [...stretch].reverse().join('')]));
    default:
      return random(2) ? text.slice(0, end) : text.slice(start);
  }
}

/** From one piece's start to another's end: of some pieces, lines or paragraphs, or of an element with its closer. */
function someStretch(text: string, random: Random): { start: number; end: number } {
  if (text === '') return { start: 0, end: 0 };
  const at = random(text.length);
  switch (random(4)) {
    case 0: {
      const start = text.lastIndexOf('\n', at) + 1;
      let end = at;
      for (let lines = 1 + random(4); lines > 0 && end >= 0; lines -= 1) end = text.indexOf('\n', end + 1);
      return { start, end: end < 0 ? text.length : end + 1 };
    }
    case 1:
      return elementFrom(text, at) ?? piecesFrom(text, at, random);
    default:
      return piecesFrom(text, at, random);
  }
}

function elementFrom(text: string, at: number): { start: number; end: number } | null {
  const tag = /<([a-z]\w{0,20})[^<>]{0,200}>/gi;
  tag.lastIndex = at;
  const open = tag.exec(text);
  const close = open ? text.indexOf(`</${open[1]}>`, tag.lastIndex) : -1;
  return open && close >= 0 ? { start: open.index, end: close + open[1]!.length + 3 } : null;
}

function piecesFrom(text: string, at: number, random: Random): { start: number; end: number } {
  PIECE.lastIndex = at;
  let [start, end] = [at, at];
  for (let pieces = 1 + random(12); pieces >= 0; pieces -= 1) {
    const piece = PIECE.exec(text);
    if (!piece) break;
    if (end === at) start = piece.index;
    end = PIECE.lastIndex;
  }
  return { start, end: Math.max(start, end) };
}

/** Bytes with some of them changed, taken away, doubled, or cut off. */
export function mutateBytes(sample: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(sample);
  for (let changes = 1 + random(6); changes > 0 && bytes.length > 1; changes -= 1) {
    const start = random(bytes.length);
    const end = Math.min(bytes.length, start + 1 + random(random(3) ? 4 : 400));
    const [before, cut, after] = [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)];
    switch (random(4)) {
      case 0:
        bytes = Buffer.concat([before, Buffer.from(cut.map(() => random(256))), after]);
        break;
      case 1:
        bytes = Buffer.concat([before, after]);
        break;
      case 2:
        bytes = Buffer.concat([before, cut, cut, after]);
        break;
      default:
        bytes = random(4) ? Buffer.concat([before, Buffer.from([random(2) ? 0 : 255]), after]) : Buffer.from(before);
    }
  }
  return bytes;
}
