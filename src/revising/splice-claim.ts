import { normalise } from '../judging/text/normalise.js';
import { isSentence, type ClaimCut } from './claim-cuts.js';
import type { HeldClaim } from '../editing/article-state.js';
import { anchorsOf, wordsIn, type ReadStretch } from './text-in-input.js';

/**
 * Ways to write another text into the stretch of an input that a claim was read from, the most careful first. Its
 * markers stay: those that stand in what changes move behind it. Whether a way serves shows when it is read again.
 */
export function spliced(stretch: ReadStretch, text: string): string[] {
  const parts = changedParts(stretch, text);
  const ways = canBeReplaced(stretch) ? [...parts, { from: 0, to: stretch.input.length, text }] : parts;
  const made = ways.flatMap((way) =>
    spellings(way.text, stretch.format).map((spelt) => written(stretch, { ...way, text: spelt })),
  );
  return [...new Set(made)];
}

/**
 * Whether all of a stretch may give way to plain words. In wikitext templates, comments and tags say more than the text
 * that is read shows: notes of editors, what a convert template counts with.
 */
function canBeReplaced({ input, markers, format }: ReadStretch): boolean {
  if (format !== 'WIKITEXT') return true;
  let at = 0;
  for (const { start, end } of markers.toSorted((a, b) => a.start - b.start)) {
    if (/\{\{|</.test(input.slice(at, start))) return false;
    at = Math.max(at, end);
  }
  return !/\{\{|</.test(input.slice(at));
}

/** A stretch of an input, and what is to stand there. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What changes between the words that both texts begin and end with: the words alone, so that markup around them stays,
 * and then all that lies between.
 */
function changedParts(stretch: ReadStretch, text: string): Replacement[] {
  const anchors = anchorsOf(stretch);
  if (!anchors) return [];
  const old = stretch.text;
  const fresh = wordsIn(text);
  const most = Math.min(anchors.text.length, fresh.length);
  let first = 0;
  while (first < most && old.slice(0, anchors.text[first]!.end) === text.slice(0, fresh[first]!.end)) first++;
  let last = 0;
  while (
    last < most - first &&
    old.slice(anchors.text.at(-1 - last)!.start) === text.slice(fresh.at(-1 - last)!.start)
  ) {
    last++;
  }
  const [oldEnd, freshEnd] = [anchors.text.length - last, fresh.length - last];
  const next = anchors.input[oldEnd];
  const parts: Replacement[] = [];
  if (freshEnd > first) {
    const { start } = fresh[first]!;
    if (oldEnd > first) {
      const [from, to] = [anchors.input[first]!.start, anchors.input[oldEnd - 1]!.end];
      parts.push({ from, to, text: text.slice(start, fresh[freshEnd - 1]!.end) });
    } else if (next) parts.push({ from: next.start, to: next.start, text: text.slice(start, fresh[freshEnd]!.start) });
  }
  parts.push({
    from: first === 0 ? 0 : anchors.input[first - 1]!.end,
    to: next?.start ?? stretch.input.length,
    text: text.slice(first === 0 ? 0 : fresh[first - 1]!.end, fresh[freshEnd]?.start ?? text.length),
  });
  return parts;
}

/** The text as the format wants it, and where signs of the format could be meant, also as mere signs. */
function spellings(text: string, format: ReadStretch['format']): string[] {
  if (format === 'HTML') return [text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')];
  if (format === 'MARKDOWN') return [text, text.replace(/[\\`*_[\]<>|]/g, String.raw`\$&`)];
  if (format === 'WIKITEXT')
    return [text, text.replace(/[[\]{}|<>&'=*#:;_~!-]/g, (sign) => `&#${sign.charCodeAt(0)};`)];
  return [text];
}

function written({ input, markers }: ReadStretch, { from, to, text }: Replacement): string {
  const inside = markers
    .filter(({ start, end }) => start >= from && end <= to)
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }, i, all) => i === 0 || start !== all[i - 1]!.start || end !== all[i - 1]!.end);
  const kept = inside.map(({ start, end }) => whiteBefore(input, start) + input.slice(start, end)).join('');
  const rest = input.slice(inside.at(-1)?.end ?? to, to);
  const ending = /^\s*[.!?…]/.test(rest) ? /[.!?…]["'”’)\]]*\s*$/.exec(text) : /\s*$/.exec(text);
  const at = ending?.index ?? text.length;
  return input.slice(0, from) + text.slice(0, at) + kept + text.slice(at) + input.slice(to);
}

function whiteBefore(input: string, at: number): string {
  let start = at;
  while (start > 0 && /\s/.test(input[start - 1]!)) start--;
  return input.slice(start, at);
}

/** Where the value of a field stands that has none: behind its label, or in the cell beside it. */
const BESIDE = [
  /^[ \t]*:?[ \t]*/,
  /^[^\S\r\n]*[*_]{0,3}[^\S\r\n]*(?:\||\t)/,
  /^(?:\s*<\/?[^<>]{1,200}>){0,20}?\s*<(?:td|dd)\b[^<>]{0,200}>/i,
];

/** Ways to write a value behind the label of a field that is blank. @param rest of the input, after the label */
export function filledIn(rest: string, value: string, format: ReadStretch['format']): string[] {
  return BESIDE.flatMap((pattern) => {
    const gap = pattern.exec(rest)?.[0];
    if (gap === undefined) return [];
    const [space, after] = [/\s$|^$/.test(gap) && gap !== '' ? '' : ' ', rest.slice(gap.length)];
    return spellings(value, format).map((spelt) => gap + space + spelt + (/^[|<]/.test(after) ? ' ' : '') + after);
  });
}

/** What of a claim is looked at when an edited text was read again. */
type Read = Pick<HeldClaim['evidence'], 'text' | 'attribute' | 'column' | 'value' | 'span'>;

/**
 * Whether an edited text reads as it should: the claim as it was asked for, and all others as before. Where the claim
 * had been split off or merged, the reader does not know of that: then the answer says how to cut again.
 *
 * @param at the place of the claim that was edited in `before`
 * @param asked its text, or its value where it is no sentence
 * @returns null when it does not
 */
export function cutsToRead(
  before: readonly Read[],
  at: number,
  asked: string,
  after: readonly Read[],
  cuts: readonly ClaimCut[],
): ClaimCut[] | null {
  const same = (a: Read | undefined, b: Read | undefined): boolean =>
    a !== undefined && b !== undefined && a.text === b.text && a.attribute === b.attribute && a.column === b.column;
  let start = 0;
  while (start < at && same(before[start], after[start])) start++;
  let end = 0;
  const most = Math.min(before.length - at - 1, after.length - start - 1);
  while (end < most && same(before.at(-1 - end), after.at(-1 - end))) end++;

  const parts = before.slice(start, before.length - end).map((claim, i) => (start + i === at ? asked : claim.text));
  const read = after.slice(start, after.length - end);
  if (!isSentence(before[at]!)) {
    const [claim] = read;
    const isIt = read.length === 1 && parts.length === 1 && claim!.attribute === before[at]!.attribute;
    return isIt && normalise(claim!.value ?? '') === normalise(asked) ? [] : null;
  }
  if (!read.every(isSentence)) return null;
  const joined = (texts: readonly string[]): string => normalise(texts.join(' '));
  const texts = read.map(({ text }) => text);
  if (joined(texts) !== joined(parts)) return null;
  const twinOf = (text: string): number =>
    after.slice(0, start).filter((claim) => isSentence(claim) && claim.text === text).length;
  const wasMerged = cuts.some((cut) => cut.at === null && cut.texts.join(' ') === before[at]!.text);
  if (texts.length > 1) return parts.length === 1 && wasMerged ? [{ texts, at: null, twin: twinOf(texts[0]!) }] : [];
  // One sentence again that people had split: at the same places.
  return parts.slice(0, -1).map((part, i) => {
    const rest = parts.slice(i).join(' ');
    return { texts: [rest], at: part.length, twin: twinOf(rest) };
  });
}
