import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { diceOf } from '../test/support/random.js';
import { footnote, link, paragraph, raised, run, table, writeDocx } from '../src/converting/testing/docx-writer.js';
import { lines, writePdf, type PdfPage } from '../src/converting/testing/pdf-writer.js';
import { fileKindOf } from '../src/converting/file-kind.js';
import { formatOf } from '../src/reading/read-article.js';
import { editorDocumentsOf, mutateDocument } from './editor-documents.js';
import { isTextFormat, type InputFormat } from './examine.js';
import { mutate, mutateBytes, type Random } from './mutate.js';

/** The articles that are mutated, by their format. */
export type Corpus = ReadonlyMap<InputFormat, readonly Uint8Array[]>;

const FIXTURES = join(import.meta.dirname, '../test/fixtures/articles');

/** The project's own articles, and those of a folder, where one is given: those whose names tell their format. */
export function readCorpus(folder: string | null): Corpus {
  const corpus = new Map<InputFormat, Uint8Array[]>();
  const add = (format: InputFormat, bytes: Uint8Array): void => {
    const known = corpus.get(format);
    if (known) known.push(bytes);
    else corpus.set(format, [bytes]);
  };
  for (const from of folder === null ? [FIXTURES] : [FIXTURES, folder]) {
    for (const name of readdirSync(from).sort()) {
      const format = name === 'README.md' ? null : (formatOf(name) ?? fileKindOf(name));
      if (format) add(format, readFileSync(join(from, name)));
    }
  }
  const texts = corpus.get('TEXT')!.map((bytes) => Buffer.from(bytes).toString('utf8'));
  for (const text of texts.slice(0, 4)) {
    add('DOCX', docxOf(text));
    add('PDF', pdfOf(text));
    for (const document of editorDocumentsOf(paragraphsOf(text).slice(0, 40))) add('JSON', document);
  }
  return corpus;
}

/**
 * The input of a seed: one article of the format, mutated with pieces of another one.
 *
 * @param seed a whole number; the same gives the same input, as long as the corpus is the same
 */
export function inputOf(corpus: Corpus, format: InputFormat, seed: number): Uint8Array {
  const random = diceOf(seed);
  const samples = corpus.get(format)!;
  const sample = samples[random(samples.length)]!;
  if (isTextFormat(format)) {
    // Now and then another format's: a page that was called text, wikitext in a page.
    const others = random(4) ? samples : [...corpus].filter(([f]) => isTextFormat(f)).flatMap(([, all]) => all);
    const other = others[random(others.length)]!;
    const text = mutate(textOf(sample), textOf(other), format, random);
    // Broken bytes are refused as a whole, so there are few.
    return random(50) ? Buffer.from(text) : mutateBytes(Buffer.from(text), random);
  }
  if (random(4) === 0) return mutateBytes(sample, random);
  if (format === 'JSON') return mutateDocument(sample, random);
  return format === 'DOCX' ? mutateDocx(sample, random) : mutatePdf(sample, random);
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** An element of WordprocessingML that can stand in many places, up to the first closer of its name. */
const WORD_ELEMENT = /<w:(p|r|tbl|tr|tc|hyperlink|footnote)\b[^>]*>[^]*?<\/w:\1>/g;

/** Elements of its text taken away, doubled and put into each other, and other words in them: the XML stays well-formed. */
function mutateDocx(bytes: Uint8Array, random: Random): Uint8Array {
  const files = unzipSync(bytes);
  const part = random(5) ? 'word/document.xml' : 'word/footnotes.xml';
  let text = strFromU8(files[part]!);
  for (let changes = 1 + random(6); changes > 0; changes -= 1) {
    const elements = [...text.matchAll(WORD_ELEMENT)];
    const [one, other] = [elements[random(elements.length)], elements[random(elements.length)]];
    if (!one || !other) break;
    const put = (what: string): string => text.slice(0, one.index) + what + text.slice(one.index + one[0].length);
    const said = (): string =>
      xml(mutate('The pier of Orsa stands [1]. ', one[0], 'TEXT', random).replace(/[^\P{C}\n]/gu, ''));
    const choices = [
      () => '',
      () => one[0].repeat(2 + random(random(8) ? 3 : 400)),
      () => other[0],
      () => one[0] + other[0],
      () => one[0].replace(/(<w:t[^>]*>)[^<]*/g, (_, open: string) => open + said()),
      () => one[0].replace(/"\d+"/g, () => `"${random(1_000_000)}"`),
      () => one[0].replace('>', `>${other[0]}`),
    ];
    text = put(choices[random(choices.length)]!());
    if (text.length > LONGEST_PART) break;
  }
  return zipSync({ ...files, [part]: strToU8(text) });
}

/** In characters. */
const LONGEST_PART = 2_000_000;

/** Other words, numbers and operators in what draws its pages, which the writer of the tests does not compress. */
function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (let changes = 1 + random(12); changes > 0; changes -= 1) {
    const at = random(text.length);
    const piece = /\((?:[^()\\]|\\.)*\) Tj|-?\d+(?:\.\d+)?|\b(?:Tf|Td|Ts|Tj|BT|ET)\b/g;
    piece.lastIndex = at;
    const found = piece.exec(text);
    if (!found) continue;
    const numbers = ['0', '-1', '1e9', '0.0001', '99999', '595', String(random(842))];
    const words = (): string =>
      mutate('The pier [1] stands. ', found[0], 'TEXT', random)
        .replace(/[^\x20-\x7e]/g, ' ')
        .replace(/[\\()]/g, '\\$&');
    const changed = found[0].startsWith('(') ? `(${words()}) Tj` : numbers[random(numbers.length)]!;
    const kept = random(4) ? changed : found[0].repeat(1 + random(random(8) ? 3 : 300));
    text = text.slice(0, found.index) + kept + text.slice(found.index + found[0].length);
  }
  return Buffer.from(text, 'latin1');
}

function docxOf(text: string): Uint8Array {
  const all = paragraphsOf(text);
  const [first, ...rest] = all as [string, ...string[]];
  const body = [
    paragraph(run(plain(first)), 'Title'),
    ...rest.slice(0, 40).map((each, i) => {
      if (i % 9 === 1) return paragraph(run(plain(each)), `berschrift${1 + (i % 3)}`);
      if (i % 9 === 4) return table([each.split(' ').slice(0, 3).map(plain), ['a', '4 m', plain(each)]]);
      const extra = [footnote(2 + (i % 2)), raised('1, 2'), link('rIdL0', 'the ledger'), run('Not.', '<w:b/>')];
      return paragraph(run(plain(each)) + extra[i % extra.length]!);
    }),
  ];
  return writeDocx({
    body,
    footnotes: ['Ledger of the port, 2031.', 'Okoro 1998, p. 4.'],
    links: ['https://a.example/b'],
  });
}

/** The writer of the tests escapes ampersands alone. */
const plain = (text: string): string => text.replaceAll('<', '‹');
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function pdfOf(text: string): Uint8Array {
  const all = paragraphsOf(text).slice(0, 60);
  const pages = Array.from({ length: Math.ceil(all.length / 10) }, (_, page): PdfPage => {
    const texts = all.slice(page * 10, page * 10 + 10).flatMap((each, i) =>
      lines(
        60,
        780 - i * 70,
        each
          .replace(/[^\x20-\x7e]/g, '-')
          .match(/.{1,90}/g)
          ?.slice(0, 5) ?? [],
        {
          size: i % 5 === 0 ? 14 : 10,
          font: i % 5 === 0 ? 'bold' : 'plain',
          ...(i % 3 === 0 ? { raised: '1' } : {}),
        },
      ),
    );
    return {
      texts: [...texts, ...lines(60, 60, ['1 Ledger of the port, 2031.', `Page ${page + 1}`], { size: 7 })],
      links: [{ url: 'https://a.example/b', rect: [60, 700, 200, 712] }],
    };
  });
  return writePdf(pages);
}

const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => /\S/.test(line));
