import { isSectionInAny } from '../reading/section-names.js';

/** A superscript of numbers: "1", "1,2", "3–5", "[4]". */
const RAISED = /<sup>\s*[[(]?([\d][\d\s,;–-]{0,60})[\])]?\s*<\/sup>/g;
const HEADING = /<h[1-6][^>]{0,200}>([^<]{1,100})<\/h[1-6]>/g;
/** An entry with its number in front, which may be a superscript itself: "[1] …", "1. …", "<sup>1</sup> …". */
const NUMBERED = /<(p|li)>((?:<a id="[^"<>]{1,200}"><\/a>)?(?:<sup>)?[[(]?(\d{1,3})(?:[\]).:]|<\/sup>|\s))/g;
const LIST = /<ol>([^]*?)<\/ol>/;
/** Longer words, quotes, brackets and stops come before a marker; units ("km²", "m³") and numbers ("10⁶") have exponents. */
const BEFORE_MARKER = /(?:\p{L}{4}|\p{Ll}{3}|[.,;:!?…)\]”’"'»%])(?:<\/(?:em|strong|a|span)>)?$/u;
const LOOKED_BACK = 12;

/**
 * Links numbers in superscript to the numbered entries of the list of references at the end, as an author of web pages
 * would have done, so that they are read as markers. Numbers that the list does not have are left alone.
 *
 * @param html as the converters make it: entries are `p` or `li` without attributes
 */
export function linkRaisedNumbers(html: string): string {
  const start = referencesStart(html);
  if (start === null) return html;
  const { text: list, numbers } = withIds(html.slice(start));
  if (numbers.size === 0) return html;
  const body = html.slice(0, start).replace(RAISED, (whole: string, inside: string, at: number) => {
    const before = html.slice(Math.max(0, at - LOOKED_BACK), at);
    const all = inside.match(/\d+/g)!;
    if (!isMarkerPlace(before) || !all.every((number) => numbers.has(Number(number)))) return whole;
    const linked = inside.trim().replace(/\d+/g, (number) => `<a href="#fn-${Number(number)}">${number}</a>`);
    return `<sup>${linked}</sup>`;
  });
  return body + list;
}

/** Whether a small raised number after this is a marker, not an exponent. @param before the end of what stands before */
export const isMarkerPlace = (before: string): boolean => BEFORE_MARKER.test(before);

/** After the last heading that says "References", "Notes" or the like. */
function referencesStart(html: string): number | null {
  let start: number | null = null;
  for (const match of html.matchAll(HEADING)) {
    if (isSectionInAny('references', match[1]!)) start = match.index + match[0].length;
  }
  return start;
}

/** The list with an id at each entry whose number comes first, or whose list is numbered. */
function withIds(list: string): { text: string; numbers: ReadonlySet<number> } {
  const numbers = new Set<number>();
  const add = (number: number): string => {
    if (numbers.has(number)) return '';
    numbers.add(number);
    return ` id="fn-${number}"`;
  };
  const text = list.replace(NUMBERED, (_, tag: string, lead: string, n: string) => `<${tag}${add(Number(n))}>${lead}`);
  if (numbers.size > 0) return { text, numbers };
  let number = 0;
  const ordered = list.replace(LIST, (whole: string) => whole.replace(/<li>/g, () => `<li${add(++number)}>`));
  return { text: ordered, numbers };
}
