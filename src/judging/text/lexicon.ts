import { stem } from './words.js';

/**
 * Word lists that the rules share, with where they come from. They are closed lists of English about speaking, documents
 * and change; none is about the subject of any article.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stem));

/**
 * Verbs of saying and showing: VerbNet 3 classes say-37.7, transfer_mesg-37.1, tell-37.2, indicate-78, declare-29.4,
 * confess-37.10 and characterize-29.2, as far as they are used of documents; "include" and "cover" as in contain-15.4,
 * "appear" as in appear-48.1.1, and "see" as in a reference.
 */
export const REPORTING_VERBS = list(`
  acknowledge add address admit affirm allege announce answer appear argue assert attest attribute back bear carry certify characterize
  cite claim clarify classify comment communicate conclude confirm contain convey corroborate cover credit declare define
  demonstrate depict describe designate detail detailed disclose discuss display document emphasise emphasize establish
  estimate evidence evince explain express feature find found highlight identify illustrate imply include indicate inform
  introduce issue label list maintain make mark mention name note observe offer outline point present prove publish quote read
  record recount refer reference reflect register reiterate relate release remark repeat report represent reveal say said see
  set share show signal specify speak spell state stipulate stress substantiate suggest summarise summarize support talk tell
  told testify underline underscore verify write wrote written`);

/**
 * Nouns for documents and their parts, and for what parties agree in them: hyponyms of WordNet's "document",
 * "written communication", "message", "agreement" and "section".
 */
export const DOCUMENT_NOUNS = list(`
  abstract accord account agreement announcement article attachment blog book briefing brochure bulletin chapter citation
  clause coverage contract data dataset deal diagram documentation entry essay evidence excerpt exhibit figure filing
  footnote guide handbook headline information interview introduction item journal leaflet ledger letter line link log
  magazine manual material media memo memorandum message minutes newspaper note notice page pact paper paragraph passage piece
  policy post poster preamble press proof publication quotation recap record register registry release report research review row schedule
  section sentence sheet site slide source specification statement story study summary survey table term text title
  transcript treaty update website webpage wording writing`);

/**
 * Nouns that only point at what was said: the shell nouns of Schmid (2000), "English Abstract Nouns as Conceptual
 * Shells", and WordNet's hyponyms of "change" and "quality".
 */
export const SHELL_NOUNS = list(`
  ability addition adjustment advantage aim alteration amendment approach area argument aspect assertion assumption
  attribute basis belief benefit capability capacity case cause challenge change characteristic circumstance claim
  comparison component concept conclusion concern condition consequence context decision definition description detail
  development difference effect element enhancement example expansion explanation extension fact factor feature finding
  focus function goal idea impact implication improvement innovation instance issue kind matter means measure mechanism
  method modification move need notion number objective objection observation opportunity option outcome part path
  plan point position possibility principle problem process promise property proposal provision purpose question reason
  reduction requirement result revision right role rule situation shift sort step strategy strength subject swap task
  theme thing thought topic transformation transition trend type upgrade value variation version view way`);

/** Adjectives and adverbs of emphasis, scope and degree: Quirk et al. (1985) §7.33 and §8.104, and Biber's stance adverbs. */
export const EMPHASIS = list(`
  absolute actual apparent basic big broad central certain chief clear complete concrete considerable core critical crucial
  current decisive definite different direct distinct entire essential evident exact exclusive explicit express final firm
  following formal full fundamental general given great headline high huge important integral key large latest leading main
  major material mere new notable noteworthy obvious official original overall particular plain popular precise present
  primary prime principal prominent pure real related relevant remarkable same several significant simple single
  specific straight strong substantial such sure total true updated usual various very vital well whole`);

/** "Clear" and "clearly": the stem of an adverb keeps the ending of its adjective. */
export const isEmphasis = (stemmed: string): boolean =>
  EMPHASIS.has(stemmed) || EMPHASIS.has(stemmed.replace(/li$/, ''));

/** What a note can be made of and still say nothing but that the source says so. */
export function saysNothing(stemmed: string): boolean {
  return REPORTING_VERBS.has(stemmed) || DOCUMENT_NOUNS.has(stemmed) || SHELL_NOUNS.has(stemmed) || isEmphasis(stemmed);
}

/**
 * Verbs that writers swap for one another without changing what is stated: VerbNet classes get-13.5.1, keep-15.2,
 * give-13.1, contribute-13.2, allow-64, use-105, begin-55.1, continue-55.3 and seem-109, with "have" and "make".
 */
export const LIGHT_VERBS = list(`
  accept acquire add allow apply become begin bring carry come commence continue deliver employ enable enjoy ensure gain
  gather get give go grant hold include introduce keep leave let maintain make obtain offer own permit possess preserve
  provide put receive remain retain secure seem serve set stay supply support take use utilise utilize win`);

/** Words of one attribute: what is paid for a thing (WordNet's "cost, price, fee, charge"). */
const PRICES = list(`charge cost fee price priced pricing tariff`);
/** The most that there may be of a thing (WordNet's "limit, ceiling, cap, maximum"). */
const LIMITS = list(`cap ceiling limit max maximum`);
/** Adjectives and adverbs of a period, and its noun: "monthly" is "per month". */
const PERIODS: ReadonlyMap<string, string> = new Map(
  [
    'hourly hour',
    'daily day',
    'weekly week',
    'monthly month',
    'quarterly quarter',
    'yearly year',
    'annual year',
    'annually year',
  ].map((pair) => pair.split(' ').map(stem) as [string, string]),
);

/** The stem that stands for all of its meaning in the name of an attribute: "monthly" and "month" are one, "fee" and "cost". */
export function attributeStem(stemmed: string): string {
  if (PRICES.has(stemmed)) return 'price';
  return LIMITS.has(stemmed) ? 'limit' : (PERIODS.get(stemmed) ?? stemmed);
}

/** Verbs of giving and getting, irregular forms with them: VerbNet classes give-13.1, contribute-13.2 and get-13.5.1. */
export const GIVING = list(`
  give gave given grant donate contribute pay paid provide award get got obtain receive`);

/** Verbs of paying: with "for", they tell a price. */
export const PAYING = list(`paid pay paying`);
/** What a price is the price of, where its label says only that something is bought (WordNet's "purchase price"). */
export const BUYING = list(`acquisition buying purchase sale selling takeover`);

/**
 * Nouns by which a text speaks again of what it is about: Halliday and Hasan's general nouns (1976, §6.1) and WordNet's
 * words for organisations, undertakings and made things in general.
 */
export const GENERAL_NOUNS = list(`
  affair agency app association authority board body business city club company contract council country deal district
  event facility federation firm foundation group house institution law league line man matter merger ministry model museum
  network organisation organization park partnership people person place plant platform product programme program
  project school scheme service ship site society software state station store system team thing tool town treaty
  union university woman work`);

/** "Has", "retains", "continues": what is so, in other words (VerbNet classes keep-15.2 and own-100.1). */
export const STATIVE = list(`continue have hold keep maintain own possess remain retain stay`);
