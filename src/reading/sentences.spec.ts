import { ENGLISH } from '../languages/en.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { LONGEST_SENTENCE, splitSentences } from './sentences.js';

function sentencesOf(text: string): string[] {
  const markers = findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);
  return splitSentences(text, markers, ENGLISH).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['It rose. It fell.', ['It rose.', 'It fell.']],
    ['It cost 3.5 million. Dr. Okoro paid.', ['It cost 3.5 million.', 'Dr. Okoro paid.']],
    ['J. Okoro spoke. P. K. Wu did not.', ['J. Okoro spoke.', 'P. K. Wu did not.']],
    ['See No. 4 below. He said no. Then he left.', ['See No. 4 below.', 'He said no.', 'Then he left.']],
    ['Boats, e.g. Ferries, stop at 6 p.m. The rest sail.', ['Boats, e.g. Ferries, stop at 6 p.m.', 'The rest sail.']],
    ['“It works.” They left.', ['“It works.”', 'They left.']],
    ['Was it so? It was! Good.', ['Was it so?', 'It was!', 'Good.']],
    ['He waited … and left. Then rain.', ['He waited … and left.', 'Then rain.']],
    ['See example.org for more. Thanks.', ['See example.org for more.', 'Thanks.']],
    ['In Orr v. Pell Mills it won. Cllr. Orr sat.', ['In Orr v. Pell Mills it won.', 'Cllr. Orr sat.']],
    [
      'The mill of Messrs. Orr burnt (c.\u20091640). It rose.',
      ['The mill of Messrs. Orr burnt (c.\u20091640).', 'It rose.'],
    ],
    ['It was small (Pell 1998, p. 22). It grew.', ['It was small (Pell 1998, p. 22).', 'It grew.']],
    ['He chose plan b. The rest left.', ['He chose plan b.', 'The rest left.']],
    [
      'Firms such as Yahoo! Japan paid. They use Yahoo! It works.',
      ['Firms such as Yahoo! Japan paid.', 'They use Yahoo!', 'It works.'],
    ],
    ['They won! Ferries ran.', ['They won!', 'Ferries ran.']],
  ])('%s', (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  it.each<[string, string[]]>([
    ['It rose [4]. It fell [5, 6].', ['It rose [4].', 'It fell [5, 6].']],
    ['It rose.[4] It fell.[5]', ['It rose.[4]', 'It fell.[5]']],
    ['It rose. [4] It fell. [5], [6]', ['It rose. [4]', 'It fell. [5], [6]']],
    ['It rose. [4] shows why.', ['It rose.', '[4] shows why.']],
    ['It rose.40, 41 Then it fell.3–5 He won.', ['It rose.40, 41', 'Then it fell.3–5', 'He won.']],
    [
      'It rose (at dawn).8 Then, as fig.3 North shows, it fell.',
      ['It rose (at dawn).8', 'Then, as fig.3 North shows, it fell.'],
    ],
  ])('gives a marker to its sentence: %s', (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  it.each<[string, string[]]>([
    ['Orr said: "I ran. I fell. I rose."[1] He won.', ['Orr said: "I ran. I fell. I rose."[1]', 'He won.']],
    ['“We ran. We fell,” said Orr. She won.', ['“We ran. We fell,” said Orr.', 'She won.']],
    ['“It fell [1]. It rose [2].” He left.', ['“It fell [1].', 'It rose [2].”', 'He left.']],
    ['A 5" pipe. "It broke. It leaked."', ['A 5" pipe.', '"It broke.', 'It leaked."']],
    ['“He ran. He fell.', ['“He ran.', 'He fell.']],
  ])('takes a quotation for one statement: %s', (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  it('reads a long quotation by its sentences', () => {
    expect(sentencesOf(`“${'He ran far. '.repeat(80)}”`).length).toBeGreaterThan(70);
  });

  it('takes time that grows with the text', () => {
    const text = 'The tram ran [1]. '.repeat(50_000);
    expect(sentencesOf(text)).toHaveLength(50_000);
    const quoted = '“It ran. It fell.” '.repeat(50_000);
    expect(sentencesOf(quoted)).toHaveLength(50_000);
  });

  it.each(['the pier of Orsa stands in water and ', 'x', '\u{1F6A2}', 'a [1, 2] '])(
    'cuts what goes on without a stop: %j',
    (piece) => {
      const text = piece.repeat(40_000).trim();
      const pieces = sentencesOf(text);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
      expect(Math.min(...pieces.slice(0, -1).map(({ length }) => length))).toBeGreaterThan(LONGEST_SENTENCE - 50);
      expect(pieces.join(piece.includes(' ') ? ' ' : '')).toBe(text);
      for (const each of pieces) expect(each).not.toMatch(/^\p{Cs}|\p{Cs}$|^[^[]*\]/u);
    },
  );

  it('leaves a long sentence that has its stop whole', () => {
    const text = `${'It rose and fell and '.repeat(200)}rose. It fell.`;
    expect(sentencesOf(text)).toHaveLength(2);
  });
});
