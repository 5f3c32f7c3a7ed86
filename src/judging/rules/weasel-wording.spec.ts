import { testRule } from '../rule-tester.js';
import { article } from '../testing/builders.js';
import { weaselWording } from './weasel-wording.js';

testRule(weaselWording, {
  fires: [
    {
      name: 'unnamed people think something',
      article: article(['Some transport experts believe that the tram is too slow.']),
      findings: [
        { claim: 1, bearing: null, severity: 'NOTE', message: /^“Some transport experts believe” in .* names nobody$/ },
      ],
    },
    ...[
      'Critics have argued that the line is a waste.',
      'Many people say that the pier leans.',
      'It is believed that the pier leans.',
      'It has often been suggested that the pier leans.',
      'The line is widely regarded as a failure.',
      'The pier reportedly leans.',
      'According to some, the pier leans.',
      'The pier leans, according to experts.',
      'Studies, it opened; but most historians think that it leans.',
    ].map((text) => ({ name: `a claim reads: ${text}`, article: article([text]), findings: [{}] })),
  ],
  quiet: [
    ...[
      'The Harbour Board believes that the tram is too slow.',
      'Experts at the Harbour Board said that the pier leans.',
      'The critics of the line said that it is a waste.',
      'It is widely believed by members of the Harbour Board.',
      'The line is widely used.',
      'Seals are often seen off the pier.',
      'The plan is not universally accepted.',
      'He said: "Some experts believe that it leans."',
      'Studies of the pier began in 2030.',
      'According to the port, the pier leans.',
      'People say hello on the pier.',
      'A driver allegedly struck the gate with his van, the port police said.',
      'According to various sources, including the Harbour Board, the pier leans.',
    ].map((text) => ({ name: `a claim reads: ${text}`, article: article([text]) })),
    { name: 'it is not checkable', article: article([{ text: 'Some experts believe it.', checkable: false }]) },
  ],
  notAssessed: [
    {
      name: 'the article is in another language',
      article: article(['Arvostelijoiden mielestä näin on.'], { language: 'fi' }),
      reason: /“fi”/,
    },
  ],
});
