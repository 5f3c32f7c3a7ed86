/** `[4]`, `[1, 2]`, `[1–3]`. */
const NUMBERED = /\[\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,20}\]/g;
/** A placeholder of a collection of citations: `<|cit|>`, `<|multi_cit|>`, and `<|other_cit|>` for one that is not asked about. */
const PLACEHOLDER = /<\|(\w{1,20})\|>/g;
/** Brackets that hold placeholders and what names works beside them: "(Okoro et al., <|cit|>; Brandt, <|other_cit|>)". */
const BRACKETED = /\([^()]{0,2000}\)|\[[^[\]]{0,2000}\]/g;
/** A part with fewer letters than this says nothing by itself. */
const SHORTEST_PART = 25;

/**
 * A claim without its markers. Where placeholders say which citation is asked about, the parts that another one covers
 * are left out: a marker covers what stands between it and the one before.
 */
export function withoutMarkers(claim: string): string {
  const text = claim.replace(NUMBERED, ' ');
  return text.includes('<|') ? scopeOf(text.replace(BRACKETED, markersAlone)) : text;
}

/** Brackets that are there for their placeholders become these, without the names beside them. */
function markersAlone(bracket: string): string {
  const markers = bracket.match(PLACEHOLDER);
  if (!markers) return bracket;
  const rest = bracket.replace(PLACEHOLDER, '').replace(/\bet al\b|\band\b|\be\.g\b|\bsee\b|[^\p{L}]+/gu, ' ');
  const isNames = rest
    .trim()
    .split(' ')
    .every((word) => !/^\p{Ll}{4}/u.test(word));
  return isNames ? markers.join('') : bracket;
}

function scopeOf(text: string): string {
  const parts: { readonly text: string; asked: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const part = text.slice(from, match.index);
    const asked = match[1] !== 'other_cit';
    from = match.index + match[0].length;
    // Markers side by side cover the same part.
    const last = parts.at(-1);
    if (last && !/\p{L}/u.test(part)) last.asked ||= asked;
    else parts.push({ text: part, asked });
  }
  const rest = text.slice(from);
  if (/\p{L}/u.test(rest)) parts.push({ text: rest, asked: parts.at(-1)?.asked ?? true });
  const own = parts
    .filter(({ asked }) => asked)
    .map((part) => part.text)
    .join(' ');
  return own.replace(/[^\p{L}]/gu, '').length >= SHORTEST_PART ? own : parts.map((part) => part.text).join(' ');
}
