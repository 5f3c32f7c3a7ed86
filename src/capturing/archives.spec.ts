import { copyIn } from './archives.js';

const closest = (more: Record<string, unknown>): unknown => ({
  archived_snapshots: {
    closest: {
      available: true,
      status: '200',
      url: 'http://web.archive.example/1/x',
      timestamp: '20310402101112',
      ...more,
    },
  },
});

it.each<[string, unknown, unknown]>([
  ['a copy', closest({}), { url: 'http://web.archive.example/1/x', at: '2031-04-02' }],
  ['one without a time', closest({ timestamp: undefined }), { url: 'http://web.archive.example/1/x', at: null }],
  ['none', { archived_snapshots: {} }, null],
  ['one that is not there', closest({ available: false }), null],
  ['a copy of an error', closest({ status: '404' }), null],
  ['no address of the web', closest({ url: 'javascript:alert(1)' }), null],
  ['no address', closest({ url: 'x' }), null],
  ['something endless', closest({ url: `http://a.example/${'x'.repeat(3_000)}` }), null],
  ['no object', [1], null],
  ['nothing', null, null],
])('%s', (_what, answer, expected) => expect(copyIn(answer)).toEqual(expected));
