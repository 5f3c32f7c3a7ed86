import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const span = (text: string, ...marks: string[]) => ({ _type: 'span', _key: 's', text, marks });
const block = (style: string, children: object[], more: object = {}) => ({
  _type: 'block',
  _key: 'b',
  style,
  children,
  markDefs: [],
  ...more,
});
const item = (listItem: string, level: number, text: string) => block('normal', [span(text)], { listItem, level });

describe('Portable Text', () => {
  it('has styles, decorators, links and lists in lists', async () => {
    expect(
      await linesOf([
        block('h2', [span('Lines')]),
        block('normal', [span('They run '), span('daily', 'strong', 'em'), span(' on '), span('lines', 'k1')], {
          markDefs: [{ _type: 'link', _key: 'k1', href: 'https://tram.example/' }],
        }),
        item('number', 1, 'One'),
        item('bullet', 2, 'Two'),
        item('number', 1, 'Three'),
        block('blockquote', [span('We run.\nWe stop.')]),
        { _type: 'image', _key: 'i', asset: { _ref: 'image-1' }, caption: 'A tram.' },
        { _type: 'code', _key: 'c', language: 'js', code: 'a\nb' },
        { _type: 'table', _key: 't', rows: [{ _type: 'tableRow', cells: ['Year', '2031'] }] },
      ]),
    ).toEqual([
      '<h2>Lines</h2>',
      '<p>They run <strong><em>daily</em></strong> on <a href="https://tram.example/">lines</a></p>',
      ...['<ol>', '<li>One', '<ul>', '<li>Two</li>', '</ul>', '</li>', '<li>Three</li>', '</ol>'],
      ...['<blockquote>', '<p>We run.<br>We stop.</p>', '</blockquote>'],
      ...['<figure>', '<figcaption>A tram.</figcaption>', '</figure>'],
      ...['<pre><code>a', 'b</code></pre>'],
      ...['<table>', '<tr><td>Year</td><td>2031</td></tr>', '</table>'],
    ]);
  });

  it('has the notes of its annotations as citations', async () => {
    const note = (_key: string, text: unknown) => ({ _type: 'footnote', _key, text });
    const sources = [
      'City of Oss, “Trams”, 2031, https://oss.example/',
      'Oss Courier, “Stops”, 2032, https://courier.example/',
    ];
    expect(
      await citedIn([
        block(
          'normal',
          [
            span('The line opened in '),
            span('20', 'n1'),
            span('31', 'n1', 'strong'),
            span('. It has '),
            span('six stops', 'n2'),
            span('.'),
          ],
          {
            markDefs: [note('n1', [block('normal', [span(sources[0]!)])]), note('n2', sources[1])],
          },
        ),
      ]),
    ).toEqual([
      ['The line opened in 2031.', '1'],
      ['It has six stops.', '2'],
    ]);
  });

  it('keeps the words of what is not known, and tells it', async () => {
    const { content, notices } = await convertDocument([
      block('normal', [span('Trams', 'x1')], { markDefs: [{ _type: 'glossaryTerm', _key: 'x1' }] }),
      { _type: 'callout', _key: 'c', tone: 'info', body: [block('normal', [span('Six doors.')])] },
      { _type: 'fact', _key: 'f', words: 'Two metres wide.' },
    ]);
    expect(content).toBe('<p>Trams</p>\n<p>Six doors.</p>\n<p>Two metres wide.</p>\n');
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'UNKNOWN_PARTS',
        message: expect.stringMatching(/Portable Text.*: glossaryTerm, callout, fact$/),
      }),
    ]);
  });
});
