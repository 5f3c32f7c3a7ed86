import type { Span } from '../judging/evidence.js';
import { trimmed, type BracketNode, type WikiNode } from './wikitext-tree.js';

/** What `[[…]]` is to a reader. */
export type WikiLink =
  | { readonly kind: 'words'; readonly words: readonly WikiNode[] | null; readonly target: Span }
  | { readonly kind: 'picture'; readonly caption: readonly WikiNode[] | null }
  /** A category, the same article in another language. */
  | { readonly kind: 'none' };

/** Namespaces of files, in the languages whose wikis are read most; the English names hold in all of them. */
const FILE =
  /^(?:file|image|media|datei|bild|fichier|archivo|imagen|immagine|ficheiro|imagem|bestand|afbeelding|plik|grafika|fil)\s?:/i;
const CATEGORY = /^(?:category|kategorie|catégorie|categoría|categoria|categorie|kategoria|kategori)\s?:/i;
/** "[[de:Fähre]]": a link among the languages beside the page. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z-]{2,12})?:[^:]/;

/** How a picture is set; what is none of these is its caption. */
const PICTURE_OPTION =
  /^(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|baseline|sub|super|top|text-top|middle|bottom|text-bottom|upright(?:[ =].*)?|\d*x?\d+ ?px|(?:alt|link|lang|page|class|thumb|start|end|thumbtime)\s?=.*|mini(?:atur)?|hochkant(?:[ =].*)?|rechts|links|zentriert|ohne|gerahmt|rahmenlos|rand|vignette|cadre|redresse(?:[ =].*)?|droite|gauche|miniatura(?:deimagen)?|derecha|izquierda|centro|miniaturadeimagen|destra|sinistra|re|li)$/i;

export function readWikiLink(input: string, node: BracketNode): WikiLink {
  const [head, ...rest] = node.parts;
  const written = input.slice(head!.start, Math.min(head!.end, head!.start + 300));
  const shift = written.length - written.trimStart().length + (/^\s*:/.test(written) ? 1 : 0);
  const target = { start: head!.start + shift, end: head!.end };
  const isDirect = !/^\s*:/.test(written);
  const name = written.trim();
  if (isDirect && FILE.test(name)) {
    const caption = rest.findLast(
      (part) => !PICTURE_OPTION.test(input.slice(part.start, part.end).slice(0, 400).trim()),
    );
    return { kind: 'picture', caption: caption ? trimmed(input, caption.nodes) : null };
  }
  if (isDirect && (CATEGORY.test(name) || LANGUAGE.test(name))) return { kind: 'none' };
  // Bars within the words are words.
  const words = rest.flatMap((part, i): WikiNode[] =>
    i === 0 ? [...part.nodes] : [{ type: 'text', start: part.start - 1, end: part.start }, ...part.nodes],
  );
  return { kind: 'words', words: words.length > 0 ? words : null, target };
}
