import type { Language } from '../languages/language.js';
import { languageOf } from '../languages/languages.js';
import { whyNotCheckable } from './checkable.js';
import { findHoles } from './holes.js';
import { findMarkers } from './markers.js';
import { PositionedText } from './positioned-text.js';
import { readArticle } from './read-article.js';
import { accessNotesIn } from './reference-access.js';
import { dateIn } from './reference-dates.js';
import { isSectionOf } from './section-names.js';
import { splitSentences } from './sentences.js';
import { valueStateOf } from './value-states.js';

const inTag = (tag: string): Language => languageOf(tag);
const spansOf = (text: string) =>
  findMarkers(PositionedText.verbatim(text, { start: 0, end: text.length })).map((m) => m.span);

it.each<[string, readonly string[]]>([
  ['de', ['Sie öffnet am 3. Mai 2024.', 'Ludwig XIV. sah sie nie.']],
  ['de', ['Es gibt z. B. Kabinen, d. h. Gondeln.', 'Dr. Orth zahlte ca. 3 Mio. Euro.']],
  ['de', ['Im 19. Jahrhundert stand hier eine Mühle, um 50 v. Chr. ein Turm.', 'Er fiel.']],
  ['de', ['Der Preis stieg auf 12.', 'Die Stadt zahlt.']],
  ['de', ['„Wir warten. Es regnet“, sagte sie.', 'Dann fuhr die Bahn.']],
  ['fr', ['M. Dupont et Mme Corre ont signé.', 'Le 1er mai, ils partent.']],
  ['fr', ['« Nous attendons. Il pleut », dit-elle.', 'Le bac part.']],
  ['fr', ['Voir p. ex. Brest, av. de la Mer.', 'C’est loin.']],
  ['es', ['El Sr. Roca y la Dra. Vidal firmaron.', '¿Quién paga?', 'El Ayuntamiento, en EE.UU. no.']],
  ['es', ['«Esperamos. Llueve», dijo.', 'La barca sale.']],
])('sentences in %s: %j', (tag, sentences) => {
  const text = sentences.join(' ');
  const found = splitSentences(text, [], inTag(tag)).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(sentences);
});

it.each([
  ['de', 'Einzelnachweise', 'references'],
  ['de', 'Weblinks', 'further reading'],
  ['de', 'Häufige Fragen zur Bahn', 'questions'],
  ['fr', 'Notes et références', 'references'],
  ['fr', 'L’essentiel', 'summary'],
  ['fr', 'Laisser un commentaire', 'boilerplate'],
  ['es', 'Referencias', 'references'],
  ['es', 'Preguntas frecuentes', 'questions'],
  ['es', 'Glosario', 'glossary'],
  ['de', 'References', 'references'],
  ['und', '参考文献', 'references'],
] as const)('in %s, “%s” names %s', (tag, heading, role) => expect(isSectionOf(role, heading, inTag(tag))).toBe(true));

it.each([
  ['de', 'noch nicht bekannt', 'UNDISCLOSED'],
  ['de', 'k. A.', 'UNDISCLOSED'],
  ['de', 'entfällt', 'NOT_APPLICABLE'],
  ['fr', 'non communiqué', 'UNDISCLOSED'],
  ['fr', 'sans objet', 'NOT_APPLICABLE'],
  ['es', 'aún no publicado', 'UNDISCLOSED'],
  ['es', 'no aplica', 'NOT_APPLICABLE'],
  ['es', 'no fumadores', 'PRESENT'],
  ['de', '–', 'BLANK'],
  ['und', 'TBD', 'PRESENT'],
] as const)('in %s, the value “%s” is %s', (tag, value, state) => expect(valueStateOf(value, inTag(tag))).toBe(state));

it.each([
  ['de', 'Die Bahn könnte später fahren.', 'speculation'],
  ['de', 'Meiner Meinung nach ist sie laut.', 'opinion'],
  ['de', 'Kaufen Sie die Karte vor der Fahrt.', 'instruction'],
  ['de', 'Sie kaufen die Karte vor der Fahrt.', null],
  ['fr', 'Le bac pourrait couler un jour.', 'speculation'],
  ['fr', 'À mon avis, il est lent.', 'opinion'],
  ['fr', 'Réservez votre billet la veille.', 'instruction'],
  ['fr', 'Le bac part à midi du quai nord.', null],
  ['es', 'La barca podría hundirse un día.', 'speculation'],
  ['es', 'Es una buena idea.', 'opinion'],
  ['es', 'Consulte las bases en la oficina.', 'instruction'],
  ['es', 'La consulta de las bases es gratuita.', null],
])('in %s, “%s”: %s', (tag, text, why) =>
  expect(whyNotCheckable(text, { block: 'PARAGRAPH', marked: false, holed: false }, inTag(tag))).toBe(why),
);

it.each([
  ['de', 'Der Vertrag wurde am [1, 2] unterzeichnet.', ['am']],
  ['de', 'Der Vertrag wurde am 3. Mai [1] unterzeichnet.', []],
  ['de', 'Den Rest nahm die Stadt selbst auf [1].', []],
  ['de', 'Die Zahlen stammen von [3].', []],
  ['fr', 'La convention fut signée le [1].', ['le']],
  ['fr', 'La convention fut signée par la ville [1].', []],
  ['es', 'El contrato se firmó el [1, 2].', ['el']],
  ['es', 'El informe se basa en [1].', []],
] as const)('holes in %s: “%s”', (tag, text, holes) =>
  expect(findHoles(text, spansOf(text), inTag(tag)).map(({ word }) => word)).toEqual(holes),
);

it.each([
  ['Hafenbote, 3. Mai 2024', '2024-05-03'],
  ['Hafenbote, 03.05.2024', '2024-05-03'],
  ['Le Courrier, 1er août 2031', '2031-08-01'],
  ['La Voz, 3 de mayo de 2024', '2024-05-03'],
  ['La Voz, marzo de 2024', '2024-03'],
])('the date of “%s”', (text, date) => expect(dateIn(text)).toBe(date));

it.each(['abgerufen am 3. Mai 2024', 'consulté le 3 mai 2024', 'consultado el 3 de mayo de 2024'])(
  '“%s” says nothing of when a source appeared',
  (note) => expect(dateIn(accessNotesIn(`Titel, ${note}`).rest)).toBeNull(),
);

describe('wikitext of other wikis', () => {
  const sourceOf = (note: string) =>
    readArticle(`X.<ref>${note}</ref>`, { format: 'WIKITEXT' }).references[0]?.source ?? null;

  it.each([
    ['{{Literatur |Titel=Brücken |Verlag=Hafen |Jahr=1951}}', 'Brücken', '1951'],
    ['{{Lien web |titre=Le bac |url=http://p.example/1 |date=3 mai 1951}}', 'Le bac', '1951-05-03'],
    ['{{Ouvrage |titre=Les phares |éditeur=Large |année=2019}}', 'Les phares', '2019'],
    ['{{cita web |título=La barca |url=http://p.example/2 |fecha=3 de mayo de 1951}}', 'La barca', '1951-05-03'],
  ])('%s', (note, title, issued) => expect(sourceOf(note)).toMatchObject({ title, issued }));

  it.each(['{{Belege fehlen}}', '{{Refnec|date=mai 2031}}', '{{Cita requerida}}'])('%s asks for evidence', (tag) => {
    const { claims } = readArticle(`Die Fähre ist blau.${tag} Sie fährt.`, { format: 'WIKITEXT' });
    expect(claims.flatMap(({ tags }) => tags.map(({ kind }) => kind))).toEqual(['citation needed']);
  });

  it.each([
    ['En {{date-|octobre 2018}}, il ouvre.', 'En octobre 2018, il ouvre.'],
    ['Le {{date|3|mai|1951}}, il mesure {{unité|12|km}}.', 'Le 3 mai 1951, il mesure 12 km.'],
    ['Au {{S-|XIX}}, il ferme.', 'Au XIXe siècle, il ferme.'],
    ['Il lit {{lien|lang=en|trad=Orsa Post}}.', 'Il lit Orsa Post.'],
    ['Murió el {{fecha|3|5|1942}} en Orsa.', 'Murió el 3 de mayo de 1942 en Orsa.'],
    ['Die Höhe ist {{Höhe|89}}.', 'Die Höhe ist 89 m.'],
  ])('%s', (written, text) => {
    expect(readArticle(written, { format: 'WIKITEXT' }).claims[0]!.text).toBe(text);
  });
});
