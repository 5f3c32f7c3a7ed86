import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What a document of a test holds. */
export interface DocxParts {
  /** The paragraphs and tables of the text, made by the functions below. */
  readonly body: readonly string[];
  /** The texts of footnotes; the first has the id 2, as Word counts. */
  readonly footnotes?: readonly string[];
  readonly endnotes?: readonly string[];
  /** Addresses of links, `rIdL0` and on. */
  readonly links?: readonly string[];
  /** More files of the ZIP. */
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** A Word document with as little in it as Word itself would accept. */
export function writeDocx({ body, footnotes = [], endnotes = [], links = [], more = {} }: DocxParts): Uint8Array {
  const notes = (kind: 'footnote' | 'endnote', texts: readonly string[]): string =>
    `<w:${kind}s ${NAMESPACES}>${texts
      .map((text, i) => `<w:${kind} w:id="${i + 2}">${paragraph(run(text))}</w:${kind}>`)
      .join('')}</w:${kind}s>`;
  const styles = [style('Title', 'Title'), ...[1, 2, 3].map((n) => style(`berschrift${n}`, `heading ${n}`))];
  const relations = [
    ...['styles', 'footnotes', 'endnotes'].map((part) => relation(part, `${OFFICE}/${part}`, `${part}.xml`)),
    ...links.map((url, i) => relation(`rIdL${i}`, `${OFFICE}/hyperlink`, url, ' TargetMode="External"')),
  ];
  const types = ['document.main', 'styles', 'footnotes', 'endnotes'].map(
    (part) => `<Override PartName="/word/${part.replace('.main', '')}.xml" ContentType="${WORD}.${part}+xml"/>`,
  );
  const files = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relationships([relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml')]),
    'word/_rels/document.xml.rels': relationships(relations),
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles.join('')}</w:styles>`,
    'word/footnotes.xml': notes('footnote', footnotes),
    'word/endnotes.xml': notes('endnote', endnotes),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body.join('')}</w:body></w:document>`,
  };
  const packed = Object.entries(files).map(([name, xml]) => [name, strToU8(`<?xml version="1.0"?>${xml}`)] as const);
  return zipSync({ ...Object.fromEntries(packed), ...more });
}

const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`;
const relationships = (all: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

/** A stretch of text. @param properties as `<w:b/>` */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text.replaceAll('&', '&amp;')}</w:t></w:r>`;
export const raised = (text: string): string => run(text, '<w:vertAlign w:val="superscript"/>');
export const footnote = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const endnote = (id: number): string => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
export const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;

/** @param styleId as a German Word names them: "berschrift1" */
export const paragraph = (runs: string, styleId = ''): string =>
  `<w:p><w:pPr>${styleId === '' ? '' : `<w:pStyle w:val="${styleId}"/>`}</w:pPr>${runs}</w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
