import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const node = (nodeType: string, content: object[], data: object = {}) => ({ nodeType, data, content });
const text = (value: string, ...marks: string[]) => ({
  nodeType: 'text',
  value,
  marks: marks.map((type) => ({ type })),
  data: {},
});
const document = (...content: object[]) => node('document', content);
const paragraph = (...content: object[]) => node('paragraph', content);

describe('rich text of Contentful', () => {
  it('has headings, paragraphs, lists, quotes, tables and links', async () => {
    expect(
      await linesOf(
        document(
          node('heading-2', [text('Lines')]),
          paragraph(
            text('Run '),
            text('daily', 'bold'),
            node('hyperlink', [text('here')], { uri: 'https://tram.example/' }),
            text(''),
          ),
          node('ordered-list', [
            node('list-item', [
              paragraph(text('One')),
              node('unordered-list', [node('list-item', [paragraph(text('Two'))])]),
            ]),
          ]),
          node('blockquote', [paragraph(text('We run.'))]),
          node('hr', []),
          node('table', [
            node('table-row', [
              node('table-header-cell', [paragraph(text('Year'))]),
              node('table-cell', [paragraph(text('2031'))]),
            ]),
          ]),
        ),
      ),
    ).toEqual([
      '<h2>Lines</h2>',
      '<p>Run <strong>daily</strong><a href="https://tram.example/">here</a></p>',
      ...['<ol>', '<li>One', '<ul>', '<li>Two</li>', '</ul>', '</li>', '</ol>'],
      ...['<blockquote>', '<p>We run.</p>', '</blockquote>'],
      ...['<table>', '<tr><th>Year</th><td>2031</td></tr>', '</table>'],
    ]);
  });

  it('tells what is kept elsewhere', async () => {
    const target = { target: { sys: { id: 'a1', type: 'Link', linkType: 'Entry' } } };
    const { content, notices } = await convertDocument(
      document(
        node('embedded-entry-block', [], target),
        paragraph(node('entry-hyperlink', [text('Trams run.')], target)),
      ),
    );
    expect(content).toBe('<p>Trams run.</p>\n');
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'UNKNOWN_PARTS',
        message: expect.stringMatching(/Contentful.*: embedded-entry-block$/),
      }),
    ]);
  });

  it('has raised numbers as citations', async () => {
    expect(
      await citedIn(
        document(
          node('heading-1', [text('Trams')]),
          paragraph(text('The line opened late'), text('1', 'superscript'), text('.')),
          node('heading-2', [text('Sources')]),
          node('ordered-list', [
            node('list-item', [paragraph(text('City of Oss, “Trams”, 2031, https://oss.example/'))]),
          ]),
        ),
      ),
    ).toEqual([['The line opened late.', '1']]);
  });
});
