import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STANDARD_INPUT } from './input.js';

/**
 * A path as other programs know it: from the working folder, with slashes, where it lies within; else as given. A
 * service that shows findings beside the text looks for the file from the root of the repository.
 */
export function portablePath(path: string): string {
  if (path === STANDARD_INPUT) return path;
  const inside = relative(process.cwd(), resolve(path));
  const shown = inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

/** The same as a URI reference: "drafts/a%20b.md", "file:///srv/a.md". */
export function uriOf(path: string): string {
  const shown = portablePath(path);
  if (isAbsolute(shown)) return pathToFileURL(shown).href;
  return shown.split('/').map(encodeURIComponent).join('/');
}
