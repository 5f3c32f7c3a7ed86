import { noteLabel, toMarkers } from './note-links.js';

const place = { raised: false, declared: false, toReference: false };

describe('noteLabel', () => {
  it.each<[string, string, string | null]>([
    ['[4]', 'cite_note-4', '4'],
    ['note 2', 'sec-2', null],
    ['Okoro 1998', 'CITEREFOkoro1998', 'Okoro 1998'],
    ['Okoro & Hale (2024a)', 'CITEREFOkoroHale2024a', 'Okoro & Hale 2024a'],
    ['Smith 2010, 14', 'ref-smith2010', 'Smith 2010'],
    ['2010', 'ref-smith2010', 'smith2010'],
    ['1998', 'cite_note-7', '1998'],
    ['World Cup 2010', 'World_Cup_2010', null],
  ])('%s → #%s: %s', (shown, fragment, label) => expect(noteLabel(shown, { ...place, fragment })).toBe(label));
});

describe('toMarkers', () => {
  /** Links in `<…>`, as markers: what is taken from the text, and what is cited. */
  const markers = (marked: string) => {
    let text = '';
    const links = marked.split(/[<>]/).flatMap((part, i) => {
      const start = text.length;
      text += part;
      return i % 2 === 1 ? [{ start, end: text.length, label: part, anchor: null, group: 0 }] : [];
    });
    return toMarkers(text, links).map((m) => [text.slice(m.span.start, m.span.end), ...m.items.map((i) => i.label)]);
  };

  it.each<[string, string[][]]>([
    ['It was lower (<Okoro 1998>, p. 22).', [['(Okoro 1998, p. 22)', 'Okoro 1998']]],
    [
      'It rose (see <Okoro 1998>; <Hale 2001>, pp. 3–5).',
      [['(see Okoro 1998; Hale 2001, pp. 3–5)', 'Okoro 1998', 'Hale 2001']],
    ],
    ['<Okoro (1998)> argues it.', [['(1998)', 'Okoro (1998)']]],
    ['Okoro (<1998>, 22) argues it.', [['(1998, 22)', '1998']]],
    ['It rose (<Okoro 1998>, who doubts it).', [['1998', 'Okoro 1998']]],
    ['It rose [<4>, <5>].', [['[4, 5]', '4', '5']]],
  ])('%s', (text, expected) => expect(markers(text)).toEqual(expected));
});
