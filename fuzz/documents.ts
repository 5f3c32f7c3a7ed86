import fc from 'fast-check';
import type { ArticleFormat } from '../src/judging/evidence.js';

/** Texts for properties: strings of any characters, and documents written in the grammar of a format, all of it odd. */

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...'The a of ferry pier Orsa Harbour council built carries stands was is not unless may 1911 40 $3bn 4% 2031-04-02 May'.split(
        ' ',
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '“',
      '”',
      '"',
      '(',
      ')',
      '—',
      '…',
      '&',
      '<',
      '>',
      '|',
      '*',
      '_',
      '`',
      '\\',
      ':',
      ';',
      "'",
      '’s',
      '#',
      '=',
      '~',
      '$',
      '@',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'הרציף',
      '码头',
      'Ärzte',
      'İ',
      'ﬁ',
      '👩‍🚀',
      '\ud800',
      '\udc00',
      '\u0301',
      '\u202e',
      '\u00ad',
      '\u200b',
      '\u00a0',
      '\u2028',
      '\ufeff',
      '\u0007',
      '٣',
      '²',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '99999999999999999999',
      '0',
      '-1',
      '1e400',
      '1,2,3',
      '1.',
      '½',
      'https://a.example/b?c=d#e',
      'http://[',
      'a@b.example',
      'doi:10.1000/x',
      'ISBN 978-3-16-148410-0',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);
const marker = fc.constantFrom(
  '[1]',
  '[2]',
  '[1, 2]',
  '[1–3]',
  '[3-1]',
  '[0]',
  '[1,,2]',
  '[1–900]',
  '[99999999]',
  '[2031]',
  '[^a]',
  '[^1]',
  '(Okoro 2031)',
  '(Okoro & Lind, 2031, p. 4; ibid.)',
  'Okoro (2031)',
);
const stop = fc.constantFrom('.', '!', '?', '…', ':', '', ',', '."', '.)');
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
/** @param more what else cites in a format */
const sentence = (more: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      words,
      fc.array(fc.oneof(marker, more), { maxLength: 2 }),
      stop,
      fc.array(fc.oneof(marker, more), { maxLength: 1 }),
    )
    .map(([said, before, end, after]) => `${said}${before.join('')}${end}${after.join(' ')} `);
const entry = fc
  .tuple(
    fc.constantFrom('1. ', '2. ', '[1] ', '[2]: ', '* ', '- ', '^ ', ''),
    fc.constantFrom(
      'Okoro, A. (2031) Ledger. Press.',
      'Ibid., p. 4.',
      '"A ledger", 2031. https://a.example',
      'Port office. Ledger. Retracted.',
      'Lind, B. & Okoro, A. 2031a. ',
      '— 2032. More.',
    ),
    words,
  )
  .map(([lead, work, rest]) => `${lead}${work} ${rest}`);
const heading = fc.constantFrom(
  'References',
  'Sources',
  'Glossary',
  'FAQ',
  'Summary',
  'Further reading',
  'Contents',
  'The pier',
  '1',
  '',
  'Who built it?',
);

const joined = (pieces: fc.Arbitrary<string>, separator: string): fc.Arbitrary<string> =>
  fc.array(pieces, { minLength: 1, maxLength: 7 }).map((all) => all.join(separator));

function text(): fc.Arbitrary<string> {
  const said = sentence(fc.constant(''));
  const line = fc.oneof(
    said,
    said.map((each) => `• ${each}`),
    said.map((each) => `  2) ${each}`),
    words.map((each) => `Length: ${each}`),
    words.map((each) => `North\t${each}\t4 m`),
    words.map((each) => `| North | ${each} |`),
    words.map((each) => `Who built ${each}?`),
    words.map((each) => `Step 1: ${each}`),
    heading.map((each) => `${each}[edit]`),
    entry,
    said.map((each) => `> ${each}`),
  );
  const group = fc.oneof(joined(line, '\n'), joined(said, ''), heading, joined(entry, '\n'));
  return fc
    .tuple(joined(group, '\n\n'), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([all, end]) => all.replaceAll('\n', end));
}

function markdown(): fc.Arbitrary<string> {
  const said = sentence(
    fc.constantFrom(
      '[^n]',
      '[1][1]',
      '<sup>1</sup>',
      '[pier](https://a.example)',
      '![a](b)',
      '<sup><a href="#fn1">1</a></sup>',
      '**a**',
      '`[1]`',
      '&amp;',
      '\\[1]',
      '<!-- -->',
    ),
  );
  const block = fc.oneof(
    joined(said, ''),
    heading.map((each) => `## ${each}`),
    joined(
      said.map((each) => `- ${each}`),
      '\n',
    ),
    joined(
      said.map((each) => `1. ${each}\n   - ${each}`),
      '\n',
    ),
    joined(
      said.map((each) => `> ${each}`),
      '\n',
    ),
    fc
      .array(words, { minLength: 2, maxLength: 6 })
      .map((cells) => `| a | b |\n|---|---|\n${cells.map((cell) => `| North | ${cell} [1] |`).join('\n')}`),
    words.map((each) => `Pier\n: ${each}`),
    words.map((each) => `[^n]: ${each}\n\n    ${each}`),
    words.map((each) => `[1]: https://a.example "${each}"`),
    words.map((each) => `\`\`\`\n${each}\n\`\`\``),
    words.map((each) => `<div>\n\n${each}\n\n</div>`),
    joined(entry, '\n'),
    fc.constantFrom('---', '***', 'Pier\n===', '    code', '<table><tr><td>a', '---\ntitle: "a\n---'),
  );
  return joined(block, '\n\n');
}

function html(): fc.Arbitrary<string> {
  const tag = fc.constantFrom(
    ...'p div section article main aside nav header footer ul ol li dl dt dd table tr td th caption blockquote q b i sup a span h1 h2 h3 figure figcaption details summary code pre template svg select option button form noscript ruby rt'.split(
      ' ',
    ),
  );
  const attributes = fc.constantFrom(
    '',
    ' hidden',
    ' id="cite_note-1"',
    ' href="#cite_note-1"',
    ' href="https://a.example"',
    ' class="references"',
    ' class="infobox"',
    ' class="MsoListParagraph"',
    ' rowspan="3"',
    ' colspan="0"',
    ' rowspan="99999"',
    ' style="display:none"',
    ' role="navigation"',
    ' lang="x-\ud800"',
    ' id="1" id="2"',
    ' a="',
  );
  const said = sentence(
    fc.constantFrom(
      '<sup><a href="#cite_note-1">[1]</a></sup>',
      '<br>',
      '&amp;',
      '&#0;',
      '&#x110000;',
      '&notit;',
      '<a href="http://[">x</a>',
      '<b>Pier:</b>',
      '</p>',
      '<!-- -->',
      '<script>a',
      '<![CDATA[',
    ),
  );
  const { node } = fc.letrec<{ node: string; element: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      said,
      tie('element'),
      heading.map((each) => `<h2>${each}</h2>`),
      entry.map((each) => `<li>${each}`),
    ),
    element: fc
      .tuple(tag, attributes, fc.array(tie('node'), { maxLength: 4 }), fc.nat(6))
      .map(([name, more, inside, open]) => `<${name}${more}>${inside.join('')}${open === 0 ? '' : `</${name}>`}`),
  }));
  return joined(node, '\n');
}

function wikitext(): fc.Arbitrary<string> {
  const said = sentence(
    fc.constantFrom(
      '<ref>Ledger.</ref>',
      '<ref name=a />',
      '<ref name=a>{{cite web|title=A|url=https://a.example}}</ref>',
      '{{sfn|Okoro|2031|p=4}}',
      '{{citation needed|date=May 2031}}',
      "''a''",
      "'''",
      '[[Orsa|town]]',
      '[https://a.example b]',
      '{{convert|3|km|mi}}',
      '{{',
      '}}',
      '[[',
      ']]',
      '<nowiki>[1]',
      '<!-- -->',
      '{{{a|b}}}',
    ),
  );
  const block = fc.oneof(
    joined(said, ''),
    heading.map((each) => `== ${each} ==`),
    joined(
      said.map((each) => `* ${each}`),
      '\n',
    ),
    joined(
      said.map((each) => `#: ${each}`),
      '\n',
    ),
    words.map((each) => `; Pier : ${each}`),
    joined(
      words.map((each) => `|-\n| North || ${each}`),
      '\n',
    ).map((rows) => `{|\n! a !! b\n${rows}\n|}`),
    words.map((each) => `{{Infobox pier\n| length = ${each}\n| built = 1911 <ref>Ledger</ref>\n}}`),
    words.map((each) => `* {{cite book|last=Okoro|year=2031|title=${each}}}`),
    fc.constantFrom(
      '{{reflist}}',
      '<references/>',
      '{|',
      '|}',
      '----',
      '#REDIRECT [[a]]',
      '[[Category:Piers]]',
      '[[File:a.jpg|thumb|A pier.]]',
    ),
  );
  return joined(block, '\n\n');
}

const GRAMMARS: Readonly<Record<ArticleFormat, () => fc.Arbitrary<string>>> = {
  TEXT: text,
  MARKDOWN: markdown,
  HTML: html,
  WIKITEXT: wikitext,
};

/** Documents of a format; now and then of another one, or no document at all. */
export function documents(format: ArticleFormat): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: GRAMMARS[format]() },
    { weight: 1, arbitrary: fc.oneof(...Object.values(GRAMMARS).map((grammar) => grammar())) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 100 }) },
  );
}
