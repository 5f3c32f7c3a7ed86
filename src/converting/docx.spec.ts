import { deflateRawSync } from 'node:zlib';
import type { Article } from '../judging/evidence.js';
import { readArticle } from '../reading/read-article.js';
import { convertFile } from './convert.js';
import { endnote, footnote, link, paragraph, raised, run, table, writeDocx } from './testing/docx-writer.js';

const htmlOf = async (bytes: Uint8Array): Promise<string> => (await convertFile(bytes, 'DOCX')).content;

async function read(bytes: Uint8Array): Promise<Article> {
  return readArticle(await htmlOf(bytes), { format: 'HTML' });
}

/** Each claim with the labels of its citations, those that lead nowhere with a "?". */
const cited = ({ claims }: Article): string[][] =>
  claims.map(({ text, citations }) => [text, ...citations.map((c) => `${c.label}${c.source ? '' : '?'}`)]);

const TRAMS = writeDocx({
  body: [
    paragraph(run('Trams of Oss'), 'Title'),
    paragraph(run('The lines'), 'berschrift1'),
    paragraph(
      run('The first line opened in 2031.') +
        footnote(2) +
        run(' It carries 12,000 people a day.') +
        endnote(2) +
        run(' Nobody counted the dogs.'),
    ),
    paragraph(run('Figures'), 'berschrift2'),
    table([
      ['Length', '38 kilometres'],
      ['Owner', 'Not disclosed'],
    ]),
    paragraph(run('The trams are ') + run('green & white', '<w:b/>') + run(' [9].')),
    '<w:p><w:ins w:author="A"><w:r><w:t>Fares rose by 4 %.</w:t></w:r></w:ins><w:del w:author="A"><w:r><w:delText>Fares fell.</w:delText></w:r></w:del></w:p>',
  ],
  footnotes: ['City of Oss, “Trams in numbers”, 2031, https://oss.example/trams'],
  endnotes: ['Oss Courier, “Full trams”, 4 May 2032, https://courier.example/full'],
});

describe('a Word document', () => {
  it('is read with its notes as citations, and without headings as claims', async () => {
    const article = await read(TRAMS);
    expect(article.title).toBe('Trams of Oss');
    expect(cited(article)).toEqual([
      ['The first line opened in 2031.', '1'],
      ['It carries 12,000 people a day.', '2'],
      ['Nobody counted the dogs.'],
      ['Length 38 kilometres'],
      ['Owner Not disclosed'],
      ['The trams are green & white.', '9?'],
      ['Fares rose by 4 %.'],
    ]);
    expect(article.references.map(({ source }) => source?.url)).toEqual([
      'https://oss.example/trams',
      'https://courier.example/full',
    ]);
  });

  it('has its headings below its title, and one block a line', async () => {
    const lines = (await htmlOf(TRAMS)).split('\n');
    expect(lines.slice(0, 2)).toEqual(['<h1>Trams of Oss</h1>', '<h2>The lines</h2>']);
    expect(lines).toContain('<h3>Figures</h3>');
  });

  it('has a first row in bold as the heading of its table', async () => {
    const rows = table([
      ['', '2030', '2031'],
      ['Buses', '12', '14'],
    ]);
    const bold = rows.replace(/(<w:rPr>)(?=<\/w:rPr><w:t[^>]*>20)/g, '$1<w:b/>');
    const html = await htmlOf(writeDocx({ body: [bold] }));
    expect(html).toContain('<tr><th></th><th>2030</th><th>2031</th></tr>');
  });

  it('has superscripts that its author typed linked to the numbered list', async () => {
    const article = await read(
      writeDocx({
        body: [
          paragraph(run('Wells'), 'berschrift1'),
          paragraph(
            run('The well is 40 metres deep.') + raised('1,2') + run(' It waters 6 km') + raised('2') + run('.'),
          ),
          paragraph(run('Sources'), 'berschrift1'),
          paragraph(run('1. Water board, ') + link('rIdL0', 'Wells of the valley') + run(', 2030')),
          paragraph(run('2. Ada Okoro, “Deep wells”, The Valley Post, 2029, https://post.example/wells')),
        ],
        links: ['https://water.example/wells'],
      }),
    );
    expect(cited(article)).toEqual([['The well is 40 metres deep.', '1', '2'], ['It waters 6 km2.']]);
    expect(article.references[0]!.source?.url).toBe('https://water.example/wells');
  });

  it('leaves its pictures packed, and others than those of the text unread', async () => {
    const bomb = new Uint8Array(60 * 1024 * 1024);
    const bytes = writeDocx({ body: [paragraph(run('Short.'))], more: { 'word/media/picture.png': bomb } });
    expect(await htmlOf(bytes)).toBe('<p>Short.</p>\n');
  });
});

describe('a file that is no Word document', () => {
  const encrypted = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const empty = writeDocx({ body: [paragraph('')] });
  const big = writeDocx({ body: [paragraph(run(' '.repeat(41 * 1024 * 1024)))] });
  it.each([
    ['nothing', new Uint8Array(0), 'DAMAGED', 'save it again'],
    ['a text', Buffer.from('Trams run daily.'), 'DAMAGED', 'save it again'],
    ['half of one', TRAMS.subarray(0, TRAMS.length >> 1), 'DAMAGED', 'save it again'],
    ['a protected one', encrypted, 'ENCRYPTED', 'without a password'],
    ['one without text', empty, 'NO_TEXT', 'run OCR'],
    ['one that unpacks to too much', big, 'TOO_LARGE', '24 MiB'],
    ['one that lies about its sizes', lying(big), 'TOO_LARGE', '24 MiB'],
  ])('%s is told so', async (_, bytes, reason, says) => {
    await expect(htmlOf(bytes)).rejects.toMatchObject({
      name: 'UnconvertibleFileError',
      reason,
      message: expect.stringContaining(says) as string,
    });
  });

  it('is told when it is a ZIP of something else', async () => {
    const other = Buffer.from(TRAMS);
    for (let at = other.indexOf('word/'); at >= 0; at = other.indexOf('word/', at)) other.write('page/', at);
    await expect(htmlOf(other)).rejects.toThrow('holds no Word document');
  });
});

/** The same ZIP with 1 as the unpacked size of each file. */
function lying(zip: Uint8Array): Uint8Array {
  const data = Buffer.from(zip);
  const mark = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = data.indexOf(mark); at >= 0; at = data.indexOf(mark, at + 1)) data.writeUInt32LE(1, at + 24);
  return data;
}

describe('any bytes', () => {
  it('are converted or refused, never worse', async () => {
    // Changed before they are packed, so that the XML is reached.
    const random = seeded(7);
    for (let i = 0; i < 60; i++) {
      const bytes = Buffer.from(TRAMS);
      for (let k = 0; k < 1 + (i % 8); k++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      await outcome(bytes.subarray(0, i % 3 === 0 ? Math.floor(random() * bytes.length) : undefined));
    }
    const xml = deflateRawSync(Buffer.from('<a>'.repeat(200_000)));
    await outcome(writeDocx({ body: ['<w:p>'.repeat(20_000)] }));
    await outcome(xml);
  });
});

async function outcome(bytes: Uint8Array): Promise<void> {
  try {
    expect(typeof (await htmlOf(bytes))).toBe('string');
  } catch (error) {
    expect(error).toMatchObject({ name: 'UnconvertibleFileError' });
  }
}

/** Numbers from 0 to 1 that are the same in each run (a linear congruential generator, Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}
