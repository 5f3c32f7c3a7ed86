import { stemmer } from '@orama/stemmers/spanish';
import type { Language } from './language.js';
import { closing, counted, monthNumbers, NEVER, NO_WORDS, opening, phrases, wordSet } from './patterns.js';

/**
 * Spanish. Grammar after the Real Academia's "Nueva gramática de la lengua española" (2009): the closed classes of words, negation,
 * modal verbs; section names, dates and templates after the Spanish Wikipedia (Manual de estilo, Referencias); stems by
 * Snowball's algorithm.
 */

const MONTH =
  '(?:ene(?:ro|\\.)?|feb(?:rero|\\.)?|mar(?:zo|\\.)?|abr(?:il|\\.)?|may(?:o|\\.)?|jun(?:io|\\.)?|jul(?:io|\\.)?|ago(?:sto|\\.)?|sept?(?:iembre|\\.)?|set(?:iembre|\\.)?|oct(?:ubre|\\.)?|nov(?:iembre|\\.)?|dic(?:iembre|\\.)?)';
const DATE = `(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?(?:el )?(?:\\d{1,2} (?:de )?${MONTH} (?:de |del )?\\d{4}|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)(?:,? (?:a las )?\\d{1,2}[.:]\\d\\d(?: ?h)?)?`;

/** The stop list of the Snowball project (snowballstem.org/algorithms/spanish/stop.txt, BSD), and links of clauses. */
const STOP_WORDS = `
  de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy
  sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí
  antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar estas algunas algo
  nosotros mi mis tú te ti tu tus ellas nosotras os mío mía míos mías tuyo tuya suyo suya suyos suyas nuestro nuestra nuestros
  nuestras esos esas estoy está estamos están esté estén estaré estará estarán estaría estarían estaba estaban estuvo estuvieron
  estado estada he has ha hemos han haya hayan habré habrá habrán habría habrían había habían hubo hubieron habido soy eres es
  somos son sea sean seré será serán sería serían era eran fui fue fuimos fueron siendo sido tengo tiene tenemos tienen tenga
  tendrá tendrán tendría tenía tenían tuvo tuvieron
  según mediante tras bajo hacia aunque mientras además así aún aun cada cualquier ambos ambas varios varias puede pueden debe
  deben sino si pues luego entonces ahora aquí allí siempre nunca jamás solo sólo tan menos mismo misma mismos mismas cuyo cuya
  cuyos cuyas aquel aquella aquellos aquellas embargo`;

export const SPANISH: Language = {
  tag: 'es',
  name: 'Spanish',
  stopWords: wordSet(STOP_WORDS),
  stem: (word) => (/^[a-záéíñóúü]+$/.test(word) ? stemmer(word) : word),
  capitalNouns: null,
  grammar: {
    smallWords: wordSet(
      'el la los las un una unos unas de del y e o u pero a al en por para con sin sobre entre que es',
    ),
    prepositions: wordSet(`
      a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras cuando donde como`),
    finite: wordSet(`
      es son era eran fue fueron ha han había habían hay será serán está están estaba estaban puede pueden podía podían debe deben
      tiene tienen tenía tenían sigue siguen va van podrá podrán sería serían`),
    opensQuestion: opening(
      '[¿]?(?:(?:y|pero|entonces)\\s+)?(?:quién|quiénes|qué|cuál|cuáles|cómo|cuándo|dónde|cuánto|cuánta|cuántos|cuántas|por qué|es|son|hay|puede|debe|tiene)',
    ),
    opensClause: /^(?:cuando|donde|mientras)(?!\p{L}).*[,:]\s*$/isu,
    announces: /^(?:Cómo|Por qué|Qué|Quién|Quiénes|Dónde|Cuándo|Lo que)\s[^,]*$/,
    asks: /^(?:cómo|por qué|qué|cuándo|dónde|cuál|cuáles|quién|quiénes)\s/i,
    pronoun: /^(?:él|ella|ellos|ellas|yo|nosotros|usted|ustedes|tú|esto|eso)\s/i,
    beforeObject: /\S\s+(\p{Ll}{2,30})\s+(?:el|la|los|las|un|una|sus?|nuestr[oa]s?)\s/gu,
    noVerb: /^(?:todos|todas|y|o|pero|como|que|ni|más|\p{Ll}{1,27}(?:ando|iendo|ar|er|ir|ado|ada|ados|adas|ido|ida))$/u,
    month: MONTH,
    dayEnding: '(?:\\.?º|°)?',
  },
  // Abbreviations after the appendix of the "Ortografía de la lengua española" (2010).
  sentences: {
    abbreviations: wordSet(`
      sr sra srta sres sras d dña dr dra drs prof profa ing lic arq av avda avd c cl pl pza plza núm nº n pág págs p pp vol vols cap
      caps art arts ed eds trad fig figs ej gral cnel cap tte st sto sta mons ob cf cfr vid ib ibíd op cit aprox máx mín tel tfno
      apdo dpto depto prov km ene feb mar abr jun jul ago sep sept set oct nov dic edo ej p.ej v s ss sig excmo ilmo rvdo col
      coord comp min`),
    beforeFigure: NO_WORDS,
    mayEnd: wordSet('etc ee.uu uu s.a s.l s.l.u cía ltda inc a.m p.m a.c d.c u.e jr'),
    starters: wordSet(`
      el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella esto eso él ella ellos ellas yo nosotros
      usted su sus mi mis nuestro nuestra en de del a al por para con sin sobre entre hacia hasta desde durante antes después contra
      según tras ante bajo mientras cuando como si aunque porque pero y o ni sin no sí también además sin así luego entonces ahora
      aquí allí todo toda todos todas cada varios varias algunos algunas muchos muchas ningún ninguna otro otra otros otras dos tres
      cuatro quien qué cómo dónde cuándo lo hay se más solo ambos tampoco finalmente actualmente hoy`),
    number: wordSet('no nos núm núms nº n'),
    exclaimed: wordSet('yahoo jeopardy joomla'),
    ordinal: null,
    answer: /^(?:sí|no|todavía no|aún no|no del todo|correcto|verdadero|falso)[.!]\s/i,
  },
  sections: {
    references:
      /^(?:(?:lista de |nuestras |principales )?(?:referencias(?: bibliográficas)?|fuentes(?: consultadas)?|notas(?: al pie)?|citas|bibliografía(?: citada)?|obras citadas)|(?:notas|referencias|fuentes|citas) (?:y|&) (?:referencias|notas|fuentes|bibliografía))$/,
    'further reading':
      /^(?:véase también|enlaces externos|lecturas (?:adicionales|complementarias|recomendadas)|para saber más|más información|artículos relacionados|recursos)$/,
    questions:
      /(?:^|\P{L})(?:faq|preguntas frecuentes|preguntas y respuestas|preguntas habituales|preguntas comunes|preguntas más frecuentes|dudas frecuentes)(?:\P{L}|$)/u,
    glossary: /(?:^|\P{L})(?:glosario|definiciones|terminología|vocabulario|términos clave|léxico)(?:\P{L}|$)/u,
    summary:
      /^(?:resumen(?: ejecutivo)?|en resumen|en breve|lo esencial|puntos clave|claves|las claves|datos clave|de un vistazo|síntesis|panorama general|visión general|lo más importante|conclusiones principales|tl;?dr)$/,
    boilerplate:
      /^(?:(?:sobre |acerca de )?(?:el |la |los )?autor(?:a|es|as)?|sobre nosotros|quiénes somos|comentarios?|(?:\d+ )?comentarios?|deja (?:un|tu) comentario|dejar un comentario|(?:artículos|noticias|entradas|contenidos?) (?:relacionad[oa]s|similares|recomendad[oa]s)|más (?:sobre|de|noticias)\b.*|también te puede interesar|te puede interesar|lee también|leer más|seguir leyendo|(?:nuestro )?boletín\b.*|newsletter\b.*|suscríbete\b.*|suscríbase\b.*|compartir(?: este artículo)?|comparte.*|síguenos|contacto|publicidad|patrocinado|etiquetas|categorías|navegación|menú(?: de navegación)?|mapa del sitio|buscar|búsqueda|índice|contenidos?|tabla de contenidos|lo más (?:leído|visto)|aviso legal|privacidad\b.*|cookies?\b.*)$/,
  },
  columns: {
    roles: {
      claim:
        /^(?:(?:la )?(?:afirmaci(?:ón|ones)|aserci(?:ón|ones)|declaraci(?:ón|ones)|enunciados?|hallazgos?|alegaci(?:ón|ones)))$/i,
      evidence:
        /^(?:pruebas?|evidencias?|justificaci(?:ón|ones)|fundamentos?|respaldo|sustento|verificación|base|qué dice la fuente|cómo lo sabemos)$/i,
      source: /^(?:fuentes?|referencias?|citas?|ref\.?|notas?)$/i,
      label:
        /^(?:categoría|características?|elemento|campo|atributo|aspecto|propiedad|parámetro|tema|criterios?|indicador|factor|concepto|pregunta|apartado|rasgo|dato)$/i,
      value: /^(?:valor(?:es)?|detalles?|información|descripción|respuesta|datos|cifras?|estado)$/i,
    },
    document: /^(?:estudios?|informes?|documentos?|artículos?|enlaces?|dónde)$/i,
    abbreviated: /^(?:ref|fig|aprox|máx|mín|núm|cant|vol|pág)\.$/i,
  },
  values: {
    notTold:
      /^(?:(?:(?:aún|todavía|por ahora|hasta ahora|de momento) )?(?:no|nunca) (?:se (?:ha|han) |ha sido |(?:aún|todavía|públicamente|oficialmente) )*(?:comunicad[oa]s?|anunciad[oa]s?|revelad[oa]s?|divulgad[oa]s?|publicad[oa]s?|especificad[oa]s?|indicad[oa]s?|conocid[oa]s?|confirmad[oa]s?|facilitad[oa]s?|disponibles?|hech[oa]s? públic[oa]s?|decidid[oa]s?|determinad[oa]s?|fijad[oa]s?|consta|se conoce|se sabe)|desconocid[oa]s?|sin (?:datos?|confirmar|anunciar|determinar|especificar|definir|información)|confidencial(?:es)?|secreto|pendientes?(?: de (?:confirmar|confirmación|anuncio|publicación|determinar))?|por (?:confirmar|determinar|definir|anunciar|decidir)|próximamente|s\. ?d\.|s\/d|n\. ?d\.|nd|tbd|tba|tbc)(?=$|[\s.,;:!?)[])/i,
    notApplicable: /^(?:no aplica(?:ble)?|no procede|no corresponde|n\/a|n\. ?a\.)(?=$|[\s.,;:!?)(–—-])/i,
  },
  statements: {
    speculation: phrases(
      'podrían?|deberían?|quizás?|tal vez|posiblemente|probablemente|a lo mejor|acaso|es posible que|puede que|seguramente',
    ),
    noSpeculation: phrases('podrían? haber(?:se)?(?= evitado)', 'g'),
    opinion: phrases(
      'creo|pienso|opino|espero que|creemos|pensamos|opinamos|en (?:mi|nuestra) opinión|a (?:mi|nuestro) (?:juicio|parecer|entender)|desde (?:mi|nuestro) punto de vista|francamente|sinceramente',
    ),
    evaluation:
      /^(?:(?:y|pero) )?(?:(?:esto|eso|este|esta|él|ella|estos|estas) )?(?:es|fue|son|era|fueron)(?: (?:no|también|muy|realmente|simplemente|tan|un|una|sencillamente|bastante))* (?:buen[oa]?|excelente|mal[oa]?|inteligente|estúpid[oa]|brillante|terrible|horrible|maravillos[oa]|fantástic[oa]|impresionante|decepcionante|emocionante|aburrid[oa]|hermos[oa]|bonit[oa]|fe[oa]|precios[oa]|vergonzos[oa]|admirable|sensat[oa]|ganga|triunfo|vergüenza|lástima|obra maestra|buena idea)(?!\p{L})/u,
    instruction:
      /^(?:por favor[,\s]|véase\s|(?:no\s+)?(?:haga|consulte|utilice|use|asegúrese|compruebe|verifique|seleccione|elija|pulse|presione|introduzca|guarde|envíe|lleve|compre|evite|recuerde|tenga|lea|siga|descargue|abra|cierre|añada|configure|reserve|llame|visite|revise|espere|instale|actualice|solicite|presente|escriba|busque|muestre|deje|ponga|tome|vaya|entre en|haz|consulta|utiliza|usa|asegúrate|comprueba|verifica|selecciona|elige|pulsa|introduce|guarda|envía|lleva|compra|evita|recuerda|lee|sigue|descarga|abre|añade|llama|visita|revisa)\s(?!de\s|del\s|son\s|es\s|subi|baj))/iu,
    instructionLead:
      /^(?:por favor|siempre|también|luego|después|primero|segundo|finalmente|ahora|y|pero|simplemente),?\s+/i,
    imperatives: null,
    addressing: phrases('usted|ustedes|tú|tu|tus|te|nosotros|nuestr[oa]s?|nos'),
  },
  furniture: {
    subscription: phrases(
      'darse de baja|cancelar (?:la )?suscripción|suscríbete|suscríbase|suscribirse (?:a|al|ahora)|regístrate (?:para|ahora|gratis)|recibe (?:nuestro|cada|las)|en tu (?:correo|bandeja(?: de entrada)?)|en su (?:correo|bandeja(?: de entrada)?)|(?:tu|su) (?:dirección de )?correo electrónico|sin spam|todos los derechos reservados|síguenos en|comparte este artículo|deja (?:un|tu) comentario|aceptar (?:todas )?las cookies|política de privacidad|términos (?:de uso|y condiciones)|saltar al contenido|ir al contenido|volver arriba|haz clic aquí|haga clic aquí|prueba gratuita|un correo (?:al|a la|por) (?:día|semana|mes)',
    ),
    opens:
      /^(?:(?:©|\(c\)|copyright\b(?: ©)?) ?\d{4}\b|sobre (?:el|la) autora?\s*[:—–]|(?:artículo |entrada )?(?:anterior|siguiente)\s*[:|←→«»]|este (?:artículo|texto) (?:fue|ha sido) (?:\p{L}+ )?(?:modificado|corregido|actualizado|revisado|editado)(?!\p{L}))/iu,
    disclaimer:
      /^(?:aviso: )?(?:este artículo|este contenido|esta información|nada)\s(?:[\p{L}-]+ ){0,12}(?:no|ni)\s[^.]{0,80}(?:asesoramiento|consejo|asesoría) (?:legal|jurídico|financiero|médico|fiscal|profesional|de inversión)/iu,
    contact: /^(?:e-?mail|correo|contacto|escríbenos|escriba a|tienes una pista)\b[^@]{0,120}\S@\S{1,80}\.\w/i,
    credit: /(?:^|[.!?]\s)(?:fotos?|fotografías?|imagen|ilustración|crédito|vídeo|video) ?: ?[\p{L}][^.!?]{1,60}$/iu,
    teaser:
      /^(?:vídeo|video|escuchar|galería|en imágenes|lee también|leer más|véase también|artículos? principal(?:es)?)\s*:\s/i,
    tagline:
      /^(?:Un|Una|Tu|Su) (?:[\p{L}’-]{1,20} ){0,4}(?:guía|repaso|introducción|resumen|recorrido|mirada) (?:para|sobre|de|a|por) [^.!?\d]{1,80}[.!]?$/u,
    provenance: /^fuentes?\s*:\s*\p{L}/iu,
    reports: phrases('dijo|dice|dicen|afirma|afirmó|declaró|informó|indicó|que|según|escribió'),
    shareBar:
      /^compartir (?:este artículo )?(?:en|por|vía|con)?:? ?(?:x|twitter|facebook|linkedin|whatsapp|e-?mail|bluesky|mastodon)\b[^.!?]{0,80}$/i,
    metaPart: new RegExp(
      `^(?:(?:(?:publicad[oa]|actualizad[oa]|modificad[oa]|escrit[oa]|última actualización)(?: el|:)? )?${DATE}|(?:tiempo de lectura:? ?)?(?:unos )?\\d{1,3} ?min(?:utos?)?(?: de lectura)?)$`,
      'iu',
    ),
    namedPart: /^(?:(?:[Pp]or|POR|[Ee]n) )?\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|de|del|la|los|y|e|&)){0,6}$/u,
    byline:
      /^(?:(?:[Pp]or|POR)\s+\p{Lu}|(?:[Ee]scrito|[Pp]ublicado|[Aa]ctualizado|[Mm]odificado|[Rr]edacción|[Ff]oto|[Ii]magen)(?: por| el|:)\s)/u,
    byAuthor: /^(?:(?:[Ee]scrito|[Pp]ublicado|[Tt]exto) )?[Pp]or (\p{Lu}[\p{L}’'-]{1,30})(?: |$)/u,
  },
  holes: {
    wantsObject: 'el|la|los|las|del|al|de|en|a|por|entre|para|con|sin|desde|hasta|hacia|durante|un|una|y|o',
    between: /(?<!\p{L})(entre|desde|del|de)\s+(?=(?:y|hasta|al|a)\s)/giu,
    placeholder:
      /_{3,}|[$€£]\s+(?=(?:millones|mil)(?!\p{L}))|\[(?:insertar|fecha|nombre|por completar|tbd|tk)[^\]]{0,40}\]/giu,
    takesSource: wordSet(`
      basado basada basa basan según descrito descrita descrit informado citado citada indicado presentado publicado publicada
      mencionado explicado detallado tomado tomada véase ver datos estudio informe artículo figura tabla recogido recogida`),
    mayPoint: /^(?:\s| gracias a|.* (?:por|en|y|o|con|de))$/i,
    clauseGoesOn: /^\s*(?:[.,;:!?)]|$|(?:y|pero|por|con|para|en)(?!\p{L}))/u,
    events: wordSet(`
      anunciado anunciada firmado firmada lanzado publicado publicada fundado fundada fechado previsto prevista abierto abierta
      inaugurado inaugurada inauguró abrió cerró nació nacido terminó terminado empezó comenzó expiró celebrado celebrada introducido
      adoptado aprobado aprobada ratificado promulgado entregado cerrado`),
    atEnd: /(\p{L}+)\s+(el|la|en|al|del|por|desde|entre|de|a)\s*[.;]?\s*$/iu,
    wantsDate: /^(?:el|en|al|del)$/i,
    relative: NEVER,
    agents: null,
    sums: null,
  },
  wiki: {
    tags: {
      'citation needed': 'cita requerida|sin referencias|demostrar|requerida|referencia requerida',
      'better source needed': 'fuente fiable|mejor fuente|fuente primaria|fuentes fiables',
      'who says so': 'quién|quién?|¿quién?|según quién|¿según quién?|cuál|¿cuál?',
      when: 'cuándo|¿cuándo?|actualizar|desactualizado',
      'clarification needed': 'aclaración requerida|aclarar|explicar|dónde|¿dónde?|por qué|¿por qué?',
      'page needed': 'página requerida|número de página',
      'dead link': 'enlace roto',
      dubious: 'discutido|dudoso',
      'failed verification': 'verificar|no verificado|verificar credibilidad',
      'original research': 'fuente propia|investigación original',
    },
    words: {
      fecha: '$1 de $M2 de $3',
      unidad: '$*',
      siglo: 'siglo $1',
      esd: '$1',
    },
    tagsWithText: NEVER,
    cites:
      /^(?:cita (?:web|libro|noticia|publicación|enciclopedia|vídeo|video|conferencia|tesis|tuit|episodio|álbum|mapa|informe)|obra citada)$/,
    parameters: {
      title: 'título|titulo',
      part: 'capítulo|capitulo',
      container: 'obra|sitioweb|publicación|publicacion|periódico|periodico|revista|enciclopedia',
      publisher: 'editorial|editor|institución',
      date: 'fecha|año',
      url: 'url|urlcapítulo',
      accessed: 'fechaacceso|fecha-acceso|fechadeacceso',
      archive: 'urlarchivo|url-archivo',
      archived: 'fechaarchivo|fecha-archivo',
      quote: 'cita',
      page: 'página|pagina',
      pages: 'páginas|paginas',
    },
    edit: 'editar(?: ?\\| ?editar código)?',
  },
  figures: {
    decimalComma: true,
    months: monthNumbers(
      'enero ene',
      'febrero feb',
      'marzo',
      'abril abr',
      'mayo',
      'junio jun',
      'julio jul',
      'agosto ago',
      'septiembre setiembre sept sep',
      'octubre oct',
      'noviembre nov',
      'diciembre dic',
    ),
    lowerMonths: true,
    ordinal: /^[ºª]$/,
    ordinalStop: false,
    of: wordSet('de del'),
    // "Uno" counts only behind another: "treinta y uno".
    numberWords: new Map([
      ...counted(
        `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
         diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
         veintinueve treinta`,
        2,
      ),
      ...counted('cuarenta cincuenta sesenta setenta ochenta noventa cien', 40, 10),
      ...counted(
        'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
        200,
        100,
      ),
      ...counted(
        'doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas',
        200,
        100,
      ),
      ['ciento', 100],
      ['docena', 12],
      ['uno', 1],
      ['un', 1],
      ['una', 1],
    ]),
    and: 'y',
    andBetween: /^(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)$/,
    one: wordSet('un'),
    twenties: NO_WORDS,
    scales: new Map([
      ['mil', 1e3],
      ['millón', 1e6],
      ['millones', 1e6],
      ['billón', 1e12],
      ['billones', 1e12],
    ]),
    currencyWords: new Map([
      ['euro', 'EUR'],
      ['euros', 'EUR'],
      ['dólar', '$'],
      ['dólares', '$'],
      ['dólares estadounidenses', 'USD'],
      ['pesos mexicanos', 'MXN'],
      ['libras esterlinas', 'GBP'],
      ['francos suizos', 'CHF'],
      ['yenes', 'JPY'],
      ['yuanes', 'CNY'],
    ]),
    percent: /^porciento$/,
    percentPair: ['por', 'ciento'],
    points: /^puntos?$/,
    units: {
      mm: 'milímetro milímetros',
      cm: 'centímetro centímetros',
      m: 'metro metros',
      km: 'kilómetro kilómetros',
      mg: 'miligramo miligramos',
      g: 'gramo gramos',
      kg: 'kilogramo kilogramos kilo kilos',
      t: 'tonelada toneladas',
      ml: 'mililitro mililitros',
      l: 'litro litros',
      ms: 'milisegundo milisegundos',
      s: 'segundo segundos',
      min: 'minuto minutos',
      h: 'hora horas',
      day: 'día días',
      week: 'semana semanas',
      month: 'mes meses',
      year: 'año años',
      w: 'vatio vatios',
      kw: 'kilovatio kilovatios',
      mw: 'megavatio megavatios',
      gw: 'gigavatio gigavatios',
      hz: 'hercio hercios',
    },
    designators: wordSet(`
      anexo apartado artículo capítulo clase columna figura fase fila grupo línea nivel número página párrafo parte plataforma punto
      puerta regla sala sección serie sesión tabla temporada tipo tomo versión volumen vía zona`),
    timeWords: wordSet(`
      en de del desde hasta hacia antes después tras a año años entre y inicios principios finales mediados verano primavera otoño
      invierno para durante enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`),
    noName: /mente$/,
    rough: closing('unos|unas|cerca de|alrededor de|aproximadamente|casi|en torno a|más o menos|prácticamente|como'),
    bound: closing(
      'más de|al menos|por lo menos|como mínimo|como máximo|a lo sumo|menos de|hasta|supera|superan|por encima de|por debajo de|a partir de|no más de',
    ),
    range: {
      link: /^\s?(?:\p{L}{1,12}\s)?\s?(-|a|y)\s?$/u,
      between: /(?<!\p{L})entre\s+$/iu,
      and: 'y',
      from: /(?<!\p{L})(?:de|del|desde)\s+$/iu,
    },
  },
  // After the entries for "decir", "documento", "cosa" of the "Diccionario ideológico" (Casares) and ADESSE's classes of verbs.
  lexicon: {
    reportingVerbs: `
      aclarar aclara afirmar afirma afirmó anunciar anuncia aparecer aparece apuntar argumentar asegurar asegura atestiguar citar cita
      comentar comunicar concluir confirmar confirma confirmado contener contiene contar corroborar dar da declarar declara decir
      dice dijo demostrar demuestra describir describe descrito destacar destaca detallar detalla documentar documenta escribir
      escribe establecer establece evidenciar exponer expone explicar explica figurar figura hablar habla incluir incluye indicar
      indica informar informa leer manifestar mencionar menciona mostrar muestra narrar notar observar precisar precisa probar prueba
      publicar publica recoger recoge reflejar refleja registrar reiterar relatar repetir respaldar respalda resumir resume revelar
      revela señalar señala sostener sostiene subrayar subraya sugerir ver verificar viene constar consta avalar avala`,
    documentNouns: `
      acta acuerdo anexo anuncio aplicación apartado archivo artículo aviso boletín capítulo carta catálogo cita cláusula comunicado
      contrato convenio correo datos declaración dictamen documento documentación dossier edición enlace ensayo entrada entrevista
      escrito estudio expediente extracto ficha folleto fuente fuentes gráfico guía hoja información informe investigación libro
      manual memoria mensaje nota noticia página párrafo pasaje periódico prensa publicación recurso referencia registro reglamento
      reportaje resolución resumen revista sección sitio tabla texto título tratado web`,
    shellNouns: `
      aspecto argumento aporte avance base beneficio calidad cambio capacidad característica caso causa circunstancia concepto
      conclusión condición consecuencia contenido contexto cosa cuestión decisión definición descripción desarrollo detalle diferencia
      dificultad efecto ejemplo elemento enfoque esfuerzo estrategia etapa evolución expansión explicación factor fase fenómeno fin
      forma función hallazgo hecho idea impacto importancia inicio iniciativa intención interés manera medida mejora mecanismo método
      modificación modo motivo naturaleza noción novedad objetivo objeto opción paso parte pieza plan posibilidad principio problema
      proceso propiedad propósito propuesta proyecto punto razón realidad regla resultado rol papel situación tema tipo transición
      valor ventaja verdad visión afirmación`,
    emphasis: `
      absoluto actual alto amplio básico central cierto claro clave completo concreto considerable crítico crucial decisivo destacado
      determinante diferente directo distinto entero esencial especial específico evidente exacto exclusivo explícito final formal
      fuerte fundamental general gran grande importante integral justo legítimo máximo mayor mero mismo nuevo notable obvio oficial
      particular pleno preciso primario primer principal propio puro real relevante significativo simple sustancial total último único
      vario verdadero vital`,
    adverbEnding: /ment$/,
    lightVerbs: `
      aceptar adquirir añadir aportar comenzar conceder conservar continuar dar dejar disponer empezar empleo emplear ganar garantizar
      haber hacer lograr llevar mantener obtener ofrecer permitir poner poseer proporcionar quedar recibir seguir tener tomar usar
      utilizar`,
    prices: 'precio coste costo tarifa tasa cuota importe',
    limits: 'límite tope máximo',
    periods: ['diario día', 'semanal semana', 'mensual mes', 'trimestral trimestre', 'anual año'],
    giving:
      'dar dio da donar donó ofrecer pagar pagó paga conceder entregar recibir recibió recibe obtener obtuvo aportar',
    paying: 'pagar pagó paga pagado abonar abonó',
    buying: 'compra adquisición venta traspaso',
    generalNouns: `
      agencia asociación asunto autoridad ayuntamiento barco casa ciudad club compañía consejo distrito edificio empresa entidad equipo
      escuela estación estado fundación gente grupo hombre institución instituto liga lugar ministerio modelo mujer museo municipio
      obra oficina organismo organización país parque persona plataforma producto programa proyecto pueblo red servicio sistema sitio
      sociedad tienda universidad cosa`,
    stative:
      'tener tiene tienen conservar conserva continuar mantener mantiene poseer posee permanecer quedar seguir sigue contar cuenta',
  },
  notes: {
    locator:
      /§|(?<!\p{L})(?:p|pp|pág|págs|cap|art|fig|vol|núm|n\.º|nº)\.?\s*[\dIVXLC]|(?<!\p{L})(?:[Aa]nexo|[Aa]rtículo|[Aa]partado|[Cc]apítulo|[Cc]láusula|[Ff]igura|[Ll]ínea|[Nn]ota|[Pp]ágina|[Pp]árrafo|[Pp]arte|[Ss]ección|[Tt]abla|[Tt]omo|[Vv]olumen) (?:\d|[A-HJ-Z](?!\p{L})|[IVXLC]{2,}(?!\p{L}))/u,
    proForms: wordSet('esto eso lo así este ese esta esa mismo ello'),
    within: wordSet('en por sobre'),
    articles: wordSet('el la los las'),
    sourceBefore: wordSet('según por de en sobre a con vía'),
  },
  logic: {
    negators: wordSet(`
      no nunca jamás ningún ninguno ninguna nadie nada ni tampoco sin apenas rechaza rechazó niega negó carece carecía falta`),
    negativeEnding: NEVER,
    not: wordSet('no'),
    focus: wordSet('solo sólo solamente únicamente meramente'),
    noLonger: /^ya no$/,
    ending: wordSet(
      'cesó cesa cesaron suprimió suprimido suprimida abolió abolido abandonó abandonado expiró expira revocó revocado interrumpido',
    ),
    endingNouns: NO_WORDS,
    beforeNoun: NO_WORDS,
    afterNoun: '',
    qualifier: phrases(
      'salvo(?: que| si| cuando| en| los| las| el| la| por| para)?|a menos que|a no ser que|excepto(?: que| si| cuando| en| los| las| el| la| por| para)?|con (?:la )?excepción de|con excepción del|siempre que|siempre y cuando|a condición de(?: que)?|con la condición de que|solo (?:si|cuando|después|tras|con)|sólo (?:si|cuando|después|tras|con)|solamente (?:si|cuando)|únicamente (?:si|cuando)|mientras (?:no|que)|con tal de que|pero no (?:si|cuando)',
    ),
    qualifierAfterComma: NEVER,
    conjunctionFirst: /^(?:y|pero|así que)\s/i,
    turning: wordSet(`
      sobre después tras contra antes bajo entre durante salvo primer primera primero menos fuera último última más próximo próxima solo
      sólo otro otra otros otras desde hasta con sin dentro podría debería si cuando cada ambos medio media hacia`),
    dateRoles: [
      [closing('hasta|hasta el|al|a'), 'end'],
      [closing('desde|desde el|a partir de|a partir del|tras|tras el|después del|de|del'), 'start'],
      [closing('antes de|antes del'), 'before'],
    ],
    tying:
      /(?<!\p{L})(?:[Ee]n|[Ee]l|[Dd]el|[Aa]l|[Dd]e|[Dd]esde|[Hh]asta|[Tt]ras|[Hh]acia|[Pp]ara)[\s-]+(?:el\s+)?(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\s+)?$|(?<![\p{L}\p{N}])\p{Ll}+\s+$/u,
    pointing: opening(
      '\\P{L}*(?:él|ella|ellos|ellas|su|sus|este|esta|estos|estas|ese|esa|esos|esas|aquel|aquella|esto|eso|ambos|ambas|mi|mis|nuestr[oa]s?|tu|tus|yo|nosotros|usted|allí|aquí)',
    ),
    verbFirst: NEVER,
    apart: opening('\\P{L}*(?:usted|tú|por ejemplo|un ejemplo|ejemplo)'),
    pastForms: phrases('era|eran|había|habían|fue|fueron|tenía|tenían|tuvo|tuvieron|estaba|estaban'),
    presentForms: phrases('es|son|ha|han|hay|tiene|tienen|será|serán|está|están'),
    deniesAside:
      /\([^)]{0,40}(?<!\p{L})(?:no|nunca|sin|ningún|ninguna)(?!\p{L})|(?<!\p{L})(?:que|quien|quienes)\s(?:no|nunca)(?!\p{L})/iu,
    forPrice: /(?<!\p{L})por(?!\p{L})/u,
    date: 'fech',
    countedHeading:
      /(?<!\p{L})(?:anexo|artículo|capítulo|ejemplo|nota|parte|punto|pregunta|sección|paso|apartado)\s+\d+/giu,
    clauseEnd:
      /\s*;\s*|,\s+(?:pero|mientras que|aunque|si bien|con)\s+|\s+mientras que\s+|,\s+(?=\p{Ll}{2,20}(?:ando|iendo)\s)/giu,
    openedClause: /^(?:mientras(?: que)?|aunque|si bien)\s+([^,]{3,300}),\s+(.*)$/iu,
    and: /,?\s+y\s+/,
    goesOn: NEVER,
    betweenWord: phrases('entre'),
    yesNo: /^(sí|no)\s*[,.;:-]\s*/i,
    formerHeading: phrases(
      'anterior(?:es|mente)?|antiguo|antigua|antes|pasado|previo|previa|hasta ahora|original(?:mente)?',
    ),
    formerText: phrases(
      'antes|anteriormente|antiguamente|antaño|en el pasado|por entonces|en aquel entonces|solía|solían',
    ),
    untrue: phrases('mitos?|ideas equivocadas|falsedad(?:es)?|rumor(?:es)?|bulos?|falso|leyendas?'),
  },
  // After the Spanish Wikipedia's advice on "términos a evitar" (Wikipedia:Evita las comadrejas).
  weasels: {
    voices: wordSet(`
      expertos expertas especialistas críticos observadores investigadores científicos historiadores analistas comentaristas
      partidarios opositores detractores escépticos estudios investigaciones personas gente voces fuentes entendidos aficionados
      autores académicos estudiosos`),
    onlyQuantified: wordSet(
      'personas gente estudios fuentes investigaciones investigadores voces aficionados autores partidarios opositores',
    ),
    quantifiers: wordSet(
      'algunos algunas muchos muchas varios varias numerosos numerosas ciertos ciertas diversos diversas mucha bastantes',
    ),
    saying: wordSet(`
      afirman afirmaban creen creían dicen decían opinan opinaban piensan pensaban consideran consideraban sostienen sostenían estiman
      estimaban aseguran aseguraban argumentan argumentaban temen temían sugieren sugerían critican criticaban elogian alaban
      advierten sospechan predicen ven muestran señalan denuncian apuntan calculan prevén`),
    betweenVerb: /^(?:también|aún|todavía|ya|ahora|siempre|incluso|además|han|lo|la|le|.*mente)$/,
    beforeVoice: /^(?:que|pero|y|mientras|aunque|como|porque|lo|donde|cuando|así|o|si|pues)$/,
    accordingTo: [['según'], ['de', 'acuerdo', 'con'], ['a', 'juicio', 'de'], ['en', 'opinión', 'de']],
    notAccording: wordSet('estudios investigaciones gente autores'),
    hearsay: wordSet('supuestamente presuntamente aparentemente'),
    phrases:
      /(?<!\p{L})(?:se (?:cree|dice|piensa|considera|rumorea|cuenta|supone|estima|afirma|sostiene|especula|comenta)(?: (?:ampliamente|generalmente|comúnmente))?(?= que)|se ha (?:dicho|sugerido|afirmado|argumentado|especulado)(?= que)|(?:es|son|era|eran|está|están) (?:ampliamente|generalmente|comúnmente|mayoritariamente) (?:considerad[oa]s?|vist[oa]s?|reconocid[oa]s?|aceptad[oa]s?|percibid[oa]s?)|hay quien(?:es)? (?:dice|dicen|piensa|piensan|cree|creen))(?!\p{L})/giu,
    passive: null,
    named:
      /(?<!\p{L})(?:según|por|de acuerdo con)\s+(?:el\s+|la\s+|los\s+|las\s+|un\s+|una\s+)?(?:\p{Ll}+\s+){0,4}\p{Lu}/u,
    toldBehind: null,
  },
  tense: {
    pastAuxiliaries: wordSet('fue fueron era eran había habían hubo estaba estaban tuvo tuvieron'),
    irregularPast: wordSet(`
      hizo hicieron dijo puso vino trajo condujo redujo produjo quiso pudo supo anduvo cupo dio vio obtuvo mantuvo detuvo propuso
      dispuso expuso compuso intervino`),
    past: /(?:ó|aron|ieron|jeron)$/,
    futureModals: NO_WORDS,
    future: /(?:ará|erá|irá|drá|arán|erán|irán|drán|brá|brán)$/,
    hypothetical: wordSet('podría podrían debería deberían sería serían habría habrían tendría tendrían'),
    hypotheticalEnding: /[aei]rían?$/,
    planned: wordSet('previsto prevista previstos previstas programado programada anunciado esperado planeado'),
    planning: wordSet('prevé espera planea pretende quiere prevén esperan planean pretenden quieren'),
    presentBe: wordSet('es son está están'),
    determiners: wordSet('el la los las un una unos unas su sus este esta ese esa'),
    to: 'que',
    bound: closing('hasta|hasta el|antes de|antes del|para|para el|al|a|que|de|del|-|–'),
    placed:
      /(?:^|[.,;:(]|(?<!\p{L})(?:en|desde|tras|después|hacia|inicios|principios|finales|mediados|año|verano|primavera|otoño|invierno))[\s-]*$/iu,
    clauseEnd: /[;:()]|\s[–—-]\s|,\s+(?:y|pero|o|mientras|aunque|que|quien|donde|cuando)\s/g,
  },
  disclaimers: null,
};
