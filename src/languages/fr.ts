import { stemmer } from '@orama/stemmers/french';
import type { Language } from './language.js';
import { closing, counted, monthNumbers, NEVER, NO_WORDS, opening, phrases, wordSet } from './patterns.js';

/**
 * French. Grammar after Grevisse and Goosse, "Le Bon Usage" (16th edition): the closed classes of words, negation, modal verbs;
 * section names, dates and templates after the French Wikipedia (Conventions de plan, Aide:Note); stems by Snowball's algorithm.
 */

const MONTH =
  '(?:janv(?:ier|\\.)?|févr?(?:ier|\\.)?|mars|avr(?:il|\\.)?|mai|juin|juil(?:let|\\.)?|août|sept(?:embre|\\.)?|oct(?:obre|\\.)?|nov(?:embre|\\.)?|déc(?:embre|\\.)?)';
const DATE = `(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?(?:le )?(?:\\d{1,2}(?:er)? ${MONTH} \\d{4}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)(?:,? (?:à )?\\d{1,2} ?[h:]\\d\\d)?`;

/** The stop list of the Snowball project (snowballstem.org/algorithms/french/stop.txt, BSD), and links of clauses. */
const STOP_WORDS = `
  au aux avec ce ces dans de des du elle en et eux il je la le les leur lui ma mais me même mes moi mon ne nos notre nous on ou par
  pas pour qu que qui sa se ses son sur ta te tes toi ton tu un une vos votre vous c d j l à m n s t y été étée étées étés étant
  suis es est sommes êtes sont serai seras sera serons serez seront serais serait serions seriez seraient étais était étions étiez
  étaient fus fut fûmes fûtes furent sois soit soyons soyez soient ayant eu eue eues eus ai as avons avez ont aurai auras aura
  aurons aurez auront aurais aurait aurions auriez auraient avais avait avions aviez avaient eut eûmes eûtes eurent aie aies ait
  ayons ayez aient
  cette cet ceux celle celles celui cela ça comme donc dont entre chez sans sous vers depuis pendant avant après contre selon
  malgré parmi jusque jusqu lors lorsque quand où si car ni or puis alors ainsi aussi très plus moins peu peut peuvent doit
  doivent tout tous toute toutes chaque plusieurs quelques quelque aucun aucune autre autres tel telle tels telles leurs afin
  alors là ici encore déjà toujours jamais bien fait faire puisque parce quoi dès trop non oui`;

export const FRENCH: Language = {
  tag: 'fr',
  name: 'French',
  stopWords: wordSet(STOP_WORDS),
  stem: (word) => {
    // "L'annexe" and "annexe" are one word.
    const own = word.replace(/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/, '');
    return /^[a-zàâæçéèêëîïôœùûüÿ]+$/.test(own) ? stemmer(own) : own;
  },
  capitalNouns: null,
  grammar: {
    smallWords: wordSet(
      'le la les un une des de du au aux et ou mais à en dans par pour sur sous avec sans chez entre vers que qui est',
    ),
    prepositions: wordSet(`
      à après avant avec chez contre dans de depuis derrière dès devant durant en entre envers hors jusque lors malgré outre par
      parmi pendant pour sans sauf selon sous sur vers quand où lorsque`),
    finite: wordSet(`
      est sont était étaient a ont avait avaient sera seront fut furent peut peuvent doit doivent va vont aura auront serait
      seraient devait devaient pouvait pouvaient reste restent fait font`),
    opensQuestion: opening(
      "(?:(?:et|mais|donc|alors)\\s+)?(?:qui|que|quoi|quel(?:le)?s?|pourquoi|comment|combien|quand|où|est-ce|qu['’]est-ce|est-il|a-t-(?:il|elle|on)|peut-on|faut-il|doit-on|y a-t-il)",
    ),
    opensClause: /^(?:quand|lorsque|où)(?!\p{L}).*[,:]\s*$/isu,
    announces: /^(?:Comment|Pourquoi|Ce que|Qui|Où|Quand|Quelles?|Quels?)\s[^,]*$/,
    asks: /^(?:comment|pourquoi|ce que|quand|où|quel(?:le)?s?|qui)\s/i,
    pronoun: /^(?:il|elle|ils|elles|je|nous|vous|tu|on|c['’]est)\s/i,
    beforeObject: /\S\s+(\p{Ll}{2,30})\s+(?:le|la|les|un|une|ses|son|sa|leurs?|notre|nos)\s/gu,
    noVerb: /^(?:tous|toutes|et|ou|mais|comme|que|ni|\p{Ll}{1,27}(?:ant|er|ir|é|ée|és|ées))$/u,
    month: MONTH,
    dayEnding: '(?:er)?',
  },
  // Abbreviations after the "Lexique des règles typographiques en usage à l’Imprimerie nationale".
  sentences: {
    abbreviations: wordSet(`
      m mm mme mmes mlle mlles mgr me pr dr st ste av bd boul art al chap cf col éd ed env ex fig fol ibid id ill inv loc cit ms n
      no num op p pp pl réf rééd s sq suiv t tél trad vol v vs hab max min janv févr fév avr juil sept oct nov déc apr j.-c p.ex
      adj adm arr dép dir gal hist intr min prof sec soc univ`),
    beforeFigure: NO_WORDS,
    mayEnd: wordSet('etc j.-c cie sa ltd inc a.m p.m u.e'),
    starters: wordSet(`
      le la les l un une des de du d au aux ce cet cette ces il elle ils elles on nous vous je j c ceci cela ça son sa ses leur
      leurs notre nos mon ma mes en dans à par pour sur sous avec sans chez entre vers depuis pendant avant après contre selon
      malgré lors lorsque quand comme si mais et ou donc car ni or puis alors ainsi aussi enfin ensuite cependant toutefois
      néanmoins tous toutes tout chaque plusieurs certains certaines quelques aucun aucune deux trois qui que quel quelle où
      pourquoi comment non oui y aujourd d'autres bien puisque parce outre grâce l'ensemble`),
    number: wordSet('no nos n num'),
    exclaimed: wordSet('yahoo jeopardy joomla'),
    ordinal: null,
    answer: /^(?:oui|non|pas encore|pas tout à fait|exact|vrai|faux)[.!]\s/i,
  },
  sections: {
    references:
      /^(?:(?:liste des |nos |principales )?(?:références(?: bibliographiques)?|sources|notes|citations|bibliographie|ouvrages cités|notes de bas de page)|(?:notes|références|sources|notes et sources) (?:et|&) (?:références|notes|sources|bibliographie)|références et notes|sources et bibliographie|sources consultées)$/,
    'further reading':
      /^(?:voir aussi|articles? connexes?|liens? externes?|pour aller plus loin|pour en savoir plus|à lire|lectures complémentaires|annexes)$/,
    questions:
      /(?:^|\P{L})(?:faq|foire aux questions|questions fréquentes|questions (?:et|\/|-) ?réponses|questions courantes|vos questions|questions fréquemment posées)(?:\P{L}|$)/u,
    glossary: /(?:^|\P{L})(?:glossaire|définitions|terminologie|lexique|vocabulaire|termes clés)(?:\P{L}|$)/u,
    summary:
      /^(?:l'essentiel|en bref|en résumé|résumé|points clés|les points clés|à retenir|ce qu'il faut retenir|synthèse|vue d'ensemble|chiffres clés|faits clés|tl;?dr)$/,
    boilerplate:
      /^(?:(?:à propos (?:de l'|des |du )?)?(?:l'|les? |des )?auteure?s?|à propos(?: de nous)?|qui sommes-nous|commentaires?|(?:\d+ )?commentaires?|laisser un commentaire|laissez un commentaire|(?:articles|contenus|sujets) (?:similaires|liés|connexes|recommandés|associés)|sur le même (?:sujet|thème)|à lire (?:aussi|également)|lire (?:aussi|la suite|plus)|vous aimerez aussi|(?:notre )?(?:newsletter|lettre d'information|infolettre)\b.*|abonnez-vous\b.*|s'abonner\b.*|inscrivez-vous\b.*|partager(?: cet article)?|partagez.*|suivez-nous|contact|nous contacter|publicité|sponsorisé|mots-clés|étiquettes|catégories|navigation|menu(?: de navigation)?|plan du site|recherche(?:r)?|sommaire|table des matières|les plus lus|mentions légales|confidentialité\b.*|cookies?\b.*)$/,
  },
  columns: {
    roles: {
      claim: /^(?:(?:l')?(?:affirmations?|assertions?|déclarations?|énoncés?|constats?|allégations?))$/i,
      evidence:
        /^(?:preuves?|éléments?(?: de preuve)?|justificati(?:on|f)s?|fondements?|appui|vérification|ce que dit la source|comment le sait-on)$/i,
      source: /^(?:sources?|références?|citations?|réf\.?|notes?)$/i,
      label:
        /^(?:catégorie|caractéristiques?|élément|champ|attribut|aspect|propriété|paramètre|sujet|thème|critères?|indicateur|facteur|rubrique|question|point|poste|mesure)$/i,
      value: /^(?:valeurs?|détails?|informations?|infos?|description|réponse|données|chiffres?|statut)$/i,
    },
    document: /^(?:études?|rapports?|documents?|articles?|liens?|où)$/i,
    abbreviated: /^(?:réf|fig|env|max|min|moy|qté|vol|p)\.$/i,
  },
  values: {
    notTold:
      /^(?:(?:(?:pas|non|jamais) (?:encore |officiellement |publiquement |été )*(?:communiquée?s?|annoncée?s?|dévoilée?s?|divulguée?s?|publiée?s?|précisée?s?|indiquée?s?|connue?s?|confirmée?s?|renseignée?s?|disponibles?|fixée?s?|décidée?s?|déterminée?s?|rendue?s? publi(?:c|que)s?)|inconnue?s?|indéterminée?s?|confidentiel(?:le)?s?|secret|en attente|à (?:préciser|confirmer|déterminer|définir|venir|annoncer)|aucune (?:donnée|information)|n\. ?c\.|n\. ?d\.|nc|nd|tbd|tba|tbc))(?=$|[\s.,;:!?)[])/i,
    notApplicable: /^(?:sans objet|non applicable|ne s'applique pas|n\/a|s\. ?o\.)(?=$|[\s.,;:!?)(–—-])/i,
  },
  statements: {
    speculation: phrases(
      'pourrai(?:t|ent|s)|devrai(?:t|ent)|peut-être|sans doute|probablement|éventuellement|il se peut|il est possible|vraisemblablement',
    ),
    noSpeculation: phrases("n['’]aurai(?:t|ent) pu|aurai(?:t|ent) pu", 'g'),
    opinion: phrases(
      'je (?:pense|crois|trouve|espère|dirais)|nous (?:pensons|croyons|trouvons|espérons)|à (?:mon|notre) (?:avis|sens)|selon (?:moi|nous)|franchement|à vrai dire|de (?:mon|notre) point de vue',
    ),
    evaluation:
      /^(?:(?:et|mais) )?(?:c['’](?:est|était)|ce (?:sont|fut)|il est|elle est|ils sont|elles sont|cela est|ceci est)(?: (?:pas|aussi|très|vraiment|tout simplement|si|un|une|plutôt|franchement|là))* (?:bon|bonne|excellente?|mauvaise?|intelligente?|stupide|superbe|brillante?|terrible|horrible|affreuse?|affreux|merveilleux|merveilleuse|formidable|fantastique|impressionnante?|décevante?|ennuyeux|ennuyeuse|beau|belle|magnifique|laide?|joli|jolie|honteux|honteuse|admirable|raisonnable|chef-d['’]œuvre|triomphe|honte|dommage|aubaine|bonne idée)(?!\p{L})/u,
    instruction:
      /^(?:veuillez\s|[Nn]['’]oubliez pas|[Nn]e\s\p{Ll}+ez pas|\p{Lu}\p{Ll}{2,20}(?:ez|ez-vous)(?!\p{L})(?!\s(?:le|la)\s?$)|(?:voir|cf\.)\s)/u,
    instructionLead:
      /^(?:veuillez|toujours|aussi|puis|ensuite|d['’]abord|premièrement|enfin|maintenant|et|mais|alors|sinon)(?:,|\s)\s*(?=\p{Lu})/iu,
    imperatives: null,
    addressing: phrases('vous|votre|vos|nous|notre|nos|tu|ton|ta|tes'),
  },
  furniture: {
    subscription: phrases(
      "se désabonner|désabonnez-vous|désinscription|abonnez-vous|inscrivez-vous (?:à|pour|maintenant|ici|gratuitement)|recevez (?:notre|nos|la|chaque)|dans votre boîte(?: de réception| mail)?|votre (?:adresse )?e-?mail|votre adresse électronique|pas de spam|sans spam|tous droits réservés|suivez-nous sur|partage[rz] cet article|laisse[rz] un commentaire|accepter (?:tous )?les cookies|politique de confidentialité|conditions (?:générales )?d['’]utilisation|aller au contenu|haut de (?:la )?page|retour en haut|cliquez ici|essai gratuit|un e-?mail par (?:jour|semaine|mois)",
    ),
    opens:
      /^(?:(?:©|\(c\)|copyright\b(?: ©)?) ?\d{4}\b|à propos de l['’]auteure?\s*[:—–]|(?:article )?(?:précédent|suivant)\s*[:|←→«»]|cet article a été (?:\p{L}+ )?(?:modifié|corrigé|mis à jour|révisé)(?!\p{L}))/iu,
    disclaimer:
      /^(?:avertissement : )?(?:cet? article|ce contenu|ces informations?|les informations|rien)\s(?:[\p{L}’'-]+ ){0,12}(?:pas|ni|aucun)\s[^.]{0,80}(?:conseil|avis) (?:juridique|financier|médical|fiscal|en investissement|professionnel)/iu,
    contact: /^(?:e-?mail|courriel|contact|écrivez(?:-nous)?|une information)\b[^@]{0,120}\S@\S{1,80}\.\w/i,
    credit:
      /(?:^|[.!?]\s)(?:photo(?:graphie)?s?|image|illustration|crédits?(?: photo)?|vidéo) ?: ?[\p{L}©][^.!?]{1,60}$/iu,
    teaser:
      /^(?:vidéo|écouter|diaporama|en images|lire aussi|à lire aussi|voir aussi|articles? (?:détaillés?|principal))\s*:\s/i,
    tagline:
      /^(?:Un|Une|Votre) (?:[\p{L}’'-]{1,20} ){0,4}(?:guide|tour d['’]horizon|introduction|dossier|aperçu|regard) (?:pour|sur|de|des|du|à) [^.!?\d]{1,80}[.!]?$/u,
    provenance: /^sources?\s*:\s*\p{L}/iu,
    reports: phrases('a dit|dit|disent|affirme|affirment|a déclaré|déclare|indique|que|selon|écrit'),
    shareBar:
      /^partager (?:cet article )?(?:sur|par|via)?:? ?(?:x|twitter|facebook|linkedin|whatsapp|e-?mail|bluesky|mastodon)\b[^.!?]{0,80}$/i,
    metaPart: new RegExp(
      `^(?:(?:(?:publiée?|mis(?:e)? à jour|modifiée?|rédigée?|posté)(?: le| :)? )?${DATE}|(?:temps de lecture ?:? ?)?(?:environ )?\\d{1,3} ?min(?:utes?)?(?: de lecture)?)$`,
      'iu',
    ),
    namedPart:
      /^(?:(?:[Pp]ar|PAR|[ÀAà]|[Dd]ans) )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|du|des|et|d['’]\p{Lu}\p{Ll}+|&)){0,6}$/u,
    byline:
      /^(?:(?:[Pp]ar|PAR)\s+\p{Lu}|(?:[ÉE]crit|[Pp]ublié|[Mm]is à jour|[Mm]odifié|[Rr]édigé|[Pp]hoto|[Cc]rédit)(?: par| le|\s?:)\s)/u,
    byAuthor: /^(?:(?:[ÉE]crit|[Rr]édigé|[Pp]ublié|[Tt]exte) )?[Pp]ar (\p{Lu}[\p{L}’'-]{1,30})(?: |$)/u,
  },
  holes: {
    wantsObject:
      "le|la|les|du|des|au|aux|de|en|à|dans|par|entre|pour|avec|sous|vers|depuis|chez|un|une|et|ou|l['’]|d['’]",
    between: /(?<!\p{L})(entre|du|de)\s+(?=(?:et|au|à)\s)/giu,
    placeholder:
      /_{3,}|[$€£]\s+(?=(?:millions?|milliards?)(?!\p{L}))|\[(?:insérer|date|nom|à compléter|tbd|tk)[^\]]{0,40}\]/giu,
    takesSource: wordSet(`
      fondé fondée basé basée décrit décrite rapporté rapportée cité citée selon indiqué indiquée présenté présentée publié publiée
      mentionné expliqué détaillé tiré tirée issu issue voir données étude rapport article figure tableau`),
    mayPoint: /^(?:\s| grâce à|.* (?:par|dans|et|ou|avec|en|de))$/i,
    clauseGoesOn: /^\s*(?:[.,;:!?)]|$|(?:et|mais|par|avec|pour|dans)(?!\p{L}))/u,
    events: wordSet(`
      annoncé annoncée signé signée lancé lancée publié publiée fondé fondée daté datée prévu prévue ouvert ouverte achevé achevée
      né née commencé débuté débute terminé expiré tenu tenue introduit adopté adoptée ratifié promulgué inauguré inaugurée livré
      fermé fermée`),
    atEnd: /(\p{L}+)\s+(le|la|en|au|du|par|depuis|entre|de|à|dans)\s*[.;]?\s*$/iu,
    wantsDate: /^(?:le|en|au|du)$/i,
    relative: NEVER,
    agents: null,
    sums: null,
  },
  wiki: {
    tags: {
      'citation needed':
        'référence nécessaire|refnec|ref nec|référence souhaitée|refsou|citation nécessaire|source à préciser|réf. nécessaire|réf. souhaitée',
      'better source needed': 'référence insuffisante|source insuffisante|refins|source secondaire nécessaire',
      'who says so': 'qui|qui ?|par qui|par qui ?|selon qui|selon qui ?|lequel|lequel ?',
      when: 'quand|quand ?|date à préciser|passage à actualiser|mettre à jour',
      'clarification needed':
        'pas clair|précision nécessaire|pertinence détail|c’est-à-dire|pourquoi|pourquoi ?|où|où ?|comment|combien',
      'page needed': 'page à préciser|numéro de page|passage précis',
      'dead link': 'lien brisé|lien mort',
      dubious: 'passage contredisant|douteux|affirmation contestée',
      'original research': 'travail inédit|interprétation personnelle|passage non neutre',
    },
    words: {
      date: '$*',
      'date-': '$*',
      'date de naissance': '$*',
      'date de décès': '$*',
      unité: '$*',
      unite: '$*',
      nombre: '$*',
      nb: '$*',
      heure: '$1 h $2',
      lien: '$1',
      's-': '$1e siècle',
      's mini-': '$1e siècle',
      'av jc': '$1 av. J.-C.',
      '1er': '1er $1',
      etc: 'etc.',
    },
    tagsWithText:
      /^(?:refnec|ref nec|référence nécessaire|refsou|référence souhaitée|référence insuffisante|passage .*)$/,
    cites: /^(?:lien web|ouvrage|article|chapitre|lien vidéo|article encyclopédique|périodique|lien brisé web|ecrit)$/,
    parameters: {
      title: 'titre',
      part: 'titre chapitre',
      container: 'site|périodique|titre ouvrage|revue|journal',
      publisher: 'éditeur',
      date: 'date|année|en ligne le',
      url: 'lire en ligne|url texte|url-texte|présentation en ligne',
      accessed: 'consulté le|consulté',
      archive: 'archive-url|url archive|archiveurl',
      archived: 'archivé le|date archive',
      quote: 'extrait|citation',
      page: 'page',
      pages: 'passage|pages',
    },
    edit: 'modifier(?: ?\\| ?modifier le (?:code|wikicode))?|modifier le code',
  },
  figures: {
    decimalComma: true,
    months: monthNumbers(
      'janvier janv',
      'février févr fév',
      'mars',
      'avril avr',
      'mai',
      'juin',
      'juillet juil',
      'août',
      'septembre sept',
      'octobre oct',
      'novembre nov',
      'décembre déc',
    ),
    lowerMonths: true,
    ordinal: /^(?:er|re|ère|e|ème|nd|nde)$/,
    ordinalStop: false,
    of: wordSet('de d'),
    // "Un" counts only behind another: "vingt et un".
    numberWords: new Map([
      ...counted('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2),
      ...counted('vingt trente quarante cinquante soixante', 20, 10),
      ['vingts', 20],
      ['douzaine', 12],
      ['un', 1],
      ['une', 1],
      ['mille', 1000],
    ]),
    and: 'et',
    andBetween: /^(?:vingt|trente|quarante|cinquante|soixante)$/,
    one: wordSet('un'),
    twenties: wordSet('vingt vingts'),
    scales: new Map([
      ['cent', 1e2],
      ['cents', 1e2],
      ['mille', 1e3],
      ['million', 1e6],
      ['millions', 1e6],
      ['milliard', 1e9],
      ['milliards', 1e9],
      ['mds', 1e9],
      ['billion', 1e12],
      ['billions', 1e12],
    ]),
    currencyWords: new Map([
      ['euro', 'EUR'],
      ['euros', 'EUR'],
      ['dollar', '$'],
      ['dollars', '$'],
      ['dollars américains', 'USD'],
      ['francs suisses', 'CHF'],
      ['livres sterling', 'GBP'],
      ['yens', 'JPY'],
      ['yuans', 'CNY'],
    ]),
    percent: /^pourcent$/,
    percentPair: ['pour', 'cent'],
    points: /^points?$/,
    units: {
      mm: 'millimètre millimètres',
      cm: 'centimètre centimètres',
      m: 'mètre mètres',
      km: 'kilomètre kilomètres',
      mg: 'milligramme milligrammes',
      g: 'gramme grammes',
      kg: 'kilogramme kilogrammes kilo kilos',
      t: 'tonne tonnes',
      ml: 'millilitre millilitres',
      l: 'litre litres',
      ms: 'milliseconde millisecondes',
      s: 'seconde secondes',
      min: 'minute minutes',
      h: 'heure heures',
      day: 'jour jours',
      week: 'semaine semaines',
      month: 'mois',
      year: 'an ans année années',
      w: 'watt watts',
      kw: 'kilowatt kilowatts',
      mw: 'mégawatt mégawatts',
      gw: 'gigawatt gigawatts',
      kwh: 'kilowattheure kilowattheures',
      mwh: 'mégawattheure mégawattheures',
      gwh: 'gigawattheure gigawattheures',
      hz: 'hertz',
    },
    designators: wordSet(`
      annexe article chapitre classe colonne figure gare groupe ligne niveau numéro page paragraphe partie phase point porte quai
      règle saison section série session tableau tome tour type version volume voie zone`),
    timeWords: wordSet(`
      en de depuis dès jusqu vers avant après début fin mi entre et année années an été printemps automne hiver pour durant janvier
      février mars avril mai juin juillet août septembre octobre novembre décembre`),
    noName: /ment$/,
    rough: closing(
      "environ|près d['’]|près de|autour de|à peu près|presque|quelque|plus ou moins|une? peu|aux alentours de|approximativement",
    ),
    bound: closing(
      "plus d['’]|plus de|au moins|au minimum|au plus|au maximum|moins d['’]|moins de|jusqu['’]à|dépasse|dépassent|au-delà de|à partir de",
    ),
    range: {
      link: /^\s?(?:\p{L}{1,12}\s)?\s?(-|à|et)\s?$/u,
      between: /(?<!\p{L})entre\s+$/iu,
      and: 'et',
      from: /(?<!\p{L})(?:de|du)\s+$/iu,
    },
  },
  // After the entries for "dire", "document", "chose" of the Dictionnaire électronique des synonymes (CRISCO) and Lexique-Grammaire.
  lexicon: {
    reportingVerbs: `
      affirmer affirme affirmé annoncer annonce annoncé apparaître attester atteste cité citer cite confirmer confirme confirmé
      contenir contient décrire décrit déclarer déclare démontrer démontre détailler détaille dire dit établir établit évoquer évoque
      expliquer explique exposer expose figurer figure indiquer indique indiqué informer inscrire inscrit mentionner mentionne
      mentionné montrer montre noter note parler parle préciser précise prouver prouve publier publie publié rapporter rapporte
      rapporté rappeler rappelle relater relate relever relève révéler révèle signaler signale souligner souligne soutenir soutient
      spécifier stipuler stipule témoigner témoigne voir vu écrire écrit énoncer énonce appuyer appuie`,
    documentNouns: `
      accord acte annexe annonce article attestation avis brochure bulletin chapitre clause communiqué compte-rendu contrat
      convention courrier courriel dépêche document documentation dossier données extrait fiche fichier guide information journal
      lettre lien livre magazine manuel message note notice ouvrage page paragraphe passage pièce presse procès-verbal publication
      rapport rapports recueil référence registre relevé règlement revue résumé section site source sources tableau texte titre
      traité étude entretien`,
    shellNouns: `
      aspect approche argument avantage base but cadre capacité caractéristique cas cause changement chose circonstance
      conclusion concept condition conséquence constat contenu contexte description différence décision définition détail
      développement effet élément enjeu ensemble évolution exemple facteur fait façon fin fonction forme idée impact importance
      information initiative intérêt manière mesure méthode modification moyen mécanisme nature notion nouveauté objectif objet
      opération option part partie phénomène point possibilité principe problème procédé processus progrès projet proposition
      qualité question raison remarque résultat rôle règle situation sujet système thème transformation type étape vérité valeur
      affirmation`,
    emphasis: `
      absolu actuel ample certain clair central clé complet concret considérable crucial direct distinct décisif déterminant
      entier essentiel exact exclusif explicite final fondamental formel fort général grand haut important intégral juste large
      majeur même net notable nouveau officiel précis premier principal propre pur réel remarquable significatif simple spécifique
      substantiel total tout vaste véritable vital vrai évident`,
    adverbEnding: /ment$/,
    lightVerbs: `
      accepter accorder acquérir ajouter apporter avoir commencer conserver continuer devenir donner effectuer faire fournir gagner
      garder garantir laisser maintenir mettre obtenir offrir permettre posséder prendre proposer recevoir rendre rester sembler
      tenir utiliser`,
    prices: 'prix coût tarif frais montant redevance',
    limits: 'limite plafond maximum',
    periods: [
      'horaire heure',
      'quotidien jour',
      'hebdomadaire semaine',
      'mensuel mois',
      'trimestriel trimestre',
      'annuel an',
      'année an',
    ],
    giving:
      'donner donne donné offrir offre verser verse versé payer paie payé accorder recevoir reçoit obtenir obtient fournir',
    paying: 'payer paie payé paye versé',
    buying: 'achat acquisition vente rachat',
    generalNouns: `
      affaire agence association autorité bâtiment bureau club commune compagnie conseil district entreprise établissement
      fondation gens groupe homme institution lieu ligue maison ministère modèle musée navire organisation organisme parc pays
      personne place plateforme produit programme projet réseau service société site système ville endroit équipe école état œuvre
      femme chose`,
    stative:
      'avoir a ont conserver conserve continuer garder garde maintenir posséder possède rester reste demeurer détenir',
  },
  notes: {
    locator:
      /§|(?<!\p{L})(?:p|pp|chap|art|fig|vol|t|al|n°|no)\.?\s*[\dIVXLC]|(?<!\p{L})(?:[Aa]nnexe|[Aa]rticle|[Cc]hapitre|[Cc]lause|[Ff]igure|[Ll]igne|[Nn]ote|[Pp]age|[Pp]aragraphe|[Pp]artie|[Ss]ection|[Tt]ableau|[Tt]ome|[Vv]olume) (?:\d|[A-HJ-Z](?!\p{L})|[IVXLC]{2,}(?!\p{L}))/u,
    proForms: wordSet("ce cela ceci ça cette le même ceux celui c'est l"),
    within: wordSet('dans par sur en'),
    articles: wordSet('le la les l'),
    sourceBefore: wordSet('selon par de dans sur à avec chez via'),
  },
  logic: {
    negators: wordSet(`
      pas jamais aucun aucune rien personne nullement ni sans guère refuse refusé refusa rejette rejeté nie nié manque manquait`),
    negativeEnding: NEVER,
    not: wordSet('pas non'),
    focus: wordSet('seulement uniquement simplement moins'),
    // "N'est plus": "ne … plus" takes in another word, and "plus" alone compares.
    noLonger: /^n'\p{L}+ plus$/u,
    ending: wordSet(
      'cesse cessé cessa cessent abandonné abandonnée supprimé supprimée aboli abolie révoqué interrompu expiré expire',
    ),
    endingNouns: NO_WORDS,
    beforeNoun: NO_WORDS,
    afterNoun: '',
    qualifier: phrases(
      "sauf(?: si| que| quand| lorsqu['’]\\p{L}+| en| dans| pour| le| la| les)?|à moins (?:que|de|d['’])|à condition (?:que|de|d['’])|sous réserve (?:que|de|d['’])|excepté|à l['’]exception (?:de|du|des)|hormis|seulement (?:si|lorsque|quand|après)|uniquement (?:si|lorsque|quand|après|sur)|pourvu que|tant que|mais pas (?:si|quand|lorsque)|sinon",
    ),
    qualifierAfterComma: NEVER,
    conjunctionFirst: /^(?:et|mais|donc|or)\s/i,
    turning: wordSet(`
      sur après contre avant sous entre pendant sauf premier première moins hors dans dernier dernière plus prochain prochaine seul
      seulement autre autres depuis jusqu à sans pourrait devrait si quand chaque deux demi autre au-dessus vers`),
    dateRoles: [
      [closing("jusqu['’]en|jusqu['’]au|jusqu['’]à|à|au"), 'end'],
      [closing('depuis|depuis le|dès|dès le|à partir de|à partir du|à compter du|après|après le|de|du'), 'start'],
      [closing('avant|avant le'), 'before'],
    ],
    tying:
      /(?<!\p{L})(?:[Ee]n|[Ll]e|[Dd]u|[Aa]u|[Dd]e|[Dd]epuis|[Dd]ès|[Aa]vant|[Aa]près|[Vv]ers|[Dd]ébut|[Ff]in|[Mm]i)[\s-]+(?:le\s+)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?$|(?<![\p{L}\p{N}])\p{Ll}+\s+$/u,
    pointing: opening(
      "\\P{L}*(?:il|elle|ils|elles|son|sa|ses|leurs?|ce|cet|cette|ces|celui|celle|ceux|c['’]est|cela|ceci|je|mon|ma|mes|nous|notre|nos|vous|votre|vos|y|ici|là)",
    ),
    verbFirst: NEVER,
    apart: opening('\\P{L}*(?:vous|par exemple|un exemple|exemple)'),
    pastForms: phrases('était|étaient|avait|avaient|fut|furent|a été|ont été'),
    presentForms: phrases('est|sont|a|ont|sera|seront|peut|peuvent'),
    deniesAside:
      /\([^)]{0,40}(?<!\p{L})(?:pas|jamais|sans|aucune?)(?!\p{L})|(?<!\p{L})(?:qui|que|dont)\s(?:ne|n['’])/iu,
    forPrice: /(?<!\p{L})pour(?!\p{L})/u,
    date: 'dat',
    countedHeading: /(?<!\p{L})(?:annexe|article|chapitre|exemple|note|partie|point|question|section|étape)\s+\d+/giu,
    clauseEnd:
      /\s*;\s*|,\s+(?:mais|tandis que|alors que|bien que|quoique|avec)\s+|\s+(?:tandis que|alors que)\s+|,\s+(?=\p{Ll}{2,20}ant\s)/giu,
    openedClause: /^(?:alors que|tandis que|bien que)\s+([^,]{3,300}),\s+(.*)$/iu,
    and: /,?\s+et\s+/,
    goesOn: NEVER,
    betweenWord: phrases('entre'),
    yesNo: /^(oui|non)\s*[,.;:-]\s*/i,
    formerHeading: phrases(
      "précédent(?:e|es|s)?|ancien(?:ne|nes|s)?|avant|auparavant|passé|autrefois|jusqu['’]alors|à l['’]origine",
    ),
    formerText: phrases("auparavant|autrefois|jadis|naguère|par le passé|à l['’]époque|anciennement|précédemment"),
    untrue: phrases('mythes?|idées? reçues?|rumeurs?|légendes?|canular|intox|faux'),
  },
  // After the French Wikipedia's advice on "termes à utiliser avec précaution" and "attribution du point de vue".
  weasels: {
    voices: wordSet(`
      experts expertes spécialistes critiques observateurs chercheurs scientifiques historiens analystes commentateurs partisans
      opposants détracteurs sceptiques études recherches gens personnes voix sources initiés connaisseurs fans auteurs universitaires
      certains`),
    onlyQuantified: wordSet(
      'gens personnes études sources recherches chercheurs voix fans auteurs partisans opposants',
    ),
    quantifiers: wordSet(
      'certains certaines plusieurs nombreux nombreuses quelques divers diverses maints beaucoup d’aucuns',
    ),
    saying: wordSet(`
      affirment affirmaient estiment estimaient pensent pensaient croient croyaient disent disaient considèrent considéraient
      soutiennent soutenaient jugent jugeaient prétendent prétendaient craignent craignaient avancent suggèrent suggéraient
      critiquent critiquaient saluent louent dénoncent voient montrent avertissent soupçonnent redoutent prédisent reprochent`),
    betweenVerb: /^(?:aussi|encore|toujours|déjà|souvent|même|également|y|le|la|en|.*ment)$/,
    beforeVoice: /^(?:que|mais|et|alors|tandis|bien|comme|car|parce|ce|où|quand|donc|ou|si)$/,
    accordingTo: [['selon'], ["d'après"], ['pour']],
    notAccording: wordSet('études recherches gens auteurs certains'),
    hearsay: wordSet('prétendument soi-disant présumément'),
    phrases:
      /(?<!\p{L})(?:on (?:dit|raconte|prétend|pense|croit|estime|considère)(?= (?:souvent |généralement |parfois )?que?)|il (?:est|a été) (?:largement |généralement |souvent |communément )?(?:admis|reconnu|avancé|suggéré|affirmé|considéré|dit|estimé|supposé|allégué)(?= que?)|il paraît(?= que?)|(?:est|sont|était|étaient) (?:largement|généralement|souvent|communément|unanimement) (?:considérée?s?|regardée?s?|vue?s?|perçue?s?|reconnue?s?|admise?s?|jugée?s?)|selon certains(?=[,. ]))(?!\p{L})/giu,
    passive: null,
    named: /(?<!\p{L})(?:selon|par|d['’]après)\s+(?:le\s+|la\s+|les\s+|l['’]|un\s+|une\s+)?(?:\p{Ll}+\s+){0,4}\p{Lu}/u,
    toldBehind: null,
  },
  tense: {
    pastAuxiliaries: wordSet('était étaient avait avaient fut furent eut eurent été'),
    irregularPast: wordSet(`
      ouvrit devint devinrent prit prirent mit mirent fit firent construisit obtint vit reçut vendit naquit mourut disparut vint
      vinrent tint perdit rendit conclut acquit parut décrut crût choisit finit atteignit quitta commença débuta acheta fonda annonça`),
    past: /(?:èrent|irent|urent)$/,
    futureModals: wordSet('sera seront aura auront ira iront devra devront pourra pourront fera feront verra verront'),
    future: /[aeiourdv]r(?:a|ont)$/,
    hypothetical: wordSet('serait seraient aurait auraient devrait devraient pourrait pourraient'),
    hypotheticalEnding: /rai(?:t|ent)$/,
    planned: wordSet('prévu prévue prévus prévues programmé programmée attendu attendue censé censée destiné'),
    planning: wordSet('compte espère prévoit entend veut souhaite comptent espèrent prévoient entendent veulent'),
    presentBe: wordSet('est sont'),
    determiners: wordSet('le la les un une des ce cet cette ces son sa ses leur leurs l'),
    to: 'de',
    bound: closing(
      "jusqu['’]en|jusqu['’]au|jusqu['’]à|avant|avant le|d['’]ici|d['’]ici à|d['’]ici le|à|au|pour|de|que|-|–",
    ),
    placed:
      /(?:^|[.,;:(]|(?<!\p{L})(?:en|depuis|dès|après|vers|début|fin|mi|année|été|printemps|automne|hiver))[\s-]*$/iu,
    clauseEnd: /[;:()]|\s[–—-]\s|,\s+(?:et|mais|ou|tandis que|alors que|bien que|qui|où|dont|lorsque)\s/g,
  },
  disclaimers: null,
};
