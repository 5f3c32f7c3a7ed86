import type { Hole, Span } from '../judging/evidence.js';
import type { AgentWords, HoleWords, Language } from '../languages/language.js';

/**
 * Finds places where a sentence lacks its object: a generated text whose date or name was never filled in, "announced
 * on [1]", "from , by the firm". Precision comes first: English ends clauses with prepositions, and some verbs take the
 * source itself as their object ("based on [3]").
 */

const patternsMade = new WeakMap<HoleWords, { readonly beforeMarker: RegExp; readonly beforeSpacedStop: RegExp }>();

function patternsOf(words: HoleWords): { readonly beforeMarker: RegExp; readonly beforeSpacedStop: RegExp } {
  let made = patternsMade.get(words);
  if (!made) {
    const word = `(?<![\\p{L}\\p{N}_])(${words.wantsObject})`;
    made = {
      beforeMarker: new RegExp(`(^|\\s)(\\p{L}+)?\\s*${word}\\s*$`, 'iu'),
      beforeSpacedStop: new RegExp(`${word}\\s+(?=[,;.](?:\\s|$|\\[))`, 'giu'),
    };
    patternsMade.set(words, made);
  }
  return made;
}

/** How far around a word others are looked for, in characters. */
const LOOK_BACK = 80;

/**
 * @param text one sentence, with its markers
 * @param markers their spans in that text, in order
 * @returns the holes in order, spans in that text; a hole's span is the word that wants an object or an amount
 */
export function findHoles(text: string, markers: readonly Span[], language: Language): Hole[] {
  const words = language.holes;
  if (!words) return [];
  const { beforeMarker, beforeSpacedStop } = patternsOf(words);
  const holes = new Map<number, Hole>();
  const add = (start: number, word: string): void => {
    holes.set(start, { span: { start, end: start + word.length }, word });
  };
  for (const [i, marker] of markers.entries()) {
    const before = text.slice(Math.max(0, marker.start - LOOK_BACK), marker.start);
    const match = beforeMarker.exec(before);
    if (!match) continue;
    const word = match[3]!;
    if (takesSource((match[2] ?? '').toLowerCase(), word, words) || words.mayPoint.test(`${match[2] ?? ''} ${word}`))
      continue;
    // "in [3], the authors": the marker stands for a noun when the sentence goes on with a subject or a verb.
    if (!endsClause(text, markers, i, words)) continue;
    add(marker.start - before.length + before.lastIndexOf(word), word);
  }
  for (const match of text.matchAll(beforeSpacedStop)) add(match.index, match[1]!);
  for (const match of text.matchAll(words.between)) add(match.index, match[1]!);
  for (const match of text.matchAll(words.placeholder)) add(match.index, match[0].trim());
  const { agents, sums } = words;
  for (const match of agents ? text.matchAll(agents.passiveBy) : []) {
    const end = match.index + match[0].length;
    const by = match[2]!;
    if (!agents!.goBy.has(match[1]!) && lacksAgent(text.slice(end, end + LOOK_BACK), agents!)) {
      add(match.index + match[0].lastIndexOf(by), by);
    }
  }
  const per = sums && lacksAmount(text, sums);
  if (per !== null) add(per, 'per');
  const end = words.atEnd.exec(text.slice(-LOOK_BACK));
  if (end && words.events.has(end[1]!.toLowerCase()) && !words.relative.test(text)) {
    add(Math.max(0, text.length - LOOK_BACK) + end.index + end[0].indexOf(end[2]!, end[1]!.length), end[2]!);
  }
  return [...holes.values()].sort((a, b) => a.span.start - b.span.start);
}

/** "Published in [3]" names the source; "published on [3]" lacks its date, for nothing is published on a source. */
const takesSource = (verb: string, word: string, words: HoleWords): boolean =>
  words.takesSource.has(verb) && !(words.events.has(verb) && words.wantsDate.test(word));

/** After a marker (and those right behind it) comes a stop, a comma, "and"/"by"/"with", or the end. */
function endsClause(text: string, markers: readonly Span[], index: number, words: HoleWords): boolean {
  let at = markers[index]!.end;
  for (let i = index + 1; i < markers.length; i++) {
    const { start, end } = markers[i]!;
    if (start < at) continue;
    if (!/^[\s,;]*$/.test(text.slice(at, start))) break;
    at = end;
  }
  return words.clauseGoesOn.test(text.slice(at, at + 20));
}

/** Whether what follows "by" is no agent: another preposition, or a clause that shares no object with it. */
function lacksAgent(rest: string, { noAgent, sharesObject, sharesPlace }: AgentWords): boolean {
  if (noAgent.test(rest)) return true;
  const [and, verb, ...more] = rest.split(/\s+/, 6);
  if (and !== 'and' || !verb || !/^\p{Ll}+$/u.test(verb) || /ing$/.test(verb) || sharesObject.has(verb)) return false;
  const preposition = more.find((w) => sharesObject.has(w) || /^(?:at|until|since|during|before)$/.test(w));
  if (!preposition || sharesObject.has(preposition)) return false;
  return !sharesPlace.has(verb);
}

/** Where "per year" stands without an amount before it; null when it does nowhere. */
function lacksAmount(text: string, { sumPer, costsPer }: NonNullable<HoleWords['sums']>): number | null {
  const sum = sumPer.exec(text);
  if (sum && !/\b(?:not|or|rather than) per\b/.test(text)) return sum.index + sum[0].lastIndexOf('per');
  const costs = costsPer.exec(text.slice(0, 2 * LOOK_BACK + 20));
  // "It cut costs per hour": a verb stands before.
  if (!costs || /(?:s|ed|ing|cut|put|set|saw|kept|found|had)(?: |$)/.test(costs[1]!)) return null;
  return costs[0].lastIndexOf('per');
}
