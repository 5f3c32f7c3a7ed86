import pg from 'pg';
import { timeText } from './time-text.js';

const parse = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as (text: string) => Date;

describe('the text of a time', () => {
  it.each([
    '2031-04-02 09:30:00+00',
    '2031-04-02 09:30:00.5+00',
    '2031-04-02 09:30:00.12+00',
    '2031-04-02 09:30:00.123+00',
    '2031-04-02 09:30:00.123999+00',
    '2031-04-02 09:30:00.999999+00',
    '2031-04-02 09:30:00.000001+00',
    '1969-12-31 23:59:59.9995+00',
    '1492-10-12 00:00:00.0019+00',
    '0099-01-01 00:00:00+00',
    '2031-04-02 09:30:00+02',
    '2031-04-02 09:30:00.25-03:30',
    '1880-01-01 00:00:00+00:19:32',
    '12031-04-02 09:30:00+00',
    '0044-03-15 12:00:00+00 BC',
  ])('%s is that of the date it is read as', (text) => expect(timeText(text)).toBe(parse(text).toISOString()));

  it('is that of the date for every fraction', () => {
    for (let micros = 0; micros < 1_000_000; micros += 997) {
      const text = `2031-04-02 09:30:00.${String(micros).padStart(6, '0')}+00`;
      expect(timeText(text)).toBe(parse(text).toISOString());
    }
  });

  it.each(['infinity', '-infinity', 'yesterday'])('%s is none', (text) => {
    expect(() => timeText(text)).toThrow(RangeError);
  });
});
