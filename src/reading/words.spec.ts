import { ENGLISH } from '../languages/en.js';
import { bare, hasFiniteVerb, isQuestion } from './words.js';

describe('isQuestion', () => {
  it.each([
    'Why was the line closed?',
    '“Why was the line closed?”',
    'Who asked “Why?”',
    'Did she ask, "Why?"',
    'What is a “tram”?',
    '(Is it free?)',
  ])('%s', (line) => expect(isQuestion(line, ENGLISH)).toBe(true));

  it.each([
    'He asked: "Why was the line closed?"',
    'The film in which a driver asks, “Who built this?”',
    'When the doors shut, she said, “Why?”',
    'It closed.',
  ])('no question: %s', (line) => expect(isQuestion(line, ENGLISH)).toBe(false));
});

describe('hasFiniteVerb', () => {
  it.each<[string, boolean]>([
    ['The pier may close', true],
    ['May it close', true],
    ['The pier in May 2031', false],
  ])('%s: %s', (line, is) => expect(hasFiniteVerb(line, ENGLISH)).toBe(is));
});

describe('bare', () => {
  it.each([
    ['pier', 'pier'],
    ['(“pier”),', 'pier'],
    ['a...b', 'a...b'],
    ['…', ''],
    ['', ''],
    ['🚢pier🚢', 'pier'],
    ['\ud83d4\udea2', '4'],
    ['(𝔸)', '𝔸'],
  ])('%j: %j', (word, expected) => expect(bare(word)).toBe(expected));
});
