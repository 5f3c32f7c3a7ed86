import { readArticle } from './read-article.js';

const claimsOf = (text: string, format: 'MARKDOWN' | 'HTML' = 'MARKDOWN') =>
  readArticle(text, { format }).claims.map((c) => `${c.block}${c.checkable ? '' : ' -'} ${c.text}`);

const FAQ = '# T\n\n## FAQ\n\n';
const GLOSSARY = '# T\n\n## Glossary\n\n';

describe('bold text that opens a block', () => {
  it.each<[string, string, string[]]>([
    ['a question before its answer', `${FAQ}**Is it free?**\nIt costs £2 [1].`, ['ANSWER It costs £2.']],
    [
      'questions in one paragraph',
      `${FAQ}**Is it free?**\nIt is.\n**Is it old?**\nIt is new.`,
      ['ANSWER It is.', 'ANSWER It is new.'],
    ],
    [
      'a question of its own paragraph, and all that answers it',
      `${FAQ}**Is it free?**\n\nIt costs £2 [1].\n\nIt was free once.`,
      ['ANSWER It costs £2.', 'ANSWER It was free once.'],
    ],
    [
      'a question outside a list of them',
      '# T\n\n**Is it free?** It is.\n\nIt was.',
      ['ANSWER It is.', 'PARAGRAPH It was.'],
    ],
    [
      'terms before their definitions',
      `${GLOSSARY}**Quay**\nA wall that ships lie at.\n**Pier**\nA walk over water.`,
      ['DEFINITION - A wall that ships lie at.', 'DEFINITION - A walk over water.'],
    ],
    [
      'the subject of a sentence in a glossary',
      `${GLOSSARY}**Tramdesk** uses these terms.`,
      ['PARAGRAPH Tramdesk uses these terms.'],
    ],
    ['a label', '# T\n\n- **Limit.** The tram seats 40 [1].', ['LIST_ITEM Limit. The tram seats 40.']],
    ['a label before an order', '# T\n\n- **Next step** Turn the key.', ['LIST_ITEM - Next step Turn the key.']],
    [
      'an order',
      '# T\n\n- **Back up first.** The format changes [1].',
      ['LIST_ITEM - Back up first.', 'LIST_ITEM The format changes.'],
    ],
    [
      'the main point',
      '# T\n\n**The tram was sold in May.** It is red.',
      ['PARAGRAPH The tram was sold in May.', 'PARAGRAPH It is red.'],
    ],
  ])('is %s', (_what, text, expected) => expect(claimsOf(text)).toEqual(expected));

  it('is found in pages, too', () => {
    const page =
      '<h1>T</h1><h2>FAQ</h2><p><b>Is it free?</b><br>It is.<br><strong>Is it old?</strong><br>It is new.</p>';
    expect(claimsOf(page, 'HTML')).toEqual(['ANSWER It is.', 'ANSWER It is new.']);
  });
});

it('"No." belongs to the sentence after it', () =>
  expect(claimsOf(`${FAQ}### Is it free?\n\nNo. It costs £2 [1].`)).toEqual(['ANSWER No. It costs £2.']));
