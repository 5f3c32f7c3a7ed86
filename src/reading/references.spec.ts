import { readArticle } from './read-article.js';

const read = (html: string) =>
  readArticle(`<html><body><main><h1>Ferries</h1>${html}</main></body></html>`, { format: 'HTML' });

const NOTES =
  '<h2>References</h2><ol class="references">' +
  '<li id="cite_note-1">“Tides”. <i>Ell News</i>. 2031.</li>' +
  '<li id="cite_note-2"><a href="#CITEREFOkoro1998">Okoro 1998</a>, p. 12.</li>' +
  '<li id="cite_note-3">It had two decks.<sup><a href="#cite_note-1">[1]</a></sup></li></ol>' +
  '<h3>Bibliography</h3><ul><li><cite id="CITEREFOkoro1998">Okoro, Edith (1998). <i>Ferries of the Ell</i>. Vale Press.</cite></li>' +
  '<li>Lind, Carl (2001). <i>Piers</i>. Hill Press.</li></ul>';
const cite = (n: number) => `<sup><a href="#cite_note-${n}">[${n}]</a></sup>`;

describe('short citations', () => {
  const { claims, references } = read(
    `<p>It sank.${cite(1)} It rose.${cite(2)} It was lower (<a href="#CITEREFOkoro1998">Okoro 1998</a>, p.&nbsp;22). It had decks.${cite(3)}</p>${NOTES}`,
  );
  const of = (label: string) => references.find((r) => r.label === label)!;

  it('have the source of the work, and a locator of their own', () => {
    expect(of('2').source).toMatchObject({ title: 'Ferries of the Ell', locator: 'p. 12' });
    expect(of('2').source!.key).toBe(of('Okoro 1998').source!.key);
    expect(of('Okoro 1998').source!.locator).toBeNull();
  });

  it('in the text cite the work by its name', () => {
    expect(claims[2]).toMatchObject({ text: 'It was lower.', citations: [{ label: 'Okoro 1998' }] });
  });

  it('count as uses of what they cite, as the sources of notes do', () => {
    expect([of('Okoro 1998').markerCount, of('1').markerCount]).toEqual([2, 2]);
  });
});

describe('short notes without links', () => {
  const notes = (...texts: readonly string[]) =>
    read(
      `<p>It sank${texts.map((_, i) => ` [${i + 1}]`).join('')}.</p><h2>Notes</h2><ol class="footnotes">` +
        texts.map((text, i) => `<li id="fn${i + 1}">${text}</li>`).join('') +
        '</ol>',
    ).references.map((r) => [r.source?.title, r.source?.locator]);
  const PIERS = 'Okoro, Edith (1998). <i>Ferries of the Ell</i>. Vale Press, p. 143. ISBN 978-0-306-40615-7';

  it.each([
    ['Okoro (1998), pp. 6–7.', 'pp. 6–7'],
    ['(Okoro 1998, Pt. II, p. 4)', 'Pt. II, p. 4'],
    ['See Okoro, 1998: 12.', '12'],
  ])('have the source of the entry that opens with the name: %s', (note, locator) => {
    expect(notes(PIERS, note)).toEqual([
      ['Ferries of the Ell', 'p. 143'],
      ['Ferries of the Ell', locator],
    ]);
  });

  it.each([
    ['says more', [PIERS, 'Okoro (1998) does not say who paid.']],
    ['names a work that is not listed', [PIERS, 'Okoro (2001), p. 7.']],
    ['could name two', [PIERS, 'Okoro, Edith (1998). <i>Piers</i>. Hill Press.', 'Okoro (1998), p. 7.']],
  ])('are no such note when it %s', (_, all) => {
    expect(notes(...all).at(-1)![0]).not.toBe('Ferries of the Ell');
  });
});

it('takes a note that links to several works for the first, and one with a part of a book for that book', () => {
  const work = (id: string, text: string) => `<li><cite id="${id}">${text}</cite></li>`;
  const link = (id: string, text: string) => `<a href="#${id}">${text}</a>`;
  const { references } = read(
    `<p>It sank.${cite(1)} It rose.${cite(2)}</p><h2>References</h2><ol class="references">` +
      `<li id="cite_note-1">${link('CITEREFOkoro1998', 'Okoro 1998')}, ${link('CITEREFLind2001', 'Lind 2001')}.</li>` +
      `<li id="cite_note-2">(${link('CITEREFLind2001', 'Lind 2001')}, Pt. II, pp. 46–9 & 52, n. 2): “It was raised twice.”</li></ol><h3>Bibliography</h3><ul>` +
      work('CITEREFOkoro1998', 'Okoro, Edith (1998). <i>Ferries of the Ell</i>. Vale Press.') +
      `${work('CITEREFLind2001', 'Lind, Carl (2001). <i>Piers</i>. Hill Press.')}</ul>`,
  );
  expect(references.slice(0, 2).map((r) => [r.source?.title, r.source?.locator])).toEqual([
    ['Ferries of the Ell', null],
    ['Piers', 'Pt. II, pp. 46–9 & 52, n. 2'],
  ]);
});

it('takes "Ibid." for the work of the entry before', () => {
  const note = (n: number, text: string) => `<li id="fn${n}">${text}</li>`;
  const { references } = read(
    '<p>It sank [1][2][3][4].</p><h2>Notes</h2><ol class="footnotes">' +
      `${note(1, '“Tides”. <i>Ell News</i>. 2031. https://e.example/t')}${note(2, '<i>Ibid</i>., p. 22.')}` +
      `${note(3, 'Ibid.')}${note(4, 'Ibid. does not say who paid.')}</ol>`,
  );
  expect(references.map((r) => [r.source?.title, r.source?.locator])).toEqual([
    ['Tides', null],
    ['Tides', 'p. 22'],
    ['Tides', 'ibid.'],
    [null, null],
  ]);
});

it('names the entries of a bibliography beside numbered notes', () => {
  const { references } = read(`<p>It sank.${cite(1)}</p>${NOTES}`);
  expect(references.map((r) => r.label)).toEqual(['1', '2', '3', 'Okoro 1998', 'Lind 2001']);
});

it('numbers the items of the only list by their places', () => {
  const { references } = read(
    '<p>It sank [2].</p><h2>Sources</h2><ul><li>“Tides”, 2031</li><li>“Piers”, 2031</li></ul>',
  );
  expect(references.map((r) => [r.label, r.citationCount])).toEqual([
    ['1', 0],
    ['2', 1],
  ]);
});

it('reads the links and italics of Markdown', () => {
  const text =
    'It sank[^1]. It rose[^2].\n\n[^1]: Dana Okoro. [How ferries turn](https://w.example/t). Harbour Weekly, 6 February 2031.\n[^2]: Portwatch, *Penalty policy* (2031).\n';
  const { references } = readArticle(text, { format: 'MARKDOWN' });
  expect(references.map((r) => r.source)).toMatchObject([
    { title: 'How ferries turn', authors: ['Dana Okoro'], url: 'https://w.example/t' },
    { title: 'Penalty policy', publisher: 'Portwatch' },
  ]);
});
