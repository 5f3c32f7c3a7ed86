import { guessLanguage } from './language.js';
import { readArticle } from './read-article.js';

describe('guessLanguage', () => {
  it.each<[string, string | null]>([
    ['The ferry has been run by the city since the war, and it is free for those who live on the island.', 'en'],
    ['Die Fähre wird seit dem Krieg von der Stadt betrieben und ist für die Bewohner der Insel kostenlos.', 'de'],
    ['Le bac est exploité par la ville depuis la guerre, et il est gratuit pour ceux qui vivent sur l’île.', 'fr'],
    ['La ciudad explota el transbordador desde la guerra, y es gratuito para los que viven en la isla.', 'es'],
    ['De veerpont wordt sinds de oorlog door de stad beheerd en is gratis voor de bewoners van het eiland.', 'nl'],
    ['Il traghetto è gestito dalla città dopo la guerra ed è gratuito per quelli che vivono sull’isola di Orsa.', 'it'],
    ['A balsa é operada pela cidade desde a guerra e não custa nada para os que vivem na ilha, como foi dito.', 'pt'],
    ['Городской паром ходит с самой войны и бесплатен для тех, кто живёт на острове или работает там.', 'und'],
    ['Ferry Orsa 1931', null],
    ['', null],
  ])('%s', (text, tag) => expect(guessLanguage(text)).toBe(tag));

  it('takes a long text of which no word of grammar is known for one in an unknown language', () => {
    expect(guessLanguage('kaluva meresi tandoru pelaki '.repeat(20))).toBe('und');
  });

  it('does not take tables and lists in English for another language', () => {
    expect(guessLanguage(`${'speed length width colour '.repeat(15)}of the of in`)).toBe('en');
  });
});

describe('the language of an article', () => {
  const german = 'Die Fähre wird von der Stadt betrieben und ist für die Bewohner der Insel kostenlos.';

  it('is what a page says', () => {
    const page = `<html lang="en"><body><p>${german}</p></body></html>`;
    expect(readArticle(page, { format: 'HTML' }).language).toBe('en');
  });

  it('is what front matter says', () => {
    expect(readArticle(`---\nlang: fr-CH\n---\n\n${german}\n`, { format: 'MARKDOWN' }).language).toBe('fr-CH');
  });

  it('is told by the words where the format says nothing, markup aside', () => {
    const page = `<html><head><script>${'the of and to in is that '.repeat(50)}</script></head><body><p>${german}</p></body></html>`;
    expect(readArticle(page, { format: 'HTML' }).language).toBe('de');
    expect(readArticle(`{{Infobox|a=the of and}}\n${german}`, { format: 'WIKITEXT' }).language).toBe('de');
  });

  it('is told by the words where what the page says is no tag', () => {
    expect(readArticle(`<html lang="{{ lang }}"><p>${german}</p></html>`, { format: 'HTML' }).language).toBe('de');
  });
});

describe('an article in a language whose words are not known', () => {
  const article = readArticle(
    `Vesilautta Orsa\n\nLautta kulkee saarelle joka päivä [1]. Se on sininen ja valkoinen ja myös kaunis. Lautassa on 40 paikkaa, mutta vuonna 1931 se oli pieni.\n\nLähteet\n\n1. Kaupunki, Lautta, 1931. https://orsa.example/lautta\n`,
    { format: 'TEXT' },
  );

  it('has claims where a marker or a figure shows a fact, and says of the others why not', () => {
    expect(article.language).toBe('fi');
    expect(article.claims.map(({ text, notCheckable }) => [text, notCheckable])).toEqual([
      ['Lautta kulkee saarelle joka päivä.', null],
      ['Se on sininen ja valkoinen ja myös kaunis.', 'unknown language'],
      ['Lautassa on 40 paikkaa, mutta vuonna 1931 se oli pieni.', null],
    ]);
  });

  it('has its list of references all the same', () => {
    expect(article.hasReferenceList).toBe(true);
    expect(article.references.map(({ label, source }) => [label, source?.url])).toEqual([
      ['1', 'https://orsa.example/lautta'],
    ]);
  });
});
