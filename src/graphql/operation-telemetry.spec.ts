import { parse } from 'graphql';
import { nameOf } from './operation-telemetry.js';

it.each([
  ['{ claims { edges { node { id } } } }', null, 'query claims'],
  [
    'query Anything { mine: claims { edges { node { id } } } yours: claims { edges { node { id } } } }',
    null,
    'query claims',
  ],
  ['{ claims { edges { cursor } } evidenceSummary { score } }', null, 'query several'],
  [
    'mutation ($input: AttachCitationInput!) { attachCitation(input: $input) { citation { id } } }',
    null,
    'mutation attachCitation',
  ],
  ['{ __schema { types { name } } }', null, 'query introspection'],
  ['{ __typename evidenceSummary { score } }', null, 'query evidenceSummary'],
  [
    '{ ...A } fragment A on Query { ...B ... on Query { rules { id } } } fragment B on Query { rules { id } }',
    null,
    'query rules',
  ],
  ['query A { rules { id } } query B { members { edges { cursor } } }', 'B', 'query members'],
  ['query A { rules { id } } query B { members { edges { cursor } } }', null, null],
  ['query A { rules { id } }', 'C', null],
])('%s, %s: %s', (document, operationName, expected) => {
  const name = nameOf(parse(document), operationName);
  expect(name && `${name.operation} ${name.field}`).toBe(expected);
});

it('is worked out once for a document that is kept', () => {
  const document = parse('{ rules { id } }');
  expect(nameOf(document, null)).toBe(nameOf(document, null));
});
