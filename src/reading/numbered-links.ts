import type { Language } from '../languages/language.js';
import { statedTexts, withChangedTexts } from './block-texts.js';
import type { DocumentBlock, StructuralMarker } from './document.js';
import { entryOfLink, type LinkedBlocks } from './link-citations.js';
import type { PositionedText, TextLink } from './positioned-text.js';
import type { ListedEntry } from './references.js';

/** "[4]", "(4)", "4": all that the link shows. */
const NUMBER = /^\s*(?:[[(]\s*\^?(\d{1,3})\s*[\])]|(\d{1,3}))\s*$/;
/** What may follow a bare number that is no word of the sentence: its end, a stop, another number. */
const AFTER = /^\s*(?:$|[.,;:!?)\]”"’»]|[[(]?\d{1,3}[\])]?(?!\d)|\p{Lu})/u;

/**
 * Links to other pages that show only a number: "[4](https://…)", `<a href="https://…">[4]</a>`. Each is a marker, and
 * its address is what the number stands for where no list of references says it.
 *
 * A number without brackets can be a word of its sentence, so such links are markers only where all of the article's
 * have one address for each number, and one of them is 1.
 */
export function withNumberedLinks(blocks: readonly DocumentBlock[], language: Language): LinkedBlocks {
  const found = [...new Set(blocks.flatMap(statedTexts))].flatMap((content) =>
    content.links.flatMap((link) => read(content, link)),
  );
  const bare = found.filter(({ bracketed }) => !bracketed);
  const isNumbering = found.some(({ label }) => label === '1') && haveOneAddressEach(bare);
  const taken = isNumbering ? found : found.filter(({ bracketed }) => bracketed);
  const markers = new Map<PositionedText, StructuralMarker[]>();
  const entries = new Map<string, ListedEntry>();
  for (const { content, link, span, label } of taken) {
    const items = [{ label, anchor: null }];
    const others = markers.get(content);
    if (others) others.push({ span, items });
    else markers.set(content, [{ span, items }]);
    if (!entries.has(label)) entries.set(label, entryOfLink(content, link, label, language));
  }
  return {
    blocks: withChangedTexts(blocks, (content) => content.withMarkers(markers.get(content) ?? [])),
    entries: [...entries.values()],
  };
}

interface NumberedLink {
  readonly content: PositionedText;
  readonly link: TextLink;
  readonly span: StructuralMarker['span'];
  readonly label: string;
  readonly bracketed: boolean;
}

function read(content: PositionedText, link: TextLink): NumberedLink[] {
  const { text } = content;
  const match = NUMBER.exec(text.slice(link.span.start, link.span.end));
  if (!match) return [];
  const { start, end } = link.span;
  const inBrackets = text.charAt(start - 1) === '[' && text.charAt(end) === ']';
  const span = inBrackets ? { start: start - 1, end: end + 1 } : link.span;
  const bracketed = inBrackets || match[1] !== undefined;
  if (!bracketed && !AFTER.test(text.slice(end, end + 8))) return [];
  return [{ content, link, span, label: String(Number(match[1] ?? match[2])), bracketed }];
}

function haveOneAddressEach(links: readonly NumberedLink[]): boolean {
  const addresses = new Map<string, string>();
  return links.every(({ label, link: { address } }) => {
    const known = addresses.get(label);
    addresses.set(label, address);
    return known === undefined || known === address;
  });
}
