import type { SourceInput } from '../../api/graphql.js';

/** What somebody typed or pasted to say which source they mean. */
export type TypedSource =
  /** Words to look for among the known sources. */
  | { readonly kind: 'words'; readonly words: string }
  /** An address or a DOI: enough for a record of its own. @param words what known sources are looked for by */
  | { readonly kind: 'source'; readonly words: string; readonly source: SourceInput };

/** As doi.org has registered them: a prefix of digits, a slash, and no space. */
const DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
/** A host with a dot and what is behind it, as people copy it without its scheme. */
const BARE_ADDRESS = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
/** What stands behind an address that was copied out of a sentence. */
const TRAILING = /[.,;:!?)\]}>»”"']+$/;
/** The API takes no longer ones. */
const LONGEST_ADDRESS = 2048;

/** Reads an address, a DOI or words out of what was typed. */
export function readTyped(typed: string): TypedSource {
  const text = typed.trim().replace(/^<|>$/g, '');
  const doi = DOI.exec(text)?.[1];
  if (doi !== undefined) {
    const clean = withoutTrailing(decoded(doi));
    return { kind: 'source', words: clean, source: { doi: clean } };
  }
  const url = addressOf(text);
  if (!url) return { kind: 'words', words: text };
  return { kind: 'source', words: shownAddress(url.href), source: { url: url.href } };
}

function addressOf(text: string): URL | null {
  if (/\s/.test(text)) return null;
  const withScheme = /^https?:\/\//i.test(text) ? text : BARE_ADDRESS.test(text) ? `https://${text}` : null;
  if (withScheme === null) return null;
  try {
    const url = new URL(withoutTrailing(withScheme));
    return url.hostname.includes('.') && url.href.length <= LONGEST_ADDRESS ? url : null;
  } catch {
    return null;
  }
}

/** A closing bracket belongs to what it closes: Wikipedia's addresses end in one. */
function withoutTrailing(text: string): string {
  const end = TRAILING.exec(text);
  if (!end) return text;
  const cut = text.slice(0, end.index);
  const opened = [...cut].filter((each) => each === '(').length - [...cut].filter((each) => each === ')').length;
  return opened > 0 && end[0].startsWith(')') ? `${cut})` : cut;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as people read it: without what every one has. */
export const shownAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
