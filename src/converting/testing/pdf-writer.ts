/** The fonts of the PDFs that tests write: standard ones, whose letters' widths every reader knows. */
const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Times-Italic' } as const;

/** A text on a page: where, in points from the left and the bottom, and how. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly font?: keyof typeof FONTS;
  /** A superscript that follows, without a gap. */
  readonly raised?: string;
  /** What follows that, in the first manner. */
  readonly rest?: string;
}

/** A link over a part of a page. */
export interface PlacedLink {
  readonly url: string;
  /** Left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
}

export interface PdfPage {
  readonly texts: readonly Placed[];
  readonly links?: readonly PlacedLink[];
}

/** A PDF of A4 pages, uncompressed, with the letters of Latin-1. */
export function writePdf(pages: readonly PdfPage[], trailer = ''): Uint8Array {
  const fonts = Object.keys(FONTS);
  // 1 the catalogue, 2 the pages, then the fonts; each page is followed by its content.
  const firstPage = 3 + fonts.length;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ');
  const resources = fonts.map((name, i) => `/${name} ${3 + i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...Object.values(FONTS).map(
      (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
    ),
    ...pages.flatMap((page, i) => {
      const content = page.texts.map(drawn).join('\n');
      const links = (page.links ?? []).map(
        ({ url, rect }) =>
          `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI ${literal(url)} >> >>`,
      );
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${firstPage + 2 * i + 1} 0 R ` +
          `/Annots [${links.join(' ')}] /Resources << /Font << ${resources} >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer << /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file + xref + end, 'latin1'));
}

function drawn({ x, y, text, size = 10, font = 'plain', raised, rest }: Placed): string {
  const shown = (what: string): string => `${literal(what)} Tj`;
  const small = raised === undefined ? '' : `/${font} ${size * 0.65} Tf ${size * 0.35} Ts ${shown(raised)} 0 Ts`;
  const after = rest === undefined ? '' : `/${font} ${size} Tf ${shown(rest)}`;
  return `BT /${font} ${size} Tf ${x} ${y} Td ${shown(text)} ${small} ${after} ET`;
}

const literal = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;

/** Lines of text one below the other, as a paragraph is set; 12 points from line to line at a size of 10. */
export function lines(x: number, y: number, texts: readonly string[], how: Partial<Placed> = {}): Placed[] {
  return texts.map((text, i) => ({ ...how, x, y: y - i * 1.2 * (how.size ?? 10), text }));
}
