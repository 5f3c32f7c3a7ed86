import { escapeHtml } from '../converting/escape-html.js';
import { guessLanguage } from '../reading/language.js';
import { isSectionInAny } from '../reading/section-names.js';
import { HTML } from '../writing/html.js';
import type { TableArticle, TableClaim } from './table-articles.js';

/** What the parts of the page are called, so that they are read as what they are in the language of the claims. */
interface Headings {
  readonly claim: string;
  readonly evidence: string;
  readonly sources: string;
  readonly references: string;
}

const ENGLISH: Headings = { claim: 'Claims', evidence: 'Evidence', sources: 'Sources', references: 'References' };
const HEADINGS: Readonly<Record<string, Headings>> = {
  de: { claim: 'Behauptungen', evidence: 'Belege', sources: 'Quellen', references: 'Einzelnachweise' },
  fr: { claim: 'Affirmations', evidence: 'Preuves', sources: 'Sources', references: 'Références' },
  es: { claim: 'Afirmaciones', evidence: 'Pruebas', sources: 'Fuentes', references: 'Referencias' },
};

/**
 * An article as a page: a table with a row for each claim, its note and its markers, and the list of references. Each row
 * is read as one claim, whatever its words look like.
 *
 * Where the article is all that its file holds, each row stands on the line on which it stands in the file, so that
 * lines in reports are those of the file.
 *
 * @param headerLine the line of the file's header
 */
export function tableHtml(article: TableArticle, headerLine: number): string {
  const { title, claims, references, isAlone } = article;
  const tag = guessLanguage(claims.map(({ text }) => text).join('\n'));
  const headings = HEADINGS[tag ?? ''] ?? ENGLISH;
  const noted = claims.some(({ note }) => note !== null);
  const head = ['claim', ...(noted ? ['evidence' as const] : []), 'sources'] as const;
  const open = `<table><tr>${head.map((name) => `<th scope="col">${headings[name]}</th>`).join('')}</tr>`;
  const listed = new Set(references.map(({ number }) => number));
  const page = new Lines(isAlone ? headerLine : 1);
  const lang = tag === null ? '' : ` lang="${tag}"`;
  page.add(`<!doctype html><html${lang}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`);
  page.add(`<body><article><h1>${escapeHtml(title)}</h1>`);
  let section: string | null = null;
  let isOpen = false;
  for (const claim of claims) {
    page.goTo(isAlone ? claim.line : null);
    if (claim.section !== section || !isOpen) {
      if (isOpen) page.add('</table>');
      if (claim.section !== null && claim.section !== section)
        page.add(`<h2>${escapeHtml(headingOf(claim.section))}</h2>`);
      page.add(open);
      isOpen = true;
      section = claim.section;
    }
    page.add(rowOf(claim, noted, listed));
  }
  page.add('</table>');
  page.goTo(null);
  if (references.length > 0) {
    page.add(`<h2>${headings.references}</h2>`);
    for (const { number, entry } of references) {
      page.goTo(null);
      page.add(HTML.entry(number, entry.replace(/\s+/g, ' ')));
    }
    page.goTo(null);
  }
  page.add('</article></body></html>');
  page.goTo(null);
  return page.text;
}

/** Under these names stands what is no part of an article; in quotation marks they are names like others. */
const APART = ['boilerplate', 'references', 'further reading'] as const;
const headingOf = (section: string): string =>
  APART.some((role) => isSectionInAny(role, section)) ? `“${section}”` : section;

function rowOf({ text, note, citations }: TableClaim, noted: boolean, listed: ReadonlySet<number>): string {
  const numbers = [...new Set(citations.filter(({ isCited }) => isCited).map(({ number }) => number))];
  const marker =
    numbers.length === 0 ? '' : HTML.marker(numbers.map((number) => ({ number, isListed: listed.has(number) })));
  const cells = [escapeHtml(text), ...(noted ? [escapeHtml(note ?? '')] : []), marker];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A text that is written line by line. */
class Lines {
  private readonly parts: string[] = [];

  /** @param line the line that it begins with is to be this one; lines before it are empty */
  constructor(private line: number) {
    this.parts.push('\n'.repeat(line - 1));
  }

  add(part: string): void {
    this.parts.push(part);
  }

  /** Goes on in this line; null: in the next one. */
  goTo(line: number | null): void {
    const to = Math.max(line ?? this.line + 1, this.line);
    this.parts.push('\n'.repeat(to - this.line));
    this.line = to;
  }

  get text(): string {
    return this.parts.join('');
  }
}
