import { askEarly } from './api/early.js';
import { session } from './api/session.js';
import { language, type Language } from './language/chosen.js';

/*
 * What stands in the page itself, before the files of its script: it begins to bring what only this browser can tell that it will
 * be wanted. The build makes it whole, and gives it what it knows of the screen.
 */

/** What the build knows of a screen. */
export interface Ahead {
  /** As in paths.ts: "/articles/:id". */
  readonly path: string;
  /** What it asks at first; ":id" where the address has that part. */
  readonly questions: readonly string[];
  /** Its files of messages. */
  readonly messages: Readonly<Partial<Record<Language, readonly string[]>>>;
}

declare const AHEAD: Ahead;

function begin({ path, questions, messages }: Ahead): void {
  // A link that signs somebody in says nothing of who is signed in so far.
  if (session.get() === null || new URLSearchParams(location.hash.slice(1)).has('token')) return;
  for (const href of messages[language.get()] ?? []) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
  }
  askEarly(questions.map((question) => filled(question, path)));
}

/** @throws URIError when the address cannot be read */
function filled(question: string, path: string): string {
  const parts = location.pathname.split('/');
  return path
    .split('/')
    .reduce(
      (text, name, i) =>
        name.startsWith(':') ? text.replace(`"${name}"`, JSON.stringify(decodeURIComponent(parts[i] ?? ''))) : text,
      question,
    );
}

try {
  begin(AHEAD);
} catch {
  // All of it is asked for again by who needs it.
}
