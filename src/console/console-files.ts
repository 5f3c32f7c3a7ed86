import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accepts } from './accepts.js';

/** What the build wrote for the server, beside the page's files. */
const DESCRIPTION = 'console.json';
const PAGE = 'index.html';
/** What stands in the page where each answer has a number of its own. */
const NONCE = /CSP_NONCE/g;
/** What stands in the page where each screen has a head of its own. */
const HEAD = '<!-- AHEAD -->';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** As the client may accept them, the smallest first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** One file of the page. */
export interface ConsoleFile {
  /** From the root of the server: "/assets/main-1f2e3d4c.js". */
  readonly path: string;
  readonly type: string;
  /** Its name changes with what is in it. */
  readonly isImmutable: boolean;
  /** @param accepted `Accept-Encoding` of the request */
  read(accepted: string): FileBytes;
}

/** A file as it is sent. */
export interface FileBytes {
  readonly bytes: Buffer;
  readonly encoding: string | null;
  /** Tells these bytes from others: an `ETag`. */
  readonly tag: string;
}

/** One screen of the console. */
export interface ConsoleScreen {
  /** As a router reads it: "/articles/:id". */
  readonly path: string;
  /** The page, whose scripts and styles bear this number. */
  page(nonce: string): string;
}

/** The console as it was built. */
export interface BuiltConsole {
  readonly screens: readonly ConsoleScreen[];
  readonly files: readonly ConsoleFile[];
}

/** What the build says of it: what is put into the page at each path. */
interface Description {
  readonly screens: readonly { readonly path: string; readonly head: string }[];
}

/** Where the build is: seen from what was compiled, and from sources that run as they are or the bundled server, which are a folder less deep. */
const FOLDERS = ['../../web/', '../../dist/web/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/**
 * Reads all of it at once: the page and the files it names are of one build, also when another is made meanwhile.
 *
 * @returns null when the console was not built
 */
export function findConsole(folders: readonly string[] = FOLDERS): BuiltConsole | null {
  const folder = folders.find((each) => existsSync(join(each, DESCRIPTION)));
  if (folder === undefined) return null;
  const { screens } = JSON.parse(readFileSync(join(folder, DESCRIPTION), 'utf8')) as Description;
  const page = readFileSync(join(folder, PAGE), 'utf8');
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const files = [...names].flatMap((name) => {
    const type = TYPES[extname(name)];
    return type === undefined ? [] : [fileOf(folder, name, type, names)];
  });
  return {
    screens: screens.map(({ path, head }) => {
      const own = page.replace(HEAD, () => head);
      return { path, page: (nonce) => own.replace(NONCE, nonce) };
    }),
    files,
  };
}

function fileOf(folder: string, name: string, type: string, names: ReadonlySet<string>): ConsoleFile {
  const bytesOf = (suffix: string, encoding: string | null): FileBytes => {
    const bytes = readFileSync(join(folder, name + suffix));
    return { bytes, encoding, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
  };
  const plain = bytesOf('', null);
  const encoded = ENCODINGS.filter(([, suffix]) => names.has(name + suffix)).map(([encoding, suffix]) => ({
    encoding,
    file: bytesOf(suffix, encoding),
  }));
  return {
    path: `/${name}`,
    type,
    isImmutable: name.startsWith('assets/'),
    read: (accepted) => encoded.find(({ encoding }) => accepts(accepted, encoding))?.file ?? plain,
  };
}
