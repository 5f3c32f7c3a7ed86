import { describe, expect, it } from '@jest/globals';
import type { Claim } from '../judging/evidence.js';
import { readArticle } from './read-article.js';

const read = (input: string) => readArticle(input, { format: 'WIKITEXT' });
const texts = (input: string): string[] => read(input).claims.map((claim) => claim.text);
const labelsOf = (claim: Claim | undefined): string[] => (claim?.citations ?? []).map((citation) => citation.label);
/** The only claim of a line, with its label or column. */
const told = ({ attribute, column, text }: Claim): string => [attribute, column, text].filter(Boolean).join(' | ');

describe('text of wikitext', () => {
  it.each([
    ['links show their words', 'The [[River Ell|river]] and the [[weir]]s froze.', 'The river and the weirs froze.'],
    ['bold and italics are not seen', "The '''pier''' of ''Ell'' fell.", 'The pier of Ell fell.'],
    ['an apostrophe before italics', "He read l'''Avviso'' daily.", "He read l'Avviso daily."],
    ['a link to the outside', 'It is [https://pier.example/a known] as a pier.', 'It is known as a pier.'],
    ['comments are no text', 'It fell <!-- in May? -->in 1931.', 'It fell in 1931.'],
    ['nowiki', 'It is <nowiki>[[not]]</nowiki> a link.', 'It is [[not]] a link.'],
    ['entities and tags', 'Salt&nbsp;&amp; <small>sand</small><br />fell.', 'Salt & sand fell.'],
    ['a measure', 'It is {{convert|240|m|ft|abbr=on}} long.', 'It is 240 m long.'],
    ['a range', 'It is {{convert|2|to|4|km}} long.', 'It is 2 to 4 km long.'],
    ['a date', 'It opened on {{start date|1931|5|4|df=y}}.', 'It opened on 4 May 1931.'],
    ['a date, month first', 'It opened on {{start date|1931|5|4}}.', 'It opened on May 4, 1931.'],
    ['what only sets text', 'It is {{nowrap|very {{small|old}}}} now.', 'It is very old now.'],
    ['a template between brackets', 'It is ({{nowrap|very old}}) now.', 'It is (very old) now.'],
    ['another language', 'It is a {{lang|fr|jetée}} now.', 'It is a jetée now.'],
    ['about', 'It fell {{circa|1931}} to the sea.', 'It fell c. 1931 to the sea.'],
    ['one that is not known', 'It fell{{zzz|1}} to the sea.', 'It fell to the sea.'],
    ['one that a sentence would lack', 'It fell in {{zzz|1}}.', 'It fell in ….'],
    ['a parameter', 'It fell in {{{year|1931}}}.', 'It fell in 1931.'],
    ['a template that nothing closes', 'It fell {{in 1931.', 'It fell {{in 1931.'],
    ['a link that nothing closes', 'It fell [[in 1931.', 'It fell [[in 1931.'],
    ['a note that nothing closes', 'It fell <ref>in 1931.', 'It fell in 1931.'],
    ['pictures, categories, other languages', 'It fell.[[File:A.jpg|20px]][[Category:Piers]][[de:Pier]]', 'It fell.'],
    ['behaviour switches', '__NOTOC__It fell in 1931.', 'It fell in 1931.'],
  ])('%s', (_, input, expected) => {
    expect(texts(input)).toEqual([expected]);
  });

  it('leaves out what is no text of the article', () => {
    const input = `{{Short description|A pier}}
{{About|the pier|the band|Pier (band)}}
The pier stands.
[[File:Pier.jpg|thumb|The pier]]
{{Piers of Ell}}
 a line of code
<syntaxhighlight lang="js">run(1);</syntaxhighlight>
<gallery>
File:A.jpg|The other pier
</gallery>`;
    expect(texts(input)).toEqual(['The pier stands.']);
  });

  it('takes the bold subject, or what the page says that it is called, for the title', () => {
    expect(read("'''Ell Pier''' is a pier.\n\n== Use ==\nIt is used.").title).toBe('Ell Pier');
    expect(read("{{DISPLAYTITLE:''Ell'' pier}}\nIt is a pier.").title).toBe('Ell pier');
  });
});

describe('notes of wikitext', () => {
  const article =
    read(`It opened in 1931.<ref name="a">{{cite book |last=Hale |first=Ruth |title=Piers |publisher=Quay |year=1998 |isbn=9780306406157 |page=22}}</ref>
It burned in 1950.<ref>Orr, A. (1951). ''The fire''. Quay.</ref><ref name=a />{{rp|31}} It was closed.<ref name="gone" />
It was sold.{{refn|group=n|For one pound.<ref name=b />}} It reopened.{{r|a|b|p2=7}}
== References ==
<references>
<ref name="b">{{cite news |title=Open again |newspaper=Packet |date=3 March 1999 |url=https://p.example/1 |quote=The pier is open}}</ref>
<ref name="c">Nobody cites this.</ref>
</references>`);
  const cited = article.claims.map((claim) =>
    claim.citations.map((c) => [c.label, c.locator, c.source ? '' : 'dangles'].filter(Boolean).join(' ')),
  );

  it('are numbered by their first mention, names once, groups apart', () => {
    expect(cited).toEqual([['1 p. 22'], ['2', '1 p. 31'], ['3 dangles'], ['n 1'], ['1 p. 22', '4 p. 7']]);
  });

  it('are listed with their works', () => {
    const [first, second, , fourth] = article.references;
    expect(first?.source).toMatchObject({
      authors: ['Hale, Ruth'],
      title: 'Piers',
      publisher: 'Quay',
      issued: '1998',
      isbn: '9780306406157',
      locator: 'p. 22',
    });
    expect(second?.source).toMatchObject({ title: 'The fire', issued: '1951' });
    expect(fourth?.source).toMatchObject({
      title: 'Open again',
      container: 'Packet',
      issued: '1999-03-03',
      url: 'https://p.example/1',
    });
    expect(article.claims.at(-1)?.citations[1]?.quote).toBe('The pier is open');
  });

  it('that nothing cites keep their names', () => {
    expect(article.references.filter((r) => r.markerCount === 0).map((r) => r.label)).toEqual(['c']);
    expect(article.hasReferenceList).toBe(true);
  });

  it('of two contents of one name the first holds', () => {
    const { references } = read('It fell.<ref name=a>One, 1931.</ref> It rose.<ref name=a>Two, 1932.</ref>');
    expect(references.map((r) => r.text)).toEqual(['One, 1931.']);
  });

  it.each([
    ['an author of a bibliography', '{{sfn|Okoro|2024|p=7}}', 'last=Okoro |first=Ada', 'Okoro 2024, p. 7.', 'p. 7'],
    [
      'several authors',
      '{{sfn|Okoro|Hale|2024|pp=7-9}}',
      'last1=Okoro |last2=Hale',
      'Okoro & Hale 2024, pp. 7-9.',
      'pp. 7-9',
    ],
    ['in a note', '<ref>{{harvnb|Okoro|2024|loc=ch. 2}}</ref>', 'author=Okoro', 'Okoro 2024, ch. 2', 'ch. 2'],
    ['an anchor of its own', '{{sfn|Ada|2024|p=7}}', 'last=Okoro |ref={{sfnref|Ada|2024}}', 'Ada 2024, p. 7.', 'p. 7'],
  ])('short citations: %s', (_, cite, names, text, locator) => {
    const input = `It fell.${cite}\n== Sources ==\n* {{cite book |${names} |year=2024 |title=A Pier}}`;
    const { claims, references } = read(input);
    expect(references[0]).toMatchObject({ text, source: { title: 'A Pier', locator } });
    expect(claims[0]!.citations).toMatchObject([{ label: '1', locator }]);
  });

  it('short citations in the sentence lead to the work itself, or to nothing', () => {
    const input = `It fell {{harv|Okoro|2024|p=7}}. {{harvtxt|Hale|1998}} denies it.\n== Sources ==\n* {{cite book |last=Okoro |year=2024 |title=A Pier}}`;
    const { claims } = read(input);
    expect(claims.map((c) => c.text)).toEqual(['It fell.', 'Hale denies it.']);
    expect(claims[0]!.citations).toMatchObject([{ label: '1', locator: 'p. 7', source: { title: 'A Pier' } }]);
    expect(claims[1]!.citations).toMatchObject([{ label: 'Hale 1998', source: null }]);
  });

  it.each([
    [
      'bare link',
      '[https://p.example/1 The fire], Packet, 3 May 1951',
      { title: 'The fire', url: 'https://p.example/1', issued: '1951-05-03' },
    ],
    ['address', 'https://p.example/1', { url: 'https://p.example/1' }],
    [
      'an archived copy',
      '{{cite web |title=A |url=https://p.example/1 |archive-url=https://web.archive.org/web/2031/https://p.example/1}}',
      { url: 'https://p.example/1', archiveUrl: 'https://web.archive.org/web/2031/https://p.example/1' },
    ],
    [
      'German',
      '{{Internetquelle |autor=A. Orr |titel=Der Brand |hrsg=Bote |datum=1951-05-03 |url=//p.example/1 |zugriff=2030-01-01}}',
      { authors: ['A. Orr'], title: 'Der Brand', publisher: 'Bote', issued: '1951-05-03', url: 'https://p.example/1' },
    ],
    [
      'a chapter',
      '{{cite book |chapter=Fire |title=Piers |date=May 1951 |doi=10.5555/ab.1}}',
      { title: 'Fire', container: 'Piers', issued: '1951-05', doi: '10.5555/ab.1' },
    ],
    [
      'retracted',
      '{{cite journal |title=Fire |journal=Piers |pmid=123456}} {{retracted}}',
      { pmid: '123456', retraction: { reason: null, at: null } },
    ],
  ])('%s', (_, content, source) => {
    expect(read(`It burned.<ref>${content}</ref>`).references[0]?.source).toMatchObject(source);
  });
});

describe('boxes, tables and lists of wikitext', () => {
  it('reads the facts of an infobox that are shown', () => {
    const { claims } = read(`{{Infobox pier
| name = Ell Pier
| image = Pier.jpg | image_size = 220px
| built = {{start date|1931}}
| owner = [[Ell Council|Council]]<ref>Ell.</ref>
| cost =
| visitors = 412 | visitors_ref = <ref>Count.</ref>
}}`);
    expect(claims.map(told)).toEqual(['built | built 1931', 'owner | owner Council', 'visitors | visitors 412']);
    expect(claims.map(labelsOf)).toEqual([[], ['1'], ['2']]);
  });

  it('takes labels and notes of an infobox from its other parameters', () => {
    const { claims, references } = read(`{{Infobox town
| leader_title1 = Mayor | leader_name1 = A. Orr
| label2 = Twin | data2 = Tarn
| area_footnotes = <ref>Survey.</ref> | area_total = 9 ha
| height = {{height|m=4}}<ref>Map.</ref>
| map_caption = The [[town]]
}}`);
    expect(claims.map(told)).toEqual([
      'Mayor | Mayor A. Orr',
      'Twin | Twin Tarn',
      'area total | area total 9 ha',
      'height | height …',
    ]);
    expect(claims.map(labelsOf)).toEqual([[], [], ['1'], ['2']]);
    expect(references.map((r) => r.text)).toEqual(['Survey.', 'Map.']);
  });

  it('reads the notes of templates that are not known, which others may use', () => {
    const { claims, references } = read(`{{Census table|1930 = 12|footnote = <ref name="c">Count.</ref>}}
Twelve people lived there.<ref name="c" />
{{quote|They were few.|A. Orr<ref>Orr.</ref>}}`);
    expect(claims.map((c) => [c.text, ...labelsOf(c)])).toEqual([
      ['Twelve people lived there.', '1'],
      ['They were few.', '2'],
    ]);
    expect(references.map((r) => [r.text, r.markerCount])).toEqual([
      ['Count.', 2],
      ['Orr.', 1],
    ]);
  });

  it('reads tables with their headings, merged cells and notes', () => {
    const { claims } = read(`{| class="wikitable"
|+ Boats
! Boat !! Built !! Cars{{efn|At most.}}
|-
! scope="row" | ''Osprey''
| rowspan=2 | 1931 || 6<ref>List.</ref>
|-
! scope="row" | Teal
| style="text-align:right" | 12
|}`);
    expect(claims.map(told)).toEqual(['Osprey | Built | 1931', 'Osprey | Cars | 6', 'Teal | Cars | 12']);
    expect(claims.map(labelsOf)).toEqual([[], ['1', 'a'], ['a']]);
  });

  it('ends a table that nothing closes at the next heading', () => {
    const { claims } = read('{|\n! Boat !! Built\n|-\n| Osprey || 1931\n| Teal\n== Use ==\nThe boats are in use.');
    expect(claims.at(-1)).toMatchObject({ block: 'PARAGRAPH', section: 'Use' });
  });

  it('reads items, terms and quotations', () => {
    const { claims } = read(`== Use ==
* for cars<ref>List.</ref>
# First they load.
; Slip : A ramp for boats.
; Deck
: A floor on a boat.
{{quote|The boats are old.|A. Orr}}`);
    expect(claims.map((c) => `${c.block} ${c.text}`)).toEqual([
      'LIST_ITEM for cars',
      'LIST_ITEM First they load.',
      'DEFINITION A ramp for boats.',
      'DEFINITION A floor on a boat.',
      'PARAGRAPH The boats are old.',
    ]);
  });
});

describe('notes of editors', () => {
  const tags = (input: string, format: 'WIKITEXT' | 'HTML' = 'WIKITEXT') =>
    readArticle(input, { format }).claims.map((claim) => claim.tags.map((tag) => `${tag.kind} ${tag.date}`));

  it.each([
    ['behind the stop', 'It fell.{{citation needed|date=May 2021}} It rose.', [['citation needed 2021-05'], []]],
    ['before a comma', 'It fell,{{cn}} and it rose. It stands.', [['citation needed null'], []]],
    ['between notes', 'It fell.<ref>A.</ref>{{fv|date=July 2030}} It rose.', [['failed verification 2030-07'], []]],
    [
      'around words',
      'It {{citation needed span|text=fell|date=May 2021}}. It rose.',
      [['citation needed 2021-05'], []],
    ],
    [
      'on a note',
      'It fell.<ref>[http://a.example A]{{dead link|date=May 2028}}</ref> It rose.',
      [['dead link 2028-05'], []],
    ],
    ['in an infobox', '{{Infobox pier\n| built = 1931{{Dubious|date=May 2021}}\n}}', [['dubious 2021-05']]],
  ])('%s', (_, input, expected) => {
    expect(tags(input)).toEqual(expected);
  });

  it('stand on pages as on their sources', () => {
    const page = `<p>It fell.<sup class="noprint Inline-Template">[<i><a href="/wiki/CN" title="x"><span title="This needs references (August 2015)">citation needed</span></a></i>]</sup> It rose.</p>`;
    expect(tags(page, 'HTML')).toEqual([['citation needed 2015-08'], []]);
  });

  it('make a statement checkable, as a marker does', () => {
    const [claim] = read('It could be the oldest pier.{{citation needed}}').claims;
    expect(claim).toMatchObject({ checkable: true, text: 'It could be the oldest pier.' });
  });
});
