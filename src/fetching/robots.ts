/** What a robots.txt says of one program. RFC 9309. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
}

interface RobotsRule {
  readonly isAllowed: boolean;
  /** A path's beginning; "*" stands for anything, "$" at the end for the path's end. */
  readonly pattern: string;
}

const LINE = /^[\s\uFEFF]*([a-z-]+)[ \t]*:[ \t]*([^#]*)/i;
/** How a group names a program (section 2.2.1): what follows, such as a version, is not compared. Digits are not foreseen, and met. */
const TOKEN = /^[a-z0-9_-]+/;

/**
 * The rules that hold for a program: those of all groups that name it, else those of all groups for "*" (section 2.2.1).
 *
 * @param product the program's name, in any case
 */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups = new Map<string, RobotsRule[]>();
  let named: RobotsRule[][] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = '', rest = ''] = LINE.exec(line) ?? [];
    const value = rest.trim();
    switch (key.toLowerCase()) {
      case 'user-agent': {
        const name = value === '*' ? '*' : (TOKEN.exec(value.toLowerCase())?.[0] ?? '');
        const group = groups.get(name) ?? [];
        groups.set(name, group);
        named = isNaming ? [...named, group] : [group];
        isNaming = true;
        break;
      }
      case 'allow':
      case 'disallow':
        isNaming = false;
        // An empty pattern matches nothing.
        if (value !== '') {
          const rule = { isAllowed: key.toLowerCase() === 'allow', pattern: normalized(value) };
          for (const group of named) group.push(rule);
        }
        break;
      // Other lines, as that of a sitemap, change nothing (section 2.2.4).
    }
  }
  return { rules: groups.get(product.toLowerCase()) ?? groups.get('*') ?? [] };
}

/** Whether an address may be fetched. The longest rule that matches decides, of two as long the one that allows (section 2.2.2). */
export function allows({ rules }: RobotsRules, url: URL): boolean {
  const path = normalized(url.pathname + url.search);
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    const length = rule.pattern.length - (best?.pattern.length ?? -1);
    if (length < 0 || (length === 0 && !rule.isAllowed)) continue;
    if (matches(rule.pattern, path)) best = rule;
  }
  return best?.isAllowed ?? true;
}

/** Finds each part between two "*" at the first place where it can stand: no other place could make more of the rest fit. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...parts] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  if (parts.length === 0) return !isWhole || path.length === first.length;
  const last = isWhole ? parts.pop()! : '';
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

/** Percent-encoded as RFC 3986 has it, so that one path has one form (section 2.2.2): "ä" and "%c3%a4" are "%C3%A4", "%61" is "a". */
function normalized(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : code.toUpperCase();
    });
}
