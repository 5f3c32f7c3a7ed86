import type { TableBlock } from './document.js';
import { findMarkers, withoutMarkers } from './markers.js';
import type { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';
import type { TemplateCall } from './wikitext-arguments.js';
import type { InlineWriter } from './wikitext-inline.js';
import type { WikiNode } from './wikitext-tree.js';

/** Boxes of facts, by the names that wikis give them. */
const INFOBOX =
  /^(?:infobox\b.*|.{1,40} infobox|infoboks\b.*|ficha\b.*|info\/.{1,40}|taxobox|automatic taxobox|speciesbox|taxobox.*|subspeciesbox|hybridbox|geobox|drugbox|chembox|starbox.*|album infobox|personendaten|mycomorphbox)$/;

export const isInfobox = (name: string): boolean => INFOBOX.test(name);

/** Parameters that say how the box looks, or what it looks like with pictures, not what is so. */
const LAYOUT =
  /(?:^|[ _-])(?:image|img|logo|photo|picture|screenshot|bild|map|pushpin|collage|flag|coat|seal|icon|alt|caption|size|width|height px|upright|style|class|colou?r|bgcolor|background|embed|module|child|demo|nocat|label position|type image|zoom|mapframe|coord(?:inate)?s?|latd|longd|latns|longew|sound|signature|dateformat|df)\d{0,2}(?:$|[ _-])/i;
/** What the box is headed by: what the article is about. */
const HEADING = /^(?:name|title|titel|nom|nombre|nome|above)$/;
const NO_VALUE =
  /^(?:[^\n|<>[\]]{1,200}\.(?:jpe?g|png|svg|gif|webp|tiff?|og[gv]|webm|pdf|mp3|wav|stl)|\d{1,4}(?:x\d{1,4})? ?px|auto)$/i;
/** "population_ref", "population_footnotes": notes on the value of "population". */
const NOTES = /^(.{1,60})[ _-](?:ref|refs|note|notes|footnote|footnotes)$/;

/** "leader_title2" says what "leader_name2" is; "label3" what "data3" is; "leader1_type" what "leader1" is. */
const LABEL = /^(.*?)(?:^|[ _])?(title|type|label|name)((?:[ _][a-z]{1,5})?\d{0,3})$/;
const VALUES: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'date', 'info', 'value', 'data'],
  type: ['name', 'info', 'value', 'data'],
  label: ['data', 'info', 'value', 'text'],
  name: ['info'],
};

type Parameter = TemplateCall['named'][number];

/** What an infobox says: its facts, and what stands beside them. */
export interface Infobox {
  readonly facts: TableBlock | null;
  readonly captions: readonly (readonly WikiNode[])[];
  /** What is no fact and may hold notes. */
  readonly rest: readonly (readonly WikiNode[])[];
}

interface Field {
  readonly key: string;
  readonly label: PositionedText;
  readonly text: TextBuilder;
}

/**
 * The facts of an infobox: label and value of each parameter that has one. An empty parameter is no blank: the template
 * offers it, and readers of the page never see its label.
 */
export function readInfobox(input: string, call: TemplateCall, writer: InlineWriter): Infobox {
  const given = call.named.filter(({ nodes }) => nodes.length > 0);
  const labels = labelsIn(given);
  const fields: Field[] = [];
  /** The last field by the first word of its key. */
  const byWord = new Map<string, Field>();
  const captions: (readonly WikiNode[])[] = [];
  const rest: (readonly WikiNode[])[] = [];
  // Notes that stand before the value that they are about.
  let waiting: { readonly of: string; readonly nodes: readonly WikiNode[] } | null = null;
  for (const { key, place, nodes } of given) {
    const of = NOTES.exec(key)?.[1];
    const known = of === undefined ? undefined : byWord.get(firstWord(of));
    if (of !== undefined && known?.key.startsWith(of)) {
      known.text.gap(place.start, place.start);
      writer.writeAll({ text: known.text }, nodes);
    } else if (of !== undefined) {
      if (waiting) rest.push(waiting.nodes);
      waiting = { of, nodes };
    } else if (/(?:^|[ _])caption/.test(key)) captions.push(nodes);
    else if (LAYOUT.test(key) || HEADING.test(key)) rest.push(nodes);
    else if (!labels.titles.has(key)) {
      const text = new TextBuilder(input);
      if (waiting && key.startsWith(waiting.of)) {
        writer.writeAll({ text }, waiting.nodes);
        text.gap(place.start, place.start);
        waiting = null;
      }
      writer.writeAll({ text }, nodes);
      const named = labels.of.get(key);
      const label = (named && worded(input, named.nodes, writer)) ?? labelAt(input, place.start, place.end);
      if (!label) continue;
      const field = { key, label, text };
      fields.push(field);
      byWord.set(firstWord(key), field);
    }
  }
  if (waiting) rest.push(waiting.nodes);
  const rows = fields.flatMap(({ label, text }) => {
    const value = text.build();
    return value === null || !says(value) ? [] : [[label, value]];
  });
  const facts: TableBlock = { kind: 'table', caption: null, header: null, labels: 1, rows };
  return { facts: rows.length === 0 ? null : facts, captions, rest };
}

const firstWord = (key: string): string => /^[^ _-]*/.exec(key)![0];

/** Whether it is more than notes, the name of a file or a measure of a picture. */
function says(value: PositionedText): boolean {
  const markers = findMarkers(value).map((marker) => marker.span);
  const words = withoutMarkers(value.text, markers);
  return words !== '' && !NO_VALUE.test(words);
}

/** Parameters that give other parameters their labels. */
function labelsIn(given: readonly Parameter[]) {
  const known = new Map(given.map((parameter) => [parameter.key, parameter]));
  const of = new Map<string, Parameter>();
  const titles = new Set<string>();
  for (const parameter of given) {
    const match = LABEL.exec(parameter.key);
    if (!match) continue;
    const [, base = '', word, rest = ''] = match;
    const joint = parameter.key.slice(base.length, parameter.key.length - word!.length - rest.length);
    const values = VALUES[word!]!.map((value) => `${base}${joint}${value}${rest}`);
    // "leader1_type" beside "leader1"; a lone "type" is a fact of its own.
    if (word !== 'name' && base !== '') values.push(`${base}${rest}`);
    const value = values.find((each) => known.has(each) && each !== parameter.key);
    if (value === undefined) continue;
    of.set(value, parameter);
    titles.add(parameter.key);
  }
  return { of, titles };
}

/** The label as another parameter words it; what it would hold of positions lies outside of the value. */
function worded(input: string, nodes: readonly WikiNode[], writer: InlineWriter): PositionedText | null {
  const text = new TextBuilder(input);
  writer.writeAll({ text }, nodes);
  return text.build();
}

/** "unitary_england" reads "unitary england". */
function labelAt(input: string, start: number, end: number): PositionedText | null {
  const text = new TextBuilder(input);
  for (let i = start; i < end; i += 1) {
    if (input[i] === '_') text.gap(i, i + 1);
    else text.source(i, i + 1);
  }
  return text.build();
}
