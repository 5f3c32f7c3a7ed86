import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { droppedQualifier } from './dropped-qualifier.js';

const plain = 'The night ferry carries freight to Orsa island.';
const beside = (other: string, language = 'en') => article([plain, other], { language });

testRule(droppedQualifier, {
  fires: [
    ...[
      'The night ferry carries freight to Orsa island unless the ice is thick.',
      'The night ferry carries freight to Orsa island, except on Sundays.',
      'The night ferry carries freight to Orsa island only if it is booked.',
      'The night ferry carries freight to Orsa island, provided that it is booked.',
      'The night ferry carries freight to Orsa island as long as demand lasts.',
      'Unless the ice is thick, the night ferry carries freight to Orsa island.',
    ].map((other) => ({
      name: `another line says “${other}”`,
      article: beside(other),
      findings: [{ claim: 1, bearing: 'WEAK' as const, severity: 'WARNING' as const, message: /which line 3 has/ }],
    })),
    {
      name: 'a label before it has some of the words',
      article: article([
        'Night freight: The ferry carries mail to Orsa island.',
        'The night ferry carries mail freight to Orsa island, unless the ice is thick.',
      ]),
      findings: [{ claim: 1 }],
    },
  ],
  quiet: [
    { name: 'the other leaves out nothing either', article: beside('Freight goes to Orsa island by the night ferry.') },
    {
      name: 'a date or amount is left out',
      article: beside('The night ferry carries 40 tons of freight to Orsa island through 2032.'),
    },
    {
      name: 'until and through are one bound',
      article: article([
        'The night ferry carries freight to Orsa island until 2032.',
        'The night ferry carries freight to Orsa island through 2032.',
      ]),
    },
    {
      name: 'the condition is on another statement',
      article: beside('The harbour master inspects every container ship unless it rains.'),
    },
    {
      name: 'it has the condition in another form',
      article: article([
        'The night ferry carries freight to Orsa island if the hauler books it before noon.',
        'The night ferry carries freight to Orsa island only if the hauler books it before noon.',
      ]),
    },
    {
      name: 'they are paragraphs of a law with other letters',
      article: article([
        '(d) of the members whom paragraph (d) names, two shall retire after three years.',
        '(e) of the members whom paragraph (e) names, two shall retire after three years, unless a seat is vacant.',
      ]),
    },
    { name: '“provided” is a verb', article: beside('The night ferry provided freight to Orsa island.') },
    { name: 'it is not checkable', article: article([{ text: plain, checkable: false }]) },
  ],
  notAssessed: [{ name: 'the article is in another language', article: beside('x', 'sv'), reason: /“sv”/ }],
});
