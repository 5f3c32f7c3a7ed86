import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const saved = (...blocks: object[]) => ({ time: 1_930_000_000_000, blocks, version: '2.30.0' });
const block = (type: string, data: object, tunes: object = {}) => ({ id: 'a1', type, data, tunes });

describe('what Editor.js saves', () => {
  it('has headers, paragraphs with their inline HTML, quotes and captions', async () => {
    expect(
      await linesOf(
        saved(
          block('header', { text: 'Lines &amp; stops', level: 2 }),
          block('paragraph', {
            text: 'They run <b>daily&nbsp;<i>now</i></b>, <a href="https://tram.example/?a=1&amp;b=2">here</a>.<br>CO<sub>2</sub> <mark class="cdx">too</mark>',
          }),
          block('paragraph', {
            text: 'A <script>alert(1)</script><a href="javascript:a()" onclick="b()">b</a> &lt;i&gt;',
          }),
          block('quote', { text: 'We run.', caption: 'Ada Okoro', alignment: 'left' }),
          block('image', { file: { url: 'https://a.example/a.png' }, caption: 'A tram.' }),
          block('delimiter', {}),
        ),
      ),
    ).toEqual([
      '<h2>Lines &amp; stops</h2>',
      '<p>They run <strong>daily\u00a0<em>now</em></strong>, <a href="https://tram.example/?a=1&amp;b=2">here</a>.<br>CO<sub>2</sub> too</p>',
      '<p>A b &lt;i&gt;</p>',
      ...['<blockquote>', '<p>We run.</p>', '<cite>Ada Okoro</cite>', '</blockquote>'],
      ...['<figure>', '<figcaption>A tram.</figcaption>', '</figure>'],
    ]);
  });

  it('has lists of both versions of their tool, checklists, tables and code', async () => {
    expect(
      await linesOf(
        saved(
          block('list', { style: 'unordered', items: ['One', 'Two'] }),
          block('list', {
            style: 'ordered',
            items: [{ content: 'Three', meta: {}, items: [{ content: 'Four', items: [] }] }],
          }),
          block('checklist', { items: [{ text: 'Five', checked: true }] }),
          block('table', {
            withHeadings: true,
            content: [
              ['Year', 'Trams'],
              ['2031', '<b>12</b>'],
            ],
          }),
          block('code', { code: 'a < b\nc' }),
        ),
      ),
    ).toEqual([
      ...['<ul>', '<li>One</li>', '<li>Two</li>', '</ul>'],
      ...['<ol>', '<li>Three', '<ol>', '<li>Four</li>', '</ol>', '</li>', '</ol>'],
      ...['<ul>', '<li>Five</li>', '</ul>'],
      ...[
        '<table>',
        '<tr><th>Year</th><th>Trams</th></tr>',
        '<tr><td>2031</td><td><strong>12</strong></td></tr>',
        '</table>',
      ],
      ...['<pre><code>a &lt; b', 'c</code></pre>'],
    ]);
  });

  it('has the notes of its tune as citations', async () => {
    const note = 'City of Oss, “Trams”, 2031, https://oss.example/';
    const sign = '<sup data-tune="footnotes">1</sup>';
    expect(
      await citedIn(
        saved(
          block('paragraph', { text: `The line opened in 2031${sign}.` }, { footnotes: [note] }),
          block(
            'paragraph',
            { text: `It has six stops${sign}. It is 6 km<sup>2</sup> large.` },
            { footnotes: [{ content: note.replace('Trams', 'Stops') }] },
          ),
        ),
      ),
    ).toEqual([['The line opened in 2031.', '1'], ['It has six stops.', '2'], ['It is 6 km2 large.']]);
  });

  it('keeps the words of what is not known, and tells it', async () => {
    const { content, notices } = await convertDocument(
      saved(
        block('factBox', { style: 'wide box', facts: ['Six doors each.', 'x'], link: 'https://a.example/a b' }),
        block('raw', { html: '<div><p>First.</p><p>Second.</p></div>' }),
      ),
    );
    expect(content).toBe('<p>Six doors each.</p>\n<div>\nFirst.<br><br>Second.<br><br><br><br></div>\n');
    expect(notices).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_PARTS', message: expect.stringMatching(/Editor\.js.*: factBox, raw$/) }),
    ]);
  });
});
