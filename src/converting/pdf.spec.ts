import { deflateSync } from 'node:zlib';
import type { Article } from '../judging/evidence.js';
import { readArticle } from '../reading/read-article.js';
import { convertFile } from './convert.js';
import { lines, writePdf, type PdfPage, type Placed } from './testing/pdf-writer.js';

const htmlOf = async (bytes: Uint8Array): Promise<string> => (await convertFile(bytes, 'PDF')).content;

const ofPages = (...pages: (readonly Placed[])[]): Promise<string> =>
  htmlOf(writePdf(pages.map((texts) => ({ texts }))));

const read = (html: string): Article => readArticle(html, { format: 'HTML' });

/** Each claim with the labels of its citations, those that lead nowhere with a "?". */
const cited = ({ claims }: Article): string[][] =>
  claims.map(({ text, citations }) => [text, ...citations.map((c) => `${c.label}${c.source ? '' : '?'}`)]);

const heading = (y: number, text: string, size = 18): Placed => ({ x: 72, y, text, size, font: 'bold' });

describe('a PDF of one column', () => {
  const page: PdfPage = {
    texts: [
      heading(760, 'The bridge at Quill'),
      ...lines(72, 730, [
        'The bridge opened on 4 May 2031, three years later than the council had planned, and is',
        '380 metres long [1]. Its engineers made it of well-known materials, above all of rein-',
        'forced concrete, which the well-',
        'known firm of Teasel delivered.',
      ]),
      ...lines(84, 682, ['An indent begins the second paragraph, which says that 31,000 vehicles cross the bridge']),
      ...lines(72, 670, ['each day [2].']),
      heading(645, 'Costs', 10),
      ...lines(72, 630, ['The bridge cost 211 million crowns.']),
      { x: 72, y: 610, text: 'Item', font: 'bold' },
      { x: 250, y: 610, text: 'Detail', font: 'bold' },
      { x: 72, y: 596, text: 'Length' },
      { x: 250, y: 596, text: '380 metres' },
      { x: 72, y: 582, text: 'Architect' },
      { x: 250, y: 582, text: 'Not disclosed' },
      ...lines(72, 560, ['\x95 Cyclists complain about the wind.', '\x95 Drivers praise the view.']),
      heading(520, 'Sources', 14),
      ...lines(72, 500, ['[1] City of Quill, \x93Bridge opened\x94, 4 May 2031, online']),
      ...lines(72, 485, ['[2] Road Office, Traffic counts 2032, https://roads.example/', '2032/counts']),
    ],
    links: [{ url: 'https://quill.example/bridge', rect: [285, 495, 330, 510] }],
  };

  it('is read with its markers, and without headings as claims', async () => {
    const article = read(await htmlOf(writePdf([page])));
    expect(article.title).toBe('The bridge at Quill');
    expect(cited(article)).toEqual([
      ['The bridge opened on 4 May 2031, three years later than the council had planned, and is 380 metres long.', '1'],
      [
        'Its engineers made it of well-known materials, above all of reinforced concrete, ' +
          'which the well-known firm of Teasel delivered.',
      ],
      ['An indent begins the second paragraph, which says that 31,000 vehicles cross the bridge each day.', '2'],
      ['The bridge cost 211 million crowns.'],
      ['Length 380 metres'],
      ['Architect Not disclosed'],
      ['Cyclists complain about the wind.'],
      ['Drivers praise the view.'],
    ]);
    expect(article.references.map(({ source }) => source?.url)).toEqual([
      'https://quill.example/bridge',
      'https://roads.example/2032/counts',
    ]);
  });

  it('has the names of columns over numbers that stand to the right', async () => {
    const rows = [
      ['2030', '21', '480'],
      ['2031', '24', '19'],
    ];
    const html = await ofPages([
      ...['Year', 'Yield in one year', 'Cost'].map((text, i) => ({
        x: 72 + 150 * i,
        y: 700,
        text,
        font: 'bold' as const,
      })),
      ...rows.flatMap((cells, r) =>
        cells.map((text, i) => ({ x: 72 + 150 * i + (i > 0 ? 120 - 5.56 * text.length : 0), y: 686 - 14 * r, text })),
      ),
    ]);
    expect(html).toContain('<tr><th>Year</th><th>Yield in one year</th><th>Cost</th></tr>');
    expect(read(html).claims.map(({ column, value }) => [column, value])).toContainEqual(['Cost', '480']);
  });

  it('becomes one block a line', async () => {
    const html = (await htmlOf(writePdf([page]))).split('\n');
    expect(html).toContain('<h1>The bridge at Quill</h1>');
    expect(html).toContain('<h3>Costs</h3>');
    expect(html).toContain('<tr><th>Item</th><th>Detail</th></tr>');
    expect(html.filter((line) => line.startsWith('<li>'))).toHaveLength(2);
  });
});

describe('superscripts', () => {
  const body: Placed[] = [
    { x: 72, y: 700, text: 'Six turbines stand in the sound.', raised: '1', rest: ' Each sweeps 380 m' },
    { x: 72, y: 688, text: 'and turns three times a minute.', raised: '2,3', rest: ' It rests on 40 km' },
    { x: 72, y: 676, text: 'of cable; the field has 9 km', raised: '2', rest: ' of seabed in all.' },
  ];

  it('are markers where the list of references has their numbers, but not after units', async () => {
    const list = [1, 2, 3].map((n) => `${n}. Office ${n}, “Report ${n}”, 203${n}, https://office.example/${n}`);
    const texts = list.map((text) => text.replace('“', '\x93').replace('”', '\x94'));
    const html = await ofPages([...body, heading(640, 'References', 14), ...lines(72, 620, texts)]);
    const { claims } = read(html);
    expect(claims.map(({ citations }) => citations.map(({ label }) => label))).toEqual([['1'], ['2', '3'], []]);
    expect(html).toContain('9 km<sup>2</sup> of seabed');
  });

  it('lead to the notes at the foot of their page, whose numbers may begin again', async () => {
    const page = (place: string): Placed[] => [
      ...lines(72, 700, [`The ferry to ${place} sails twice a day, also on Sundays and in winter, and takes bicy-`]),
      { x: 72, y: 688, text: 'cles.', raised: '1', rest: ` Nobody in ${place} pays for them.` },
      { x: 72, y: 100, text: '1', size: 5, rest: '' },
      { x: 76, y: 96, text: `Port office of ${place}, Sailings, 2031,`, size: 8 },
      { x: 76, y: 86, text: `https://port.example/${place}`, size: 8 },
    ];
    const article = read(await ofPages(page('Sallow'), page('Merrow')));
    expect(cited(article).map(([text]) => text)).toEqual([
      'The ferry to Sallow sails twice a day, also on Sundays and in winter, and takes bicycles.',
      'Nobody in Sallow pays for them.',
      'The ferry to Merrow sails twice a day, also on Sundays and in winter, and takes bicycles.',
      'Nobody in Merrow pays for them.',
    ]);
    expect(article.claims.map(({ citations }) => citations.map(({ source }) => source?.url))).toEqual([
      ['https://port.example/Sallow'],
      [],
      ['https://port.example/Merrow'],
      [],
    ]);
  });
});

describe('pages', () => {
  const sentence = (n: number): string =>
    `Sentence ${'abcdefgh'[n]!} of the story says that ${100 + n * 7} people came.`;

  it('lose their running headers, footers and numbers', async () => {
    const page = (n: number): Placed[] => [
      { x: 72, y: 800, text: n % 2 ? `The Quill Courier ${n + 11}` : `${n + 11} Chapter ${n}`, size: 9 },
      ...lines(72, 740, [sentence(n)]),
      { x: 500, y: 40, text: `Printed in Quill`, size: 9 },
    ];
    const html = await ofPages(...[0, 1, 2, 3, 4].map(page));
    expect(read(html).claims.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map(sentence));
  });

  it('join a sentence that goes on', async () => {
    const html = await ofPages(
      [...lines(72, 700, ['The museum owns nine boats, and the oldest of']), { x: 290, y: 40, text: '1' }],
      [...lines(72, 740, ['them was built in 1931.']), { x: 290, y: 40, text: '2' }],
    );
    expect(html).toBe('<p>The museum owns nine boats, and the oldest of them was built in 1931.</p>\n');
  });

  it('of two columns are read one column after the other, under what stands across both', async () => {
    const left = [
      'The left column tells of seals that',
      'live in the sound. In 2028 there were',
      '214 of them, and in the year after',
      'only 96. They returned in 2032, when',
      'observers counted 220 of them, which',
    ];
    const right = [
      'surprised the fishermen. The right',
      'column tells of costs. Turbines for',
      '48 million crowns were lowered into',
      'the sound in May 2029, by two barges',
      'that came from the yards of Teasel.',
    ];
    const html = await ofPages([
      { x: 150, y: 780, text: 'Seals and turbines in the sound', size: 18, font: 'bold' },
      ...lines(72, 740, [
        'A summary stands across both columns and says in a line what was found in the sound of Merrow.',
      ]),
      // Drawn line by line across the page, as some programs do.
      ...left.flatMap((text, i) => [...lines(72, 700 - 12 * i, [text]), ...lines(310, 700 - 12 * i, [right[i]!])]),
    ]);
    const paragraphs = html.split('\n').filter((line) => line.startsWith('<p>'));
    expect(paragraphs.at(-1)).toBe(`<p>${[...left, ...right].join(' ')}</p>`);
  });
});

describe('a file that is no PDF with text', () => {
  const sound = writePdf([{ texts: lines(72, 700, ['Trams run daily.']) }]);
  const bomb = Buffer.concat([
    sound,
    Buffer.from('9 0 obj\n<< /Length 1 >>\nstream\n'),
    deflateSync(Buffer.alloc(130 * 1024 * 1024)),
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const encrypted = writePdf(
    [{ texts: lines(72, 700, ['Trams run daily.']) }],
    `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  );
  it.each([
    ['nothing', new Uint8Array(0), 'DAMAGED', 'no PDF'],
    ['a text', Buffer.from('Trams run daily.'), 'DAMAGED', 'no PDF'],
    ['pages of pictures', writePdf([{ texts: [] }, { texts: [] }]), 'NO_TEXT', 'run OCR'],
    ['a protected one', encrypted, 'ENCRYPTED', 'without one'],
    ['one that unpacks to too much', bomb, 'TOO_LARGE', 'print it'],
    ['one of too many pages', writePdf(Array<PdfPage>(3_001).fill({ texts: [] })), 'TOO_LARGE', '3001 pages'],
    ['more than the limit', new Uint8Array(20 * 1024 * 1024 + 1), 'TOO_LARGE', '20 MiB'],
  ])('%s is told so', async (_, bytes, reason, says) => {
    await expect(htmlOf(bytes)).rejects.toMatchObject({
      name: 'UnconvertibleFileError',
      reason,
      message: expect.stringContaining(says) as string,
    });
  });

  it('whatever its bytes are, is converted or refused', async () => {
    let state = 11;
    // Numbers that are the same in each run (a linear congruential generator, Numerical Recipes).
    const random = (below: number): number =>
      Math.floor(((state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32) * below);
    for (let i = 0; i < 80; i++) {
      const bytes = Buffer.from(sound);
      for (let k = 0; k <= i % 9; k++) bytes[random(bytes.length)] = random(256);
      const outcome = htmlOf(bytes.subarray(0, i % 4 === 0 ? random(bytes.length) : undefined));
      await outcome.catch((error: unknown) => expect(error).toMatchObject({ name: 'UnconvertibleFileError' }));
    }
  });
});
