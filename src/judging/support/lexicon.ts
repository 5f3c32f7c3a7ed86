import { ENGLISH } from '../../languages/en.js';

// The word lists of the comparison of claims with sources. English; lower case.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Abbreviations before a name or figure: a full stop behind them ends no sentence. */
export const ABBREVIATIONS = list(`
  mr mrs ms dr prof rev gen col lt sgt capt sen rep gov st mt ft vs eg ie cf ca approx est no nos fig figs eq vol vols pp ed
  eds al inc ltd co corp jr sr jan feb mar apr jun jul aug sep sept oct nov dec`);

/** Months and days of the week: with a capital, and no names. */
export const CALENDAR: ReadonlySet<string> = new Set([
  ...ENGLISH.figures.months.keys(),
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' ').flatMap((day) => [day, `${day}s`]),
]);

/** Adverbs, modals and verbs that take the edge off a statement: Hyland (1998), "Hedging in Scientific Research Articles". */
export const HEDGES = list(`
  may might could possibly perhaps probably likely apparently presumably suggest suggests suggested appear appears appeared
  seem seems seemed potentially potential reportedly allegedly alleged believed thought assumed unclear uncertain estimated
  claimed rumoured rumored expected plans planned proposed hope hopes`);

/** Words that make a statement hold for all cases. */
export const UNIVERSALS = list(
  `all always every only never none entirely completely exclusively first largest most best`,
);

/** What happens once to a person or a thing, so that it has one date. */
export const HAPPENS_ONCE = list(`born died founded established incorporated assassinated`);

/** Verbs that say the same of either side: "Anna married Tom". Levin (1993), §4.1 and §7.1. */
export const MUTUAL = list(`
  married marries marry divorced divorces met meets meet borders border bordering equals equal resembles resemble resembled
  fought fights fight faces face faced plays play played versus vs joins join joined matches match matched dated dates`);

/** Pairs that exclude one another in one place, by WordNet's antonyms of the commonest adjectives, verbs and adverbs. */
const PAIRS = `
  increase decrease|increased decreased|increases decreases|increasing decreasing|increase reduce|increased reduced
  |increases reduces|rise fall|rose fell|rising falling|grow shrink|grew shrank|gain loss|gained lost|win lose|won lost
  |higher lower|high low|highest lowest|more less|more fewer|most least|larger smaller|large small|largest smallest
  |big small|bigger smaller|greater smaller|greater lesser|long short|longer shorter|old new|older younger|old young
  |oldest youngest|early late|earlier later|first last|before after|above below|over under|inside outside|north south
  |northern southern|east west|eastern western|left right|male female|man woman|men women|father mother|son daughter
  |brother sister|husband wife|boy girl|open closed|opened closed|start end|started ended|begin end|began ended
  |accept reject|accepted rejected|approve reject|approved rejected|allow ban|allowed banned|allow forbid|legal illegal
  |true false|positive negative|positively negatively|strong weak|stronger weaker|success failure|successful unsuccessful
  |succeeded failed|support oppose|supported opposed|agree disagree|agreed disagreed|like dislike|love hate|alive dead
  |born died|birth death|hot cold|warm cool|wet dry|dark light|heavy light|fast slow|faster slower|hard soft|hard easy
  |difficult easy|rich poor|safe dangerous|healthy unhealthy|possible impossible|able unable|public private
  |domestic foreign|internal external|major minor|majority minority|maximum minimum|present absent|presence absence
  |buy sell|bought sold|import export|attack defend|enter leave|arrive depart|join leave|joined left|include exclude
  |included excluded|upper lower|up down|top bottom|front back|near far|better worse|best worst|improve worsen
  |improved worsened|active inactive|common rare|frequent infrequent|often rarely|always never|everyone nobody
  |acute chronic|benign malignant|upregulated downregulated|activate inhibit|activated inhibited|activates inhibits
  |activation inhibition|promote inhibit|promotes inhibits|promoted inhibited|promote suppress|promotes suppresses
  |enhance impair|enhanced impaired|enhances impairs|associated unrelated|dependent independent|sensitive resistant`;

/** What excludes a word, by the word. */
export const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = opposites();

function opposites(): Map<string, Set<string>> {
  const made = new Map<string, Set<string>>();
  for (const pair of PAIRS.split('|')) {
    const [one, other] = pair.trim().split(' ') as [string, string];
    made.set(one, (made.get(one) ?? new Set()).add(other));
    made.set(other, (made.get(other) ?? new Set()).add(one));
  }
  return made;
}
