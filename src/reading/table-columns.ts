/**
 * What columns of tables are called. The words are those that reports, specification sheets and fact checks use for
 * their columns; a heading that is none of them is simply a subject.
 */
export type ColumnRole = 'claim' | 'evidence' | 'source' | 'label' | 'value';

const ROLES: Record<ColumnRole, RegExp> = {
  claim: /^(?:(?:the |key |main )?(?:claims?|statements?|assertions?|findings?|allegations?|propositions?))$/i,
  evidence:
    /^(?:evidence|proof|support|supporting|basis|backing|grounds|verification|justification|rationale|how (?:do )?(?:we|you|they) know(?: (?:it|this|that))?|what (?:the |our |their )?[a-z]{1,20} (?:says?|shows?|finds?|found))$/i,
  source: /^(?:sources?|citations?|references?|refs?\.?|cited|footnotes?)$/i,
  label:
    /^(?:category|feature|features|item|field|attribute|aspect|property|parameter|topic|criterion|criteria|dimension|metric|area|factor|element|component|fact|question|specification|spec|key|measure|indicator|point)$/i,
  value: /^(?:details?|value|values|info|information|description|answer|data|summary|figure|status|specifics|facts)$/i,
};

/** The role of a column by its heading, or by one word of it; null when it names a subject. */
export function columnRole(heading: string): ColumnRole | null {
  const name = heading.trim();
  for (const role of Object.keys(ROLES) as ColumnRole[]) if (ROLES[role].test(name)) return role;
  return null;
}

/** Kinds of documents that name the column of sources beside one of evidence; elsewhere a study can be the subject. */
const DOCUMENT = /^(?:study|studies|reports?|papers?|documents?|articles?|links?|where)$/i;

/** Whether a heading names sources, given that the column before it holds evidence. */
export const isSourceBesideEvidence = (heading: string): boolean =>
  columnRole(heading) === 'source' || DOCUMENT.test(heading.trim());

/** Headings of columns that are abbreviations: their stop ends no sentence. */
const ABBREVIATED = /^(?:refs?|cit|fig|est|approx|max|min|avg|qty|vol|pp)\.$/i;

/** Whether a word that ends a line is the heading of a column, its stop that of an abbreviation. */
export const isAbbreviatedColumn = (word: string): boolean => ABBREVIATED.test(word);
