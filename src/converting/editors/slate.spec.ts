import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const node = (type: string, ...children: (string | object)[]) => ({
  type,
  children: children.map((child) => (typeof child === 'string' ? { text: child } : child)),
});

describe('a value of Slate', () => {
  it('has the nodes of its examples', async () => {
    expect(
      await linesOf([
        node('heading-one', 'Trams'),
        node(
          'paragraph',
          'They run ',
          { text: 'daily', bold: true },
          ' on ',
          { ...node('link', 'lines'), url: 'https://tram.example/' },
          '.\nSoon',
        ),
        node('block-quote', 'We run.'),
        node('numbered-list', node('list-item', 'One'), node('list-item', 'Two')),
        node('table', node('table-row', node('table-cell', { text: 'Year', bold: true }), node('table-cell', '2031'))),
        { children: [{ text: 'No type.' }] },
      ]),
    ).toEqual([
      '<h1>Trams</h1>',
      '<p>They run <strong>daily</strong> on <a href="https://tram.example/">lines</a>.<br>Soon</p>',
      ...['<blockquote>', 'We run.</blockquote>'],
      ...['<ol>', '<li>One</li>', '<li>Two</li>', '</ol>'],
      ...['<table>', '<tr><td><strong>Year</strong></td><td>2031</td></tr>', '</table>'],
      '<p>No type.</p>',
    ]);
  });

  it('has the nodes of Plate', async () => {
    const listed = (indent: number, listStyleType: string, words: string) => ({
      ...node('p', words),
      indent,
      listStyleType,
    });
    expect(
      await linesOf([
        node('h2', 'Lines'),
        node('ul', node('li', node('lic', 'One'), node('ul', node('li', node('lic', 'Two'))))),
        listed(1, 'decimal', 'First'),
        listed(2, 'disc', 'Within'),
        listed(1, 'decimal', 'Second'),
        node('code_block', node('code_line', 'a'), node('code_line', 'b')),
        { ...node('img', ''), url: 'https://a.example/a.png', caption: [{ text: 'A tram.' }] },
        node('table', node('tr', { ...node('th', node('p', 'Year')), colSpan: 2 })),
      ]),
    ).toEqual([
      '<h2>Lines</h2>',
      ...['<ul>', '<li>One', '<ul>', '<li>Two</li>', '</ul>', '</li>', '</ul>'],
      ...['<ol>', '<li>First', '<ul>', '<li>Within</li>', '</ul>', '</li>', '<li>Second</li>', '</ol>'],
      ...['<pre><code>a', 'b</code></pre>'],
      ...['<figure>', '<figcaption>A tram.</figcaption>', '</figure>'],
      ...['<table>', '<tr><th colspan="2">Year</th></tr>', '</table>'],
    ]);
  });

  it('keeps the words of what is not known, beside its nodes and in them', async () => {
    const { content, notices } = await convertDocument([
      { ...node('tweet', ''), quote: 'We have more trams.' },
      { ...node('fact-box', node('p', 'Six doors.')), note: 'Two metres wide.' },
    ]);
    expect(content).toBe('<p>We have more trams.</p>\n<p>Two metres wide.</p>\n<div>\n<p>Six doors.</p>\n</div>\n');
    expect(notices).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_PARTS', message: expect.stringMatching(/Slate.*: tweet, fact-box$/) }),
    ]);
  });

  it('has the notes of Plate as citations', async () => {
    const sign = { ...node('footnoteReference', ''), identifier: '1' };
    expect(
      await citedIn([
        node('p', 'The line opened in 2031', sign, '.'),
        {
          ...node('footnoteDefinition', node('p', 'City of Oss, “Trams”, 2031, https://oss.example/')),
          identifier: '1',
        },
      ]),
    ).toEqual([['The line opened in 2031.', '1']]);
  });
});
