import type { Hole, Span } from '../judging/evidence.js';

/**
 * Finds places where a sentence lacks its object: a generated text whose date or name was never filled in, "announced
 * on [1]", "from , by the firm". Precision comes first: English ends clauses with prepositions, and some verbs take the
 * source itself as their object ("based on [3]").
 */

/** Prepositions and determiners that want an object. */
const WANTS_OBJECT = '(?:on|in|at|by|from|of|since|until|between|during|for|with|to|under|the|a|an|per|via|and|or)';

/** "based on [3]", "described in [3]": the marker is the object. Verbs and nouns that reports use of their sources. */
const TAKES_SOURCE = new Set(
  (
    'based according relies relied rely relying builds built draws drawn depends described describes reported reports ' +
    'reporting cited cites shown shows discussed discusses adapted derived taken quoted listed detailed found given ' +
    'presented proposed noted documented introduced explained outlined summarised summarized reviewed published stated ' +
    'seen see as data evidence figures table figure results argued defined provided included mentioned set laid ' +
    'specified recorded studied examined analysed analyzed estimated calculated measured modelled modeled demonstrated ' +
    'confirmed observed suggested developed used work works research analysis paper study article report made comes ' +
    'came available referred refers similar compared addition contrast comment comments'
  ).split(' '),
);

/** Verbs of events, whose "on" and "in" want a date or a place even at the end of a sentence. */
const EVENT = new Set(
  (
    'announced signed launched released published founded established dated scheduled opened completed effective born ' +
    'started began begins starts ended ends expires expired held introduced approved adopted ratified enacted issued ' +
    'registered incorporated agreed unveiled delivered inaugurated closed acquired'
  ).split(' '),
);

const BEFORE_MARKER = new RegExp(`(^|\\s)(\\p{L}+)?\\s*\\b(${WANTS_OBJECT})\\s*$`, 'iu');
const BEFORE_SPACED_STOP = new RegExp(`\\b(${WANTS_OBJECT})\\s+(?=[,;.](?:\\s|$|\\[))`, 'giu');
const BETWEEN = /\b(between|from)\s+(?=(?:and|to|until)\s)/giu;
const AT_END = /(\p{L}+)\s+(on|in|at|by|since|until|between|from)\s*[.;]?\s*$/iu;
const PLACEHOLDER =
  /_{3,}|[$€£]\s+(?=(?:million|billion|thousand)\b)|\[(?:insert|add|date|name|tbd|tk)[^\]]{0,40}\]/giu;

/** "was published by on 4 May": a participle whose "by" names nobody. */
const PASSIVE_BY =
  /\b(?:was|were|is|are|been|being|be|as)\s+(?:\p{L}{1,20}ly\s+)?(\p{L}{1,20}(?:ed|en|wn|un|lt|ld|ght|ut|ade|ng|nt))\s+(by)\s+(?=[a-z])/gu;
/** "was passed by in silence" */
const GO_BY = new Set(['passed', 'dropped', 'stopped', 'walked']);
/** What may not follow such a "by"; but "by at least four", "by in-house staff", "by on and off rain". */
const NO_AGENT = /^(?:on|in|at|before|after|until|since|during)\s(?!least|most|excess|part\b|turn\b|and\b|or\b)/;
/** "written by and for riders", "owned by and named after the city": one object for both. */
const SHARES_OBJECT = new Set(
  'for by after with of to about against from around under upon on behalf in through'.split(' '),
);
/** "owned by and based at the university" */
const SHARES_PLACE = new Set(
  (
    'based located situated housed headquartered held kept hosted stationed displayed shown performed used employed ' +
    'taught educated aimed directed targeted'
  ).split(' '),
);

const PERIOD = '(?:year|month|week|day|hour|minute|quarter|annum)';
/** "The fee is per year": a sum without its amount. */
const SUM_PER = new RegExp(
  `\\b(?:fee|price|cost|rent|salary|wage|charge|fine|penalty|toll|fare|premium|subscription)s? (?:is|are|was|were) (per) ${PERIOD}\\b`,
  'iu',
);
/** "The cloud version costs per hour, …": the words before must name one thing. */
const COSTS_PER = new RegExp(
  `^(?:the|an?|this|that|each|every|it|one)((?: [\\p{L}\\p{N}.’'-]{1,30}){0,4}) costs (per) ${PERIOD}\\s*(?=[.,;[]|$)`,
  'iu',
);

/** How far around a word others are looked for, in characters. */
const LOOK_BACK = 80;

/**
 * @param text one sentence, with its markers
 * @param markers their spans in that text, in order
 * @returns the holes in order, spans in that text; a hole's span is the word that wants an object or an amount
 */
export function findHoles(text: string, markers: readonly Span[]): Hole[] {
  const holes = new Map<number, Hole>();
  const add = (start: number, word: string): void => {
    holes.set(start, { span: { start, end: start + word.length }, word });
  };
  for (const [i, marker] of markers.entries()) {
    const before = text.slice(Math.max(0, marker.start - LOOK_BACK), marker.start);
    const match = BEFORE_MARKER.exec(before);
    if (!match) continue;
    const word = match[3]!;
    if (
      takesSource((match[2] ?? '').toLowerCase(), word) ||
      (/^due$/i.test(match[2] ?? '') && /^to$/i.test(word)) ||
      (match[2] === undefined && /^(?:in|from|by|per|see)$/i.test(word))
    )
      continue;
    // "in [3], the authors": the marker stands for a noun when the sentence goes on with a subject or a verb.
    if (!endsClause(text, markers, i)) continue;
    add(marker.start - before.length + before.lastIndexOf(word), word);
  }
  for (const match of text.matchAll(BEFORE_SPACED_STOP)) add(match.index, match[1]!);
  for (const match of text.matchAll(BETWEEN)) add(match.index, match[1]!);
  for (const match of text.matchAll(PLACEHOLDER)) add(match.index, match[0].trim());
  for (const match of text.matchAll(PASSIVE_BY)) {
    const end = match.index + match[0].length;
    if (!GO_BY.has(match[1]!) && lacksAgent(text.slice(end, end + LOOK_BACK))) {
      add(match.index + match[0].lastIndexOf('by'), 'by');
    }
  }
  const per = lacksAmount(text);
  if (per !== null) add(per, 'per');
  const end = AT_END.exec(text.slice(-LOOK_BACK));
  if (end && EVENT.has(end[1]!.toLowerCase()) && !isRelative(text)) {
    add(Math.max(0, text.length - LOOK_BACK) + end.index + end[0].indexOf(end[2]!, end[1]!.length), end[2]!);
  }
  return [...holes.values()].sort((a, b) => a.span.start - b.span.start);
}

/** "Published in [3]" names the source; "published on [3]" lacks its date, for nothing is published on a source. */
const takesSource = (verb: string, word: string): boolean =>
  TAKES_SOURCE.has(verb) && !(EVENT.has(verb) && /^on$/i.test(word));

/** After a marker (and those right behind it) comes a stop, a comma, "and"/"by"/"with", or the end. */
function endsClause(text: string, markers: readonly Span[], index: number): boolean {
  let at = markers[index]!.end;
  for (let i = index + 1; i < markers.length; i++) {
    const { start, end } = markers[i]!;
    if (start < at) continue;
    if (!/^[\s,;]*$/.test(text.slice(at, start))) break;
    at = end;
  }
  return /^\s*(?:[.,;:!?)]|$|(?:and|but|by|with|while)\b)/.test(text.slice(at, at + 20));
}

/** Whether what follows "by" is no agent: another preposition, or a clause that shares no object with it. */
function lacksAgent(rest: string): boolean {
  if (NO_AGENT.test(rest)) return true;
  const [and, verb, ...more] = rest.split(/\s+/, 6);
  if (and !== 'and' || !verb || !/^\p{Ll}+$/u.test(verb) || /ing$/.test(verb) || SHARES_OBJECT.has(verb)) return false;
  const preposition = more.find((w) => SHARES_OBJECT.has(w) || /^(?:at|until|since|during|before)$/.test(w));
  if (!preposition || SHARES_OBJECT.has(preposition)) return false;
  return !SHARES_PLACE.has(verb);
}

/** Where "per year" stands without an amount before it; null when it does nowhere. */
function lacksAmount(text: string): number | null {
  const sum = SUM_PER.exec(text);
  if (sum && !/\b(?:not|or|rather than) per\b/.test(text)) return sum.index + sum[0].lastIndexOf('per');
  const costs = COSTS_PER.exec(text.slice(0, 2 * LOOK_BACK + 20));
  // "It cut costs per hour": a verb stands before.
  if (!costs || /(?:s|ed|ing|cut|put|set|saw|kept|found|had)(?: |$)/.test(costs[1]!)) return null;
  return costs[0].lastIndexOf('per');
}

/** "the date on which it was announced", "what it was founded on": the object stands before. */
const isRelative = (text: string): boolean => /\b(?:which|what|that|who|whom|where|when)\b/i.test(text);
