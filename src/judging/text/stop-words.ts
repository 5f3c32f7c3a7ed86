/**
 * The English stop list of the Snowball project (snowballstem.org/algorithms/english/stop.txt, BSD). Its contractions in
 * "'s" are left out, for `words` drops that ending.
 */
const SNOWBALL = `
  i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
  itself they them their theirs themselves what which who whom this that these those am is are was were be been being have
  has had having do does did doing would should could ought i'm you're we're they're i've you've we've they've i'd you'd
  he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't
  don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't a an the and but if or because as until while of
  at by for with about against between into through during before after above below to from up down in out on off over under
  again further then once here there when where why how all any both each few more most other some such no nor not only own
  same so than too very`;

/** Words of the same closed classes (Quirk et al. 1985, ch. 2) that the list leaves out: modals, prepositions, links. */
const CLOSED_CLASSES = `
  can will shall may might must mightn't needn't it'll that'll
  onto upon within without across along among around behind beside besides beyond despite near per toward towards via
  although though thus hence therefore whether since however unless except
  another every many much several
  already also currently even ever just now never still yet
  yes etc eg ie`;

/** Words that carry grammar rather than meaning, lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set([
  ...SNOWBALL.trim().split(/\s+/),
  ...CLOSED_CLASSES.trim().split(/\s+/),
]);
