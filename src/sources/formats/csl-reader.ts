import { NOTHING_KNOWN } from '../../reading/described-work.js';
import type { Bibliography } from '../csl.js';
import { isoDate, tidy, UnreadableRecordsError, type ReadEntry } from './record-format.js';

/**
 * Reads CSL-JSON, as Zotero, Pandoc and others write it: a list of items, or one.
 *
 * @throws UnreadableRecordsError for what is no JSON, or neither a list nor an object
 */
export function readCslJson(content: string): ReadEntry[] {
  const items = parsed(content);
  return items.map((item, i): ReadEntry => {
    if (!isRecord(item)) return { place: i + 1, key: null, mistake: 'is no object' };
    const key = typeof item.id === 'string' || typeof item.id === 'number' ? String(item.id).slice(0, 80) : null;
    return { place: i + 1, key, ...readItem(item) };
  });
}

function parsed(content: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    const where = error instanceof Error ? error.message.slice(0, 200) : '';
    throw new UnreadableRecordsError(`is no JSON: ${where}`);
  }
  if (Array.isArray(value)) return value as unknown[];
  if (isRecord(value)) return [value];
  throw new UnreadableRecordsError('is neither a list of items nor an item of CSL-JSON');
}

/** One item. Fields that Obelus does not keep (volume, page) are left out. */
export function readItem(item: Readonly<Record<string, unknown>>): { record: Bibliography } | { mistake: string } {
  const wrong = ['author', 'issued', 'accessed', 'custom'].find(
    (field) => item[field] != null && typeof item[field] !== 'object',
  );
  if (wrong !== undefined) return { mistake: `"${wrong}" is not in the form that CSL-JSON has for it` };
  const custom = isRecord(item.custom) ? item.custom : {};
  const location = text(item.archive_location);
  const isAddress = location !== null && /^https?:\/\//i.test(location);
  return {
    record: {
      ...NOTHING_KNOWN,
      title: plain(text(item.title)),
      authors: namesOf(item.author),
      publisher: plain(text(item.publisher)),
      container: plain(text(item['container-title'])),
      issued: dateOf(item.issued),
      accessed: dateOf(item.accessed),
      url: text(item.URL),
      archiveUrl: isAddress ? location : text(custom.archiveUrl),
      archivedAt: dateOf(custom.archived),
      doi: text(item.DOI),
      isbn: text(item.ISBN),
      pmid: text(item.PMID),
      arxiv: text(custom.arxiv),
      docket: text(item.number),
    },
  };
}

/** Of several values, the first: some programs repeat a field. */
function text(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? tidy(String(first)) : null;
}

/** CSL marks italics and the like in titles as tags of HTML. */
const TAGS = /<\/?(?:i|b|sub|sup|sc)>|<span (?:style|class)="[^"<>]{0,100}">|<\/span>/g;
const plain = (value: string | null): string | null => (value === null ? null : tidy(value.replace(TAGS, '')));

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown) => {
    if (typeof name === 'string') return tidy(name) ?? [];
    if (!isRecord(name)) return [];
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map((part) => name[part]);
    const whole = tidy(text(name.literal) ?? parts.filter((part) => typeof part === 'string').join(' '));
    // "and others" of BibTeX comes as a name.
    return whole === null || whole === 'others' ? [] : whole;
  });
}

/** "2031-04-02", or the words that stand in a date's place. Of a range, its beginning. */
function dateOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const parts: unknown = value['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  if (Array.isArray(first)) {
    const date = isoDate(first[0], first[1], first[2]);
    if (date !== null) return date;
  }
  const words = text(value.literal) ?? text(value.raw);
  return words;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
