import { connection } from './connection.js';
import { takeEarly } from './early.js';

/** How far the server's log of changes was in its last answer: whoever answers next is to have seen as much. */
const POSITION = 'obelus-position';
/** What is between here and the server says with these that the server does not answer. */
const GATEWAY = new Set([502, 503, 504]);

/** Asks the server as whoever its cookie names, and tells `connection` whether there was an answer. */
export function positionedFetch(): typeof fetch {
  let position: string | null = null;
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (position !== null) headers.set(POSITION, position);
    const losses = connection.losses();
    try {
      const early = takeEarly(init?.body);
      const response = await (early ?? fetch(input, { ...init, headers, credentials: 'same-origin' }));
      position = response.headers.get(POSITION) ?? position;
      if (!isOfServer(response)) connection.lost();
      // What was asked before the connection was lost may still be answered.
      else if (connection.losses() === losses) connection.found();
      return response;
    } catch (error) {
      // Asked for no more is not unanswered.
      if (!(error instanceof DOMException && error.name === 'AbortError')) connection.lost();
      throw error;
    }
  };
}

/** The server itself answers in JSON, also where it cannot do what is asked. */
const isOfServer = ({ status, headers }: Response): boolean =>
  !GATEWAY.has(status) || /\bjson\b/.test(headers.get('content-type') ?? '');
