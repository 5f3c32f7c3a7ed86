import { archiveName } from '../addresses/archives.js';
import type { TemplateCall } from './wikitext-arguments.js';
import type { Plain } from './wikitext-templates.js';

/** A copy that a template points to, behind the reference that it is a copy of or in its place. */
export interface ArchiveNote {
  readonly address: string;
  /** What the link to it shows: the title, or that it is archived. */
  readonly shown: string;
  /** What stands behind that, as pages show it, about. */
  readonly rest: string;
}

/** English and older names, then the German and the French ones, which hold the page's address and the time apart. */
const NAMES = new Set(['webarchive', 'wayback', 'web archive', 'webcite', 'memento', 'webarchiv', 'lien archive']);

/** Of `{{webarchive|url=…|date=…}}` and its like; null for another template, and without an address. */
export function readArchiveNote(call: TemplateCall, plain: Plain): ArchiveNote | null {
  if (!NAMES.has(call.name)) return null;
  const get = (...keys: string[]): string => plain(call.get(...keys)).trim();
  const time = get('wayback', 'horodatage archive', 'timestamp') || /^\d{8,14}$/.exec(get('date'))?.[0] || '';
  const given = get('url', '1').replace(/^\/\//, 'https://');
  if (!URL.canParse(given)) return null;
  const name = archiveName(given);
  const address = name === null ? `https://web.archive.org/web/${time || '2'}/${given}` : given;
  const title = get('title', 'titre', 'text');
  const date = /\d/.test(get('date')) && time === '' ? `${get('date')} ` : '';
  const place = `${date}at the ${name ?? archiveName(address)}`;
  return title === ''
    ? { address, shown: 'Archived', rest: ` ${place}` }
    : { address, shown: `“${title}”`, rest: `. Archived ${place}` };
}
