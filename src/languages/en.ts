import type { Language } from './language.js';
import { stemmer } from 'stemmer';
import { counted, monthNumbers, NEVER, NO_WORDS, wordSet } from './patterns.js';

/**
 * English. Grammar after Quirk et al. (1985), "A Comprehensive Grammar of the English Language"; verbs after VerbNet 3, nouns
 * after WordNet; other sources stand beside their lists.
 */

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY_OF_WEEK = '(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';
const CALENDAR = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const CLOCK = '(?:(?:at )?\\d{1,2}[.:]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)';
const DATE = `(?:${DAY_OF_WEEK},? )?${CALENDAR}(?:,? ${CLOCK})?`;
const STAMP = '(?:first |last |originally )?(?:published|posted|updated|modified|reviewed|written)';
const LENGTH = '(?:reading time:? ?)?(?:about |~)?\\d{1,3}[ -]min(?:ute)?s?(?: read)?';
const SERIES = '(?:working|discussion|policy|technical|research) papers?(?: no\\.?)? \\d{1,5}';
const PERIOD = '(?:year|month|week|day|hour|minute|quarter|annum)';
const WANTS_OBJECT = '(?:on|in|at|by|from|of|since|until|between|during|for|with|to|under|the|a|an|per|via|and|or)';

/**
 * The stop list of the Snowball project (snowballstem.org/algorithms/english/stop.txt, BSD). Its contractions in "'s" are left
 * out, for words are read without that ending.
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

/** Words of the same closed classes (Quirk et al., ch. 2) that the list leaves out: modals, prepositions, links. */
const CLOSED_CLASSES = `
  can will shall may might must mightn't needn't it'll that'll
  onto upon within without across along among around behind beside besides beyond despite near per toward towards via
  although though thus hence therefore whether since however unless except
  another every many much several
  already also currently even ever just now never still yet
  yes etc eg ie`;

/** Porter's algorithm. */
const stem = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);

export const ENGLISH: Language = {
  tag: 'en',
  name: 'English',
  stopWords: wordSet(SNOWBALL + CLOSED_CLASSES),
  stem,
  capitalNouns: null,
  grammar: {
    // Chicago Manual of Style, 8.159.
    smallWords: wordSet(`
      a an the and but or nor for of in on at to by from with as per vs via into over than off up out so yet if is`),
    // Quirk et al., §9.7, §14.12.
    prepositions: wordSet(`
      about above across after against along amid among around as at before behind below beneath beside between beyond
      by despite down during for from in inside into like near of off on onto outside over past per since than through
      throughout till to toward towards under until up upon via versus vs when where while with within without`),
    finite: wordSet(`
      is are was were has have had does do did will would can could may might must shall should be been isn’t aren’t
      wasn’t won’t can’t cannot`),
    opensQuestion:
      /^(?:(?:and|but|so|then|also)\s+)?(?:who|whom|whose|what|which|why|how|when|where|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b/i,
    opensClause: /^(?:when|where|while)\b.*[,:]\s*$/is,
    announces: /^(?:How|Why|What|Who|Where|When)\s[^,]*$/,
    asks: /^(?:how|what|when|where|which|who|whose|why)\s/i,
    pronoun: /^(?:he|I|it|she|there|they|we|you)\s/i,
    beforeObject: /\S\s+(\p{Ll}{2,30})\s+(?:the|an?|its|their|his|her|our)\s/gu,
    noVerb: /^(?:all|and|both|but|half|how|nor|not|or|what|why|\p{Ll}{1,27}ing)$/u,
    month: MONTH,
    dayEnding: '(?:st|nd|rd|th)?',
  },
  sentences: {
    abbreviations: wordSet(`
      mr mrs ms mx messrs mme mlle dr drs prof rev revd fr hon gen maj col lt sgt cpl capt cmdr adm brig gov sen rep
      pres cllr ald supt insp st mt ft vs e.g i.e cf ca fl approx est no nos nr fig figs eq sec ch vol vols p pp art
      para ed eds trans al ibid viz dept univ assn jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu
      fri sat sun ave blvd rd sq incl excl max min temp tel ext`),
    // Circa, page, born, died, reigned, line, note, volume.
    beforeFigure: wordSet('c p b d r l n v'),
    mayEnd: wordSet('inc ltd co corp llc plc bros jr sr etc a.m p.m u.s u.k u.n e.u d.c ph.d b.a m.a b.c a.d'),
    starters: wordSet(`
      a an the this that these those it its he she they we you i his her their our my there here in on at by for from
      to of with as when while after before since until if although though because however but and or so yet no not
      what who where why how yes all some many most both each every another other one two three`),
    number: wordSet('no nos'),
    // As newspapers' style guides list them: firms, programmes, shows.
    exclaimed: wordSet('yahoo jeopardy joomla yum wham oklahoma oliver airplane hairspray'),
    ordinal: null,
    answer: /^(?:yes|no|not yet|not quite|not exactly|correct|true|false)[.!]\s/i,
  },
  // Wikipedia's Manual of Style (Layout), the landmarks and comment forms of common publishing systems, newspaper sites.
  sections: {
    references:
      /^(?:(?:list of |cited |our |selected |key )?(?:references|sources|notes|footnotes|endnotes|citations|bibliography|works cited|literature(?: cited)?)|(?:notes|sources|citations|references) (?:and|&) (?:notes|references|sources|citations|footnotes|further reading)|reference list|source list|sources cited|references cited|sources consulted)$/,
    'further reading':
      /^(?:further reading|external links|see also|additional reading|related links|resources|more information)$/,
    questions:
      /(?:^|\W)(?:faqs?|frequently asked questions|common questions|questions (?:and|&) answers|questions people ask|q ?& ?a|reader questions|your questions)(?:\W|$)/,
    glossary:
      /(?:^|\W)(?:glossary|definitions|terminology|key terms|terms explained|vocabulary|terms (?:used|to know)|jargon)(?:\W|$)/,
    summary:
      /^(?:tl;?dr|key (?:points|takeaways|facts|findings)|at a glance|in brief|summary|executive summary|overview|highlights|the short version|quick (?:facts|summary)|takeaways|bottom line|abstract)$/,
    boilerplate:
      /^(?:(?:about )?(?:the )?authors?|about (?:us|me|the writers?)|written by|leave a (?:reply|comment)|post a comment|(?:(?:there (?:is|are) )?\d+ )?comments?|join the (?:conversation|discussion)|related(?: (?:posts?|articles?|stories|reading|content))?|more (?:from|stories|like this|on this)\b.*|you (?:may|might) also like|recommended(?: for you)?|(?:what to )?read (?:next|more)|(?:keep|continue) reading|up next|top stories|latest (?:posts|articles|news|stories)|editors'? picks|from the (?:archives?|blog)|(?:our )?newsletter|subscribe\b.*|sign up\b.*|share(?: this(?: \w+)?)?|follow us|contact(?: us)?|advertisement|sponsored|tags|categories|navigation(?: menu)?|menu|site map|search|cookie\b.*|privacy\b.*|recent (?:posts|comments)|popular|trending|most read|stay (?:informed|updated|in touch|connected)|post navigation|table of contents|contents|on this page|in this article)$/,
  },
  // As reports, specification sheets and fact checks call their columns.
  columns: {
    roles: {
      claim: /^(?:(?:the |key |main )?(?:claims?|statements?|assertions?|findings?|allegations?|propositions?))$/i,
      evidence:
        /^(?:evidence|proof|support|supporting|basis|backing|grounds|verification|justification|rationale|how (?:do )?(?:we|you|they) know(?: (?:it|this|that))?|what (?:the |our |their )?[a-z]{1,20} (?:says?|shows?|finds?|found))$/i,
      source: /^(?:sources?|citations?|references?|refs?\.?|cited|footnotes?)$/i,
      label:
        /^(?:category|feature|features|item|field|attribute|aspect|property|parameter|topic|criterion|criteria|dimension|metric|area|factor|element|component|fact|question|specification|spec|key|measure|indicator|point)$/i,
      value:
        /^(?:details?|value|values|info|information|description|answer|data|summary|figure|status|specifics|facts)$/i,
    },
    document: /^(?:study|studies|reports?|papers?|documents?|articles?|links?|where)$/i,
    abbreviated: /^(?:refs?|cit|fig|est|approx|max|min|avg|qty|vol|pp)\.$/i,
  },
  // The groups follow HL7's data-absent-reason; the phrases are those that specification sheets and registers print.
  values: {
    notTold:
      /^(?:(?:as yet |currently |still |officially )?(?:not|never) (?:yet |currently |publicly |officially |been |formally )*(?:disclosed|announced|revealed|published|released|stated|specified|given|known|confirmed|shared|provided|reported|made public|available|decided|determined|finali[sz]ed|clear)|undisclosed|unannounced|unspecified|unpublished|unconfirmed|unknown|unclear|confidential|tbd|tba|tbc|t\.b\.[acd]\.?|to be (?:announced|determined|confirmed|decided|disclosed|published|agreed)|pending|no (?:data|information|figures?|details)(?: (?:yet|available|given|disclosed|provided|published))*|details? (?:to follow|pending)|coming soon|awaiting (?:confirmation|announcement|publication))(?=$|[\s.,;:!?)\[])/i,
    notApplicable: /^(?:not applicable|n\/a|n\.a\.|does not apply|inapplicable)(?=$|[\s.,;:!?)(–—-])/i,
  },
  statements: {
    speculation: /\b(?:could|might|may|should|perhaps|possibly)\b/,
    // "could not have been missed", "as soon as we could", "a game that may be sold"
    noSpeculation:
      /\bcould(?: not|n['’]t| never) have\b|\bas (?:\S{1,40} ){1,5}as (?:\S{1,40} ){1,4}could\b|(?<=[\p{L}\p{N}],? )(?:that|which|who) may\b/gu,
    opinion:
      /\b(?:(?:I|we) (?:think|believe|feel|hope|suspect|would argue)|in (?:my|our) (?:view|opinion|judg(?:e)?ment)|arguably|frankly|in the author’s view)\b/i,
    // "that is a smart choice": adjectives and nouns of worth (WordNet).
    evaluation:
      /^(?:(?:and|but|so) )?(?:that|this|it|they|these|those|he|she)(?:['’]s|['’]re| is| are| was| were)(?: (?:not|also|just|quite|very|really|truly|simply|such|a|an|the|\w{1,20}ly))* (?:good|great|bad|smart|clever|wise|stupid|silly|foolish|excellent|superb|brilliant|terrible|awful|horrible|dreadful|wonderful|fantastic|amazing|awesome|impressive|disappointing|exciting|boring|beautiful|gorgeous|lovely|ugly|nice|delightful|shameful|admirable|sensible|worthwhile|bargain|triumph|shame|pity|masterpiece|disgrace)\b/,
    // Verbs of two words, which alone would be nouns or adverbs.
    instruction: /^(?:back up|log (?:in|on|out|off|into)|scroll (?:up|down|to)|opt (?:in|out))\b/i,
    instructionLead:
      /^(?:please|always|also|then|next|first|second|third|finally|instead|now|so|and|but|just|simply)\b,?\s+/i,
    imperatives: {
      // The base forms among the verbs with which the imperative sentences of style guides (Google, Microsoft) begin.
      verbs: wordSet(`
      add adopt allow apply ask assess avoid be begin bring choose collect compare complete configure confirm connect
      consider consult continue create decide define delete discover do don’t enable enjoy ensure enter evaluate
      examine expect explore fill find follow get give go identify include install invest join keep know learn leave
      let make negotiate never pick pay prefer prepare protect provide put reduce refer remember remove replace
      restart run save see send stay submit subscribe take talk tell think try understand use verify write rebuild
      uninstall`),
      nounsToo: wordSet(`
      access book browse build buy call check claim click contact copy download draft export file hold import leverage
      list look map measure monitor move note open order pick plan point press print purchase read record register
      report request reserve review run save schedule search select set share show sign start stop store switch test
      track treat turn type update upgrade use visit wait watch work write`),
      // The task statements of O*NET.
      duties: wordSet(`
      act address adapt advance advise advocate aim align analyse analyze answer appoint arrange assign assist attend
      attract balance build care carry change coach collaborate combine communicate conduct contribute coordinate
      cultivate cut defend deliver deploy design develop direct disclose distribute document donate drive edit educate
      embed empower encourage engage enforce establish expand extend facilitate fight focus form foster fund grow
      guide handle help hire host implement improve increase inform inspire integrate introduce investigate involve
      launch lead limit listen lobby lower maintain manage market meet mentor mobilise mobilize obtain offer operate
      organise organize oversee participate perform practise practice present preserve prevent produce promote propose
      prove publish pursue raise reach recognise recognize recommend recruit reform remain renew represent research
      resist resolve respect respond restore retain reuse safeguard secure seek serve simplify solve speak spend
      spread stand strengthen strive study supervise supply support sustain teach train transform translate uphold
      volunteer welcome win`),
      afterNoun: wordSet(`
      of is was are were has had have will would can could may might must began ended rose fell went came took made
      gave saw grew stood ran led left met paid held`),
      // No participles.
      finite: wordSet(`
      is are was were has had will would can could may might must rose fell grew began went took gave sank shrank`),
      noNoun:
        /^(?:an?|the|this|that|these|those|your|you|our|we|my|its?|their|they|his|her|all|any|each|every|some|both|no|what|which|who|whether|how|when|where|why|if|and|or|but|by|with|as|than|until|before|after)$/,
      takesClause: wordSet('check note read report see show'),
    },
    addressing: /\b(?:you|your|we|our|us)\b/i,
  },
  // Words of newsletter boxes, share bars, cookie notes, bylines, disclaimers and pagers of common publishing systems.
  furniture: {
    subscription:
      /\b(?:unsubscribe|subscribe (?:to|now|today|for|below|free)|(?:join|get|sign up (?:for|to)) (?:our|the|my|this) (?:[\w-]+ ){0,3}(?:newsletter|mailing list|community|list|briefing|digest)|sign up (?:for|to get|now|today|below|here|free)|(?:in|to) your inbox|your e-?mail(?: address)?|no spam|(?:opt out|leave|cancel) (?:whenever|any ?time)|one e-?mail (?:a|per|every|each) (?:day|week|month)|join (?:over |more than )?\d[\d,.]*[km]?\+? (?:[\w-]+ ){0,4}(?:readers|subscribers|members|who)|follow us on|all rights reserved|share this (?:article|post|story)|leave a (?:reply|comment)|accept (?:all )?cookies|privacy policy|terms of (?:use|service)|skip to (?:main |the )?content|back to top|click here|learn more about our|book a (?:demo|call)|free trial)\b/i,
    opens:
      /^(?:(?:©|\(c\)|copyright\b(?: ©)?) ?\d{4}\b|about the authors?\s*[:—–]|(?:previous|next|older|newer)(?: (?:post|article|story|page))?\s*[:|←→«»]|this (?:article|story|post|page|report) (?:was|has been) (?:\w+ )?(?:amended|corrected|edited|revised|modified|updated) (?:on|to)\b)/i,
    // "This article is for general information and is not legal advice."
    disclaimer:
      /^(?:disclaimer: )?(?:this|the (?:content|information|material)s?|nothing) (?:[\w-]+ ){0,12}(?:not|nor|constitutes?)\b[^.]{0,80}\b(?:legal|financial|investment|medical|tax|professional)\b[^.]{0,40}\badvice\b/i,
    contact: /^(?:e-?mail|contact|call|write to|got a (?:tip|story)|do you (?:know|have))\b[^@]{0,120}\S@\S{1,80}\.\w/i,
    credit:
      /(?:^|[.!?]\s)(?:photo(?:graph)?s?|image|picture|illustration|credit|video)(?: credit)?(?: by)?: ?[\p{L}][^.!?]{1,60}$/iu,
    teaser:
      /^(?:watch|listen|video|gallery|in pictures|read more|related|see also|main articles?|further information)\s*:\s/i,
    // "A field guide for riders."
    tagline:
      /^(?:An?|Your) (?:[\w’-]{1,20} ){0,4}(?:guide|briefing|primer|explainer|introduction|overview|look|walkthrough|roundup|digest) (?:for|to|of|at|on|into) [^.!?\d]{1,80}[.!]?$/,
    // "Source: returns of the operators", but not "Source: the ministry said that …".
    provenance: /^(?:data )?sources?\s*:\s*\p{L}/iu,
    reports: /\b(?:said|says?|told|claims?|claimed|reported|wrote|writes|that)\b/i,
    shareBar:
      /^share (?:this )?(?:on|via|with|to)?:? ?(?:x|twitter|facebook|linkedin|whatsapp|reddit|e-?mail|bluesky|mastodon)\b[^.!?]{0,80}$/i,
    // "By Ana Orr · 6 March 2026 · 7 min read"
    metaPart: new RegExp(`^(?:(?:${STAMP}(?: on|:)? )?${DATE}|${LENGTH}|${SERIES})$`, 'i'),
    namedPart: /^(?:(?:[Bb]y|BY|[Ii]n) )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|de|van|von|and|&)){0,6}$/u,
    byline:
      /^(?:[Bb]y\s+\p{Lu}|BY\s+\p{Lu}|(?:[Ww]ritten|[Pp]osted|[Rr]eviewed|[Ee]dited|[Uu]pdated|[Ll]ast (?:updated|modified|reviewed)|[Pp]hoto(?:graph)?|[Ii]mage|[Cc]redit)\b(?: by| on|:)|[Pp]ublished(?: on|:| \d| \p{Lu}))/u,
    byAuthor:
      /^(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ww]ords|[Ss]tory|[Tt]ext) )?[Bb]y (\p{Lu}[\p{L}’'-]{1,30})(?: |$)/u,
  },
  holes: {
    wantsObject: WANTS_OBJECT,
    between: /\b(between|from)\s+(?=(?:and|to|until)\s)/giu,
    placeholder: /_{3,}|[$€£]\s+(?=(?:million|billion|thousand)\b)|\[(?:insert|add|date|name|tbd|tk)[^\]]{0,40}\]/giu,
    takesSource: wordSet(`
      based according relies relied rely relying builds built draws drawn depends described describes reported reports
      reporting cited cites shown shows discussed discusses adapted derived taken quoted listed detailed found given
      presented proposed noted documented introduced explained outlined summarised summarized reviewed published
      stated seen see as data evidence figures table figure results argued defined provided included mentioned set
      laid specified recorded studied examined analysed analyzed estimated calculated measured modelled modeled
      demonstrated confirmed observed suggested developed used work works research analysis paper study article report
      made comes came available referred refers similar compared addition contrast comment comments`),
    mayPoint: /^(?:due to| (?:in|from|by|per|see))$/i,
    clauseGoesOn: /^\s*(?:[.,;:!?)]|$|(?:and|but|by|with|while)\b)/,
    events: wordSet(`
      announced signed launched released published founded established dated scheduled opened completed effective born
      started began begins starts ended ends expires expired held introduced approved adopted ratified enacted issued
      registered incorporated agreed unveiled delivered inaugurated closed acquired`),
    atEnd: /(\p{L}+)\s+(on|in|at|by|since|until|between|from)\s*[.;]?\s*$/iu,
    wantsDate: /^on$/i,
    relative: /\b(?:which|what|that|who|whom|where|when)\b/i,
    agents: {
      passiveBy:
        /\b(?:was|were|is|are|been|being|be|as)\s+(?:\p{L}{1,20}ly\s+)?(\p{L}{1,20}(?:ed|en|wn|un|lt|ld|ght|ut|ade|ng|nt))\s+(by)\s+(?=[a-z])/gu,
      // "was passed by in silence"
      goBy: wordSet('passed dropped stopped walked'),
      // But "by at least four", "by in-house staff", "by on and off rain".
      noAgent: /^(?:on|in|at|before|after|until|since|during)\s(?!least|most|excess|part\b|turn\b|and\b|or\b)/,
      // "written by and for riders", "owned by and named after the city"
      sharesObject: wordSet('for by after with of to about against from around under upon on behalf in through'),
      // "owned by and based at the university"
      sharesPlace: wordSet(`
      based located situated housed headquartered held kept hosted stationed displayed shown performed used employed
      taught educated aimed directed targeted`),
    },
    sums: {
      sumPer: new RegExp(
        `\\b(?:fee|price|cost|rent|salary|wage|charge|fine|penalty|toll|fare|premium|subscription)s? (?:is|are|was|were) (per) ${PERIOD}\\b`,
        'iu',
      ),
      costsPer: new RegExp(
        `^(?:the|an?|this|that|each|every|it|one)((?: [\\p{L}\\p{N}.’'-]{1,30}){0,4}) costs (per) ${PERIOD}\\s*(?=[.,;[]|$)`,
        'iu',
      ),
    },
  },
  // Wikipedia's lists of inline cleanup templates with their common redirects, and its citation templates.
  wiki: {
    tags: {
      'citation needed':
        'citation needed|cn|fact|source?|source needed?|citation?|cite needed|needs citation|unsourced|source needed|reference needed|ref needed|refneeded|cb|ctn|unreferenced inline|cn-span|citation needed span|cn span|fact span|additional citation needed',
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
      'dead link': 'dead link|permanent dead link|deadlink|dl|broken link|link broken|dead url',
    },
    words: {},
    tagsWithText: /(?: span|-span)$/,
    cites: /^(?:cite(?: [\w ]{2,30})?|citation|vcite(?: \w+)?)$/,
    parameters: {
      title: 'title|script-title|chapter-title',
      part: 'chapter|contribution|entry|article|section',
      translated: 'trans-title|trans_title|trans-chapter',
      container:
        'work|website|newspaper|journal|magazine|periodical|encyclopedia|encyclopaedia|dictionary|series|conference|book-title|program|mailinglist|via',
      publisher: 'publisher|institution|agency|distributor|school|organization',
      date: 'date|year|publication-date',
      url: 'url|chapter-url|article-url|contribution-url|entry-url',
      accessed: 'access-date|accessdate|accessed',
      archive: 'archive-url|archiveurl|archive url',
      archived: 'archive-date|archivedate',
      quote: 'quote',
      page: 'page|p',
      pages: 'pages|pp',
    },
    edit: 'edit(?: source| ?\\| ?edit source)?',
  },
  figures: {
    decimalComma: false,
    months: monthNumbers(
      ...'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec'.split(
        '|',
      ),
    ),
    lowerMonths: false,
    ordinal: /^(st|nd|rd|th)$/,
    ordinalStop: false,
    of: wordSet('of'),
    // "One" is left out: mostly it is a pronoun.
    numberWords: new Map([
      ...counted(
        `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
         eighteen nineteen`,
        0,
      ),
      ...counted('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
      ['dozen', 12],
    ]),
    and: 'and',
    andBetween: NEVER,
    one: wordSet('a'),
    twenties: NO_WORDS,
    scales: new Map([
      ['hundred', 1e2],
      ['thousand', 1e3],
      ['k', 1e3],
      ['million', 1e6],
      ['m', 1e6],
      ['mn', 1e6],
      ['mln', 1e6],
      ['billion', 1e9],
      ['b', 1e9],
      ['bn', 1e9],
      ['trillion', 1e12],
      ['tn', 1e12],
      ['trn', 1e12],
    ]),
    currencyWords: new Map([
      ['dollar', '$'],
      ['dollars', '$'],
      ['us dollars', 'USD'],
      ['euro', 'EUR'],
      ['euros', 'EUR'],
      ['pounds sterling', 'GBP'],
      ['yen', 'JPY'],
      ['yuan', 'CNY'],
      ['renminbi', 'CNY'],
      ['rupees', 'INR'],
      ['francs', 'CHF'],
      ['swiss francs', 'CHF'],
    ]),
    percent: /^(percent|percentage|pct)$/,
    percentPair: ['per', 'cent'],
    points: /^(points?|pp)$/,
    designators: wordSet(`
      annex appendix article chapter class clause column day exhibit figure footnote gate grade item layer level line
      no number page paragraph part phase platform point room round rule season section series session stage step
      table task tier type unit version volume week year zone`),
    timeWords: wordSet(`
      in by since until till through from to of during before after early late mid between and around circa fy year
      spring summer autumn fall winter january february`),
    noName: /(ly|ed)$/,
    rough: /\b(about|almost|approximately|around|circa|close to|estimated|nearly|roughly|some)\W*$/i,
    bound:
      /\b(above|at least|at most|below|exceed\w*|fewer than|just over|just under|less than|more than|or more|over|under|up to|upwards? of)\W*$/i,
    range: {
      link: /^\s?(?:\p{L}{1,12}\s)?\s?(-|to|and)\s?$/u,
      between: /\bbetween\s+$/i,
      and: 'and',
      from: /\bfrom\s+$/i,
    },
    units: {
      mm: 'millimetre millimetres millimeter millimeters',
      cm: 'centimetre centimetres centimeter centimeters',
      m: 'metre metres meter meters',
      km: 'kilometre kilometres kilometer kilometers',
      mg: 'milligram milligrams',
      g: 'gram grams gramme grammes',
      kg: 'kilogram kilograms kilo kilos kilogramme kilogrammes',
      t: 'tonne tonnes',
      ml: 'millilitre millilitres milliliter milliliters',
      l: 'litre litres liter liters',
      ms: 'millisecond milliseconds',
      s: 'sec secs second seconds',
      min: 'mins minute minutes',
      h: 'hr hrs hour hours',
      day: 'day days',
      week: 'week weeks',
      month: 'month months',
      year: 'year years',
      w: 'watt watts',
      kw: 'kilowatt kilowatts',
      mw: 'megawatt megawatts',
      gw: 'gigawatt gigawatts',
      tw: 'terawatt terawatts',
      hz: 'hertz',
      khz: 'kilohertz',
      mhz: 'megahertz',
      ghz: 'gigahertz',
    },
  },
  lexicon: {
    // VerbNet 3 classes say-37.7, transfer_mesg-37.1, tell-37.2, indicate-78, declare-29.4, confess-37.10 and
    // characterize-29.2, as far as they are used of documents; "include" and "cover" as in contain-15.4, "appear" as in
    // appear-48.1.1, and "see" as in a reference.
    reportingVerbs: `
  acknowledge add address admit affirm allege announce answer appear argue assert attest attribute back bear carry certify characterize
  cite claim clarify classify comment communicate conclude confirm contain convey corroborate cover credit declare define
  demonstrate depict describe designate detail detailed disclose discuss display document emphasise emphasize establish
  estimate evidence evince explain express feature find found highlight identify illustrate imply include indicate inform
  introduce issue label list maintain make mark mention name note observe offer outline point present prove publish quote read
  record recount refer reference reflect register reiterate relate release remark repeat report represent reveal say said see
  set share show signal specify speak spell state stipulate stress substantiate suggest summarise summarize support talk tell
  told testify underline underscore verify write wrote written`,
    // Hyponyms of WordNet's "document", "written communication", "message", "agreement" and "section".
    documentNouns: `
  abstract accord account agreement announcement article attachment blog book briefing brochure bulletin chapter citation
  clause coverage contract data dataset deal diagram documentation entry essay evidence excerpt exhibit figure filing
  footnote guide handbook headline information interview introduction item journal leaflet ledger letter line link log
  magazine manual material media memo memorandum message minutes newspaper note notice page pact paper paragraph passage piece
  policy post poster preamble press proof publication quotation recap record register registry release report research review row schedule
  section sentence sheet site slide source specification statement story study summary survey table term text title
  transcript treaty update website webpage wording writing`,
    // Schmid (2000), "English Abstract Nouns as Conceptual Shells", and WordNet's hyponyms of "change" and "quality".
    shellNouns: `
  ability addition adjustment advantage aim alteration amendment approach area argument aspect assertion assumption
  attribute basis belief benefit capability capacity case cause challenge change characteristic circumstance claim
  comparison component concept conclusion concern condition consequence context decision definition description detail
  development difference effect element enhancement example expansion explanation extension fact factor feature finding
  focus function goal idea impact implication improvement innovation instance issue kind matter means measure mechanism
  method modification move need notion number objective objection observation opportunity option outcome part path
  plan point position possibility principle problem process promise property proposal provision purpose question reason
  reduction requirement result revision right role rule situation shift sort step strategy strength subject swap task
  theme thing thought topic transformation transition trend type upgrade value variation version view way`,
    // Quirk et al., §7.33 and §8.104, and Biber's stance adverbs.
    emphasis: `
  absolute actual apparent basic big broad central certain chief clear complete concrete considerable core critical crucial
  current decisive definite different direct distinct entire essential evident exact exclusive explicit express final firm
  following formal full fundamental general given great headline high huge important integral key large latest leading main
  major material mere new notable noteworthy obvious official original overall particular plain popular precise present
  primary prime principal prominent pure real related relevant remarkable same several significant simple single
  specific straight strong substantial such sure total true updated usual various very vital well whole`,
    adverbEnding: /li$/,
    // VerbNet classes get-13.5.1, keep-15.2, give-13.1, contribute-13.2, allow-64, use-105, begin-55.1, continue-55.3 and
    // seem-109, with "have" and "make".
    lightVerbs: `
  accept acquire add allow apply become begin bring carry come commence continue deliver employ enable enjoy ensure gain
  gather get give go grant hold include introduce keep leave let maintain make obtain offer own permit possess preserve
  provide put receive remain retain secure seem serve set stay supply support take use utilise utilize win`,
    // WordNet's "cost, price, fee, charge", and "limit, ceiling, cap, maximum".
    prices: `charge cost fee price priced pricing tariff`,
    limits: `cap ceiling limit max maximum`,
    periods: [
      'hourly hour',
      'daily day',
      'weekly week',
      'monthly month',
      'quarterly quarter',
      'yearly year',
      'annual year',
      'annually year',
    ],
    // VerbNet classes give-13.1, contribute-13.2 and get-13.5.1, irregular forms with them.
    giving: `
  give gave given grant donate contribute pay paid provide award get got obtain receive`,
    paying: `paid pay paying`,
    buying: `acquisition buying purchase sale selling takeover`,
    // Halliday and Hasan's general nouns (1976, §6.1) and WordNet's words for organisations, undertakings and made things.
    generalNouns: `
  affair agency app association authority board body business city club company contract council country deal district
  event facility federation firm foundation group house institution law league line man matter merger ministry model museum
  network organisation organization park partnership people person place plant platform product programme program
  project school scheme service ship site society software state station store system team thing tool town treaty
  union university woman work`,
    // VerbNet classes keep-15.2 and own-100.1.
    stative: `continue have hold keep maintain own possess remain retain stay`,
  },
  notes: {
    locator:
      /§|\b[Pp]{1,2}\.\s*[\divxlc]|\b(?:para|fig|vol|ch|art|sec)\.\s*[\dIVXLC]|\b(?:[Aa]nnex|[Aa]ppendix|[Aa]rticle|[Cc]hapter|[Cc]lause|[Ee]xhibit|[Ff]igure|[Ff]ootnote|[Ii]tem|[Ll]ine|[Nn]ote|[Pp]age|[Pp]aragraph|[Pp]art|[Ss]chedule|[Ss]ection|[Tt]able|[Vv]olume) (?:\d|[A-HJ-Z]\b|[IVXLC]{2,}\b)/,
    proForms: wordSet('this that it so these those same'),
    within: wordSet('in by on'),
    articles: wordSet('the'),
    sourceBefore: wordSet('by from in on via to told tell with'),
  },
  logic: {
    // Quirk et al., §10.54–60; "n't" is seen by its ending.
    negators: wordSet(`
      not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely unable fails fail
      failed lack lacks lacked refuses refuse refused denies denied rejects rejected`),
    negativeEnding: /n't$/,
    not: wordSet('not'),
    focus: wordSet('only just merely simply least'),
    noLonger: /^(?:no|not) (?:longer|anymore)$/,
    // VerbNet class stop-55.4.
    ending: wordSet(`
      cease ceased ceases ceasing discontinue discontinued discontinues end ended ends expire expired expires halt
      halted halts quit quits stop stopped stops terminate terminated terminates abolish abolished abandon abandoned
      revoke revoked`),
    endingNouns: wordSet('end ends halt halts stop stops'),
    beforeNoun: wordSet('a an any at by each every its no our that the their this until day week month quarter year'),
    afterNoun: 'of',
    // The conditional and exceptive subordinators and prepositions of Quirk et al., §15.34 and §9.58.
    qualifier:
      /\b(?:unless|except(?:ing)?(?: for| that| when| where| if| in| to)?|with the exception of|only (?:if|when|where|after|once)|provided(?: that|(?=,))|providing that|(?:as|so) long as|on (?:the )?condition that|but not (?:if|when|where))\b/i,
    qualifierAfterComma: /,\s*provided\b/i,
    conjunctionFirst: /^(?:and|but|so|yet)\s/i,
    turning: wordSet(`
      above after against before below between down during except first fewer from into last less more next off only
      other out over same than under up with within without would could should if when each both half another`),
    dateRoles: [
      [/\b(until|till|through|to|by)(?: the)?(?: end of)?\W*$/i, 'end'],
      [/\b(from|since|after|starting|beginning)(?: in| on)?\W*$/i, 'start'],
      [/\bbefore\W*$/i, 'before'],
    ],
    tying:
      /(?:\b(?:[Ii]n|[Oo]n|[Bb]y|[Oo]f|[Aa]t|[Ff]rom|[Uu]ntil|[Tt]hrough|[Ss]ince|[Aa]fter|[Bb]efore|[Dd]uring|[Aa]s of|[Ee]arly|[Mm]id|[Ll]ate)\b[\s-]*(?:the\s+)?|(?<![\p{L}\p{N}])\p{Ll}+\s+)(?:\p{L}{3,9}day,?\s+)?$/u,
    pointing:
      /^\W*(?:it|its|he|his|she|her|they|their|this|that|these|those|both|i|my|we|our|you|your|there|here|the (?:above|below|following|former|latter))\b/i,
    // "Returns the number of boats", "Updated the tolls": what does so is named elsewhere.
    verbFirst: /^\W*\p{Lu}\p{Ll}{2,20}(?:s\s(?:the|an?|its|whether|if|true|false)\b|ed\s\p{Ll})/u,
    apart: /^\W*(?:you|(?:an?\s|the\s|another\s)?examples?)\b/i,
    pastForms: /\b(was|were|had|did)\b/i,
    presentForms: /\b(is|are|has|have|does|do|will)\b/i,
    deniesAside:
      /\([^)]{0,40}\b(?:no|not|never|without)\b|\b(?:that|which|who)\s(?:\p{L}{2,6}(?:\s(?:not|never)|n't)|cannot|never|fails?|lacks?)\b/iu,
    forPrice: /\bfor\b/,
    date: 'date',
    countedHeading: /\b(?:appendix|article|chapter|example|note|part|point|question|section|step)\s+\d+/gi,
    clauseEnd:
      /\s*;\s*|,\s+(?:but|yet|while|whereas|although|though|with)\s+|\s+(?:while|whereas)\s+|,\s+(?:thus |thereby )?(?=\p{Ll}{2,20}ing\s)/giu,
    openedClause: /^(?:while|although|though|whereas)\s+([^,]{3,300}),\s+(.*)$/i,
    and: /,?\s+and\s+/,
    goesOn: /^\p{Ll}{2,20}(?:[^s\P{Ll}]s|ed)\s+(?:the|an?|its|their|his|her|our|all|every|each|no|it|them)\b/u,
    betweenWord: /\bbetween\b/i,
    yesNo: /^(yes|no)\s*[,.;:-]\s*/i,
    formerHeading:
      /\b(previous(ly)?|former(ly)?|old|older|earlier|prior|before|past|legacy|until now|original(ly)?)\b/i,
    formerText: /\b(previously|formerly|used to|in the past|back then|at the time)\b/i,
    untrue: /\b(myths?|misconceptions?|falsehoods?|fiction|rumou?rs?|hoax|debunked)\b/i,
  },
  // The kinds of "unsupported attribution" that Wikipedia's manual of style warns of.
  weasels: {
    // WordNet: hyponyms of "expert", "critic", "observer", "research".
    voices: wordSet(`
      academics analysts authorities commentators critics detractors experts fans historians insiders observers people
      pundits researchers research scholars scientists skeptics sceptics sources specialists studies supporters
      opponents proponents reports rumours rumors reviewers`),
    onlyQuantified: wordSet(`
      authorities fans people reports research studies sources supporters opponents proponents researchers reviewers`),
    quantifiers: wordSet('certain countless few many most multiple numerous several some various'),
    // VerbNet classes say-37.7, conjecture-29.5 and consider-29.9.
    saying: wordSet(`
      agree agreed allege alleged argue argued assert asserted assume believe believed claim claimed consider
      considered contend contended criticise criticised criticize criticized estimate fear feel felt hail hailed hold
      maintain maintained praise praised predict predicted say said see show shown speculate speculated suggest
      suggested suspect suspected think thought warn warned`),
    betweenVerb: /^(have|has|had|also|still|now|long|often|widely|generally|.*ly)$/,
    beforeVoice: /^(that|but|and|while|although|though|as|because|which|what|however|where|when|so|or)$/,
    accordingTo: [['according', 'to']],
    notAccording: wordSet('research'),
    hearsay: wordSet('allegedly purportedly reportedly reputedly supposedly'),
    phrases: null,
    passive: {
      it: 'it',
      have: /^(has|had|have)$/,
      be: wordSet('is are was were been be being'),
      thought: wordSet(`
      accepted acclaimed acknowledged agreed alleged argued assumed believed claimed considered credited deemed
      estimated expected held perceived presumed recognised recognized regarded reported reputed rumored rumoured said
      seen speculated suggested supposed suspected thought understood viewed`),
      widely: wordSet('broadly commonly frequently generally largely often popularly universally usually widely'),
      that: 'that',
      sight: wordSet('seen viewed held'),
      as: 'as',
      not: 'not',
    },
    named:
      /(?:\b(?:according to|by)|,\s+(?:including|such as|among them))\s+(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\p{Ll}]+\s+){0,4}\p{Lu}/u,
    toldBehind: /,\s(?:\p{L}[\p{L}'-]*\s){1,6}(?:say|says|said|told|wrote|reported|testified)\b/u,
  },
  tense: {
    // Finite forms of "be", "have" and "do" (Quirk et al., §3.31–36).
    pastAuxiliaries: wordSet('was were had did'),
    // Quirk et al., §3.11–20, as texts report by them.
    irregularPast: wordSet(`
      became began bought broke brought built came caught chose cost cut drew fell fled flew forbade forgot found
      fought froze gave got grew held kept knew laid led left lent lost made met paid put ran rang rose said sang sank
      sat saw sent set shook shot shut sold sought spent split spoke spread stole stood struck swore swept taught
      threw told took thought tore understood undertook went withdrew woke won wore wrote`),
    past: /[a-z]ed$/,
    futureModals: wordSet("will shall won't"),
    future: /'ll$/,
    hypothetical: wordSet('would could should might may'),
    hypotheticalEnding: NEVER,
    // Quirk et al., §4.41–48.
    planned: wordSet(`
      bound due expected forecast intended planned projected scheduled set slated supposed targeted going`),
    planning: wordSet('aims expects hopes intends plans promises wants aim expect hope intend plan'),
    presentBe: wordSet('am are is be being'),
    determiners: wordSet('a an the its his her their our this that these those'),
    to: 'to',
    bound:
      /\b(?:by|until|till|before|through|to|than|for|of|[-–—])\s*(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|mid-?\s*)?$/i,
    placed:
      /(?:^|[.,;:(]|\b(?:in|during|since|from|after|around|circa|early|late|mid|year|spring|summer|autumn|fall|winter))[\s-]*$/i,
    clauseEnd: /[;:()]|\s[–—-]\s|,\s+(?:and|but|or|while|whereas|although|though|which|who|when|where)\s/g,
  },
  disclaimers: {
    // Quirk et al., §10.54–60; "n't" is seen by its ending.
    not: wordSet('not never cannot nowhere neither'),
    failing: wordSet('fails fail failed neglects neglected omits omitted'),
    // VerbNet's say-37.7 and indicate-78, and WordNet's "confirm", "support" and "prove". Not those that can be what a claim
    // is about ("include", "cover", "share").
    backing: `
      address back claim confirm corroborate discuss document indicate mention prove refer report say show specify state
      substantiate suggest support verify said shown stated`,
    source: wordSet('it this that which they these here'),
    auxiliaries: wordSet('do does did has have had is are was were be been can could also actually in fact'),
    condition: wordSet('if unless when where whether until while because'),
    trace: `
      basis confirmation corroboration evidence hint indication mention proof reference sign source statement
      substantiation support trace`,
    // WordNet's "contradict", "refute", "disprove", "dispute" and their synonyms.
    against: 'belie contradict controvert debunk disprove dispute rebut refute',
    silent: wordSet('silent mute'),
    otherwise: wordSet('otherwise opposite contrary reverse'),
    unbacked: wordSet('unsupported unconfirmed unverified unsubstantiated uncorroborated'),
    contrast: wordSet('but although though however yet only just except'),
  },
};
