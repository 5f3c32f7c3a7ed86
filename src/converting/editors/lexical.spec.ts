import { citedIn, linesOf } from '../testing/editor-document.js';

const root = (...children: object[]) => ({
  root: { children, direction: 'ltr', format: '', indent: 0, type: 'root', version: 1 },
});
const text = (words: string, format = 0) => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: words,
  type: 'text',
  version: 1,
});
const paragraph = (...children: object[]) => ({ children, type: 'paragraph', textFormat: 0, version: 1 });
const item = (...children: object[]) => ({ children, type: 'listitem', value: 1, version: 1 });
const list = (listType: string, ...children: object[]) => ({ children, type: 'list', listType, start: 1, version: 1 });

describe('a state of Lexical', () => {
  it('has headings, paragraphs, formats and links', async () => {
    const link = { type: 'link', url: 'https://tram.example/', rel: 'noreferrer', children: [text('the plan')] };
    const payload = { type: 'link', fields: { url: 'https://a.example/' }, children: [text('another')] };
    expect(
      await linesOf(
        root(
          { type: 'heading', tag: 'h2', children: [text('Lines')] },
          paragraph(
            text('Trams run '),
            text('daily', 1 | 2 | 8),
            text(' '),
            text('now', 16),
            { type: 'linebreak' },
            text('x', 64),
          ),
          paragraph(link, text(' and '), payload),
          { type: 'quote', children: [text('We run.')] },
          {
            type: 'code',
            children: [
              { type: 'code-highlight', text: 'a' },
              { type: 'linebreak' },
              { type: 'code-highlight', text: 'b' },
            ],
          },
        ),
      ),
    ).toEqual([
      '<h2>Lines</h2>',
      '<p>Trams run <strong><em>daily</em></strong> <code>now</code><br><sup>x</sup></p>',
      '<p><a href="https://tram.example/">the plan</a> and <a href="https://a.example/">another</a></p>',
      ...['<blockquote>', 'We run.</blockquote>'],
      ...['<pre><code>a', 'b</code></pre>'],
    ]);
  });

  it('has lists in lists, whose items only carry them, and tables', async () => {
    const cell = (words: string, headerState: number) => ({
      type: 'tablecell',
      headerState,
      colSpan: 1,
      children: [paragraph(text(words))],
    });
    expect(
      await linesOf(
        root(list('number', item(text('One')), item(list('bullet', item(text('Two')))), item(text('Three'))), {
          type: 'table',
          children: [{ type: 'tablerow', children: [cell('Year', 3), cell('2031', 0)] }],
        }),
      ),
    ).toEqual([
      ...['<ol>', '<li>One</li>', '<ul>', '<li>Two</li>', '</ul>', '<li>Three</li>', '</ol>'],
      ...['<table>', '<tr><th>Year</th><td>2031</td></tr>', '</table>'],
    ]);
  });

  it('has the captions of pictures, and parts that open', async () => {
    const image = {
      type: 'image',
      altText: 'A tram',
      caption: { editorState: root(paragraph(text('A tram of 2031.'))) },
      showCaption: true,
    };
    expect(
      await linesOf(
        root(image, {
          type: 'collapsible-container',
          children: [
            { type: 'collapsible-title', children: [text('More')] },
            { type: 'collapsible-content', children: [paragraph(text('Inside.'))] },
          ],
        }),
      ),
    ).toEqual([
      ...['<figure>', '<figcaption>A tram of 2031.</figcaption>', '</figure>'],
      ...['<details>', '<summary>More</summary>', '<div>', '<p>Inside.</p>', '</div>', '</details>'],
    ]);
  });

  it('is read with its raised numbers as citations, as a file of the editor too', async () => {
    const state = root(
      { type: 'heading', tag: 'h1', children: [text('Trams')] },
      paragraph(text('The line opened late'), text('1', 64), text('.')),
      { type: 'heading', tag: 'h2', children: [text('References')] },
      list('number', item(text('City of Oss, “Trams”, 2031, https://oss.example/'))),
    );
    const expected = [['The line opened late.', '1']];
    expect(await citedIn(state)).toEqual(expected);
    expect(await citedIn({ editorState: state, lastSaved: 1, source: 'Lexical', version: '1' })).toEqual(expected);
  });
});
