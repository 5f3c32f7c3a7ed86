/** Where the server is asked. */
export const GRAPHQL = '/graphql';

/** What answers may be, as the client says it with each question. */
export const ACCEPT =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';

declare global {
  /** What the page asked before its script was there. */
  var obelusEarly: Map<string, Promise<Response>> | undefined;
}

/** What was asked and not wanted for so long is asked anew when it is: it may be another by then. */
const FRESH_MS = 30_000;

/** The same for the same question, in whatever order its parts are sent. @throws SyntaxError when it is none */
function keyOf(body: string): string {
  const { query, variables = {} } = JSON.parse(body) as { query?: unknown; variables?: object };
  return JSON.stringify([query, Object.entries(variables).sort()]);
}

/**
 * Asks the server ahead of who will want to know: a page on a slow network would else fetch all of its script first.
 *
 * @param bodies questions as the client will send them
 */
export function askEarly(bodies: readonly string[]): void {
  const asked = new Map(
    bodies.map((body) => {
      const headers = { accept: ACCEPT, 'content-type': 'application/json' };
      const answer = fetch(GRAPHQL, { method: 'POST', credentials: 'same-origin', headers, body });
      // Whoever takes it tells what went wrong.
      answer.catch(() => undefined);
      return [keyOf(body), answer];
    }),
  );
  globalThis.obelusEarly = asked;
  setTimeout(() => asked.clear(), FRESH_MS);
}

/** Takes the answer to a question that was asked early; undefined where it was not. Each can be taken once. */
export function takeEarly(body: unknown): Promise<Response> | undefined {
  const asked = globalThis.obelusEarly;
  if (!asked?.size || typeof body !== 'string') return undefined;
  const key = keyOf(body);
  const answer = asked.get(key);
  asked.delete(key);
  return answer;
}
