import { stemmer } from '@orama/stemmers/german';
import type { Language } from './language.js';
import { closing, counted, monthNumbers, NEVER, NO_WORDS, opening, phrases, wordSet } from './patterns.js';

/**
 * German. Grammar after Duden, "Die Grammatik" (2022): the closed classes of words, modal verbs, negation; section names, dates
 * and templates after the German Wikipedia (WP:Formatierung, WP:Belege); stems by Snowball's algorithm.
 */

const MONTH =
  '(?:Jan(?:uar|\\.)?|Jänner|Feb(?:ruar|\\.)?|März|Mrz\\.?|Apr(?:il|\\.)?|Mai|Juni?|Juli?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Okt(?:ober|\\.)?|Nov(?:ember|\\.)?|Dez(?:ember|\\.)?)';
const DATE = `(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:\\p{L}{2,8})?\\.?,? )?(?:\\d{1,2}\\. ?${MONTH} \\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)(?:,? (?:um )?\\d{1,2}[.:]\\d\\d(?: Uhr)?)?`;
const WANTS_OBJECT =
  'am|im|vom|zum|zur|beim|ins|ans|fürs|von|für|seit|gegen|ohne|zwischen|und|oder|der|die|das|den|dem|des|ein|eine|einen|einem|einer';

/** The stop list of the Snowball project (snowballstem.org/algorithms/german/stop.txt, BSD), and links of clauses. */
const STOP_WORDS = `
  aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anderm andern anders auch auf
  aus bei bin bis bist da damit dann der den des dem die das daß dass derselbe derselben denselben desselben demselben dieselbe
  dieselben dasselbe dazu dein deine deinem deinen deiner deines denn derer dessen dich dir du dies diese diesem diesen dieser
  dieses doch dort durch ein eine einem einen einer eines einig einige einigem einigen einiger einiges einmal er ihn ihm es
  etwas euer eure eurem euren eurer eures für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich mich mir ihr
  ihre ihrem ihren ihrer ihres euch im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann
  kein keine keinem keinen keiner keines können könnte machen man manche manchem manchen mancher manches mein meine meinem
  meinen meiner meines mit muss musste nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seines
  selbst sich sie ihnen sind so solche solchem solchen solcher solches soll sollte sondern sonst über um und uns unse unsem
  unsen unser unses unter viel vom von vor während war waren warst was weg weil weiter welche welchem welchen welcher welches
  wenn werde werden wie wieder will wir wird wirst wo wollen wollte würde würden zu zum zur zwar zwischen
  ab außer außerdem bereits beim bzw dabei daher darf darunter davon dazu deshalb durfte dürfen etwa falls gab gibt ihrem je
  jedoch konnte konnten müssen mussten nachdem obwohl schon seit sei sodass sofern sollen sowie sowohl trotz wegen weder wurde
  wurden worden zudem zunächst`;

export const GERMAN: Language = {
  tag: 'de',
  name: 'German',
  stopWords: wordSet(STOP_WORDS),
  stem: (word) => (/^[a-zäöüß]+$/.test(word) ? stemmer(word) : word),
  capitalNouns: wordSet(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner im am zum zur vom beim ins ans diese
    dieser dieses diesem diesen jede jeder jedes jedem jeden alle allen aller sein seine seinen seinem seiner ihr ihre ihren ihrem
    ihrer unser unsere viele vielen einige mehrere beide beiden pro je zwei drei vier fünf sechs sieben acht neun zehn`),
  grammar: {
    smallWords: wordSet(
      'der die das den dem des ein eine einen einem einer und oder aber von vom in im an am auf zu zum zur mit für bei beim nach aus über unter bis als wie ist',
    ),
    prepositions: wordSet(`
      ab an am auf aus außer bei beim bis durch entlang für gegen gegenüber gemäß hinter in im ins innerhalb laut mit nach neben
      ohne seit statt trotz über um unter unterhalb von vom vor während wegen wider zu zum zur zwischen als wenn wo`),
    finite: wordSet(`
      ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste mussten
      soll sollen sollte sollten darf dürfen durfte durften will wollen wollte wollten würde würden könnte könnten wäre wären
      sei seien gibt gab bleibt blieb liegt lag steht stand`),
    opensQuestion: opening(
      '(?:(?:und|aber|also|doch)\\s+)?(?:wer|wen|wem|wessen|was|welche[rsnm]?|warum|weshalb|wieso|wie|wann|wo|wohin|woher|womit|wofür|ist|sind|war|waren|hat|haben|hatte|kann|können|wird|werden|darf|dürfen|muss|müssen|soll|sollen|gibt)',
    ),
    opensClause: /^(?:als|wenn|während|wo)(?!\p{L}).*[,:]\s*$/isu,
    announces: /^(?:Wie|Warum|Was|Wer|Wo|Wann)\s[^,]*$/,
    asks: /^(?:wie|was|wann|wo|welche[rsnm]?|wer|wessen|warum)\s/i,
    pronoun: /^(?:er|ich|es|sie|wir|ihr|du|man)\s/i,
    beforeObject: /\S\s+(\p{Ll}{2,30})\s+(?:die|das|den|eine?n?|ihren?|seinen?|unseren?)\s/gu,
    noVerb: /^(?:alle|und|beide|doch|halb|nicht|oder|sowie|als|wie|was|\p{Ll}{1,27}e[nrms])$/u,
    month: MONTH,
    dayEnding: '\\.?',
  },
  // Abbreviations after Duden, "Die deutsche Rechtschreibung", and the list of WP:Abkürzungen.
  sentences: {
    abbreviations: wordSet(`
      a abb abs abschn allg alt anm art aufl ausg bd bde bearb bes betr bspw bzgl bzw ca d dipl dr dt ebd ehem einschl engl evtl
      exkl f ff fr frl frz geb gegr gem gest ggf ggü h hbf hg hl hr hrsg i inkl ing insb insbes isbn ital jan feb mär apr jun jul
      aug sep sept okt nov dez jg kap kath kgl kl lat lfd lt ltd m max mind min mio mitgl mrd n nr o op orig ortst ostd phil pl
      prof red ref rd reg röm s schw sek sen skr sog sp spez st std str südd tab teilw tel u übers überarb univ urspr usf v verf
      verh vgl vgl vol vorm w westl wiss z zit zz z.b d.h u.a i.d.r v.a z.t u.u s.o s.u o.ä i.a e.v m.e`),
    beforeFigure: NO_WORDS,
    mayEnd: wordSet('usw etc chr jh jhd jhs jhdt kg u.ä u.v.m gmbh e.v co ag jr sen'),
    starters: wordSet(`
      der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich man dies diese dieser dieses diesem diesen in
      im an am auf aus bei beim mit nach seit von vom vor zu zum zur für durch gegen ohne um über unter während wegen als wenn
      weil da obwohl nachdem bevor ob und oder aber doch denn so dann danach dabei dafür damit dort hier heute auch nur noch kein
      keine keiner alle viele einige beide jede jeder jedes sein seine seiner ihre ihrer ihren insgesamt zudem außerdem jedoch bis
      laut trotz zwei drei vier wer was wie wo wann warum nicht ja nein allerdings anders daher deshalb darauf davon dazu erst
      etwa inzwischen nun schon später zunächst`),
    number: NO_WORDS,
    exclaimed: wordSet('yahoo jeopardy joomla wetten'),
    ordinal: /^(?:\d{1,3}|[IVXLC]{1,7})$/,
    answer: /^(?:ja|nein|noch nicht|nicht ganz|doch|richtig|falsch)[.!]\s/i,
  },
  sections: {
    references:
      /^(?:(?:liste der |verwendete |unsere )?(?:einzelnachweise|quellen(?:angaben|nachweise?|verzeichnis)?|belege|nachweise|anmerkungen|fußnoten|endnoten|referenzen|literatur(?:verzeichnis|nachweise|angaben))|(?:anmerkungen|quellen|belege|fußnoten|einzelnachweise|literatur) (?:und|&|\/) (?:anmerkungen|quellen|belege|fußnoten|einzelnachweise|nachweise))$/,
    'further reading':
      /^(?:literatur|weblinks|siehe auch|weiterführende (?:literatur|links|informationen)|externe links|zum weiterlesen|literatur und weblinks)$/,
    questions:
      /(?:^|\P{L})(?:faqs?|häufige fragen|häufig gestellte fragen|oft gestellte fragen|fragen (?:und|&) antworten|leserfragen|ihre fragen)(?:\P{L}|$)/u,
    glossary:
      /(?:^|\P{L})(?:glossar|begriffe|begriffserklärung(?:en)?|definitionen|fachbegriffe|terminologie)(?:\P{L}|$)/u,
    summary:
      /^(?:zusammenfassung|das wichtigste(?: in kürze| auf einen blick| vorab)?|auf einen blick|kurz (?:gesagt|gefasst|und bündig|zusammengefasst)|überblick|in kürze|kernpunkte|die wichtigsten punkte|kurzfassung|steckbrief|tl;?dr)$/,
    boilerplate:
      /^(?:(?:über )?(?:den |die )?autor(?:in|en|innen)?|über uns|kommentare?(?: \(\d+\))?|(?:\d+ )?kommentare?|(?:schreibe|schreiben sie|hinterlasse) .{0,20}kommentar|kommentar (?:schreiben|verfassen|hinterlassen)|(?:ähnliche|verwandte|weitere) (?:artikel|beiträge|themen|meldungen)|mehr (?:zum thema|aus|von|über)\b.*|das könnte (?:sie|dich) auch interessieren|lesen sie auch|weiterlesen|(?:unser )?newsletter\b.*|abonnieren\b.*|teilen|(?:artikel|beitrag) teilen|folgen sie uns|kontakt|impressum|datenschutz\b.*|anzeige|werbung|schlagwörter|stichwörter|kategorien|navigation(?:smenü)?|menü|suche|inhalt(?:sverzeichnis)?|meistgelesen|beliebt|cookie\b.*)$/,
  },
  columns: {
    roles: {
      claim: /^(?:(?:die )?(?:behauptung(?:en)?|aussagen?|thesen?|feststellung(?:en)?))$/i,
      evidence:
        /^(?:belege?|nachweise?|begründung(?:en)?|beweise?|grundlage|anhaltspunkte?|stütze|woher wir das wissen)$/i,
      source: /^(?:quellen?|einzelnachweise?|quellenangaben?|fundstellen?|fußnoten?|ref\.?|literatur)$/i,
      label:
        /^(?:merkmale?|eigenschaft(?:en)?|kategorie|punkt|thema|kriterium|kriterien|aspekt|kennzahl|kenngröße|frage|bereich|posten|parameter|gegenstand|faktor)$/i,
      value: /^(?:werte?|angaben?|details?|information(?:en)?|beschreibung|antwort|daten|stand|zahl)$/i,
    },
    document: /^(?:studien?|berichte?|dokumente?|artikel|links?|wo)$/i,
    abbreviated: /^(?:abb|ca|max|min|anz|bd|nr|s|ref)\.$/i,
  },
  values: {
    notTold:
      /^(?:(?:(?:bisher|bislang|derzeit|noch|offiziell|aktuell) )*(?:nicht|nie) (?:(?:öffentlich|offiziell|näher) )*(?:bekannt(?:gegeben| gegeben| gemacht)?|veröffentlicht|mitgeteilt|genannt|angegeben|angekündigt|bestätigt|festgelegt|entschieden|beschlossen|geklärt|öffentlich|verfügbar|offengelegt)|unbekannt|ungeklärt|unklar|offen|vertraulich|geheim|ausstehend|keine (?:angaben?|daten|informationen|auskunft)|k\. ?a\.|wird (?:noch|später) (?:bekannt ?gegeben|mitgeteilt|festgelegt|veröffentlicht)|steht noch nicht fest|folgt(?: in kürze)?|demnächst|tbd|tba|tbc)(?=$|[\s.,;:!?)[])/i,
    notApplicable:
      /^(?:nicht zutreffend|entfällt|trifft nicht zu|nicht anwendbar|n\/a|n\. ?z\.|gegenstandslos)(?=$|[\s.,;:!?)(–—-])/i,
  },
  statements: {
    speculation: phrases(
      'könnten?|dürften?|möglicherweise|vielleicht|eventuell|womöglich|vermutlich|voraussichtlich nicht|sollten? (?:man|sie|wir|jede[rs]?|alle)|(?:man|sie|wir|jede[rs]?|alle) sollten?|unter umständen',
    ),
    noSpeculation: /(?!)/g,
    opinion: phrases(
      'ich (?:glaube|finde|denke|hoffe|meine)|wir (?:glauben|finden|denken|hoffen|meinen)|(?:meiner|unserer) (?:meinung|ansicht|auffassung) nach|nach (?:meiner|unserer) (?:meinung|ansicht|auffassung)|(?:meines|unseres) erachtens|aus (?:meiner|unserer) sicht|ehrlich gesagt|zugegeben',
    ),
    // Adjectives of worth after GermaNet.
    evaluation:
      /^(?:(?:und|aber|doch) )?(?:das|dies|es|er|sie|diese[rs]?)(?: ist| war| sind| waren| bleibt| blieb)(?: (?:nicht|auch|sehr|wirklich|einfach|ganz|so|echt|nur|ein|eine|einen|wahrlich|geradezu))* (?:gut|großartig|schlecht|klug|dumm|albern|hervorragend|brillant|schrecklich|furchtbar|wunderbar|fantastisch|beeindruckend|enttäuschend|aufregend|langweilig|schön|hässlich|wunderschön|reizend|schändlich|vernünftig|schade|gute[rs]? idee|kluge[rs]? (?:wahl|schritt|zug)|meisterwerk|triumph|schande|glücksgriff|jammer)(?!\p{L})/u,
    instruction:
      /^(?:bitte\s|siehe\s|\p{Lu}\p{Ll}{2,20}(?:en|ern|eln) Sie(?!\p{L})|(?:klicke?|nutze?|prüfe|achte|lies|melde|lade|öffne|wähle|gib|füge|beachte|vergiss|denke?|stelle?|speichere|starte|installiere|aktualisiere|teste|schau|sieh|nimm|bringe?|halte?|kaufe?|folge|vermeide|warte|schreibe?|verwende|überprüfe|vergleiche|entferne|drücke)\s(?!\p{Ll}{2,20}t\s(?:der|die|das)))/iu,
    instructionLead:
      /^(?:bitte|immer|auch|dann|danach|zuerst|zunächst|erstens|zweitens|schließlich|jetzt|nun|und|aber|einfach)(?:,|\s)\s*(?=\p{Lu})/u,
    imperatives: null,
    addressing:
      /(?<!\p{L})(?:Ihnen|Ihre?[nmrs]?|du|dein(?:e[nmrs]?)?|dir|dich|wir|uns|unser(?:e[nmrs]?)?)(?!\p{L})|(?<=\p{L} )Sie(?!\p{L})/u,
  },
  furniture: {
    subscription: phrases(
      'newsletter (?:abonnieren|bestellen|anmelden)|(?:abonnieren|bestellen) sie|jetzt abonnieren|abonniere (?:jetzt|unseren)|melden sie sich (?:jetzt |hier |kostenlos )?(?:an|für)|in (?:ihr|dein) postfach|(?:ihre|deine) e-?mail-?adresse|kein spam|jederzeit (?:kündbar|abbestell\\p{L}+|abmeld\\p{L}+|kündigen)|abmeldung (?:ist )?jederzeit|alle rechte vorbehalten|datenschutzerklärung|cookies (?:akzeptieren|zulassen)|folgen sie uns|diesen (?:artikel|beitrag) teilen|kostenlos testen|zum seitenanfang|zum inhalt springen|hier klicken|einen kommentar (?:schreiben|hinterlassen)',
    ),
    opens:
      /^(?:(?:©|\(c\)|copyright\b(?: ©)?) ?\d{4}\b|über (?:den|die) autor(?:in|en)?\s*[:—–]|(?:vorheriger|nächster|älterer|neuerer) (?:beitrag|artikel)\s*[:|←→«»]?|dieser (?:artikel|beitrag|text) (?:wurde|ist) (?:zuletzt |erstmals )?(?:am|aktualisiert|korrigiert|geändert)(?!\p{L}))/iu,
    disclaimer:
      /^(?:hinweis: )?(?:dieser?|dieses|die|der|alle|nichts)\s(?:[\p{L}-]+ ){0,12}(?:keine?|nicht)\s[^.]{0,80}(?:rechts|steuer|anlage|finanz)?beratung(?!\p{L})/iu,
    contact: /^(?:e-?mail|kontakt|schreiben sie|hinweise an|haben sie)\b[^@]{0,120}\S@\S{1,80}\.\w/i,
    credit: /(?:^|[.!?]\s)(?:fotos?|bild(?:er)?|grafik(?:en)?|video|abbildung|illustration): ?[\p{L}][^.!?]{1,60}$/iu,
    teaser:
      /^(?:video|galerie|bildergalerie|mehr dazu|lesen sie auch|siehe auch|hauptartikel|weiterlesen|zum thema)\s*:\s/i,
    tagline:
      /^(?:Ein|Eine|Ihr) (?:[\p{L}’-]{1,20} ){0,4}(?:Leitfaden|Überblick|Ratgeber|Einführung|Wegweiser|Rundgang) (?:für|zu|zur|zum|durch|über|in) [^.!?\d]{1,80}[.!]?$/u,
    provenance: /^quellen?\s*:\s*\p{L}/iu,
    reports: phrases('sagte|sagt|teilte|erklärte|berichtet|berichtete|meldete|laut|dass|schrieb'),
    shareBar:
      /^(?:teilen|artikel teilen) (?:auf|über|via|per|bei)?:? ?(?:x|twitter|facebook|linkedin|whatsapp|e-?mail|bluesky|mastodon)\b[^.!?]{0,80}$/i,
    metaPart: new RegExp(
      `^(?:(?:(?:zuletzt |erstmals )?(?:veröffentlicht|aktualisiert|geändert|erstellt|publiziert|stand)(?: am|:)? )?${DATE}|(?:lesezeit:? ?)?(?:ca\\. |etwa )?\\d{1,3} ?min(?:uten?|\\.)?(?: lesezeit)?)$`,
      'iu',
    ),
    namedPart:
      /^(?:(?:[Vv]on|VON|[Ii]n|[Aa]us) )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|von|van|de|und|&)){0,6}$/u,
    byline:
      /^(?:(?:[Vv]on|VON)\s+\p{Lu}[\p{L}.’'-]+\s+\p{Lu}|(?:[Gg]eschrieben|[Vv]erfasst|[Aa]ktualisiert|[Vv]eröffentlicht|[Rr]edaktion|[Aa]utor(?:in)?|[Tt]ext|[Ff]oto|[Bb]ild)(?: von| am|:)\s)/u,
    byAuthor: /^(?:(?:[Gg]eschrieben|[Vv]erfasst|[Tt]ext) )?[Vv]on (\p{Lu}[\p{L}’'-]{1,30})(?: |$)/u,
  },
  // Not "auf", "zu", "bei", "durch" and their like: they end clauses as parts of verbs ("nahm sie auf").
  holes: {
    wantsObject: WANTS_OBJECT,
    between: /(?<!\p{L})(zwischen|von)\s+(?=(?:und|bis)\s)/giu,
    placeholder:
      /_{3,}|[$€£]\s+(?=(?:Millionen|Milliarden|Tausend)(?!\p{L}))|\[(?:einfügen|datum|name|tbd|tk)[^\]]{0,40}\]/giu,
    takesSource: wordSet(
      'beruht basiert stützt zitiert laut nach angaben bericht studie siehe vgl daten arbeit untersuchung',
    ),
    mayPoint: /\s(?:von|und|oder|für|gegen|zwischen)$/i,
    // The verb comes last: "wurde am [1] eröffnet".
    clauseGoesOn: /^\s*(?:[.,;:!?)]|$|\p{Ll})/u,
    events: wordSet(`
      wurde wurden war waren ist sind eröffnete begann endete erschien startete öffnete schloss gegründet eröffnet beschlossen
      unterzeichnet veröffentlicht gebaut geboren`),
    atEnd: /(\p{L}+)\s+(am|im|vom|zum|zur|von|seit|zwischen|für)\s*[.;]?\s*$/iu,
    wantsDate: /^(?:am|im|seit)$/i,
    relative: NEVER,
    agents: null,
    sums: null,
  },
  wiki: {
    tags: {
      'citation needed': 'belege fehlen|beleg fehlt|quelle fehlt|beleg|belege|quelle|einzelnachweis fehlt',
      'clarification needed': 'unverständlich|was|wer|überarbeiten|lückenhaft',
      when: 'wann|veraltet|zeitlich unklar',
      'page needed': 'seite fehlt',
      'dead link': 'toter link|webarchiv fehlt|defekter link',
      dubious: 'zweifelhaft|widerspruch',
    },
    words: { zahl: '$1', höhe: '$1 m', prozent: '$1 %' },
    tagsWithText: NEVER,
    cites: /^(?:internetquelle|literatur|artikelquelle)$/,
    parameters: {
      title: 'titel',
      part: 'sammelwerk-titel',
      container: 'werk|zeitung|sammelwerk',
      publisher: 'hrsg|herausgeber|verlag',
      date: 'datum|jahr',
      url: 'online|weblink',
      accessed: 'abruf|zugriff|zugriffsdatum',
      archive: 'archiv-url|archivurl',
      archived: 'archiv-datum',
      quote: 'zitat',
      page: 'seite',
      pages: 'seiten',
    },
    edit: 'bearbeiten(?: ?\\| ?quelltext bearbeiten)?',
  },
  figures: {
    decimalComma: true,
    months: monthNumbers(
      'januar jänner jan',
      'februar feb',
      'märz mrz mär',
      'april apr',
      'mai',
      'juni jun',
      'juli jul',
      'august aug',
      'september sep sept',
      'oktober okt',
      'november nov',
      'dezember dez',
    ),
    lowerMonths: false,
    ordinal: NEVER,
    ordinalStop: true,
    of: NO_WORDS,
    numberWords: new Map([
      ...counted(
        'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
        2,
      ),
      ...counted('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10),
      // "Einundzwanzig" is one word.
      ...['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'].flatMap((tens, t) =>
        ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'].map(
          (ones, o) => [`${ones}und${tens}`, (t + 2) * 10 + o + 1] as const,
        ),
      ),
      ...['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'].map(
        (ones, o) => [`${ones}hundert`, (o + 1) * 100] as const,
      ),
      ...['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'].map(
        (ones, o) => [`${ones}tausend`, (o + 2) * 1000] as const,
      ),
      ['dutzend', 12],
    ]),
    and: 'und',
    andBetween: NEVER,
    one: wordSet('eine einer ein'),
    twenties: NO_WORDS,
    scales: new Map([
      ['hundert', 1e2],
      ['tausend', 1e3],
      ['tsd', 1e3],
      ['million', 1e6],
      ['millionen', 1e6],
      ['mio', 1e6],
      ['milliarde', 1e9],
      ['milliarden', 1e9],
      ['mrd', 1e9],
      ['billion', 1e12],
      ['billionen', 1e12],
    ]),
    currencyWords: new Map([
      ['euro', 'EUR'],
      ['dollar', '$'],
      ['us dollar', 'USD'],
      ['franken', 'CHF'],
      ['schweizer franken', 'CHF'],
      ['pfund sterling', 'GBP'],
      ['yen', 'JPY'],
      ['yuan', 'CNY'],
    ]),
    percent: /^(?:prozent|vh)$/,
    percentPair: ['von', 'hundert'],
    points: /^(?:punkte?n?|prozentpunkte?n?)$/,
    units: {
      mm: 'millimeter millimetern',
      cm: 'zentimeter zentimetern',
      m: 'meter metern',
      km: 'kilometer kilometern',
      mg: 'milligramm',
      g: 'gramm',
      kg: 'kilogramm kilo',
      t: 'tonne tonnen',
      ml: 'milliliter',
      l: 'liter litern',
      ms: 'millisekunde millisekunden',
      s: 'sek sekunde sekunden',
      min: 'minute minuten',
      h: 'std stunde stunden',
      day: 'tag tage tagen',
      week: 'woche wochen',
      month: 'monat monate monaten',
      year: 'jahr jahre jahren',
      w: 'watt',
      kw: 'kilowatt',
      mw: 'megawatt',
      gw: 'gigawatt',
      kwh: 'kilowattstunde kilowattstunden',
      mwh: 'megawattstunde megawattstunden',
      gwh: 'gigawattstunde gigawattstunden',
      hz: 'hertz',
    },
    designators: wordSet(`
      abschnitt absatz abbildung anhang artikel band blatt fassung folge gleis haus kapitel klasse linie nr nummer paragraf
      phase platz raum saison satz seite spalte spiel staffel stufe tabelle teil typ version zeile zone`),
    timeWords: wordSet(`
      im in jahr jahre jahres seit bis ab vor nach um anfang ende mitte sommer winter frühjahr frühling herbst von zum
      zwischen und januar februar märz april mai juni juli august september oktober november dezember`),
    noName: NEVER,
    rough: closing('etwa|ungefähr|rund|circa|ca\\.?|knapp|fast|nahezu|gut|schätzungsweise|annähernd|an die'),
    bound: closing(
      'über|mehr als|mindestens|wenigstens|höchstens|maximal|unter|weniger als|bis zu|ab|übersteigt|nicht mehr als|nicht weniger als',
    ),
    range: {
      link: /^\s?(?:\p{L}{1,12}\s)?\s?(-|bis|und)\s?$/u,
      between: /(?<!\p{L})zwischen\s+$/iu,
      and: 'und',
      from: /(?<!\p{L})von\s+$/iu,
    },
  },
  // Verbs of saying and nouns of documents after the synsets of GermaNet and OpenThesaurus (LGPL) for "mitteilen", "Schriftstück".
  lexicon: {
    reportingVerbs: `
      angeben angibt anführen anführt ankündigen aufführen aufzeigen ausführen ausführt aussagen äußern bekräftigen belegen belegt
      belege berichten berichtet beschreiben beschreibt besagen besagt bestätigen bestätigt betonen betont beweisen beweist
      bezeichnen darlegen darstellen dokumentieren dokumentiert enthalten enthält erklären erklärt erläutern erläutert erwähnen
      erwähnt feststellen festhalten genannt hervorheben hinweisen hinweist informieren lauten lautet melden mitteilen nachweisen
      nennen nennt sagen sagt schildern schildert schreiben schreibt stehen steht stützen stützt unterstreichen unterstützen
      verdeutlichen vermelden veröffentlichen verweisen verzeichnen zeigen zeigt zitieren zusammenfassen angegeben aufgeführt
      dargelegt beschrieben nachgewiesen gezeigt gesagt geschrieben festgehalten`,
    documentNouns: `
      abkommen abschnitt absatz akte anhang artikel aufsatz auskunft ausgabe beilage beitrag bericht berichte beschluss blatt brief
      broschüre buch daten datensatz dokument dokumentation eintrag erklärung fassung fußnote gutachten handbuch information
      kapitel katalog meldung mitteilung nachricht niederschrift notiz papier pressemitteilung protokoll quelle quellen register
      satz schreiben seite studie tabelle text überschrift übersicht unterlage unterlagen untersuchung urkunde verlautbarung
      veröffentlichung vereinbarung verordnung vertrag verzeichnis webseite website werk zeitung zitat zusammenfassung`,
    shellNouns: `
      absicht angabe annahme ansatz aspekt aufgabe aussage art bedeutung bedingung behauptung beispiel bereich beschreibung
      bestandteil detail einzelheit element entscheidung entwicklung ergebnis erkenntnis erweiterung faktor fall feststellung folge
      form frage funktion gedanke gesichtspunkt grund grundlage hinweis idee inhalt konzept maßnahme merkmal methode möglichkeit
      neuerung punkt problem rahmen regel sache sachverhalt schritt situation stelle tatsache teil thema these umstand ursache
      veränderung verbesserung verfahren vorgang vorteil wandel weise wert ziel zusammenhang zustand zweck änderung`,
    emphasis: `
      absolut allgemein ausdrücklich aktuell besonder besonders bedeutend bestimmt deutlich direkt eigentlich eindeutig einfach
      entscheidend erheblich essenziell explizit fundamental gesamt genau grundlegend groß hauptsächlich insgesamt klar konkret
      kritisch maßgeblich neu offensichtlich offiziell relevant rein richtig selbst speziell stark tatsächlich unmittelbar
      verschieden voll völlig vollständig wesentlich wichtig wichtigste wirklich zentral zentrale`,
    adverbEnding: NEVER,
    lightVerbs: `
      anbieten ausführen bekommen beginnen behalten bieten bleiben bringen einführen ermöglichen erhalten erlauben erlangen fortsetzen
      geben gewähren gewinnen haben halten kommen lassen leisten liefern machen nehmen nutzen scheinen sichern stellen treffen
      verwenden werden zulassen`,
    prices: 'preis kosten gebühr entgelt tarif',
    limits: 'grenze obergrenze höchstwert limit maximum',
    periods: ['stündlich stunde', 'täglich tag', 'wöchentlich woche', 'monatlich monat', 'jährlich jahr'],
    giving: 'geben gab gegeben schenken spenden gewähren zahlen zahlt bezahlen erhalten erhielt bekommen bekam',
    paying: 'zahlen zahlt zahlte bezahlen bezahlt',
    buying: 'kauf erwerb verkauf übernahme',
    generalNouns: `
      amt angelegenheit behörde einrichtung firma gebäude gemeinde gesellschaft gruppe haus institut kreis land mann mensch museum
      netz organisation ort partei person plattform produkt programm projekt rat ort sache schiff schule stadt stelle stiftung system
      team unternehmen verband verein werk frau`,
    stative: 'bestehen bleiben bleibt haben hat halten besitzen besitzt verfügen verfügt',
  },
  notes: {
    locator:
      /§|(?<!\p{L})(?:S|Bd|Kap|Abs|Art|Abb|Tab|Nr|Anm|Z|Sp|Rn|Ziff|f|ff)\.\s*[\dIVXLC]|(?<!\p{L})(?:Abschnitt|Absatz|Abbildung|Anhang|Artikel|Band|Blatt|Fußnote|Kapitel|Nummer|Paragraf|Satz|Seite|Seiten|Spalte|Tabelle|Teil|Zeile|Ziffer) (?:\d|[A-HJ-Z](?!\p{L})|[IVXLC]{2,}(?!\p{L}))/u,
    proForms: wordSet('dies das es so diese dieses dieser dasselbe derselbe dieselbe'),
    within: wordSet('in im auf durch von bei vom'),
    articles: wordSet('der die das dem den'),
    sourceBefore: wordSet('laut von bei in aus nach mit gegenüber'),
  },
  // Negation after Duden's chapters on negation; conditions and exceptions: its conditional and restrictive conjunctions.
  logic: {
    negators: wordSet(`
      nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem nichts nirgends weder ohne kaum verweigert
      verweigerte ablehnte verneint verneinte fehlt fehlte`),
    negativeEnding: NEVER,
    not: wordSet('nicht'),
    focus: wordSet('nur bloß allein zuletzt'),
    noLonger: /^(?:nicht|kein(?:e[nmrs]?)?) (?:mehr|länger)$/,
    ending: wordSet(
      'endet endete endeten eingestellt abgeschafft aufgegeben beendet beendete erlischt erlosch stillgelegt aufgelöst',
    ),
    endingNouns: NO_WORDS,
    beforeNoun: NO_WORDS,
    afterNoun: '',
    qualifier: phrases(
      'es sei denn|außer(?: wenn| dass| bei| in| im| an| am| mit| für| zu)?|ausgenommen|mit ausnahme (?:von|der|des)|nur (?:wenn|falls|dann|sofern|nach|bei|mit|unter der bedingung)|sofern|vorausgesetzt(?:,? dass)?|unter der (?:bedingung|voraussetzung)(?:,? dass)?|solange|soweit nicht|falls nicht|wenn nicht|aber nicht (?:wenn|falls)',
    ),
    qualifierAfterComma: NEVER,
    conjunctionFirst: /^(?:und|aber|doch|jedoch)\s/i,
    turning: wordSet(`
      über nach gegen vor unter zwischen während außer erste ersten weniger aus in letzte letzten mehr nächste nächsten ab nur andere
      anderen von bis mit innerhalb ohne würde könnte sollte wenn falls jede jeder jedes beide halbe ander`),
    dateRoles: [
      [closing('bis|bis zum|bis ende'), 'end'],
      [closing('seit|ab|seit dem|von|vom|nach|nach dem'), 'start'],
      [closing('vor|vor dem'), 'before'],
    ],
    tying:
      /(?<!\p{L})(?:[Ii]m|[Ii]n|[Aa]m|[Bb]is|[Ss]eit|[Aa]b|[Vv]om|[Vv]on|[Nn]ach|[Vv]or|[Zz]um|[Aa]nfang|[Mm]itte|[Ee]nde|[Jj]ahre?)[\s-]+(?:der\s+|dem\s+)?(?:\p{L}{3,10}tag,?\s+(?:dem\s+|den\s+)?)?$|(?<![\p{L}\p{N}])\p{Ll}+\s+$/u,
    pointing: opening(
      '\\P{L}*(?:er|sie|es|sein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|dies(?:e[nmrs]?)?|jene[nmrs]?|beide|ich|mein(?:e[nmrs]?)?|wir|unser(?:e[nmrs]?)?|du|dein(?:e[nmrs]?)?|dort|hier|da|dabei|davon|dafür|damit|das (?:ist|sind|war|waren))',
    ),
    verbFirst: NEVER,
    apart: opening('\\P{L}*(?:Sie|du|zum beispiel|beispiel|ein beispiel)'),
    pastForms: phrases('war|waren|hatte|hatten|wurde|wurden'),
    presentForms: phrases('ist|sind|hat|haben|wird|werden'),
    deniesAside:
      /\([^)]{0,40}(?<!\p{L})(?:keine?[nmrs]?|nicht|nie|ohne)(?!\p{L})|,\s(?:der|die|das|dem|den)\s[^,]{0,80}(?<!\p{L})(?:nicht|nie|keine?[nmrs]?)(?!\p{L})/iu,
    forPrice: /(?<!\p{L})für(?!\p{L})/u,
    date: 'datum',
    countedHeading:
      /(?<!\p{L})(?:anhang|artikel|kapitel|beispiel|anmerkung|teil|punkt|frage|abschnitt|schritt)\s+\d+/giu,
    clauseEnd: /\s*;\s*|,\s+(?:aber|doch|jedoch|während|wohingegen|obwohl|wobei|sondern)\s+/giu,
    openedClause: /^(?:während|obwohl|obgleich)\s+([^,]{3,300}),\s+(.*)$/iu,
    and: /,?\s+und\s+/,
    goesOn: NEVER,
    betweenWord: phrases('zwischen'),
    yesNo: /^(ja|nein)\s*[,.;:-]\s*/i,
    formerHeading: phrases(
      'früher|ehemals|vorher|zuvor|bisher|alt|alte[rs]?|bis dahin|ursprünglich|vergangen(?:heit)?',
    ),
    formerText: phrases('früher|ehemals|vormals|einst|damals|in der vergangenheit|zuvor'),
    untrue: phrases('mythos|mythen|irrtum|irrtümer|gerücht|gerüchte|falschmeldung|legende'),
  },
  // After the German Wikipedia's advice on neutral wording (WP:Neutraler Standpunkt) and GermaNet's hyponyms of "Fachmann".
  weasels: {
    voices: wordSet(`
      experten fachleute kritiker beobachter forscher wissenschaftler historiker analysten kommentatoren befürworter gegner skeptiker
      studien untersuchungen leute menschen stimmen quellen insider kenner anhänger fans gelehrte`),
    onlyQuantified: wordSet(
      'leute menschen studien quellen untersuchungen forscher anhänger fans stimmen befürworter gegner',
    ),
    quantifiers: wordSet('einige manche mehrere viele zahlreiche verschiedene gewisse zahllose etliche diverse'),
    saying: wordSet(`
      sagen sagten glauben glaubten meinen meinten behaupten behaupteten vermuten vermuteten befürchten fürchten denken halten
      hielten sehen sahen kritisieren kritisierten loben lobten warnen warnten argumentieren betonen gehen schätzen schätzten
      bezweifeln fordern zeigen zeigten erwarten nehmen finden werfen`),
    betweenVerb: /^(?:auch|noch|inzwischen|seit|oft|häufig|weiterhin|zudem|bereits|allerdings|jedoch)$/,
    beforeVoice: /^(?:dass|aber|und|während|obwohl|da|weil|was|wie|doch|jedoch|oder|wo|wenn|so)$/,
    accordingTo: [
      ['laut'],
      ['nach', 'ansicht'],
      ['nach', 'ansicht', 'von'],
      ['nach', 'meinung', 'von'],
      ['nach', 'meinung'],
      ['nach', 'angaben', 'von'],
      ['nach', 'auffassung', 'von'],
    ],
    notAccording: wordSet('studien untersuchungen leute'),
    hearsay: wordSet('angeblich mutmaßlich vorgeblich'),
    phrases:
      /(?<!\p{L})(?:es wird (?:(?:oft|häufig|allgemein|gemeinhin|weithin|vielfach) )?(?:vermutet|angenommen|behauptet|gesagt|berichtet|geglaubt|erzählt|befürchtet|spekuliert)|man (?:sagt|glaubt|nimmt an|vermutet|munkelt)|es heißt(?=,)|gilt (?:(?:als|vielen|manchen) )?(?:weithin|allgemein|gemeinhin|vielfach|vielerorts)|gilt vielen(?= als)|(?:wird|werden|wurde|wurden) (?:weithin|allgemein|gemeinhin|vielfach|oft|häufig) als(?= .{1,80}(?:angesehen|betrachtet|bezeichnet|gesehen)))(?!\p{L})/giu,
    passive: null,
    named: /(?<!\p{L})(?:laut|von|vom|durch)\s+(?:der\s+|dem\s+|den\s+|einer?m?\s+)?(?:\p{Ll}+\s+){0,4}\p{Lu}/u,
    toldBehind: null,
  },
  tense: {
    pastAuxiliaries: wordSet('wurde wurden war waren hatte hatten'),
    irregularPast: wordSet(`
      begann begannen kam kamen ging gingen fiel fielen stieg stiegen sank sanken gab gaben nahm nahmen lief liefen fuhr fuhren
      schloss schlossen zog zogen schrieb verlor verloren gewann gewannen trat traten fand fanden hielt hielten ließ ließen brachte
      brachten baute bauten öffnete öffneten eröffnete eröffneten kaufte kauften verkaufte verkauften gründete gründeten startete
      starteten endete endeten kostete kosteten sagte sagten meldete meldeten teilte kündigte führte führten erreichte erreichten
      erhielt erhielten stellte stellten legte legten ersetzte ersetzten zahlte zahlten wählte wählten lehnte stimmte stimmten
      beschloss beschlossen erschien erschienen entstand entstanden überquerte erklärte veröffentlichte unterzeichnete`),
    past: NEVER,
    futureModals: wordSet('wird werden'),
    future: NEVER,
    hypothetical: wordSet('würde würden könnte könnten sollte sollten dürfte dürften wäre wären hätte hätten'),
    hypotheticalEnding: NEVER,
    planned: wordSet('geplant vorgesehen angekündigt'),
    planning: NO_WORDS,
    presentBe: wordSet('ist sind'),
    determiners: wordSet('der die das den dem des ein eine einen einem einer'),
    to: 'zu',
    bound: closing('bis|bis zum|bis zur|bis ende|ab|vor|vor dem|als|für|zum|zur|-|–'),
    placed:
      /(?:^|[.,;:(]|(?<!\p{L})(?:im|in|jahr|jahre|seit|nach|um|anfang|mitte|ende|sommer|winter|frühjahr|herbst))[\s-]*$/iu,
    clauseEnd: /[;:()]|\s[–—-]\s|,\s+(?:und|aber|oder|während|obwohl|die|der|das|wobei|wo)\s/g,
  },
  disclaimers: null,
};
