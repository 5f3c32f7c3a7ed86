import { readArticle } from '../../reading/read-article.js';
import { convertFile, type ConvertedFile } from '../convert.js';

/** What a document of an editor becomes. */
export const convertDocument = (document: unknown): Promise<ConvertedFile> =>
  convertFile(Buffer.from(JSON.stringify(document)), 'JSON');

/** Its HTML, a line each. */
export const linesOf = async (document: unknown): Promise<string[]> =>
  (await convertDocument(document)).content.trimEnd().split('\n');

/** Its claims, each with the labels of its citations, those that lead nowhere with a "?". */
export async function citedIn(document: unknown): Promise<string[][]> {
  const { content } = await convertDocument(document);
  return readArticle(content, { format: 'HTML' }).claims.map(({ text, citations }) => [
    text,
    ...citations.map(({ label, source }) => `${label}${source ? '' : '?'}`),
  ]);
}
