import { bare, startsFigure, tokens } from './words.js';

/**
 * Verbs that open instructions in explainers, manuals and calls to action: the base forms among the verbs that the
 * imperative sentences of style guides (Google, Microsoft) begin with.
 */
const IMPERATIVES = new Set(
  (
    'add adopt allow apply ask assess avoid be begin bring choose collect compare complete configure confirm connect ' +
    'consider consult continue create decide define delete discover do don’t enable enjoy ensure enter evaluate examine ' +
    'expect explore fill find follow get give go identify include install invest join keep know learn leave let make ' +
    'negotiate never pick pay prefer prepare protect provide put reduce refer remember remove replace restart run save ' +
    'see send stay submit subscribe take talk tell think try understand use verify write rebuild uninstall'
  ).split(' '),
);

/** Such verbs that are nouns or adjectives as often: "Read the notes" and "Read latency fell". */
const NOUNS_TOO = new Set(
  (
    'access book browse build buy call check claim click contact copy download draft export file hold import leverage list ' +
    'look map measure monitor move note open order pick plan point press print purchase read record register report request reserve ' +
    'review run save schedule search select set share show sign start stop store switch test track treat turn type ' +
    'update upgrade use visit wait watch work write'
  ).split(' '),
);

/** Verbs of two words, which alone would be nouns or adverbs. */
const PHRASAL = /^(?:back up|log (?:in|on|out|off|into)|scroll (?:up|down|to)|opt (?:in|out))\b/i;

/**
 * Further verbs in which lists of duties and pledges are written (the task statements of O*NET). They say something
 * only beside their like: see `listsInstructions`.
 */
const DUTIES = new Set(
  (
    'act address adapt advance advise advocate aim align analyse analyze answer appoint arrange assign assist attend ' +
    'attract balance build care carry change coach collaborate combine communicate conduct contribute coordinate ' +
    'cultivate cut defend deliver deploy design develop direct disclose distribute document donate drive ' +
    'edit educate embed empower encourage engage enforce establish expand extend facilitate fight focus form foster ' +
    'fund grow guide handle help hire host implement improve increase inform inspire integrate introduce investigate ' +
    'involve launch lead limit listen lobby lower maintain manage market meet mentor mobilise mobilize obtain offer ' +
    'operate organise organize oversee participate perform practise practice present preserve prevent produce promote ' +
    'propose prove publish pursue raise reach recognise recognize recommend recruit reform remain renew represent ' +
    'research resist resolve respect respond restore retain reuse safeguard secure seek serve simplify solve speak ' +
    'spend spread stand strengthen strive study supervise supply support sustain teach train transform translate ' +
    'uphold volunteer welcome win'
  ).split(' '),
);

/** After a noun, not after an imperative: "Use of …", "Work is …". */
const AFTER_A_NOUN = new Set(
  (
    'of is was are were has had have will would can could may might must began ended rose fell went came took made gave ' +
    'saw grew stood ran led left met paid held'
  ).split(' '),
);

/** Verb forms that are nothing but the verb of a statement, wherever they stand: no participles. */
const FINITE = new Set(
  'is are was were has had will would can could may might must rose fell grew began went took gave sank shrank'.split(
    ' ',
  ),
);
/** The group of nouns that such a verb may end ("Export duties of oil are …") is at most so many words long. */
const LONGEST_SUBJECT = 7;
/** What stands before the object of an imperative, or between two clauses: no part of a group of bare nouns. */
const NO_NOUN =
  /^(?:an?|the|this|that|these|those|your|you|our|we|my|its?|their|they|his|her|all|any|each|every|some|both|no|what|which|who|whether|how|when|where|why|if|and|or|but|by|with|as|than|until|before|after)$/;
/** These take a clause: "Check doors are locked", unless it tells a figure, "Check fees are $2". */
const TAKES_CLAUSE = new Set(['check', 'note', 'read', 'report', 'see', 'show']);

const LEAD_IN =
  /^(?:please|always|also|then|next|first|second|third|finally|instead|now|so|and|but|just|simply)\b,?\s+/i;
/** "For existing customers: …", "Step 2: …": what an instruction in a list is addressed to. */
const LABEL = /^[^:.!?]{1,80}:\s+(?=\p{Lu})/u;

/** Begins with a verb in its base form and no subject. */
export function isInstruction(text: string): boolean {
  const labelled = LABEL.exec(text);
  return isImperative(text) || (labelled !== null && isImperative(text.slice(labelled[0].length)));
}

/** Begins with an instruction, or with the verb of a duty. */
const mayInstruct = (text: string): boolean => isInstruction(text) || isImperative(text, DUTIES);

/** Whether the items of one list are all instructions, duties or pledges, the first words of at least one being sure. */
export const listsInstructions = (items: readonly string[]): boolean =>
  items.length > 1 && items.some(isInstruction) && items.every(mayInstruct);

function isImperative(text: string, verbs?: ReadonlySet<string>): boolean {
  const clause = text
    .slice(0, 200)
    .replace(LEAD_IN, '')
    .replace(/^(?:do not|don['’]t)\s+/i, 'do ');
  if (PHRASAL.test(clause)) return true;
  const words = tokens(clause);
  const [first, second] = words;
  if (!first || !second) return false;
  const verb = bare(first.text).toLowerCase().replace("'", '’');
  const known = verbs ? verbs.has(verb) : IMPERATIVES.has(verb) || NOUNS_TOO.has(verb);
  // "Inspire, recruit and support …" is a duty; "Work, …" tells nothing.
  if (!known || /[:–—-]$/.test(first.text) || (!verbs && first.text.endsWith(','))) return false;
  const next = bare(second.text).toLowerCase();
  if (AFTER_A_NOUN.has(next) || /[^e]ed$/.test(next)) return false;
  const mayBeNoun = verbs !== undefined || NOUNS_TOO.has(verb);
  return (
    !mayBeNoun ||
    !isSubject(
      verb,
      words.map((w) => w.text),
    )
  );
}

/** Whether the words begin with a group of nouns and the verb that it is the subject of: "Write throughput is up". */
function isSubject(verb: string, words: readonly string[]): boolean {
  for (let i = 1; i <= LONGEST_SUBJECT && i < words.length; i++) {
    const word = bare(words[i]!).toLowerCase();
    const after = words[i + 1];
    if (FINITE.has(word)) return !TAKES_CLAUSE.has(verb) || startsFigure(after ?? '');
    // "Build times dropped", "Open interest jumped 5%"; but "Find files created by …".
    if ((i === 2 || i === 3) && /[^e]ed$/.test(word) && (!after || startsFigure(after) || /[.;]$/.test(words[i]!)))
      return true;
    if (NO_NOUN.test(word) || /[,;:.]$/.test(words[i]!)) return false;
  }
  return false;
}
