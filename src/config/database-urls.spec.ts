import { asksForPrimary, placeOf, readUrls, urlsOfHosts } from './database-urls.js';

describe('the hosts of a URL', () => {
  it.each<[string, string[]]>([
    ['postgres://a:b@one:5432/db', ['postgres://a:b@one:5432/db']],
    ['postgresql://a:b@one:1,two:2/db', ['postgresql://a:b@one:1/db', 'postgresql://a:b@two:2/db']],
    [
      'postgres://a:b%2Cc@one,two/db?sslmode=require',
      ['postgres://a:b%2Cc@one/db?sslmode=require', 'postgres://a:b%2Cc@two/db?sslmode=require'],
    ],
    ['postgres://a@[::1]:1,[::2]/db', ['postgres://a@[::1]:1/db', 'postgres://a@[::2]/db']],
    [
      'postgres://one,two/db?target_session_attrs=read-write&options=-c%20a%3Db',
      ['postgres://one/db?options=-c+a%3Db', 'postgres://two/db?options=-c+a%3Db'],
    ],
    ['postgres:///db?host=/run/postgresql', ['postgres:///db?host=/run/postgresql']],
    ['postgres://one,/db', []],
    ['postgres://one:port/db', []],
    ['mysql://one/db', []],
    ['one,two', []],
  ])('%s', (url, urls) => expect(urlsOfHosts(url)).toEqual(urls));

  it('of which the one is wanted that can be written to', () => {
    expect(asksForPrimary('postgres://one,two/db?target_session_attrs=read-write')).toBe(true);
    expect(asksForPrimary('postgres://one/db')).toBe(true);
    expect(asksForPrimary('postgres://one/db?a=b&target_session_attrs=standby')).toBe(false);
  });
});

it('URLs of replicas stand in a list, each for one host', () => {
  expect(readUrls('postgres://a@one/db, postgres://a@two:5/db')).toEqual([
    'postgres://a@one/db',
    'postgres://a@two:5/db',
  ]);
  expect(readUrls('postgres://a@one,two/db')).toBeNull();
  expect(readUrls('postgres://a@one/db,')).toBeNull();
});

it('a place is told without who asks', () => {
  expect(placeOf('postgres://me:secret@one:5432/db?x=y')).toBe('one:5432/db');
  expect(placeOf('postgres:///db')).toBe('the local socket/db');
});
