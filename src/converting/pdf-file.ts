import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, Util, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { letGoOfPdfRejections } from './pdf-rejections.js';
import { checkStreams } from './pdf-streams.js';
import { UnconvertibleFileError } from './unconvertible-file.js';

/** Pages of a PDF, and pieces of text on one page, at most. A full page of a newspaper has some thousand pieces. */
const MAX_PAGES = 3_000;
const MAX_RUNS = 20_000;
/** Links on one page that are looked at. */
const MAX_LINKS = 1_000;

/** The font of runs whose letters are all as wide: of code, and of typescripts. */
export const MONOSPACE = 'monospace';

/** A piece of text on a page as the file draws it, in points from the page's top left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the line on which the letters stand; grows downwards. */
  readonly y: number;
  readonly size: number;
  /** Runs of one font share it. It says nothing else, unless it is `MONOSPACE`. */
  readonly font: string;
  /** Where a link leads that lies over it. */
  readonly url: string | null;
}

interface Link {
  readonly url: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * The text of a PDF, page by page, in the order in which the file draws it.
 *
 * @throws UnconvertibleFileError
 */
export async function readPdf(bytes: Uint8Array): Promise<Run[][]> {
  checkStreams(bytes);
  letGoOfPdfRejections();
  const task = getDocument({
    // A copy: what is given goes over to pdf.js.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Which letters the codes of fonts without a table of their own mean, above all in Chinese, Japanese and Korean.
    cMapUrl: join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    return await pagesOf(await task.promise);
  } catch (error) {
    throw told(error);
  } finally {
    await task.destroy();
  }
}

async function pagesOf(file: PDFDocumentProxy): Promise<Run[][]> {
  if (file.numPages > MAX_PAGES) throw tooLarge(`has ${file.numPages} pages, at most ${MAX_PAGES} are read`);
  const pages: Run[][] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const runs = await runsOf(page);
    if (runs.length > MAX_RUNS) throw tooLarge(`has ${runs.length} pieces of text on page ${number}`);
    pages.push(withLinks(runs, await linksOf(page)));
    page.cleanup();
  }
  return pages;
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  return items.flatMap((item): Run[] => {
    if (!('str' in item) || !/\S/.test(item.str)) return [];
    const [a, b, c, d, x, y] = Util.transform(transform, item.transform as number[]) as number[];
    const size = Math.hypot(c!, d!);
    // Nobody sees what lies beside the page.
    const isOnPage = x! < width && x! + item.width > 0 && y! > 0 && y! < height + size;
    // Text that stands upright or slanted across the page is a stamp or the label of an axis.
    const isLevel = a! > 0 && Math.abs(b!) <= a! / 10;
    if (!isOnPage || !isLevel || !(size >= 1)) return [];
    const font = styles[item.fontName]?.fontFamily === 'monospace' ? MONOSPACE : item.fontName;
    return [{ text: item.str, x: x!, right: Math.min(x! + item.width, width), y: y!, size, font, url: null }];
  });
}

async function linksOf(page: PDFPageProxy): Promise<Link[]> {
  const viewport = page.getViewport({ scale: 1 });
  const annotations = (await page.getAnnotations()) as { subtype?: string; url?: string; rect?: number[] }[];
  return annotations.slice(0, MAX_LINKS).flatMap(({ subtype, url, rect }): Link[] => {
    if (subtype !== 'Link' || !url || !/^https?:/i.test(url) || rect?.length !== 4) return [];
    const [x1, y1] = viewport.convertToViewportPoint(rect[0]!, rect[1]!) as [number, number];
    const [x2, y2] = viewport.convertToViewportPoint(rect[2]!, rect[3]!) as [number, number];
    const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
    return [{ url, left, right, top, bottom }];
  });
}

/** Runs cut where a link begins or ends, as far as one can tell by the share of the width, between words. */
function withLinks(runs: Run[], links: readonly Link[]): Run[] {
  return links.reduce((before, link) => before.flatMap((run) => linked(run, link)), runs);
}

function linked(run: Run, { url, left, right, top, bottom }: Link): Run[] {
  const { text, x, right: end, y, size } = run;
  const middle = y - size * 0.3;
  if (run.url !== null || middle < top || middle > bottom || x >= right || end <= left) return [run];
  const [from, to] = [wordEdge(run, left), wordEdge(run, right)];
  const at = (i: number): number => x + ((end - x) * i) / text.length;
  const part = (start: number, stop: number, to: string | null): Run[] =>
    /\S/.test(text.slice(start, stop))
      ? [{ ...run, text: text.slice(start, stop), x: at(start), right: at(stop), url: to }]
      : [];
  return [...part(0, from, null), ...part(from, to, url), ...part(to, text.length, null)];
}

/** The place between words that is nearest to a point on the page, as an offset into the run's text. */
function wordEdge({ text, x, right }: Run, at: number): number {
  const guess = Math.round((Math.min(1, Math.max(0, (at - x) / (right - x))) || 0) * text.length);
  const isEdge = (i: number): boolean =>
    i <= 0 || i >= text.length || /\s/.test(text[i]!) || /[\s([]/.test(text[i - 1]!);
  for (let away = 0; away <= text.length; away++) {
    if (isEdge(guess - away)) return Math.max(0, guess - away);
    if (isEdge(guess + away)) return Math.min(text.length, guess + away);
  }
  return guess;
}

function tooLarge(what: string): UnconvertibleFileError {
  return new UnconvertibleFileError('TOO_LARGE', `${what}; split the document`);
}

function told(error: unknown): unknown {
  if (error instanceof UnconvertibleFileError) return error;
  if ((error as { name?: string }).name === 'PasswordException') {
    const message = 'is protected by a password; save it without one and try again';
    return new UnconvertibleFileError('ENCRYPTED', message, { cause: error });
  }
  const message = 'is damaged, or no PDF; print or export it again and try again';
  return new UnconvertibleFileError('DAMAGED', message, { cause: error });
}
