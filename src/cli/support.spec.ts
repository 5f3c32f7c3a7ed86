import { run } from './testing/run.js';

const pair = (more: object) => JSON.stringify({ claim: 'Trams run daily.', source_text: 'Trams run daily.', ...more });
const lines = (out: string) => out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
const support = (...chunks: (string | Uint8Array)[]) => run({ input: chunks }, 'support', '-');

describe('obelus support', () => {
  it('writes an answer for each pair, in order, with its id as it was given', async () => {
    const { status, out, errors } = await support(
      `${pair({ id: 7 })}\n${pair({ id: 'a', claim: 'Boats sail in 2032.' })}\n`,
      pair({ id: null, source_text: undefined, source_sentences: ['Nobody swims.', 'Trams run daily.'] }),
    );
    expect([status, errors]).toEqual([0, []]);
    const [first, second, third] = lines(out);
    expect(first).toEqual({
      id: 7,
      score: expect.any(Number),
      label: 'FOUND',
      confidence: expect.any(Number),
      passages: [{ start: 0, end: 16, text: 'Trams run daily.' }],
      missing: [],
      cautions: ['short-source'],
    });
    expect(second).toMatchObject({ id: 'a', label: 'NOT_FOUND', passages: [], missing: ['2032'] });
    expect(third).toMatchObject({ id: null, passages: [{ sentence: 1, text: 'Trams run daily.' }] });
  });

  it('tells what is no pair with its line, and goes on', async () => {
    const { status, out, errors } = await support(
      [
        '{"id":1',
        '',
        '[]',
        pair({ claim: 3 }),
        pair({ source_sentences: [] }),
        pair({ source_text: undefined }),
        '',
      ].join('\n'),
      Buffer.from([0x22, 0xff, 0x0a]),
      [
        pair({ claim: 'x'.repeat(20_001) }),
        pair({ source_text: undefined, source_sentences: [1] }),
        pair({ id: 9 }),
      ].join('\r\n'),
    );
    expect(status).toBe(2);
    expect(errors.map((line) => line.slice(0, 44))).toEqual([
      expect.stringMatching(/^-, line 1: it is not JSON/),
      '-, line 3: it is not an object',
      '-, line 4: "claim" is missing, or no text',
      expect.stringMatching(/^-, line 5: it needs either "source_text"/),
      expect.stringMatching(/^-, line 6: it needs either "source_text"/),
      '-, line 7: it is not in UTF-8',
      expect.stringMatching(/^-, line 8: "claim" has 20001 characters/),
      '-, line 9: "source_sentences" is no list of ',
    ]);
    expect(lines(out)).toMatchObject([{ id: 9 }]);
  });

  it('leaves out a line without an end, and reads those behind it', async () => {
    const endless = Array.from({ length: 50 }, () => 'x'.repeat(1024 * 1024));
    const { status, out, errors } = await support(...endless, `\n${pair({ id: 2 })}`);
    expect([status, errors]).toEqual([2, ['-, line 1: it is longer than 48 MiB; shorten its source']]);
    expect(lines(out)).toMatchObject([{ id: 2 }]);
  });

  it('parts lines wherever the chunks end', async () => {
    const bytes = Buffer.from(`${pair({ id: 'é' })}\n${pair({ id: 2 })}\n`);
    const { out } = await support(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(lines(out)).toMatchObject([{ id: 'é' }, { id: 2 }]);
  });

  it('has the same answer when other sources stand between', async () => {
    const others = Array.from({ length: 12 }, (_, i) => pair({ source_text: `Boats sail ${i}.` }));
    const { out } = await support([pair({}), ...others, pair({})].join('\n'));
    const all = lines(out);
    expect(all.at(-1)).toEqual(all[0]);
  });

  it('says why a file cannot be read', async () => {
    expect(await run('support', 'no-such.jsonl')).toEqual({
      status: 2,
      out: '',
      errors: ['no-such.jsonl: no such file; check the path'],
    });
    expect((await run('support', 'src')).errors).toEqual(['src: is a folder; name the files in it']);
  });

  it('needs a file', async () => {
    expect((await run('support')).status).toBe(2);
  });
});
