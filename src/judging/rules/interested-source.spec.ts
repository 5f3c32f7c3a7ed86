import type { Source } from '../evidence.js';
import { testRule } from '../rule-tester.js';
import { article, citation, source, type ClaimParts } from '../testing/builders.js';
import { interestedSource } from './interested-source.js';

const by = (claim: ClaimParts | string, publisher: string | null, parts: Partial<Source> = {}) =>
  article([
    {
      ...(typeof claim === 'string' ? { text: claim } : claim),
      citations: [citation(1, { source: source('a', { publisher, ...parts }) })],
    },
  ]);

testRule(interestedSource, {
  fires: [
    {
      name: 'the claim is about the publisher',
      article: by('Harbour Trams runs the fastest line.', 'Harbour Trams Ltd'),
      findings: [{ claim: 1, bearing: null, severity: 'NOTE', message: /“Harbour Trams Ltd” stands behind \[1\]/ }],
    },
    { name: 'in the possessive', article: by('The harbour trams’ rival beats Orsa’s line.', 'Orsa'), findings: [{}] },
    {
      name: 'it is about the owner',
      article: by('Quay Holding is the safest bank.', 'Quay Post', {
        publisherRecord: { owner: 'Quay Holding', domains: [], reliability: null },
      }),
      findings: [{ message: /“Quay Holding” stands behind/ }],
    },
    {
      name: 'no publisher is named, and the domain is what the claim is about',
      article: by('Harbour Trams runs the fastest line.', null, { url: 'https://news.harbour-trams.co.uk/1' }),
      findings: [{ message: /“Harbour Trams” stands behind \[1\]/ }],
    },
    {
      name: 'the column of a cell names it',
      article: by({ block: 'CELL', attribute: 'Speed', column: 'Harbour Trams', text: 'Fastest' }, 'Harbour Trams'),
      findings: [{}],
    },
  ],
  quiet: [
    { name: 'the claim is about another', article: by('The ferry is late.', 'Harbour Trams') },
    { name: 'it tells who said it', article: by('According to Harbour Trams, the line is fast.', 'Harbour Trams') },
    { name: 'it tells what it reported', article: by('The Quay Post has reported a delay.', 'The Quay Post') },
    { name: 'the name is part of a longer one', article: by('Orsa Records sells songs.', 'Orsa') },
    {
      name: 'the column that names it carries the marker: it tells who measured',
      article: article([
        {
          block: 'CELL',
          attribute: '2031',
          column: 'Harbour Trams',
          text: '14 %',
          span: { start: 50, end: 54 },
          citations: [
            citation(1, { source: source('a', { publisher: 'Harbour Trams' }), spans: [{ start: 9, end: 12 }] }),
          ],
        },
      ]),
    },
    { name: 'the word is none of a name', article: by('The nature of the pier is unclear.', 'Nature') },
    {
      name: 'the domain is a word of the claim, and no name',
      article: by('The harbour is deep.', null, { url: 'https://harbour.example/1' }),
    },
    {
      name: 'many publish under the domain',
      article: by('YouTube is popular.', null, { url: 'https://www.youtube.com/watch?v=1' }),
    },
    { name: 'no publisher is known', article: by('Harbour Trams is fast.', null) },
  ],
});
