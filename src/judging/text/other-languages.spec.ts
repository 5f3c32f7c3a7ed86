import { languageOf } from '../../languages/languages.js';
import { article } from '../testing/builders.js';
import { findConflicts } from './conflicts.js';
import { disclaims } from './disclaimers.js';
import { figures } from './figures.js';
import { polarityOf } from './polarity.js';
import { cutQualifier } from './qualifiers.js';
import { readStatements } from './statements.js';
import { datedEvents } from './tense.js';
import { weaselsIn } from './weasels.js';
import { contentStems, words } from './words.js';

it.each([
  ['de', 'Sie kostet 1.234,5 Mio. Euro.', ['1234500000 EUR']],
  ['de', 'Am 3. Mai 2031 kamen 1.200 Gäste.', ['2031-05-03', '1200']],
  ['de', 'Im Jahr 2031 fuhren 12,5 Prozent mehr.', ['2031', '12.5 %']],
  ['de', 'Einundzwanzig Kabinen wiegen 640 kg.', ['21', '640 kg']],
  ['de', 'Der 3. Platz ging an die Linie 4.', []],
  ['fr', 'Il a coûté 3,4 millions d’euros.', ['3400000 EUR']],
  ['fr', 'Le 1er août 2031, 1 250 bacs ont coulé.', ['2031-08-01', '1250']],
  ['fr', 'En 2031, quatre-vingt-dix bacs et vingt et un quais ont brûlé.', ['2031', '90', '21']],
  ['fr', 'Le phare a perdu 12 % de sa hauteur en mai 2030.', ['12 %', '2030-05']],
  ['es', 'Costó 8,6 millones de euros.', ['8600000 EUR']],
  ['es', 'El 3 de mayo de 2031 llegaron 3.150 personas.', ['2031-05-03', '3150']],
  ['es', 'En marzo de 2031 había treinta y dos puestos.', ['2031-03', '32']],
  ['en', 'It cost 1,234.5 million euros.', ['1234500000 EUR']],
] as const)('the figures of %s: “%s”', (tag, text, stated) => {
  const found = figures(text, languageOf(tag)).map(({ kind, value, date, currency, unit }) =>
    [date ?? value, kind === 'percentage' ? '%' : (currency ?? unit)].filter((part) => part !== null).join(' '),
  );
  expect(found).toEqual(stated);
});

it.each([
  ['de', 'Fähren fahren täglich, es sei denn, es stürmt.', 'es sei denn, es stürmt'],
  ['de', 'Die Fähre fährt außer sonntags.', 'außer sonntags'],
  ['fr', 'Le bac part à midi, sauf le dimanche.', 'sauf le dimanche'],
  ['fr', 'Le bac part à condition que la mer soit calme.', 'à condition que la mer soit calme'],
  ['es', 'La barca sale a diario, salvo en agosto.', 'salvo en agosto'],
  ['es', 'La barca sale siempre que haga buen tiempo.', 'siempre que haga buen tiempo'],
  ['es', 'La barca sale a las nueve.', null],
])('the condition in %s: “%s”', (tag, text, qualifier) =>
  expect(cutQualifier(text, languageOf(tag)).qualifier).toBe(qualifier),
);

it.each([
  ['de', 'Die Fähre fährt nicht.', 'DENIES'],
  ['de', 'Die Fähre fährt nicht nur sonntags.', 'AFFIRMS'],
  ['de', 'Die Fähre fährt nicht mehr.', 'ENDED'],
  ['fr', 'Le bac ne part pas.', 'DENIES'],
  ['fr', "Le bac n'existe plus.", 'ENDED'],
  ['es', 'La barca no sale.', 'DENIES'],
  ['es', 'La barca ya no sale.', 'ENDED'],
  ['und', 'Lautta ei kulje.', 'AFFIRMS'],
] as const)('in %s, “%s” %s', (tag, text, polarity) => expect(polarityOf(words(text), languageOf(tag))).toBe(polarity));

it.each([
  ['de', 'Viele Kritiker meinen, sie sei zu laut.', ['Viele Kritiker meinen']],
  ['de', 'Es wird vermutet, dass sie sank.', ['Es wird vermutet']],
  ['de', 'Die Kritiker des Rates meinen das.', []],
  ['fr', 'Certains experts estiment que le bac penche.', ['Certains experts estiment']],
  ['fr', 'Il est largement admis que le bac penche.', ['Il est largement admis']],
  ['fr', 'Les experts de la ville estiment le coût.', []],
  ['es', 'Algunos expertos creen que se hunde.', ['Algunos expertos creen']],
  ['es', 'Se cree que la barca se hundió.', ['Se cree']],
  ['es', 'El alcalde cree que se hunde.', []],
] as const)('unnamed voices in %s: “%s”', (tag, text, found) => {
  const language = languageOf(tag);
  expect(weaselsIn(text, language.weasels!, language)).toEqual(found);
});

it.each([
  ['de', 'Die Brücke wurde im Mai 2031 eröffnet.', 'PAST'],
  ['de', 'Die Brücke wird im Mai 2031 eröffnet.', 'FUTURE'],
  ['fr', 'Le pont a été ouvert en mai 2031.', 'PAST'],
  ['fr', 'Le pont ouvrira en mai 2031.', 'FUTURE'],
  ['es', 'El puente se abrió en mayo de 2031.', 'PAST'],
  ['es', 'El puente abrirá en mayo de 2031.', 'FUTURE'],
  ['es', 'El puente abriría en mayo de 2031.', 'SUPPOSED'],
])('the tense in %s of “%s”', (tag, text, tense) =>
  expect(datedEvents(text, languageOf(tag)).map((event) => event.tense)).toEqual([tense]),
);

it('stems each language by its own rules, and lets others be', () => {
  expect(contentStems('Die Fahrten der Kabinen', languageOf('de'))).toEqual(
    contentStems('eine Fahrt einer Kabine', languageOf('de')),
  );
  expect(contentStems("l'annexe", languageOf('fr'))).toEqual(contentStems('les annexes', languageOf('fr')));
  expect(contentStems('los puestos', languageOf('es'))).toEqual(contentStems('un puesto', languageOf('es')));
  expect(contentStems('lautat', languageOf('fi'))).toEqual(['lautat']);
});

it('takes a German noun with an article for none of the names that tell statements apart', () => {
  const claims = ['Am Hang ruht der Betrieb in Lund.', 'Die Bahn fährt durch Lund.'];
  const [first, second] = readStatements(article(claims, { language: 'de' }));
  expect([first!.names, second!.names]).toEqual([['lund'], ['lund']]);
});

it.each([
  ['de', 'Die Seilbahn hat 38 Kabinen.', 'Die Seilbahn hat 36 Kabinen.'],
  ['fr', 'Le chantier a employé 64 ouvriers.', 'Le chantier a employé 46 ouvriers.'],
  ['es', 'El mercado tiene 74 puestos.', 'El mercado tiene 47 puestos.'],
])('finds two figures for one thing in %s', (tag, one, other) => {
  const both = article([{ text: one }, { text: other }], { language: tag });
  const conflicts = findConflicts(both, readStatements(both));
  expect(both.claims.map((claim) => conflicts.of(claim).length)).toEqual([1, 1]);
});

it('knows how notes deny in English alone', () => {
  const english = languageOf('en');
  expect(disclaims('It does not say so.', { text: 'Boats sail.' }, english.disclaimers!, english)).not.toBeNull();
  expect(['de', 'fr', 'es', 'und'].map((tag) => languageOf(tag).disclaimers)).toEqual([null, null, null, null]);
});
