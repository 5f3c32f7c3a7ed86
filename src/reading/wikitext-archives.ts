import { archiveName } from '../addresses/archives.js';
import type { TemplateCall } from './wikitext-arguments.js';
import type { Plain } from './wikitext-templates.js';

/** A copy that a template points to, behind the reference that it is a copy of or in its place. */
export interface ArchiveNote {
  readonly address: string;
  /** As pages show it, about: the title, and that it is archived. */
  readonly words: string;
}

/** English and older names, then the German and the French ones, which hold the page's address and the time apart. */
const NAMES = new Set(['webarchive', 'wayback', 'web archive', 'webcite', 'memento', 'webarchiv', 'lien archive']);

/** Of `{{webarchive|url=…|date=…}}` and its like; null for another template, and without an address. */
export function readArchiveNote(call: TemplateCall, plain: Plain): ArchiveNote | null {
  if (!NAMES.has(call.name)) return null;
  const get = (...keys: string[]): string => plain(call.get(...keys)).trim();
  const time = get('wayback', 'horodatage archive', 'timestamp') || /^\d{8,14}$/.exec(get('date'))?.[0] || '';
  const given = get('url', '1').replace(/^\/\//, 'https://');
  const address =
    archiveName(given) === null && given !== '' ? `https://web.archive.org/web/${time || '2'}/${given}` : given;
  if (!URL.canParse(address)) return null;
  const title = get('title', 'titre', 'text');
  const date = time === '' ? get('date') : '';
  const note = ['Archived', date, 'at the', archiveName(address)].filter(Boolean).join(' ');
  return { address, words: title === '' ? note : `“${title}”. ${note}` };
}
