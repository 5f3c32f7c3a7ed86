import type { Newsroom } from '../../editing/support/newsroom.js';

export interface Exported {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What an address below /export answers. @param token null: none is sent */
export async function exported(
  { api, token: own }: Newsroom,
  path: string,
  filter?: object | string,
  token: string | null = own,
): Promise<Exported> {
  const text = typeof filter === 'string' ? filter : JSON.stringify(filter);
  const response = await api.app.inject({
    url: `/export/${path}${filter === undefined ? '' : `?filter=${encodeURIComponent(text)}`}`,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: response.statusCode, headers: response.headers, body: response.body };
}

/** The rows of a CSV text, by RFC 4180. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
