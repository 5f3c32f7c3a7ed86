import type { Source } from '../judging/evidence.js';
import type { DescribedWork } from './described-work.js';
import { sourceKey } from './source-key.js';

/** Titles of fewer words name many works. */
const TITLE_WORDS = 4;
/** Works whose titles begin alike, of which the first that fits is taken. */
const MOST_ALIKE = 10;
/** An entry is looked through so far. */
const MAX_ENTRY = 4000;

/** The works that a page's data describes, found again in the entries that its text lists. */
export class WorkIndex {
  private readonly byKey = new Map<string, DescribedWork>();
  private readonly byOpening = new Map<string, { readonly letters: string; readonly work: DescribedWork }[]>();

  constructor(works: readonly DescribedWork[]) {
    for (const work of works) {
      for (const key of keysOf(work)) if (!this.byKey.has(key)) this.byKey.set(key, work);
      const words = wordsOf(work.title ?? '');
      if (words.length < TITLE_WORDS) continue;
      const opening = words.slice(0, TITLE_WORDS).join(' ');
      const alike = this.byOpening.get(opening) ?? [];
      this.byOpening.set(opening, alike);
      if (alike.length < MOST_ALIKE) alike.push({ letters: words.join(''), work });
    }
  }

  /** The work that an entry lists: by an identifier, by address, or as its title stands in the entry's text. */
  find(parsed: Source, text: string): DescribedWork | undefined {
    if (this.byKey.size === 0 && this.byOpening.size === 0) return undefined;
    for (const key of keysOf(parsed)) {
      const work = this.byKey.get(key);
      if (work) return work;
    }
    const words = wordsOf(text.slice(0, MAX_ENTRY));
    for (let i = 0; i + TITLE_WORDS <= words.length; i += 1) {
      const alike = this.byOpening.get(words.slice(i, i + TITLE_WORDS).join(' '));
      if (!alike) continue;
      const rest = words.slice(i).join('');
      const found = alike.find(({ letters }) => rest.startsWith(letters));
      if (found) return found.work;
    }
    return undefined;
  }
}

const NOTHING = { doi: null, pmid: null, isbn: null, arxiv: null, url: null, docket: null, text: '' };

/** A key for each of its identifiers and for its address. */
function keysOf({ doi, pmid, arxiv, url }: DescribedWork): string[] {
  return Object.entries({ doi, pmid, arxiv, url }).flatMap(([name, value]) =>
    value ? [sourceKey({ ...NOTHING, [name]: value })] : [],
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
