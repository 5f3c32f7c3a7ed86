import type { EditorTagKind } from '../judging/evidence.js';

/**
 * The templates by which editors of a wiki ask for evidence or clearer words, and what they show, after Wikipedia's
 * lists of inline cleanup templates with their common redirects. Names in lower case.
 */
const NAMES: Readonly<Record<EditorTagKind, string>> = {
  'citation needed':
    'citation needed|cn|fact|source?|source needed?|citation?|cite needed|needs citation|unsourced|source needed|reference needed|ref needed|refneeded|cb|ctn|unreferenced inline|cn-span|citation needed span|cn span|fact span|additional citation needed|refnec|cita requerida|belege fehlen|refsou|référence nécessaire',
  'failed verification':
    'failed verification|fv|failed verification span|not in source|not in citation|not in citation given|notincitation',
  'better source needed':
    'better source needed|better source|bettersource|better source inline|unreliable source|unreliable source?|unreliable source inline|rs|irs|self-published source|self-published inline|sps|primary source inline|primary source needed|psi|third-party inline|user-generated inline|medcn|medical citation needed|medrs|non-primary source needed|deprecated inline',
  dubious:
    'dubious|dubious span|doubtful|disputed inline|disputed-inline|disputed|contradict-inline|contradict inline|inconsistent',
  'original research': 'original research inline|or|original research?|synthesis inline|syn|speculation inline',
  'verification needed':
    'verify source|verification needed|vn|check|verify|citation not found|full citation needed|full|fcn',
  'page needed': 'page needed|page number|pn|page numbers needed|volume needed',
  'who says so':
    'by whom|by whom?|who|who?|whom|whom?|according to whom|according to whom?|attribution needed|weasel inline|weasel words inline|like whom|which|which?|which source',
  when: 'when|when?|as of?|update inline|update after|needs update|outdated inline|time needed|year needed|date missing',
  'clarification needed':
    'clarify|clarification needed|clarify span|clarify inline|vague|specify|why|why?|how|how?|where|where?|ambiguous|explain|definition needed|definition|elucidate|quantify|example needed|what|what?|peacock inline|peacock term|opinion|pov statement|lopsided|undue weight inline|undue inline|non sequitur|contentious inline|importance inline',
  'dead link':
    'dead link|permanent dead link|deadlink|dl|broken link|link broken|toter link|lien brisé|enlace roto|dead url',
};

const BY_NAME = new Map(
  (Object.entries(NAMES) as [EditorTagKind, string][]).flatMap(([kind, names]) =>
    names.split('|').map((name) => [name, kind] as const),
  ),
);

/** Names of tags whose text stands in the article: "{{citation needed span|text=…}}". */
const SPAN = /(?: span|-span)$|^(?:refnec|référence nécessaire)$/;

/** What a template of that name asks for; null when it is none of these. */
export const tagOfTemplate = (name: string): EditorTagKind | null => BY_NAME.get(name) ?? null;

export const coversText = (name: string): boolean => SPAN.test(name);

/** What a tag on a page asks for, by what it shows: "[citation needed]", "[by whom?]". */
export function tagShown(shown: string): EditorTagKind | null {
  const name = shown
    .replace(/[[\]\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return tagOfTemplate(name) ?? tagOfTemplate(name.replace(/ ?[-–—].*$/, '')) ?? tagOfTemplate(name.replace(/\?$/, ''));
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const MONTH_YEAR = new RegExp(`\\b(${MONTHS})\\s+(\\d{4})\\b`, 'i');

/** "May 2021", as these templates are dated, in ISO 8601; null without a date. */
export function tagDate(text: string): string | null {
  const match = MONTH_YEAR.exec(text);
  if (!match) return /\b\d{4}-\d{2}\b/.exec(text)?.[0] ?? null;
  return `${match[2]!}-${String(MONTHS.split('|').indexOf(match[1]!.toLowerCase()) + 1).padStart(2, '0')}`;
}
