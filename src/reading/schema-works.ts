import { addressesIn, identifiersIn } from './reference-identifiers.js';
import { dateIn } from './reference-dates.js';
import { saying, type DescribedWork } from './described-work.js';

/** Things within things are followed so far: an article in an issue in a volume in a journal. */
const DEEPEST = 5;
/** Values of one property, and names of authors, that are looked at. */
const MOST_VALUES = 30;
const LONGEST = 1000;

/**
 * A work as schema.org describes it, from JSON-LD or microdata; null when it says nothing that a source has.
 *
 * @param thing whatever stands where a work should: properties by name, each a text, a thing, or a list of these
 */
export function workOfThing(thing: unknown): DescribedWork | null {
  if (!isThing(thing)) return null;
  const all = (...names: string[]): string[] => names.flatMap((name) => textsOf(thing[name]));
  const addresses = all('url', 'sameAs', 'mainEntityOfPage', '@id').map((a) => (a.startsWith('//') ? `https:${a}` : a));
  const { url, archiveUrl, archivedAt, all: known } = addressesIn('', addresses);
  const isbn = all('isbn')[0];
  const [date] = all('datePublished', 'dateCreated', 'copyrightYear');
  return saying({
    title: all('headline', 'name')[0],
    authors: all('author', 'creator').slice(0, MOST_VALUES),
    publisher: all('publisher', 'sourceOrganization')[0],
    container: containerOf(thing),
    issued: date === undefined ? undefined : dateIn(date),
    url,
    archiveUrl,
    archivedAt,
    ...identifiersIn([...all('identifier', 'doi'), isbn && `ISBN ${isbn}`].filter(Boolean).join(' ; '), known),
  });
}

type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts of a value; of a thing, what it is called. */
function textsOf(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).flatMap((each) => textsOf(each, depth + 1));
  if (isThing(value)) return textsOf(nameOf(value), depth + 1);
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = String(value).slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

function nameOf(thing: Thing): unknown {
  const { familyName, givenName } = thing;
  if (typeof familyName === 'string' && typeof givenName === 'string') return `${familyName}, ${givenName}`;
  return thing.name ?? thing['@value'] ?? thing.value ?? thing.url ?? thing['@id'];
}

/** The outermost thing of a name that the work is a part of: of an issue of a volume of a journal, the journal. */
function containerOf(thing: Thing): string | undefined {
  let found: string | undefined;
  let inner: unknown = thing;
  for (let i = 0; i < DEEPEST && isThing(inner); i += 1) {
    const outer: unknown = inner.isPartOf ?? (i === 0 ? inner.periodical : undefined);
    inner = Array.isArray(outer) ? outer[0] : outer;
    found = (isThing(inner) ? textsOf(inner.name)[0] : textsOf(inner)[0]) ?? found;
  }
  return found;
}
