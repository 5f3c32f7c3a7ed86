import type { ImperativeVerbs, Language } from '../languages/language.js';
import { bare, startsFigure, tokens } from './words.js';

/** The group of nouns that such a verb may end ("Export duties of oil are …") is at most so many words long. */
const LONGEST_SUBJECT = 7;
/** "For existing customers: …", "Step 2: …": what an instruction in a list is addressed to. */
const LABEL = /^[^:.!?]{1,80}:\s+(?=\p{Lu})/u;

/** Begins with a verb in its base form and no subject. */
export function isInstruction(text: string, language: Language): boolean {
  const labelled = LABEL.exec(text);
  return isImperative(text, language) || (labelled !== null && isImperative(text.slice(labelled[0].length), language));
}

/** Begins with an instruction, or with the verb of a duty. */
const mayInstruct = (text: string, language: Language): boolean =>
  isInstruction(text, language) || isImperative(text, language, language.statements.imperatives?.duties);

/** Whether the items of one list are all instructions, duties or pledges, the first words of at least one being sure. */
export const listsInstructions = (items: readonly string[], language: Language): boolean =>
  items.length > 1 &&
  items.some((item) => isInstruction(item, language)) &&
  items.every((item) => mayInstruct(item, language));

function isImperative(text: string, { statements }: Language, duties?: ReadonlySet<string>): boolean {
  const clause = text
    .slice(0, 200)
    .replace(statements.instructionLead, '')
    .replace(/^(?:do not|don['’]t)\s+/i, 'do ');
  if (statements.instruction.test(clause)) return true;
  const { imperatives } = statements;
  if (!imperatives) return false;
  const words = tokens(clause);
  const [first, second] = words;
  if (!first || !second) return false;
  const verb = bare(first.text).toLowerCase().replace("'", '’');
  const known = duties ? duties.has(verb) : imperatives.verbs.has(verb) || imperatives.nounsToo.has(verb);
  // "Inspire, recruit and support …" is a duty; "Work, …" tells nothing.
  if (!known || /[:–—-]$/.test(first.text) || (!duties && first.text.endsWith(','))) return false;
  const next = bare(second.text).toLowerCase();
  if (imperatives.afterNoun.has(next) || /[^e]ed$/.test(next)) return false;
  const mayBeNoun = duties !== undefined || imperatives.nounsToo.has(verb);
  return (
    !mayBeNoun ||
    !isSubject(
      verb,
      words.map((w) => w.text),
      imperatives,
    )
  );
}

/** Whether the words begin with a group of nouns and the verb that it is the subject of: "Write throughput is up". */
function isSubject(verb: string, words: readonly string[], imperatives: ImperativeVerbs): boolean {
  for (let i = 1; i <= LONGEST_SUBJECT && i < words.length; i++) {
    const word = bare(words[i]!).toLowerCase();
    const after = words[i + 1];
    if (imperatives.finite.has(word)) return !imperatives.takesClause.has(verb) || startsFigure(after ?? '');
    // "Build times dropped", "Open interest jumped 5%"; but "Find files created by …".
    if ((i === 2 || i === 3) && /[^e]ed$/.test(word) && (!after || startsFigure(after) || /[.;]$/.test(words[i]!)))
      return true;
    if (imperatives.noNoun.test(word) || /[,;:.]$/.test(words[i]!)) return false;
  }
  return false;
}
