/**
 * What Obelus knows of a language: the words by which an article is read and judged. One data file per language gives
 * all of it, with the source of each list; the methods stand in `reading` and `judging`.
 */
export interface Language {
  /** The primary subtag of BCP 47: "en"; "und" where nothing is known of the words. */
  readonly tag: string;
  /** In English, for messages: "German". */
  readonly name: string;
  /** Words that carry grammar rather than meaning, lower case. A text's language is told by them, too. */
  readonly stopWords: ReadonlySet<string>;
  /** The stem of a word in lower case: equal for the forms of one word. Lets foreign words be. */
  readonly stem: (word: string) => string;
  /**
   * Where all nouns are written with a capital, so that a capital shows no name: the words behind which one is a common noun.
   * Null where capitals show names.
   */
  readonly capitalNouns: ReadonlySet<string> | null;
  readonly grammar: Grammar;
  readonly sentences: SentenceWords;
  /** Names of sections whose contents are read in their own way, folded: lower case, no numbering, plain apostrophes. */
  readonly sections: Readonly<Record<SectionRole, RegExp>>;
  readonly columns: ColumnNames;
  readonly values: ValuePhrases;
  readonly statements: StatementWords;
  readonly furniture: FurnitureWords;
  /** Null: where words are missing cannot be told. */
  readonly holes: HoleWords | null;
  readonly wiki: WikiNames;
  readonly figures: FigureWords;
  /** Null: what notes are made of is not known. */
  readonly lexicon: Lexicon | null;
  readonly notes: NoteWords;
  /** Null: whether a statement affirms or denies, and under which condition, cannot be told. */
  readonly logic: LogicWords | null;
  /** Null: unnamed voices are not known. */
  readonly weasels: WeaselWords | null;
  /** Null: what is past and what is to come cannot be told. */
  readonly tense: TenseWords | null;
  /** Null: how a note says that its source does not say so is not known. */
  readonly disclaimers: DisclaimerWords | null;
}

export type SectionRole = 'references' | 'further reading' | 'questions' | 'glossary' | 'summary' | 'boilerplate';
export type ColumnRole = 'claim' | 'evidence' | 'source' | 'label' | 'value';

/** The closed classes of words by which lines and sentences are told apart. */
export interface Grammar {
  /** Words that a title in title case leaves in lower case. */
  readonly smallWords: ReadonlySet<string>;
  /** Prepositions and conjunctions of time and place. */
  readonly prepositions: ReadonlySet<string>;
  /** Verb forms that make a line a sentence rather than a title: auxiliaries and copulas. */
  readonly finite: ReadonlySet<string>;
  /** Words that open a question, or the clause that leads up to one. */
  readonly opensQuestion: RegExp;
  /** "When asked, she said, “Why?”": opens a clause after all. */
  readonly opensClause: RegExp;
  /** "How a pier is built": a line that only announces what follows. */
  readonly announces: RegExp;
  /** A clause that only names what follows; and a pronoun that opens a statement. */
  readonly asks: RegExp;
  readonly pronoun: RegExp;
  /** The article of an object behind a word in lower case, and which words there are no verbs. */
  readonly beforeObject: RegExp;
  readonly noVerb: RegExp;
  /** A month's name or its abbreviation, as the source of a pattern. */
  readonly month: string;
  /** What is behind the figure of a day: "3rd", "3.", "1er". As the source of a pattern. */
  readonly dayEnding: string;
}

/** What stands before a stop that ends no sentence. All in lower case. */
export interface SentenceWords {
  /** Abbreviations before a name or figure, or another word. */
  readonly abbreviations: ReadonlySet<string>;
  /** Single letters before a figure. */
  readonly beforeFigure: ReadonlySet<string>;
  /** Abbreviations that may end a sentence: they do when one of `starters` follows. */
  readonly mayEnd: ReadonlySet<string>;
  /** Words that usually begin a sentence. */
  readonly starters: ReadonlySet<string>;
  /** "No. 4": abbreviations only before a figure. */
  readonly number: ReadonlySet<string>;
  /** Names that end in an exclamation mark. */
  readonly exclaimed: ReadonlySet<string>;
  /** An ordinal whose stop ends a sentence only when one of `starters` follows ("am 3. Mai", "Karl IV."); null: it has none. */
  readonly ordinal: RegExp | null;
  /** "Yes." and "No." before the sentence that they belong to. */
  readonly answer: RegExp;
}

/** What columns of tables are called. */
export interface ColumnNames {
  readonly roles: Readonly<Record<ColumnRole, RegExp>>;
  /** Kinds of documents that name the column of sources beside one of evidence. */
  readonly document: RegExp;
  /** Headings of columns that are abbreviations. */
  readonly abbreviated: RegExp;
}

/** What a field or cell says when it says nothing. Both open the value. */
export interface ValuePhrases {
  readonly notTold: RegExp;
  readonly notApplicable: RegExp;
}

/** By what a statement that is none of fact is known. */
export interface StatementWords {
  readonly speculation: RegExp;
  /** Where such a word tells what was, or describes. Global. */
  readonly noSpeculation: RegExp;
  readonly opinion: RegExp;
  /** A pronoun, and what the author makes of it; the first letter is folded. */
  readonly evaluation: RegExp;
  /** What opens instructions for sure. */
  readonly instruction: RegExp;
  /** What may stand before them: "Please", "Then". */
  readonly instructionLead: RegExp;
  /** Verbs that open them, where they are told by single verbs; null where the pattern says it all. */
  readonly imperatives: ImperativeVerbs | null;
  /** Words addressed to the reader, as promotion is. */
  readonly addressing: RegExp;
}

export interface ImperativeVerbs {
  readonly verbs: ReadonlySet<string>;
  /** Such verbs that are nouns or adjectives as often. */
  readonly nounsToo: ReadonlySet<string>;
  /** Verbs of lists of duties and pledges; instructions only beside their like. */
  readonly duties: ReadonlySet<string>;
  /** After a noun, not after an imperative. */
  readonly afterNoun: ReadonlySet<string>;
  /** Verb forms that are nothing but the verb of a statement. */
  readonly finite: ReadonlySet<string>;
  /** What stands before the object of an imperative, or between two clauses. */
  readonly noNoun: RegExp;
  /** Verbs that take a clause. */
  readonly takesClause: ReadonlySet<string>;
}

/** What the lines around an article say: the furniture of publishing systems. */
export interface FurnitureWords {
  readonly subscription: RegExp;
  /** A line that opens so is furniture, whatever its length. */
  readonly opens: RegExp;
  readonly disclaimer: RegExp;
  /** How to reach the newsroom. */
  readonly contact: RegExp;
  /** The credit at the end of a caption, or one that stands alone. */
  readonly credit: RegExp;
  /** What the page shows or links to. */
  readonly teaser: RegExp;
  /** What the article is, where a title has a second line. */
  readonly tagline: RegExp;
  /** Where the table or chart above comes from; and words by which a source says something. */
  readonly provenance: RegExp;
  readonly reports: RegExp;
  /** A bar of buttons that a copy as text has left. */
  readonly shareBar: RegExp;
  /** One part of a line of metadata: a date with its label, a reading time. */
  readonly metaPart: RegExp;
  /** A part that names somebody or a place. */
  readonly namedPart: RegExp;
  readonly byline: RegExp;
  /** "Written by Ana Orr": the first name in its first group. */
  readonly byAuthor: RegExp;
}

/** Words that want an object, and where they may lack it. */
export interface HoleWords {
  /** As the source of a pattern. */
  readonly wantsObject: string;
  /** "Between and …": one of two objects is missing. Global. */
  readonly between: RegExp;
  /** Where a generator meant to fill something in. Global. */
  readonly placeholder: RegExp;
  /** Verbs and nouns that reports use of their sources: the marker is their object. */
  readonly takesSource: ReadonlySet<string>;
  /** A word and a preposition whose object may be the marker, whatever the verb. */
  readonly mayPoint: RegExp;
  /** What comes after a marker that ends a clause. */
  readonly clauseGoesOn: RegExp;
  /** Verbs of events, whose prepositions want a date or a place even at the end of a sentence. */
  readonly events: ReadonlySet<string>;
  readonly atEnd: RegExp;
  /** The prepositions of them that want a date even before a source: "published on". */
  readonly wantsDate: RegExp;
  readonly relative: RegExp;
  /** Participles whose "by" names nobody; null where they are not known. */
  readonly agents: AgentWords | null;
  /** "The fee is per year": sums without their amounts; null where they are not known. */
  readonly sums: { readonly sumPer: RegExp; readonly costsPer: RegExp } | null;
}

/** "Was published by on 4 May": what shows that an agent is missing. */
export interface AgentWords {
  /** Global: the participle, and "by". */
  readonly passiveBy: RegExp;
  /** Participles that go with "by". */
  readonly goBy: ReadonlySet<string>;
  /** What may not follow such a "by". */
  readonly noAgent: RegExp;
  /** Prepositions that share one object with it, and verbs that share a place. */
  readonly sharesObject: ReadonlySet<string>;
  readonly sharesPlace: ReadonlySet<string>;
}

/** Names of templates and links of wikis in that language, lower case. */
export interface WikiNames {
  /** By what editors ask for with them, as `EDITOR_TAG_KINDS` has it; names parted by "|". */
  readonly tags: Readonly<Record<string, string>>;
  /** Those of them whose text stands in the article. */
  readonly tagsWithText: RegExp;
  /**
   * Templates that make words of their values: "$1" is the first, "$*" all of them with spaces, "$M2" the month that the
   * second numbers.
   */
  readonly words: Readonly<Record<string, string>>;
  /** Templates that describe one work. */
  readonly cites: RegExp;
  /** What of a work their parameters give, parted by "|". */
  readonly parameters: Readonly<Record<string, string>>;
  /** The words of the link beside a heading: "edit". As the source of a pattern. */
  readonly edit: string;
}

/** Numbers, dates and amounts. */
export interface FigureWords {
  /** A comma parts decimals and a stop thousands: "1.234,5". */
  readonly decimalComma: boolean;
  readonly months: ReadonlyMap<string, string>;
  /** Months are written in lower case. */
  readonly lowerMonths: boolean;
  /** Behind the figure of a day or place: "st", "er". */
  readonly ordinal: RegExp;
  /** The stop of an ordinal belongs to a date: "3. Mai". */
  readonly ordinalStop: boolean;
  /** Between day, month and year, or between a number and what it counts: "of", "de". */
  readonly of: ReadonlySet<string>;
  readonly numberWords: ReadonlyMap<string, number>;
  /** Between two number words: "two hundred and fifty". */
  readonly and: string;
  /** Before such a joint without a scale: "treinta y uno". */
  readonly andBetween: RegExp;
  /** "A million". */
  readonly one: ReadonlySet<string>;
  /** Words that count twenties behind "four". */
  readonly twenties: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  readonly currencyWords: ReadonlyMap<string, string>;
  readonly percent: RegExp;
  /** Two words for percent: "per cent". */
  readonly percentPair: readonly [string, string];
  readonly points: RegExp;
  /** Units written out, by their signs as `units.ts` has them; parted by spaces. */
  readonly units: Readonly<Record<string, string>>;
  /** Nouns that number things rather than count them. */
  readonly designators: ReadonlySet<string>;
  /** Before a year. */
  readonly timeWords: ReadonlySet<string>;
  /** Endings of words that open a sentence and are no names. */
  readonly noName: RegExp;
  readonly rough: RegExp;
  /** Leaves a figure open: "at least". In its first group. */
  readonly bound: RegExp;
  /** Between the ends of a range; the word that opens it, the word that then joins it, and what tells of a change. */
  readonly range: { readonly link: RegExp; readonly between: RegExp; readonly and: string; readonly from: RegExp };
}

/** Words about speaking, documents and change; none is about the subject of any article. Unstemmed, by white space. */
export interface Lexicon {
  readonly reportingVerbs: string;
  readonly documentNouns: string;
  readonly shellNouns: string;
  readonly emphasis: string;
  /** What the stem of an adverb adds to that of its adjective. */
  readonly adverbEnding: RegExp;
  readonly lightVerbs: string;
  readonly prices: string;
  readonly limits: string;
  /** "hourly hour": adjective and noun of a period. */
  readonly periods: readonly string[];
  readonly giving: string;
  readonly paying: string;
  readonly buying: string;
  readonly generalNouns: string;
  readonly stative: string;
}

/** How notes on evidence point at places and at what was said. */
export interface NoteWords {
  /** Where in a source: a sign or abbreviation of place, or a word for a part with its number. */
  readonly locator: RegExp;
  /** Words that stand for the claim. */
  readonly proForms: ReadonlySet<string>;
  /** Between "this is stated" and the document. */
  readonly within: ReadonlySet<string>;
  /** Articles that may stand before a name. */
  readonly articles: ReadonlySet<string>;
  /** Before a name that is only where something was said or stood. */
  readonly sourceBefore: ReadonlySet<string>;
}

/** Denials, conditions, and what else decides whether two statements can both be true. */
export interface LogicWords {
  readonly negators: ReadonlySet<string>;
  /** A word that ends in this denies: "n't". */
  readonly negativeEnding: RegExp;
  /** "Not only" adds and does not deny; the two words. */
  readonly not: ReadonlySet<string>;
  readonly focus: ReadonlySet<string>;
  /** "No longer": two words, parted by a space. */
  readonly noLonger: RegExp;
  readonly ending: ReadonlySet<string>;
  /** Verbs of ending that are nouns too, and what stands before and behind the nouns. */
  readonly endingNouns: ReadonlySet<string>;
  readonly beforeNoun: ReadonlySet<string>;
  readonly afterNoun: string;
  /** Opens a condition or exception; the second only behind a comma. */
  readonly qualifier: RegExp;
  readonly qualifierAfterComma: RegExp;
  /** What may stand before a condition that comes first. */
  readonly conjunctionFirst: RegExp;
  /** Words of grammar that turn what is said. */
  readonly turning: ReadonlySet<string>;
  /** What a date is to the statement. */
  readonly dateRoles: readonly (readonly [RegExp, string])[];
  /** What ties a date to a sentence. */
  readonly tying: RegExp;
  /** A pronoun, or another word that points to what stands around it; what speaks to the reader or gives an example. */
  readonly pointing: RegExp;
  readonly verbFirst: RegExp;
  readonly apart: RegExp;
  readonly pastForms: RegExp;
  readonly presentForms: RegExp;
  /** It denies in brackets, or of what it speaks. */
  readonly deniesAside: RegExp;
  /** "For" behind a verb of paying. */
  readonly forPrice: RegExp;
  /** The word for "date", as a stem that a date stands for. */
  readonly date: string;
  /** Headings that are counted: "Part 2". Global. */
  readonly countedHeading: RegExp;
  /** Where one statement ends and another begins. Global. */
  readonly clauseEnd: RegExp;
  /** A subordinate clause that opens, its words, and the main clause: two groups. */
  readonly openedClause: RegExp;
  /** Between two statements that may share a verb; the second goes on with a verb and its object. */
  readonly and: RegExp;
  readonly goesOn: RegExp;
  readonly betweenWord: RegExp;
  readonly yesNo: RegExp;
  readonly formerHeading: RegExp;
  readonly formerText: RegExp;
  /** Labels under which articles quote what they go on to deny. */
  readonly untrue: RegExp;
}

/** Unnamed voices. */
export interface WeaselWords {
  readonly voices: ReadonlySet<string>;
  /** Only a quantifier makes these nobody in particular. */
  readonly onlyQuantified: ReadonlySet<string>;
  readonly quantifiers: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
  /** Between a voice and its verb. */
  readonly betweenVerb: RegExp;
  /** What may stand before a voice that nobody determines. */
  readonly beforeVoice: RegExp;
  /** "According to", word by word. */
  readonly accordingTo: readonly (readonly string[])[];
  /** Voices that an "according to" may name. */
  readonly notAccording: ReadonlySet<string>;
  readonly hearsay: ReadonlySet<string>;
  /** Impersonal and passive phrases: "it is believed that"; null where `passive` tells them word by word. Global. */
  readonly phrases: RegExp | null;
  readonly passive: PassiveVoice | null;
  /** Who says it is told after all. */
  readonly named: RegExp;
  /** Whoever it is that passes on hearsay, it is told behind it: ", police said."; null where no words tell it. */
  readonly toldBehind: RegExp | null;
}

/** "It is widely believed that": the words of such passives. */
export interface PassiveVoice {
  readonly it: string;
  readonly have: RegExp;
  readonly be: ReadonlySet<string>;
  readonly thought: ReadonlySet<string>;
  readonly widely: ReadonlySet<string>;
  readonly that: string;
  /** Verbs of seeing, which think only with `as`. */
  readonly sight: ReadonlySet<string>;
  readonly as: string;
  readonly not: string;
}

/** Past, future and what is only supposed. */
export interface TenseWords {
  readonly pastAuxiliaries: ReadonlySet<string>;
  readonly irregularPast: ReadonlySet<string>;
  /** The ending of regular past forms. */
  readonly past: RegExp;
  readonly futureModals: ReadonlySet<string>;
  /** The ending of future forms. */
  readonly future: RegExp;
  readonly hypothetical: ReadonlySet<string>;
  readonly hypotheticalEnding: RegExp;
  readonly planned: ReadonlySet<string>;
  readonly planning: ReadonlySet<string>;
  readonly presentBe: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly to: string;
  /** Before a date that limits something instead of placing it. */
  readonly bound: RegExp;
  /** Before a bare year that says when. */
  readonly placed: RegExp;
  /** Where one clause ends and the next begins. Global. */
  readonly clauseEnd: RegExp;
}

/** How a note says that its source does not say so. Unstemmed. */
export interface DisclaimerWords {
  readonly not: ReadonlySet<string>;
  readonly failing: ReadonlySet<string>;
  readonly backing: string;
  readonly source: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly condition: ReadonlySet<string>;
  readonly trace: string;
  readonly against: string;
  readonly silent: ReadonlySet<string>;
  readonly otherwise: ReadonlySet<string>;
  readonly unbacked: ReadonlySet<string>;
  readonly contrast: ReadonlySet<string>;
}
