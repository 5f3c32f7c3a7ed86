import { citedIn, convertDocument, linesOf } from '../testing/editor-document.js';

const block = (type: string, text: string, more: object = {}) => ({
  key: 'a1b2c',
  text,
  type,
  depth: 0,
  inlineStyleRanges: [],
  entityRanges: [],
  data: {},
  ...more,
});
const entity = (type: string, data: object) => ({ type, mutability: 'MUTABLE', data });
const raw = (blocks: object[], entityMap: object = {}) => ({ blocks, entityMap });

describe('raw content of Draft.js', () => {
  it('has headings, styles that overlap, links and quotes', async () => {
    const styled = block('unstyled', 'They run daily 🚋 on lines', {
      inlineStyleRanges: [
        { offset: 5, length: 9, style: 'BOLD' },
        { offset: 9, length: 8, style: 'ITALIC' },
      ],
      entityRanges: [{ offset: 21, length: 5, key: 0 }],
    });
    expect(
      await linesOf(
        raw(
          [
            block('header-two', 'Lines'),
            styled,
            block('blockquote', 'We run.'),
            block('code-block', 'a'),
            block('code-block', 'b'),
          ],
          {
            0: entity('LINK', { url: 'https://tram.example/' }),
          },
        ),
      ),
    ).toEqual([
      '<h2>Lines</h2>',
      '<p>They <strong>run <em>daily</em></strong><em> 🚋</em> on <a href="https://tram.example/">lines</a></p>',
      ...['<blockquote>', '<p>We run.</p>', '</blockquote>'],
      ...['<pre><code>a', 'b</code></pre>'],
    ]);
  });

  it('may have its entities in a list, or none', async () => {
    const linked = block('unstyled', 'Lines', { entityRanges: [{ offset: 0, length: 5, key: 0 }] });
    const entityMap = [entity('LINK', { url: 'https://tram.example/' })];
    expect(await linesOf({ blocks: [linked], entityMap })).toEqual([
      '<p><a href="https://tram.example/">Lines</a></p>',
    ]);
    expect(await linesOf({ blocks: [block('unstyled', 'Lines')] })).toEqual(['<p>Lines</p>']);
  });

  it('has lists in lists, and captions', async () => {
    const atomic = block('atomic', ' ', { entityRanges: [{ offset: 0, length: 1, key: 0 }] });
    expect(
      await linesOf(
        raw(
          [
            block('unordered-list-item', 'One'),
            block('ordered-list-item', 'Two', { depth: 1 }),
            block('unordered-list-item', 'Three'),
            atomic,
          ],
          { 0: entity('IMAGE', { src: 'https://a.example/a.png', caption: 'A tram.' }) },
        ),
      ),
    ).toEqual([
      ...['<ul>', '<li>One', '<ol>', '<li>Two</li>', '</ol>', '</li>', '<li>Three</li>', '</ul>'],
      ...['<figure>', '<figcaption>A tram.</figcaption>', '</figure>'],
    ]);
  });

  it('has raised numbers as citations', async () => {
    const sentence = 'The line opened late1.';
    const raised = { inlineStyleRanges: [{ offset: sentence.length - 2, length: 1, style: 'SUPERSCRIPT' }] };
    expect(
      await citedIn(
        raw([
          block('header-one', 'Trams'),
          block('unstyled', sentence, raised),
          block('header-two', 'Sources'),
          block('ordered-list-item', 'City of Oss, “Trams”, 2031, https://oss.example/'),
        ]),
      ),
    ).toEqual([['The line opened late.', '1']]);
  });

  it('keeps the words of what is not known, and tells it', async () => {
    const { content, notices } = await convertDocument(
      raw(
        [
          block('fact-box', 'Six doors.'),
          block('atomic', ' ', { entityRanges: [{ offset: 0, length: 1, key: 'constructor' }] }),
        ],
        {},
      ),
    );
    expect(content).toBe('<p>Six doors.</p>\n');
    expect(notices).toEqual([
      expect.objectContaining({
        code: 'UNKNOWN_PARTS',
        message: expect.stringMatching(/Draft\.js.*: fact-box, without a name$/),
      }),
    ]);
  });
});
