import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const doc = (...content: object[]) => ({ type: 'doc', content });
const text = (words: string, ...marks: (string | object)[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', attrs: { textAlign: null }, content });
const heading = (level: number, words: string) => ({ type: 'heading', attrs: { level }, content: [text(words)] });
const item = (...content: object[]) => ({ type: 'listItem', content });
const link = (href: string) => ({ type: 'link', attrs: { href, target: '_blank' } });

describe('a document of Tiptap', () => {
  it('has headings, paragraphs, marks and links', async () => {
    expect(
      await linesOf(
        doc(
          heading(2, 'Lines & stops'),
          paragraph(
            text('Trams run '),
            text('daily', 'bold', 'italic'),
            text(' on CO'),
            text('2', 'subscript'),
            text('.'),
          ),
          paragraph(
            text('See '),
            text('the ', link('https://tram.example/')),
            text('plan', link('https://tram.example/'), 'bold'),
          ),
          paragraph(text('One'), { type: 'hardBreak' }, text('two <b>')),
          { type: 'horizontalRule' },
          { type: 'codeBlock', content: [text('a = 1\nb = 2')] },
        ),
      ),
    ).toEqual([
      '<h2>Lines &amp; stops</h2>',
      '<p>Trams run <strong><em>daily</em></strong> on CO<sub>2</sub>.</p>',
      '<p>See <a href="https://tram.example/">the <strong>plan</strong></a></p>',
      '<p>One<br>two &lt;b&gt;</p>',
      '<pre><code>a = 1',
      'b = 2</code></pre>',
    ]);
  });

  it('has lists in lists, quotes, and tables with heading cells', async () => {
    const cell = (type: string, words: string, attrs = {}) => ({ type, attrs, content: [paragraph(text(words))] });
    expect(
      await linesOf(
        doc(
          {
            type: 'bulletList',
            content: [item(paragraph(text('One')), { type: 'orderedList', content: [item(paragraph(text('Two')))] })],
          },
          { type: 'blockquote', content: [paragraph(text('We run.'))] },
          {
            type: 'table',
            content: [
              { type: 'tableRow', content: [cell('tableHeader', 'Year', { colspan: 2, rowspan: 1 })] },
              { type: 'tableRow', content: [cell('tableCell', '2031'), cell('tableCell', '12')] },
            ],
          },
        ),
      ),
    ).toEqual([
      ...['<ul>', '<li>One', '<ol>', '<li>Two</li>', '</ol>', '</li>', '</ul>'],
      ...['<blockquote>', '<p>We run.</p>', '</blockquote>'],
      ...['<table>', '<tr><th colspan="2">Year</th></tr>', '<tr><td>2031</td><td>12</td></tr>', '</table>'],
    ]);
  });

  it('has lists of definitions, and parts that open', async () => {
    const within = (type: string, ...content: object[]) => ({ type, content });
    expect(
      await linesOf(
        doc(
          within(
            'definitionList',
            within('definitionTerm', text('Tram')),
            within('definitionDescription', paragraph(text('It runs on rails.'))),
          ),
          within(
            'details',
            within('detailsSummary', text('More')),
            within('detailsContent', paragraph(text('Inside.'))),
          ),
        ),
      ),
    ).toEqual([
      ...['<dl>', '<dt>Tram</dt>', '<dd>It runs on rails.</dd>', '</dl>'],
      ...['<details>', '<summary>More</summary>', '<div>', '<p>Inside.</p>', '</div>', '</details>'],
    ]);
  });

  it('has its notes as citations, wherever their texts stand', async () => {
    const sign = { type: 'footnoteReference', attrs: { 'data-id': 'k1', referenceNumber: '1' } };
    const inline = { type: 'footnote', content: [text('Oss Courier, “Full trams”, 2032, https://courier.example/')] };
    const list = {
      type: 'footnotes',
      content: [
        {
          type: 'footnote',
          attrs: { id: 'fn:1', 'data-id': 'k1' },
          content: [paragraph(text('City of Oss, “Trams in numbers”, 2031, https://oss.example/'))],
        },
      ],
    };
    expect(
      await citedIn(
        doc(
          heading(1, 'Trams'),
          paragraph(text('The line opened in 2031'), sign, text('. It carries 900 people'), inline, text('.')),
          list,
        ),
      ),
    ).toEqual([
      ['The line opened in 2031.', '1'],
      ['It carries 900 people.', '2'],
    ]);
  });

  it('has raised numbers, and links to the entries of a list, as citations', async () => {
    const document = doc(
      heading(1, 'Trams'),
      paragraph(text('The line opened late'), text('1', 'superscript'), text('.')),
      paragraph(text('It has six stops '), text('[2]', link('#stops')), text('.')),
      heading(2, 'Sources'),
      {
        type: 'orderedList',
        content: [
          item(paragraph(text('City of Oss, “Trams”, 2031, https://oss.example/'))),
          item({ ...paragraph(text('City of Oss, “Stops”, 2030, https://oss.example/stops')), attrs: { id: 'stops' } }),
        ],
      },
    );
    expect(await citedIn(document)).toEqual([
      ['The line opened late.', '1'],
      ['It has six stops.', '2'],
    ]);
  });

  it('has the notes without a text as what they are', async () => {
    const sign = { type: 'footnoteReference', attrs: { 'data-id': 'gone' } };
    expect(await citedIn(doc(paragraph(text('The line opened in 2031'), sign, text('.'))))).toEqual([
      ['The line opened in 2031.', '1?'],
    ]);
  });

  it('keeps the words of what is not known, and tells it', async () => {
    const { content, notices } = await convertDocument(
      doc(
        { type: 'factBox', content: [paragraph(text('Six doors.'))] },
        { type: 'tweet', attrs: { url: 'https://a.example/b', quote: 'We have more <trams>.' } },
        { type: 'tweet' },
      ),
    );
    expect(content).toContain('<p>Six doors.</p>');
    expect(content).toContain('<p>We have more &lt;trams&gt;.</p>');
    expect(content).not.toContain('a.example');
    expect(notices).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_PARTS', message: expect.stringContaining('ProseMirror or Tiptap') }),
    ]);
    expect(notices[0]).toMatchObject({
      message: expect.stringContaining('factBox, tweet (2)'),
      values: {
        parts: [
          { name: 'factBox', count: 1 },
          { name: 'tweet', count: 2 },
        ],
        moreKinds: 0,
      },
    });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,a',
    '/stops',
    'https://',
    'java\nscript:a',
    'http://a'.padEnd(3000, 'a'),
  ])('leaves out the address %s', async (href) => {
    expect(await linesOf(doc(paragraph(text('Stops', link(href)))))).toEqual(['<p>Stops</p>']);
  });
});

describe("a document of Atlassian's", () => {
  it('has its panels, expanding parts, captions, cards and raised text', async () => {
    expect(
      await linesOf(
        doc(
          { type: 'panel', attrs: { panelType: 'info' }, content: [paragraph(text('A panel.'))] },
          { type: 'expand', attrs: { title: 'More' }, content: [paragraph(text('Inside.'))] },
          {
            type: 'mediaSingle',
            content: [
              { type: 'media', attrs: { id: '1' } },
              { type: 'caption', content: [text('A tram.')] },
            ],
          },
          paragraph(
            text('m'),
            text('2', { type: 'subsup', attrs: { type: 'sup' } }),
            {
              type: 'mention',
              attrs: { text: '@Ada' },
            },
            text(' '),
            { type: 'date', attrs: { timestamp: '1935705600000' } },
          ),
        ),
      ),
    ).toEqual([
      ...['<div>', '<p>A panel.</p>', '</div>'],
      ...['<details>', '<summary>More</summary>', '<p>Inside.</p>', '</details>'],
      ...['<figure>', '<figcaption>A tram.</figcaption>', '</figure>'],
      '<p>m<sup>2</sup>@Ada 2031-05-05</p>',
    ]);
  });
});
