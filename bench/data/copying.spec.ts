import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { CopyingConnection, encoded } from './copying.js';

describe("a value in COPY's text format", () => {
  it.each([
    [null, '\\N'],
    [undefined, '\\N'],
    [true, 't'],
    [false, 'f'],
    [0, '0'],
    [-3, '-3'],
    ['plain', 'plain'],
    ['a\tb\nc\\d\r', 'a\\tb\\nc\\\\d\\r'],
    ['\\N', '\\\\N'],
    ['', ''],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [Buffer.from([0, 255]), '\\\\x00ff'],
  ])('%j', (value, written) => {
    expect(encoded(value, false)).toBe(written);
  });

  it('is an array of texts where the column is one', () => {
    expect(encoded('["a","b c"]', true)).toBe('{"a","b c"}');
    expect(encoded(JSON.stringify(['say "x"', 'a\\b']), true)).toBe('{"say \\\\"x\\\\"","a\\\\\\\\b"}');
    expect(encoded('[]', true)).toBe('{}');
    expect(encoded(null, true)).toBe('\\N');
  });

  it('is refused where it is none', () => {
    expect(() => encoded({}, false)).toThrow('this cannot be copied: {}');
  });
});

describe('a connection that copies', () => {
  it('takes a single row, which is sent without arrays, as it takes many', async () => {
    const connection = new CopyingConnection({} as pg.Client, { manager: null } as unknown as DataSource);
    await connection.query(
      `INSERT INTO "article" ("id", "names") VALUES ($1::uuid, $2::text[]) ON CONFLICT (id) DO NOTHING`,
      ['a', ['b c']],
    );
    expect([...connection.counts]).toEqual([['article', 1]]);
    await expect(connection.query('INSERT INTO article SELECT 1')).rejects.toThrow('this cannot be copied: INSERT');
  });
});
