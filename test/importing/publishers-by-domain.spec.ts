import { id, openNewsroom, type Newsroom } from '../editing/support/newsroom.js';

let room: Newsroom;

beforeAll(async () => {
  room = await openNewsroom();
});
afterAll(() => room.close());

const article = (...addresses: string[]): string =>
  `The quay\n\nThe quay was built in 1931 ${addresses.map((_, i) => `[${i + 1}]`).join('')}.\n\nReferences\n\n${addresses
    .map((address, i) => `[${i + 1}] ${address}`)
    .join('\n')}\n`;

const publishers = async (articleId: string): Promise<(string | undefined)[]> => {
  const data = await room.ask<{ article: { references: { source: { publisher: { name: string } | null } }[] } }>(
    'query ($id: ID!) { article(id: $id) { references { source { publisher { name } } } } }',
    { id: id('Article', articleId) },
  );
  return data.article.references.map(({ source }) => source.publisher?.name);
};

it('a source that names no publisher has the one that publishes under its domain', async () => {
  await room.import('known', article('Okoro, Ada. “Quays”. London: Quay Press, 2031. https://press.example/1'));
  const [publisher] = await room.rows<{ id: string }>("SELECT id FROM publisher WHERE name = 'Quay Press'");
  await room.change(
    'updatePublisher',
    { publisherId: id('Publisher', publisher!.id), domains: ['quay.co.uk', 'ada.github.io'] },
    'publisher { id }',
  );
  const imported = await room.import(
    'new',
    article(
      'https://news.quay.co.uk/1',
      'https://www.ada.github.io/2',
      'https://per.github.io/3',
      'https://harbour.co.uk/4',
      'Per Lind. “Harbours”. London: Lind Press, 2031. https://quay.co.uk/5',
    ),
  );
  expect(await publishers(imported)).toEqual(['Quay Press', 'Quay Press', undefined, undefined, 'Lind Press']);
});
