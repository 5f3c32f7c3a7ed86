import { connectionError, FetchError } from '../fetching/fetch-error.js';
import { failedOutcome, linkAfter, problemOf, type LinkOutcome } from './link-outcome.js';

const AT = new Date('2031-04-02T10:00:00Z');
const later = (days: number): Date => new Date(AT.getTime() + days * 24 * 3_600_000);
const WELL: LinkOutcome = {
  status: 200,
  finalUrl: 'https://a.example/',
  problem: null,
  problemCode: null,
  etag: '"a"',
  lastModified: null,
  isUntried: false,
};
const GONE: LinkOutcome = {
  ...WELL,
  status: 404,
  finalUrl: null,
  problem: 'a.example answers 404',
  problemCode: 'HTTP_STATUS',
  etag: null,
};

it('failures in a row are counted, from the first', () => {
  const first = linkAfter(linkAfter(null, WELL, AT).link, GONE, later(7));
  const third = linkAfter(linkAfter(first.link, GONE, later(8)).link, GONE, later(10));
  expect(first).toMatchObject({ link: { failures: 1 }, dueAt: later(8) });
  expect(third.link).toMatchObject({ failures: 3, failingSince: later(7).toISOString(), etag: '"a"' });
  const back = linkAfter(third.link, WELL, later(11));
  expect(back).toMatchObject({
    link: { failures: 0, failingSince: null, problem: null, problemCode: null },
    dueAt: later(18),
  });
});

it('what may not be tried leaves what is known as it was', () => {
  const { link } = linkAfter(null, GONE, AT);
  expect(linkAfter(link, { ...GONE, isUntried: true }, later(1))).toEqual({ link, dueAt: later(31) });
});

it('a long problem is cut between two characters, never within one', () => {
  expect(problemOf(`${'a'.repeat(299)}🚋; try again`)).toBe('a'.repeat(299));
});

it.each<[string, FetchError, Partial<LinkOutcome>]>([
  [
    'gone',
    new FetchError('HTTP_STATUS', 'a answers 410 Gone; check', { status: 410 }),
    { problem: 'a answers 410 Gone', problemCode: 'HTTP_STATUS' },
  ],
  [
    'a fault of the server',
    new FetchError('HTTP_STATUS', 'a answers 500; x', { status: 500 }),
    { problem: 'a answers 500' },
  ],
  [
    'for people who sign in',
    new FetchError('HTTP_STATUS', 'x', { status: 403 }),
    { problem: null, problemCode: null, status: 403 },
  ],
  ['too many requests', new FetchError('HTTP_STATUS', 'x', { status: 429 }), { problem: null }],
  [
    'a name that is not known',
    connectionError(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), new URL('https://a.example/')),
    { problem: 'the name a.example is not known (ENOTFOUND)', problemCode: 'UNKNOWN_NAME' },
  ],
  [
    'a certificate that ran out',
    connectionError(Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }), new URL('https://a.example/')),
    { problemCode: 'UNTRUSTED' },
  ],
  ['nobody', new FetchError('UNREACHABLE', 'nobody; x'), { problem: 'nobody', problemCode: 'UNREACHABLE' }],
  [
    'redirects in a circle',
    new FetchError('TOO_MANY_REDIRECTS', 'leads back; x'),
    { problemCode: 'TOO_MANY_REDIRECTS' },
  ],
  ['a film', new FetchError('UNSUPPORTED_TYPE', 'x'), { problem: null, status: 200 }],
  ['something large', new FetchError('TOO_LARGE', 'x'), { problem: null, status: 200 }],
  ['robots.txt', new FetchError('REFUSED_BY_ROBOTS', 'x'), { problem: null, isUntried: true }],
  ['an intranet', new FetchError('REFUSED_ADDRESS', 'x'), { problem: null, isUntried: true }],
])('%s', (_what, error, expected) => expect(failedOutcome(error)).toMatchObject(expected));
