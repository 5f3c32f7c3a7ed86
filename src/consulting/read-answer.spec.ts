import { readAnswer } from './read-answer.js';

const TEXT =
  'Port news. The ferry crossed the sound 412 times in 2031, the port office says. Nobody counted the crossings before. Secret: the boat is for sale.';
/** All but the last sentence. */
const SHOWN = [{ start: 0, end: TEXT.indexOf('Secret') }];
const GOOD = {
  quotes: ['The ferry crossed the sound 412 times in 2031'],
  rationale: 'The passage has the number and the year.',
  label: 'FOUND',
  confidence: 0.9,
};
const read = (answer: unknown, spans = SHOWN) =>
  readAnswer(typeof answer === 'string' ? answer : JSON.stringify(answer), TEXT, spans);

describe('an answer that can be used', () => {
  it('has a label, a reason, and words of the source, whose place is found', () => {
    const { opinion } = read(GOOD);
    expect(opinion).toMatchObject({ label: 'FOUND', confidence: 0.9, rationale: GOOD.rationale });
    const [{ start, end }] = opinion!.quotes as [{ start: number; end: number }];
    expect(TEXT.slice(start, end)).toBe(GOOD.quotes[0]);
  });

  it.each([
    ['in a fence', `\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
    ['in a plain fence', `\n\`\`\`\n${JSON.stringify(GOOD)}\n\`\`\`\n`],
    ['after thoughts', `<think>{"label": "NOT_FOUND"}</think>\n${JSON.stringify(GOOD)}`],
    ['with keys more', { ...GOOD, more: true }],
    ['without a confidence', { ...GOOD, confidence: undefined }],
    ['with quotes in other signs', { ...GOOD, quotes: ['“the ferry crossed the sound, 412 times — in 2031”'] }],
    ['with a short quote beside another', { ...GOOD, quotes: ['412 times', ...GOOD.quotes] }],
  ])('may stand %s', (_what, answer) =>
    expect(read(answer)).toMatchObject({ problem: null, opinion: { label: 'FOUND' } }),
  );

  it('may say that nothing is found, and quote nothing', () => {
    expect(read({ ...GOOD, label: 'NOT_FOUND', quotes: [] })).toMatchObject({ problem: null, opinion: { quotes: [] } });
  });

  it('tells of a place once', () => {
    expect(read({ ...GOOD, quotes: [...GOOD.quotes, ...GOOD.quotes] }).opinion!.quotes).toHaveLength(1);
  });

  it('looks quotes up in what was shown, each stretch by itself, at its place in the text', () => {
    const at = TEXT.indexOf('Nobody');
    const spans = [
      { start: 0, end: 10 },
      { start: at, end: TEXT.length },
    ];
    const { opinion } = read({ ...GOOD, quotes: ['Nobody counted the crossings'] }, spans);
    expect(opinion!.quotes).toEqual([{ start: at, end: at + 'Nobody counted the crossings'.length }]);
    expect(read(GOOD, spans).problem).toMatch(/does not have/);
  });
});

describe('an answer that cannot', () => {
  it.each([
    ['is no JSON', 'FOUND, surely.', /not the JSON object/],
    ['is cut off', JSON.stringify(GOOD).slice(0, 40), /not the JSON object/],
    ['is a list', [GOOD], /not the JSON object/],
    ['is null', 'null', /not the JSON object/],
    ['is endless', `${JSON.stringify(GOOD)}${' '.repeat(60_000)}`, /not the JSON object/],
    ['is deep', '['.repeat(40_000), /not the JSON object/],
    ['has another label', { ...GOOD, label: 'TRUE' }, /label is none: "TRUE"/],
    ['has no label', { ...GOOD, label: undefined }, /label is none/],
    ['has a label in small letters', { ...GOOD, label: 'found' }, /label is none/],
    ['is surer than sure', { ...GOOD, confidence: 95 }, /no number from 0 to 1: 95/],
    ['is sure in words', { ...GOOD, confidence: 'high' }, /no number from 0 to 1/],
    ['gives no reason', { ...GOOD, rationale: ' \n' }, /gives no reason/],
    ['gives an endless reason', { ...GOOD, rationale: 'so '.repeat(1_000) }, /too long/],
    ['has quotes that are no list', { ...GOOD, quotes: GOOD.quotes[0] }, /no short list/],
    ['has quotes that are no texts', { ...GOOD, quotes: [{}] }, /no short list/],
    ['has very many quotes', { ...GOOD, quotes: Array(9).fill(GOOD.quotes[0]) }, /no short list/],
    ['invents a quote', { ...GOOD, quotes: ['The ferry sank in 2031'] }, /does not have: "The ferry sank in 2031"/],
    ['invents one of two', { ...GOOD, quotes: [...GOOD.quotes, 'it sank twice that year'] }, /does not have/],
    ['changes a number', { ...GOOD, quotes: ['The ferry crossed the sound 421 times'] }, /does not have/],
    ['quotes what it was not shown', { ...GOOD, quotes: ['the boat is for sale'] }, /does not have/],
    ['rests on nothing', { ...GOOD, quotes: [] }, /rests on no words/],
    ['rests on a word', { ...GOOD, label: 'CONTRADICTED', quotes: ['412 times'] }, /rests on no words/],
    ['rests on a dot', { ...GOOD, label: 'PARTLY_FOUND', quotes: ['…', '. .'] }, /rests on no words/],
  ])('%s', (_what, answer, problem) => {
    expect(read(answer)).toEqual({ opinion: null, problem: expect.stringMatching(problem) });
  });

  it('is told in one line without control characters', () => {
    const { problem } = read({ ...GOOD, quotes: [`a\u0000 line\n\u001b[31m that is ${'long '.repeat(100)}`] });
    expect(problem).not.toMatch(/[\u0000-\u001f]/u);
    expect(problem!.length).toBeLessThan(200);
  });

  it.each([0, 1])('is cut beside a surrogate pair, not within (%d)', (before) => {
    const { problem } = read({ ...GOOD, quotes: [`a ferry is here ${'x'.repeat(before)}${'\u{1f6a2}'.repeat(200)}`] });
    expect(problem).toMatch(/\u{1f6a2}…$/u);
  });
});
