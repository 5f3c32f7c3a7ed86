import { buildSchema } from 'graphql';
import { SubscribedDocuments } from './subscribed-document.js';

const schema = buildSchema(`
  type Claim { text(language: String): String findings(first: Int): [String!] }
  type Query { a: Int }
  type Subscription { changed(after: String, first: Int): Claim }
`);
const rules = { parseOptions: {}, validateOptions: { maxErrors: 5, hideSuggestions: true }, validationRules: [] };
const asked = (query: string, operationName: string | null = null) => ({
  ...{ query, operationName, variables: {}, extensions: {} },
});
const variablesOf = (query: string, operationName?: string): readonly string[] =>
  new SubscribedDocuments(rules).read(schema, asked(query, operationName)).variables;

describe('the document of a subscription', () => {
  it.each<[string, string, readonly string[]]>([
    ['arguments of what is subscribed to', 'subscription ($a: String) { changed(after: $a) { text } }', []],
    ['arguments below it', 'subscription ($l: String) { changed { text(language: $l) } }', ['l']],
    [
      'both',
      'subscription ($n: Int, $l: String) { changed(first: $n) { findings(first: $n) text(language: $l) } }',
      ['l', 'n'],
    ],
    [
      'directives',
      'subscription ($a: String, $b: Boolean!) { changed(after: $a) @include(if: true) { text @skip(if: $b) } }',
      ['b'],
    ],
    [
      'fragments',
      'subscription ($l: String) { changed { ...F } } fragment F on Claim { ...G } fragment G on Claim { text(language: $l) }',
      ['l'],
    ],
    [
      'a fragment around it',
      'subscription ($a: String) { ... on Subscription { changed(after: $a) { text } } }',
      ['a'],
    ],
  ])('depends on the variables of %s', (_where, query, expected) => {
    expect(variablesOf(query)).toEqual(expected);
  });

  it('of several operations is about the one that is asked for', () => {
    const query = `subscription A($l: String) { changed { text(language: $l) } }
      subscription B($a: String) { changed(after: $a) { text } }`;
    expect([variablesOf(query, 'A'), variablesOf(query, 'B')]).toEqual([['l'], []]);
  });

  it.each<[string, string, string, boolean]>([
    ['name', 'subscription A { changed { text } }', 'subscription { changed { text } }', true],
    ['spaces', '{ changed { text } }', '{\n  changed { text, }\n}', true],
    ['choice', '{ changed(after: "a") { text } }', '{ changed(first: 3) { text } }', true],
    ['choice by a variable', '($a: String) { changed(after: $a) { text } }', '{ changed { text } }', true],
    ['fields', '{ changed { text } }', '{ changed { text findings } }', false],
    ['order of fields', '{ changed { findings text } }', '{ changed { text findings } }', false],
    ['alias', '{ changed { text } }', '{ a: changed { text } }', false],
    ['arguments below', '{ changed { text(language: "en") } }', '{ changed { text(language: "fr") } }', false],
    [
      'default',
      '($l: String = "en") { changed { text(language: $l) } }',
      '($l: String) { changed { text(language: $l) } }',
      false,
    ],
    [
      'fragment',
      '{ changed { ...F } } fragment F on Claim { text }',
      '{ changed { ...F } } fragment F on Claim { findings }',
      false,
    ],
  ])('has a shape that its %s is part of or not: %s, %s', (_what, one, another, isSame) => {
    const [a, b] = [one, another].map((text) => {
      const query = text.startsWith('subscription') ? text : `subscription ${text}`;
      return new SubscribedDocuments(rules).read(schema, asked(query)).shape;
    });
    expect(a === b).toBe(isSame);
  });

  it('is read once for all who send the same, and not kept when it is wrong or long', () => {
    const documents = new SubscribedDocuments(rules);
    const right = asked('subscription { changed { text } }');
    const wrong = asked('subscription { changed { none } }');
    const long = asked(`subscription { changed { text } } # ${'x'.repeat(10_000)}`);
    expect(documents.has(right)).toBe(false);
    const first = documents.read(schema, right);
    expect(documents.read(schema, { ...right })).toBe(first);
    expect(documents.has(right)).toBe(true);
    expect(documents.read(schema, long).field).toBe('changed');
    expect(() => documents.read(schema, wrong)).toThrow(AggregateError);
    expect([wrong, long].map((each) => documents.has(each))).toEqual([false, false]);
    // The names of operations are whatever was sent.
    expect(documents.has({ ...right, operationName: 'x' })).toBe(false);
  });

  it('is forgotten when many others came since it was used', () => {
    const documents = new SubscribedDocuments(rules);
    const nth = (n: number) => asked(`subscription S${n} { changed { text } }`);
    for (let n = 0; n < 300; n++) {
      documents.read(schema, nth(n));
      documents.read(schema, nth(0));
    }
    expect([0, 1, 40, 100, 299].map((n) => documents.has(nth(n)))).toEqual([true, false, false, true, true]);
  });
});
