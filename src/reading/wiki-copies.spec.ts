import { readArticle } from './read-article.js';

const read = (text: string) => readArticle(text, { format: 'TEXT' });
const OPENING = 'Ferries\n\nThe ferries of the Ell have sailed between the two piers since the year 1931.\n\n';
const texts = (text: string) => read(text).claims.map((c) => `${c.section ?? '-'}: ${c.text}`);

describe('a copy of a wiki’s page as text', () => {
  it.each([
    ['on the line of the heading', 'Fleet[edit]\n\nIt sank.\n\nWhere the quay is[edit | edit source]\nIt rose.\n'],
    ['on a line of its own', 'Fleet\n[edit]\nIt sank.\n\nWhere the quay is\n\n[edit]\n\nIt rose.\n'],
  ])('has links for editing beside its headings, %s', (_, text) =>
    expect(texts(OPENING + text).slice(1)).toEqual(['Fleet: It sank.', 'Where the quay is: It rose.']),
  );

  it('has lines below its title that are no part of it', () => {
    const { title, claims } = read(
      OPENING.replace('\n\n', '\n\nFrom Ellpedia, the free encyclopedia\nJump to: navigation, search\n\n'),
    );
    expect([title, claims.length]).toEqual(['Ferries', 1]);
  });

  it('has notes whose numbers are lost, behind links back', () => {
    const { claims, references } = read(
      'Ferries\n\nIt sank.[1] It rose.[2] It left.[3]\n\nReferences[edit]\n\n' +
        '^ "Tides". Ell News. 2031.\n^ a b Ana Orr. "Piers". Ell News. 2030.\n\n↑ Jump up to: a b "Quays". Ell News. 2029.\n',
    );
    expect(claims.map((c) => c.text)).toEqual(['It sank.', 'It rose.', 'It left.']);
    expect(references.map((r) => [r.label, r.source?.title])).toEqual([
      ['1', 'Tides'],
      ['2', 'Piers'],
      ['3', 'Quays'],
    ]);
  });

  it('has numbers before such links', () => {
    const { references } = read('Ferries\n\nIt sank.[2]\n\nNotes\n\n2. ^ "Tides". Ell News. 2031.\n');
    expect(references.map((r) => [r.label, r.source?.title])).toEqual([['2', 'Tides']]);
  });

  it('has a table of contents, and lines that point to other articles', () => {
    const text =
      'Ferries\n\nThey sail.\n\nContents\n\n1 Fleet\n\n1.1 Old ferries of the Ell\n1.2 vs. the rest\n\n2 References\n\n' +
      'Fleet[edit]\n\nMain article: Fleet of the Ell\n\nIt sank.\n';
    expect(texts(text)).toEqual(['-: They sail.', 'Fleet: It sank.']);
  });

  it('takes no row of a table for its title', () => {
    const box = 'Ferries\nOwner\tHarbour Board of the Vale\nWhere it is\tEllmouth\n\n';
    expect(read(OPENING.replace('\n\n', `\n\n${box}`)).title).toBe('Ferries');
  });

  it('leaves such brackets in a sentence, and numbers that open one, alone', () => {
    expect(texts('Ferries\n\nShe wrote [edit] in it.\n\n2 ferries sank.\n')).toEqual([
      '-: She wrote [edit] in it.',
      '-: 2 ferries sank.',
    ]);
  });
});
