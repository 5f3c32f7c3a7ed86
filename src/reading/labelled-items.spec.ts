import { ENGLISH } from '../languages/en.js';
import type { DocumentBlock } from './document.js';
import { withLabelledItems } from './labelled-items.js';
import { PositionedText } from './positioned-text.js';
import { readArticle } from './read-article.js';

const fields = (text: string, format: 'MARKDOWN' | 'HTML' | 'TEXT' = 'MARKDOWN') =>
  readArticle(`${format === 'HTML' ? '<h1>The ferry</h1>' : '# The ferry\n\n'}${text}`, { format }).claims.map(
    ({ block, attribute, value, valueState, text: said }) =>
      block === 'FIELD' ? [attribute, value, valueState] : said,
  );

describe('lists of facts', () => {
  const rows = [
    ['Built by', 'Sallow Yard', 'PRESENT'],
    ['Launched', '', 'BLANK'],
    ['Price', 'Not disclosed', 'UNDISCLOSED'],
    ['Website', 'N/A', 'NOT_APPLICABLE'],
  ];

  it.each<[string, string, 'MARKDOWN' | 'HTML']>([
    [
      'items',
      '- **Built by:** Sallow Yard [^1]\n- **Launched:** \n- **Price**: Not disclosed\n- **Website:** N/A',
      'MARKDOWN',
    ],
    [
      'paragraphs',
      '**Built by:** Sallow Yard\n\n**Launched:**\n\n**Price:** Not disclosed\n\n**Website:** N/A',
      'MARKDOWN',
    ],
    [
      'items of a page',
      '<ul><li><b>Built by:</b> Sallow Yard<li><b>Launched:</b><li><strong>Price</strong>: Not disclosed<li><b>Website:</b> N/A</ul>',
      'HTML',
    ],
    [
      'items that are not bold, one of them cited',
      '- Built by: Sallow Yard [1]\n- Launched:\n- Price: Not disclosed\n- Website: N/A',
      'MARKDOWN',
    ],
  ])('are fields: %s', (_, text, format) => expect(fields(text, format)).toEqual(rows));

  it.each([
    [
      'statements',
      '- **Speed:** It sails at 12 knots.\n- **Crew:** It has four hands.\n- **Deck:** It carries nine cars.',
    ],
    ['emphasis', '- **Riders** save time\n- **The board** pays: it always has\n- **Nobody** asked'],
    ['facts about the page', '- Category: News\n- Tags: ferries\n- Author: Ana Orr'],
    ['two of them', '- **Built by:** Sallow Yard\n- **Launched:** 1931'],
    ['steps', '1. **Ticket:** at the kiosk\n2. **Gate:** on the left\n3. **Seat:** anywhere'],
  ])('are not made of %s', (_, text) => {
    for (const field of fields(text)) expect(typeof field).toBe('string');
  });
});

describe('a list of very many items', () => {
  it('is handed on as it is', () => {
    const text = 'The pier stands.';
    const content = PositionedText.verbatim(text, { start: 0, end: text.length });
    const item: DocumentBlock = { kind: 'item', content, number: null, depth: 0, list: 1, anchor: null };
    const items = Array.from({ length: 200_000 }, () => item);
    expect(withLabelledItems(items, ENGLISH)).toEqual(items);
  });
});
