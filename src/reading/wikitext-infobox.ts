import type { TableBlock } from './document.js';
import type { PositionedText } from './positioned-text.js';
import { TextBuilder } from './text-builder.js';
import type { TemplateCall } from './wikitext-arguments.js';
import type { InlineWriter } from './wikitext-inline.js';

/** Boxes of facts, by the names that wikis give them. */
const INFOBOX =
  /^(?:infobox\b.*|.{1,40} infobox|infoboks\b.*|ficha\b.*|info\/.{1,40}|taxobox|automatic taxobox|speciesbox|taxobox.*|subspeciesbox|hybridbox|geobox|drugbox|chembox|starbox.*|album infobox|personendaten|mycomorphbox)$/;

export const isInfobox = (name: string): boolean => INFOBOX.test(name);

/** Parameters that say how the box looks, or what it looks like with pictures, not what is so. */
const LAYOUT =
  /(?:^|[ _-])(?:image|img|logo|photo|picture|screenshot|bild|map|pushpin|collage|flag|coat|seal|icon|alt|caption|size|width|height px|upright|style|class|colou?r|bgcolor|background|embed|module|child|demo|nocat|label position|type image|zoom|mapframe|coord(?:inate)?s?|latd|longd|latns|longew|sound|signature|dateformat|df)\d{0,2}(?:$|[ _-])/i;
const FILE_NAME = /^[^\n|<>[\]]{1,200}\.(?:jpe?g|png|svg|gif|webp|tiff?|og[gv]|webm|pdf|mp3|wav|stl)$/i;
/** What the box is headed by: what the article is about. */
const HEADING = /^(?:name|title|titel|nom|nombre|nome|above)$/;
/** "population_ref", "population_footnotes": notes that stand behind the value of "population". */
const NOTES = /^(.{1,60})[ _-](?:ref|refs|note|notes|footnote|footnotes)$/;

interface Field {
  readonly label: PositionedText;
  readonly text: TextBuilder;
}

/**
 * The facts of an infobox: label and value of each parameter that has one. An empty parameter is no blank: the template
 * offers it, and readers of the page never see its label.
 */
export function readInfobox(input: string, call: TemplateCall, writer: InlineWriter): TableBlock | null {
  const fields = new Map<string, Field>();
  for (const { key, place, nodes } of call.named) {
    const of = NOTES.exec(key)?.[1];
    const known = of === undefined ? undefined : fields.get(of);
    if (known) {
      known.text.gap(place.start, place.start);
      writer.writeAll({ text: known.text }, nodes);
      continue;
    }
    if (LAYOUT.test(key) || HEADING.test(key) || nodes.length === 0) continue;
    const label = labelAt(input, place.start, place.end);
    if (label === null) continue;
    const text = new TextBuilder(input);
    writer.writeAll({ text }, nodes);
    fields.set(key, { label, text });
  }
  const rows = [...fields.values()].flatMap(({ label, text }) => {
    const value = text.build();
    return value === null || FILE_NAME.test(value.text) ? [] : [[label, value]];
  });
  return rows.length === 0 ? null : { kind: 'table', caption: null, header: null, labels: 1, rows };
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
