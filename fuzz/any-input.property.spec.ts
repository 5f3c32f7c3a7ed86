import fc from 'fast-check';
import { ARTICLE_FORMATS } from '../src/judging/evidence.js';
import { inputOf, readCorpus } from './corpus.js';
import { documents } from './documents.js';
import { examineBytes, examineText, type InputFormat } from './examine.js';

const corpus = readCorpus(null);

describe.each(ARTICLE_FORMATS)('any %s', (format) => {
  it('is read and judged as promised when it is written in that format, or is none', () => {
    fc.assert(
      fc.property(documents(format), (input) => void examineText(input, format)),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is read and judged as promised, or refused, when it is bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => void (await examineBytes(bytes, format))),
      { numRuns: 30 },
    );
  });
});

describe.each<InputFormat>([...ARTICLE_FORMATS, 'DOCX', 'PDF'])('a mutated %s', (format) => {
  it('is read and judged as promised, or refused', async () => {
    await fc.assert(
      // A mutation has a seed of its own, which is no measure of how simple it is.
      fc.asyncProperty(
        fc.noShrink(fc.nat()),
        async (seed) => void (await examineBytes(inputOf(corpus, format, seed), format)),
      ),
      { numRuns: 6 },
    );
  }, 60_000);
});
