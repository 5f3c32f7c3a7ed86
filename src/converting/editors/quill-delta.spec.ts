import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const delta = (...ops: (string | [string | object, object])[]) => ({
  ops: ops.map((op) => (typeof op === 'string' ? { insert: op } : { insert: op[0], attributes: op[1] })),
});

describe('a Delta of Quill', () => {
  it('has lines in the format of the line break that ends them', async () => {
    expect(
      await linesOf(
        delta(
          'Trams',
          ['\n', { header: 1 }],
          'They run ',
          ['daily', { bold: true, italic: true }],
          ' on ',
          ['lines', { link: 'https://tram.example/' }],
          '.\nNo format.\nWe run.',
          ['\n', { blockquote: true }],
          'We stop.',
          ['\n', { blockquote: true }],
          'a = 1',
          ['\n', { 'code-block': 'plain' }],
          'b = 2',
          ['\n', { 'code-block': true }],
          [{ image: 'https://a.example/a.png' }, {}],
          'End',
        ),
      ),
    ).toEqual([
      '<h1>Trams</h1>',
      '<p>They run <strong><em>daily</em></strong> on <a href="https://tram.example/">lines</a>.</p>',
      '<p>No format.</p>',
      ...['<blockquote>', '<p>We run.</p>', '<p>We stop.</p>', '</blockquote>'],
      ...['<pre><code>a = 1', 'b = 2</code></pre>'],
      '<p>End</p>',
    ]);
  });

  it('has lists in lists, and tables', async () => {
    expect(
      await linesOf(
        delta(
          'One',
          ['\n', { list: 'ordered' }],
          'Two',
          ['\n', { list: 'bullet', indent: 1 }],
          'Three',
          ['\n', { list: 'ordered' }],
          'Year',
          ['\n', { table: 'row-a' }],
          'Trams',
          ['\n', { table: 'row-a' }],
          '2031',
          ['\n', { table: 'row-b' }],
          '12',
          ['\n', { table: 'row-b' }],
          '\n',
        ),
      ),
    ).toEqual([
      ...['<ol>', '<li>One', '<ul>', '<li>Two</li>', '</ul>', '</li>', '<li>Three</li>', '</ol>'],
      ...['<table>', '<tr><td>Year</td><td>Trams</td></tr>', '<tr><td>2031</td><td>12</td></tr>', '</table>'],
    ]);
  });

  it('has raised numbers as citations', async () => {
    expect(
      await citedIn(
        delta(
          'Trams',
          ['\n', { header: 1 }],
          'The line opened late',
          ['1', { script: 'super' }],
          '.\nSources',
          ['\n', { header: 2 }],
          'City of Oss, “Trams”, 2031, https://oss.example/',
          ['\n', { list: 'ordered' }],
        ),
      ),
    ).toEqual([['The line opened late.', '1']]);
  });

  it('keeps the words of what is not known, and tells it', async () => {
    const { content, notices } = await convertDocument(delta([{ factBox: { text: 'Six doors each.' } }, {}], '\n'));
    expect(content).toBe('<p>Six doors each.</p>\n');
    expect(notices).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_PARTS', message: expect.stringMatching(/Quill.*: factBox$/) }),
    ]);
  });
});
