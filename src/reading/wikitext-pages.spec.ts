import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from './read-article.js';

/** Pages of Wikipedia, where there are any beside the project: they are not ours to keep in it. */
const FOLDER = join('..', 'shared', 'articles');
const pages = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.wiki')) : [];

/** Every mention of a note in the source, by its tag alone: those that define notes in a list are not mentions. */
function mentions(source: string): number {
  const text = source.replace(/<!--[^]*?-->/g, '').replace(/<references[^>]*>[^]*?<\/references>/g, '');
  return text.match(/<ref[\s>/]/g)?.length ?? 0;
}

(pages.length > 0 ? describe : describe.skip)('pages of Wikipedia', () => {
  if (pages.length === 0) it('are not here', () => undefined);
  it.each(pages)('%s: every note is read where it is cited, and leads to an entry', (name) => {
    const source = readFileSync(join(FOLDER, name), 'utf8');
    const { markers, references, claims } = readArticle(source, { format: 'WIKITEXT' });
    expect(markers.filter(({ span }) => source.startsWith('<ref', span.start))).toHaveLength(mentions(source));
    expect(references.filter((reference) => reference.text === null)).toEqual([]);
    expect(claims.length).toBeGreaterThan(100);
    expect(
      claims.filter((claim) => /\{\{|\}\}|\[\[|\]\]|<\/?ref|'''/.test(claim.text)).map((claim) => claim.text),
    ).toEqual([]);
  });
});
