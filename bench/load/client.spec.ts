import { getBytes, parse, requestBytes } from './client.js';

describe('an answer over HTTP', () => {
  it('is there when all of its bytes are', () => {
    const bytes = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello');
    for (let end = 0; end < bytes.length; end++) expect(parse(bytes.subarray(0, end))).toBeNull();
    expect(parse(bytes)).toEqual({ status: 200, body: Buffer.from('hello') });
  });

  it('can come in chunks', () => {
    const bytes = Buffer.from(
      'HTTP/1.1 503 No\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n',
    );
    expect(parse(bytes.subarray(0, -3))).toBeNull();
    expect(parse(bytes)).toEqual({ status: 503, body: Buffer.from('abc0123456789') });
  });

  it('can be empty', () => {
    expect(parse(Buffer.from('HTTP/1.1 204 No Content\r\n\r\n'))).toEqual({ status: 204, body: Buffer.alloc(0) });
  });
});

describe('a request', () => {
  it('says how many bytes it has, not characters', () => {
    const text = requestBytes('http://127.0.0.1:80/graphql', 'secret', '{"a":"é"}').toString();
    expect(text).toMatch(/^POST \/graphql HTTP\/1\.1\r\n/);
    expect(text).toContain('content-length: 10\r\n');
    expect(text).toContain('authorization: Bearer secret\r\n');
  });

  it('of a file keeps what stands behind the path', () => {
    const text = getBytes('http://127.0.0.1:80/export/article.md?slug=a', 'secret').toString();
    expect(text).toMatch(/^GET \/export\/article\.md\?slug=a HTTP\/1\.1\r\n/);
    expect(text).toMatch(/authorization: Bearer secret\r\n\r\n$/);
  });
});
