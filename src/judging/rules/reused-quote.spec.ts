import { testRule } from '../rule-tester.js';
import { article, citation, source } from '../testing/builders.js';
import { reusedQuote } from './reused-quote.js';

const quoting = (text: string, quote: string, state: 'PROPOSED' | 'REJECTED' = 'PROPOSED') => ({
  text,
  citations: [citation(1, { quote, state, source: source('a') })],
});

testRule(reusedQuote, {
  fires: [
    {
      name: 'one quote stands on three claims',
      article: article([
        quoting('Trams run at night.', 'The tram runs daily.'),
        quoting('Fares fell by half.', '“the tram runs daily”'),
        quoting('Nine piers have a stop.', 'The tram runs – daily'),
      ]),
      findings: [
        { claim: null, bearing: null, severity: 'NOTE', message: /on 3 different claims, on lines 2, 3 and 4/ },
      ],
    },
    {
      name: 'two are enough for the workspace',
      article: article([quoting('Trams run at night.', 'It runs daily.'), quoting('Fares fell.', 'It runs daily.')]),
      config: { thresholds: { claims: 2 } },
      findings: [{}],
    },
  ],
  quiet: [
    {
      name: 'two of three claims say the same',
      article: article([
        quoting('The night tram stops at every pier on the coast.', 'The tram runs daily.'),
        quoting('At every pier on the coast the night tram stops.', 'The tram runs daily.'),
        quoting('Fares fell by half.', 'The tram runs daily.'),
      ]),
    },
    {
      name: 'one of three is rejected',
      article: article([
        quoting('Trams run at night.', 'It runs daily.'),
        quoting('Fares fell by half.', 'It runs daily.'),
        quoting('Nine piers have a stop.', 'It runs daily.', 'REJECTED'),
      ]),
    },
    { name: 'there are no quotes', article: article([{ cites: [1] }, { cites: [1] }, { cites: [1] }]) },
  ],
});
