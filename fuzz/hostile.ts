import type { ArticleFormat } from '../src/judging/evidence.js';

/**
 * A kind of text made to be hard to read: one thing over and over, or one thing within another. Twice as long a text of
 * a family is to take twice as long, or little more.
 */
export interface HostileFamily {
  readonly format: ArticleFormat;
  readonly name: string;
  /** A text of about so many characters. */
  text(length: number): string;
}

type Make = (length: number) => string;

const many =
  (piece: string): Make =>
  (length) =>
    piece.repeat(Math.max(1, Math.floor(length / piece.length)));

/** Pieces that differ by their number. */
const numbered =
  (piece: (i: number) => string, before = '', after = ''): Make =>
  (length) => {
    const pieces: string[] = [];
    for (let size = 0, i = 1; size < length; i += 1) {
      const next = piece(i);
      pieces.push(next);
      size += next.length;
    }
    return before + pieces.join('') + after;
  };

/** `open` as often as `close`, one pair within another. */
const nested =
  (open: string, inside: string, close: string): Make =>
  (length) => {
    const depth = Math.max(1, Math.floor(length / (open.length + close.length)));
    return open.repeat(depth) + inside + close.repeat(depth);
  };

/** The same, of which each opens a line that is indented further. */
const indented =
  (item: string): Make =>
  (length) => {
    // n lines of n characters at most: so deep as that fits.
    const depth = Math.max(1, Math.floor(Math.sqrt(length)));
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(2 * i)}${item} ${i}\n`).join('');
  };

const around =
  (before: string, make: Make, after = ''): Make =>
  (length) =>
    before + make(length) + after;

const SENTENCE = 'The ferry carries freight to Orsa at night [1]. ';
const WORDS = 'the pier of Orsa stands in water and carries freight from many ships ';

/** What is hard in every format, as far as it is letters and signs. */
const COMMON: Readonly<Record<string, Make>> = {
  'one word': many('a'),
  'one line of words': many(WORDS),
  'one line of capitals': many('Ab Cd '),
  'one line of sentences': numbered((i) => `The ferry number ${i} carries freight to Orsa [${i % 40}]. `),
  'equal sentences': many(SENTENCE),
  'equal lines': many(`${SENTENCE}\n`),
  'equal paragraphs': many(`${SENTENCE}\n\n`),
  'sentences in paragraphs': numbered(
    (i) => `The ferry ${i} carries ${i} tons to Orsa in ${1900 + (i % 200)} [${i}].\n\n`,
  ),
  'short lines': numbered((i) => `Pier ${i}\n`),
  'short paragraphs': numbered((i) => `Pier ${i}\n\n`),
  questions: numbered((i) => `Who built pier ${i}?\nThe council did so in ${i}.\n`),
  'questions apart': numbered((i) => `Who built pier ${i}?\n\n`),
  'labels and values': numbered((i) => `Length ${i}: ${i} m\n`),
  'lines ending in a colon': numbered((i) => `The pier ${i}:\n`),
  'bulleted items': numbered((i) => `- The pier ${i} was built in ${1900 + (i % 100)}.\n`),
  'numbered items': numbered((i) => `${i}. The pier ${i} was built.\n`),
  'items deeper and deeper': indented('- The pier'),
  'rows with tabs': numbered((i) => `North ${i}\t${i} m\t${i + 1} m\n`),
  'rows with pipes': numbered((i) => `| North ${i} | ${i} m | ${i + 1} m |\n`),
  'rows of unequal width': numbered((i) => `North ${'\tm'.repeat(i % 9)}\n`),
  'one row': many('| cell '),
  'flattened rows': numbered((i) => `North Pier ${i} 20${i % 10} Built Stone\n`),
  headings: numbered((i) => `# Part ${i}\n\n`),
  markers: many('[1]'),
  'markers apart': many('x [1] '),
  'different markers': numbered((i) => `[${i}] `),
  'a marker a sentence': numbered((i) => `It rose [${i}]. `),
  'long markers': many(`[${'1, '.repeat(60)}2] `),
  ranges: numbered((i) => `[${i}-${i + 150}] `),
  'named notes': numbered((i) => `It rose[^n${i}]. `),
  'author and year': numbered((i) => `It rose (Okoro ${i} ${1900 + (i % 100)}). `),
  'authors and years': numbered(
    (i) => `It rose (Okoro and Lund ${1900 + (i % 100)}; Vale et al. ${1950 + (i % 60)}, p. ${i}). `,
  ),
  'bracketed years': many('Okoro (2024) '),
  'unclosed author and year': many('(Okoro, '),
  'a list of references': numbered(
    (i) => `${i}. Okoro, A. "Ledger ${i}". Harbour Press, 2031. https://a.example/${i}\n`,
    'The pier stands [1].\n\n## References\n\n',
  ),
  'entries in brackets': numbered(
    (i) => `[${i}] Port office. Ledger ${i}. 2031.\n`,
    'The pier stands [1].\n\nReferences\n\n',
  ),
  'an alphabetic list': numbered(
    (i) => `Okoro, A. and Lund, B. (${1900 + (i % 100)}) Ledger ${i}. Harbour Press.\n`,
    'The pier stands (Okoro 1950).\n\nReferences\n\n',
  ),
  'one long reference': around('The pier stands [1].\n\n## References\n\n1. ', many('Ledger of Okoro, ')),
  'a reference of stops': around('The pier stands [1].\n\n## References\n\n1. ', many('A. ')),
  'a reference of quotes': around('The pier stands [1].\n\n## References\n\n1. ', many('"a, ')),
  'a reference of links': around('The pier stands [1].\n\n## References\n\n1. ', many('https://a.example/b ')),
  'a reference of figures': around('The pier stands [1].\n\n## References\n\n1. ', many('2031-')),
  'open square brackets': many('['),
  'closed square brackets': many(']'),
  'square brackets in pairs': many('[]'),
  'square brackets in each other': nested('[', 'x', ']'),
  'round brackets': many('('),
  'round brackets in each other': nested('(', 'x', ')'),
  braces: many('{'),
  'open braces': many('{{'),
  'templates unclosed': many('{{a|'),
  'templates in each other': nested('{{a|', 'x', '}}'),
  'links in each other': nested('[[', 'x', ']]'),
  'links unclosed': many('[[a|'),
  'footnotes unclosed': many('[^'),
  'double quotes': many('"'),
  'double quotes apart': many('"a '),
  'opening quotes': many('“'),
  'quotes in each other': nested('“a ', 'x', ' b”'),
  'single quotes': many("'"),
  'single quotes apart': many("'a "),
  guillemets: many('«a '),
  stars: many('*'),
  'stars and underscores': many('*_'),
  'stars apart': many('*a '),
  'strong unclosed': many('**a '),
  'strong in pairs': many('**a** '),
  'underscores apart': many('_a '),
  'underscores within words': many('a_'),
  tildes: many('~~a '),
  backticks: many('`'),
  'backticks apart': many('`a '),
  'backticks longer and longer': numbered((i) => `${'`'.repeat(1 + (i % 500))} a `),
  backslashes: many('\\'),
  pipes: many('|'),
  dashes: many('-'),
  'dashes apart': many('- '),
  'equals signs': many('='),
  hashes: many('#'),
  colons: many(':'),
  'colons apart': many('a: '),
  semicolons: many('a; '),
  commas: many('a, '),
  'full stops': many('.'),
  'full stops apart': many('. '),
  initials: many('A. '),
  'exclamation marks': many('Yahoo! '),
  'question marks': many('Who? '),
  ampersands: many('&'),
  entities: many('&amp;'),
  'entities unclosed': many('&am'),
  'numeric entities': many('&#x26;'),
  'long numeric entities': many('&#99999999999999999999'),
  'less-than signs': many('<'),
  'greater-than signs': many('>'),
  'greater-than signs apart': many('> '),
  'quoted lines': many('> a\n'),
  'quoted lines deeper and deeper': (length) =>
    Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, i) => `${'>'.repeat(i + 1)} a\n`).join(''),
  'comments unclosed': many('<!-- '),
  comments: many('<!-- a -->'),
  'processing instructions': many('<?a '),
  declarations: many('<!A '),
  'character data': many('<![CDATA['),
  'tags unclosed': many('<a '),
  'tags with open values': many('<a b="'),
  'tags without closers': many('<b>'),
  'closers without tags': many('</b>'),
  'an attribute a tag': numbered((i) => `a${i}=1 `, '<p ', '>x</p>'),
  'one long attribute': around('<p title="', many('a '), '">x</p>'),
  'divisions in each other': nested('<div>', 'x', '</div>'),
  'divisions unclosed': many('<div>'),
  'spans in each other': nested('<span>', 'x', '</span>'),
  'emphasis in each other': nested('<i><b>', 'x', '</b></i>'),
  'blank lines': many('\n'),
  'blank lines of spaces': many(' \n'),
  'carriage returns': many('\r'),
  spaces: around('a', many(' '), 'b.'),
  'spaces before the end': around('The pier stands.', many(' ')),
  'spaces and words': many('a          '),
  tabs: around('a', many('\t'), 'b.'),
  'no-break spaces': around('a', many('\u00a0'), 'b.'),
  'zero-width spaces': many('\u200b'),
  'soft hyphens': around('a', many('\u00ad'), 'b.'),
  'combining marks': around('a', many('\u0301')),
  'lone surrogates': many('\ud800'),
  emoji: many('👩‍🚀'),
  'right to left': many('הרציף נבנה בשנת 1911. '),
  ideographs: many('码头建于一九一一年。'),
  'control characters': many('\u0001\u0007\u001b'),
  digits: many('9'),
  numbers: numbered((i) => `${i} `),
  decimals: many('1.'),
  thousands: many('1,000,'),
  dates: many('4 May 2031, '),
  amounts: many('$3bn, '),
  'per cents': many('4%'),
  addresses: many('https://a.example/b '),
  'one long address': around('https://', many('a.b/')),
  'addresses of mail': many('a@b.example '),
  'at signs': many('a@'),
  www: many('www.'),
  http: many('http://'),
  'not and unless': many('not unless it rains '),
  prepositions: many('on , by . '),
  'edit links': many('History[edit]\n'),
  'back links': numbered((i) => `^ a b c Okoro, Ledger ${i}. 2031.\n`, 'The pier stands [1].\n\nReferences\n\n'),
  definitions: numbered((i) => `Pier ${i}: a place where ships land.\n`, '## Glossary\n\n'),
  'terms and definitions': numbered((i) => `Pier ${i}\n: A place where ships land, number ${i}.\n\n`),
  steps: numbered((i) => `Step ${i}: Take the ferry to Orsa.\n`),
  conditions: numbered((i) => `The pier ${i} opens at ${i % 24}, unless it rains, except on day ${i}. `),
};

const MARKDOWN: Readonly<Record<string, Make>> = {
  'link definitions': numbered((i) => `[a${i}]: https://a.example/${i}\n`, 'The pier [a1].\n\n'),
  'link definitions used': (length) =>
    numbered((i) => `The pier stands [w][a${i}]. `)(length / 2) +
    '\n\n' +
    numbered((i) => `[a${i}]: https://a.example/${i}\n`)(length / 2),
  'one link definition used': around('[a]: https://a.example\n\n', many('[a] ')),
  footnotes: (length) =>
    numbered((i) => `The pier ${i} stands.[^${i}]\n\n`)(length / 2) +
    numbered((i) => `[^${i}]: Ledger ${i}. 2031.\n`)(length / 2),
  'one footnote with everything': around('The pier stands.[^1]\n\n[^1]: ', many('Ledger 3. ')),
  'footnotes in lines of lists': numbered((i) => `- The pier ${i} stands.[^${i}]\n  [^${i}]: Ledger\n`),
  links: numbered((i) => `[pier ${i}](https://a.example/${i}) `),
  'links to elsewhere': numbered((i) => `[pier ${i}](https://a${i}.example/${i}) carries freight. `),
  'links unclosed': many('[a]('),
  'links with open titles': many('[a](b "'),
  'links with brackets': many('[a](((('),
  pictures: many('![a](b)'),
  'pictures in each other': nested('![', 'x', '](b)'),
  'links of brackets': nested('[', 'x', '](b)'),
  autolinks: many('<https://a.example>'),
  tables: numbered((i) => `| a | b |\n| --- | --- |\n| North ${i} | ${i} m |\n\n`),
  'one table': numbered(
    (i) => `| North ${i} | ${i} m | ${i + 1} m [${i % 9}] |\n`,
    '| Span | Then | Now |\n| --- | --- | --- |\n',
  ),
  'a wide table': (length) => {
    const columns = Math.floor(length / 12);
    return `|${' a |'.repeat(columns)}\n|${' - |'.repeat(columns)}\n|${' 1 |'.repeat(columns)}\n`;
  },
  'a table of rows that are too short': around('| a | b | c | d | e | f |\n| - | - | - | - | - | - |\n', many('| x\n')),
  'lists in each other on one line': many('- '),
  'numbered lists on one line': many('1. '),
  'lists and quotes on one line': many('> - '),
  'items with paragraphs': numbered((i) => `- The pier ${i} stands.\n\n  It is ${i} m long.\n`),
  fences: many('```\n'),
  'fences unclosed': many('``` a\n\n'),
  'indented code': many('    a\n'),
  'html blocks': many('<div>\n\nThe pier stands.\n\n'),
  'html blocks closed': many('<div>\n\nThe pier stands.\n\n</div>\n\n'),
  'html lines': many('<div>x\n'),
  'underlined headings': many('Pier\n===\n'),
  underlines: many('===\n'),
  rules: many('***\n'),
  'lazy lines': around('> a\n', many('b\n')),
  'lazy items': around('- a\n', many('b\n')),
  'hard breaks': many('a  \n'),
  'hard breaks escaped': many('a\\\n'),
  'front matter': around(
    '---\n',
    numbered((i) => `key${i}: value\n`),
    '---\n\nThe pier stands.\n',
  ),
  'front matter unclosed': around(
    '---\n',
    numbered((i) => `key${i}: value\n`),
  ),
  'raised numbers': numbered((i) => `It rose.<sup>${i}</sup> `),
  'raised links': numbered((i) => `It rose.<sup><a href="#fn${i}">${i}</a></sup> `),
  'a list in a quote in a list': (length) =>
    Array.from({ length: Math.floor(Math.sqrt(length) / 2) }, (_, i) => `${'> - '.repeat(i % 60)}a\n`).join(''),
  'task items': many('- [ ] a\n'),
  'lines of letters and tabs': many('a\t'),
};

const HTML: Readonly<Record<string, Make>> = {
  paragraphs: numbered((i) => `<p>The pier ${i} stands [${i}].</p>`),
  'paragraphs unclosed': numbered((i) => `<p>The pier ${i} stands [${i}].`),
  'lists in each other': nested('<ul><li>a', 'x', '</li></ul>'),
  'lists unclosed': many('<ul><li>a'),
  'quotes in each other': nested('<blockquote><p>a</p>', 'x', '</blockquote>'),
  'quotes in a line': nested('<q>', 'x', '</q>'),
  'tables in each other': nested('<table><tr><td>', 'x', '</td></tr></table>'),
  'tables unclosed': many('<table><tr><td>'),
  'tables one in the rows of another': many('<table>'),
  cells: numbered((i) => `<td>${i}</td>`, '<table><tr>', '</tr></table>'),
  rows: numbered((i) => `<tr><td>North ${i}</td><td>${i} m</td></tr>`, '<table>', '</table>'),
  'rows with heads': numbered((i) => `<tr><th>North ${i}</th><td>${i} m [1]</td></tr>`, '<table>', '</table>'),
  'spanning cells': numbered((i) => `<tr><td rowspan="1000" colspan="1000">${i}</td></tr>`, '<table>', '</table>'),
  'cells spanning all rows': numbered((i) => `<td rowspan="65534">${i}</td>`, '<table><tr>', '</tr></table>'),
  'rows below spanning cells': numbered(
    (i) => `<tr><td>${i}</td></tr>`,
    `<table><tr>${'<td rowspan="65534">a</td>'.repeat(200)}</tr>`,
    '</table>',
  ),
  'wide cells': numbered((i) => `<tr><td colspan="1000">${i}</td></tr>`, '<table>', '</table>'),
  'text in tables': many('<table>a'),
  'definitions of terms': numbered((i) => `<dt>Pier ${i}</dt><dd>A place for ship ${i}.</dd>`, '<dl>', '</dl>'),
  terms: numbered((i) => `<dt>Pier ${i}</dt>`, '<dl>', '</dl>'),
  'formatting unclosed': many('<p><b>a'),
  'formatting with attributes unclosed': numbered((i) => `<p><font size="${i}">a`),
  'links unclosed': many('<a href="b">x'),
  'formatting badly closed': many('<b><i></b>'),
  'raised notes': numbered((i) => `It rose.<sup><a href="#cite_note-${i}">[${i}]</a></sup> `, '<p>', '</p>'),
  'raised notes and their list': (length) =>
    `<p>${numbered((i) => `It rose.<sup><a href="#cite_note-${i}">[${i}]</a></sup> `)(length / 2)}</p>` +
    `<ol class="references">${numbered((i) => `<li id="cite_note-${i}">Ledger ${i}. 2031.</li>`)(length / 2)}</ol>`,
  anchors: numbered((i) => `<a id="a${i}"></a><a href="#a${i}">${i}</a> `),
  'links to the outside': numbered((i) => `<p>The <a href="https://a${i}.example/x">pier ${i}</a> stands.</p>`),
  'entities of one letter': many('&lt;b&gt;'),
  'line breaks': numbered((i) => `Pier ${i}<br>`, '<p>', '</p>'),
  'line breaks in pairs': many('a<br><br>'),
  scripts: many('<script>a</script>'),
  'scripts unclosed': many('<script>'),
  styles: many('<style>a{}</style>'),
  'styles unclosed': many('<style>'),
  titles: many('<title>a</title>'),
  textareas: many('<textarea>'),
  plaintext: around('<plaintext>', many('<b>a')),
  'templates of html': nested('<template>', 'x', '</template>'),
  'vector graphics': nested('<svg>', 'x', '</svg>'),
  mathematics: nested('<math>', 'x', '</math>'),
  buttons: many('<button>'),
  options: many('<select><option>a'),
  frames: many('<frameset>'),
  bodies: numbered((i) => `<body a${i}="b">`),
  classes: around(
    '<p class="',
    numbered((i) => `a${i} `),
    '">x</p>',
  ),
  'styles of an element': around('<p style="', many('a:b;'), '">x</p>'),
  headings: numbered((i) => `<h${1 + (i % 6)}>Part ${i}</h${1 + (i % 6)}>`),
  'headings unclosed': many('<h2>Part'),
  sections: nested('<section><h2>Part</h2>', '<p>x.</p>', '</section>'),
  articles: numbered((i) => `<article><p>The pier ${i} stands.</p></article>`),
  'mains in each other': nested('<main>', '<p>x.</p>', '</main>'),
  navigation: numbered((i) => `<nav><a href="/${i}">Pier ${i}</a></nav>`),
  'asides in each other': nested('<aside>', 'x', '</aside>'),
  'hidden things': nested('<div hidden>', 'x', '</div>'),
  metadata: numbered((i) => `<meta name="a${i}" content="b">`),
  'bold leads': numbered((i) => `<p><b>Pier ${i}:</b> It stands.</p>`),
  'bold in pieces': around('<p>', many('<b>a</b>'), '</p>'),
  'paragraphs of word': numbered((i) => `<p class="MsoListParagraph">${i}.&nbsp;&nbsp;The pier stands.</p>`),
  figures: nested('<figure><figcaption>a</figcaption>', 'x', '</figure>'),
  'pull quotes': numbered(
    (i) => `<blockquote>The pier ${i} stands in the water.</blockquote><p>The pier ${i} stands in the water.</p>`,
  ),
  'empty elements': many('<p></p>'),
  rubies: many('<ruby>a<rt>b'),
  'noscripts in each other': nested('<noscript>', 'x', '</noscript>'),
  details: nested('<details><summary>Who?</summary>', 'x', '</details>'),
};

const WIKITEXT: Readonly<Record<string, Make>> = {
  notes: numbered((i) => `It rose.<ref>Ledger ${i}, 2031.</ref> `),
  'named notes': numbered((i) => `It rose.<ref name="a${i}">Ledger ${i}.</ref><ref name="a${i}"/> `),
  'one note': many('It rose.<ref name="a"/> '),
  'notes unclosed': many('<ref>'),
  'notes in each other': nested('<ref>', 'x', '</ref>'),
  'cited works': numbered(
    (i) => `It rose.<ref>{{cite web|url=https://a.example/${i}|title=Ledger ${i}|date=2031}}</ref> `,
  ),
  'short citations': numbered((i) => `It rose.{{sfn|Okoro|${1900 + (i % 100)}|p=${i}}} `),
  'short citations and works': (length) =>
    numbered((i) => `It rose.{{sfn|Okoro${i}|2031|p=${i}}} `)(length / 2) +
    '\n\n== Sources ==\n' +
    numbered((i) => `* {{cite book|last=Okoro${i}|year=2031|title=Ledger ${i}}}\n`)(length / 2),
  'a template of arguments': around(
    '{{Infobox a',
    numbered((i) => `|a${i}=${i} m\n`),
    '}}',
  ),
  'arguments of one name': around('{{Infobox a', many('|a=b\n'), '}}'),
  'pipes in a template': around('{{a', many('|'), '}}'),
  'arguments unclosed': many('{{{a|'),
  'arguments in each other': nested('{{{a|', 'x', '}}}'),
  'closers of templates': many('}}'),
  'closers of links': many(']]'),
  tables: numbered((i) => `{|\n|-\n| North ${i} || ${i} m\n|}\n`),
  'one table': numbered((i) => `|-\n| North ${i} || ${i} m\n`, '{|\n! Span !! Length\n', '|}\n'),
  'tables unclosed': many('{|\n|\n'),
  'tables in each other': nested('{|\n|\n', 'x', '\n|}\n'),
  cells: around('{|\n|-\n', many('| a || '), '\n|}'),
  'spanning cells': numbered((i) => `|-\n| rowspan="1000" colspan="1000" | ${i}\n`, '{|\n', '|}\n'),
  'rows below spanning cells': numbered(
    (i) => `|-\n| ${i}\n`,
    `{|\n|-\n${'| rowspan="65534" | a\n'.repeat(200)}`,
    '|}\n',
  ),
  'external links': many('[https://a.example b] '),
  'external links unclosed': many('[https://a.example '),
  italics: many("''a "),
  bold: many("'''a "),
  apostrophes: many("'''''"),
  'apostrophes of all lengths': numbered((i) => `${"'".repeat(1 + (i % 9))}a`),
  'links with pipes': around('[[', many('a|'), ']]'),
  headings: numbered((i) => `== Part ${i} ==\n`),
  'headings of equals signs': many('=a=\n'),
  'items deeper and deeper': (length) =>
    Array.from({ length: Math.floor(Math.sqrt(length)) }, (_, i) => `${'*'.repeat(i + 1)} a\n`).join(''),
  'items of all kinds': numbered((i) => `${'*#:;'.slice(i % 4)} a\n`),
  'terms and what they are': many('; a : b\n'),
  'colons in a term': around('; ', many('a : ')),
  'nowiki unclosed': many('<nowiki>'),
  nowiki: many('<nowiki>a</nowiki>'),
  'pre unclosed': many('<pre>'),
  'comments in templates': many('{{a<!-- -->|'),
  mathematics: many('<math>'),
  galleries: many('<gallery>\na.jpg|b\n</gallery>\n'),
  redirects: many('#REDIRECT [[a]]\n'),
  'magic words': many('__NOTOC__'),
  'lists of references': many('<references>'),
  categories: numbered((i) => `[[Category:Piers ${i}]]\n`),
  files: many('[[File:a.jpg|thumb|b]]'),
  'files in each other': nested('[[File:a.jpg|', 'x', ']]'),
  'tags of editors': many('It rose.{{citation needed|date=May 2031}} '),
  conversions: many('{{convert|3|km|mi}} '),
  'lines that begin with spaces': many(' a\n'),
  'signs of all kinds': many("{{[[<ref>''{|\n|"),
  'signs of all kinds, closed': nested("{{a|[[b|<ref>''", 'x', "''</ref>]]}}"),
  'paragraphs in templates': many('{{a|\n\n'),
  'tags of html in a line': many('<small>a'),
};

const of = (format: ArticleFormat, families: Readonly<Record<string, Make>>): HostileFamily[] =>
  Object.entries(families).map(([name, text]) => ({ format, name, text }));

/** Families for the readers of text. */
export const HOSTILE_FAMILIES: readonly HostileFamily[] = [
  ...of('TEXT', COMMON),
  ...of('MARKDOWN', { ...COMMON, ...MARKDOWN }),
  ...of('HTML', { ...COMMON, ...HTML }),
  ...of('WIKITEXT', { ...COMMON, ...WIKITEXT }),
];
