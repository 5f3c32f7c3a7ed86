import type { Claim } from '../evidence.js';
import type { Language } from '../../languages/language.js';
import { differ, isVague, turnAlike, type Difference } from './differences.js';
import { lexiconOf, PRICE } from './lexicon.js';
import { quantitiesOf } from './quantities.js';
import type { Statement } from './statements.js';
import { contentStems } from './words.js';

/** A field of a facts table and a sentence that cannot both be true. */
export interface FieldConflict {
  readonly field: Claim;
  readonly sentence: Claim;
  /** As seen from the field. */
  readonly difference: Difference;
}

/** Statements that one field is compared with: the first of the article that share a word of its label. */
const MOST_COMPARED = 200;

/**
 * A field speaks of the article's subject in few words: "Opened 3 May 2031". It conflicts with a sentence that says no more
 * than the field: its label's words, its value's, and for the subject words of the title or a noun such as "the project".
 */
export function conflictsOfFields(statements: readonly Statement[], title: ReadonlySet<string>): FieldConflict[] {
  const stated = statements.filter((s) => s.figures.length > 0);
  const fields = stated.filter((s) => s.claim.block === 'FIELD');
  if (fields.length === 0) return [];
  const byStem = indexed(stated.filter((s) => s.claim.block !== 'FIELD' && s.claim.block !== 'CELL').map(toSaid));
  return fields.map(toSaid).flatMap((field) => {
    const label = labelOf(field.statement);
    const near = [...label].flatMap((stem) => byStem.get(stem) ?? []).slice(0, MOST_COMPARED);
    return [...new Set(near)].flatMap((sentence) => {
      const difference = saysNoMore(sentence, field, label, title) ? differ(field.statement, sentence.statement) : null;
      return difference ? [{ field: field.statement.claim, sentence: sentence.statement.claim, difference }] : [];
    });
  });
}

/** Statements on one subject that differ in more ways than this are a series, not a conflict. */
export const MOST_WAYS = 5;

/** A statement with the stems by which it is compared: worked out once, for it is compared many times. */
interface Said {
  readonly statement: Statement;
  readonly stems: ReadonlySet<string>;
}

const toSaid = (statement: Statement): Said => ({ statement, stems: said(statement) });

function indexed(sentences: readonly Said[]): Map<string, Said[]> {
  const byStem = new Map<string, Said[]>();
  for (const sentence of sentences) {
    for (const stem of sentence.stems) {
      const known = byStem.get(stem);
      if (!known) byStem.set(stem, [sentence]);
      else if (known.length < MOST_COMPARED) known.push(sentence);
    }
  }
  return byStem;
}

/** "Orsa pays 5 million for Lund" tells a price, and "Purchase price" is one. */
function said(s: Statement): Set<string> {
  const { content, text, language } = s;
  const { attributeStem, paying } = lexiconOf(language);
  const { stems } = quantitiesOf(s);
  const isBought = language.logic?.forPrice.test(text) ?? false;
  return priced(
    [...content]
      .filter((word) => !stems.has(word))
      .map((stem) => (isBought && paying.has(stem) ? PRICE : attributeStem(stem))),
    language,
  );
}

function labelOf({ claim, language }: Statement): Set<string> {
  const stems = contentStems(claim.attribute ?? '', language);
  return priced(stems.map(lexiconOf(language).attributeStem), language);
}

const priced = (stems: readonly string[], language: Language): Set<string> =>
  new Set(stems.includes(PRICE) ? stems.filter((stem) => !lexiconOf(language).buying.has(stem)) : stems);

/** The names under which it stands, of things that the article is not about. */
const otherSubject = ({ under }: Statement, title: ReadonlySet<string>): string =>
  under.filter((name) => !title.has(name)).join();

function saysNoMore(
  { statement: sentence, stems: inSentence }: Said,
  { statement: field, stems: inField }: Said,
  label: ReadonlySet<string>,
  title: ReadonlySet<string>,
): boolean {
  if (isVague(sentence) || !turnAlike(sentence, field)) return false;
  if (otherSubject(sentence, title) !== otherSubject(field, title)) return false;
  const { stative, generalNouns, giving } = lexiconOf(field.language);
  const dated = field.figures.some((figure) => figure.kind === 'date');
  const missing = [...inField].filter(
    (stem) => !inSentence.has(stem) && !(dated && stem === field.language.logic?.date),
  );
  const shared = [...label].filter((stem) => inSentence.has(stem));
  // "Gift of the Okoro Trust" and "the Okoro Trust gave": the label's noun stands for the verb.
  const isNamed = shared.length >= 2 && field.names.some((name) => shared.includes(name));
  if (shared.length === 0 || missing.length > (isNamed ? 1 : 0) || missing.some((stem) => !label.has(stem)))
    return false;
  return [...inSentence].every(
    (stem) =>
      inField.has(stem) ||
      title.has(stem) ||
      stative.has(stem) ||
      generalNouns.has(stem) ||
      (missing.length > 0 && giving.has(stem)),
  );
}
