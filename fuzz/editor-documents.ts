import { mutate, type Random } from './mutate.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An article's paragraphs as two editors would keep them: a tree of nodes, and a list of blocks. */
export function editorDocumentsOf(paragraphs: readonly string[]): Uint8Array[] {
  const text = (said: string, ...marks: string[]): Json => ({
    type: 'text',
    text: said,
    marks: marks.map((type) => ({ type })),
  });
  const node = (type: string, ...content: Json[]): Json => ({ type, content });
  const cell = (type: string, said: string): Json => node(type, node('paragraph', text(said)));
  const tree = paragraphs.map((each, i): Json => {
    if (i % 9 === 1) return { type: 'heading', attrs: { level: 1 + (i % 3) }, content: [text(each)] };
    if (i % 9 === 4) return node('bulletList', node('listItem', node('paragraph', text(each))));
    if (i % 9 === 7)
      return node(
        'table',
        node('tableRow', cell('tableHeader', 'Part'), cell('tableHeader', 'New')),
        node('tableRow', cell('tableCell', 'Deck'), cell('tableCell', each)),
      );
    return node('paragraph', text(each), text('1, 2', 'superscript'));
  });
  const blocks = paragraphs.map((each, i): Json => {
    if (i % 9 === 1) return { type: 'header', data: { text: each, level: 2 } };
    if (i % 9 === 4) return { type: 'list', data: { style: 'unordered', items: [each, { content: each, items: [] }] } };
    if (i % 9 === 7)
      return {
        type: 'table',
        data: {
          withHeadings: true,
          content: [
            ['Part', 'New'],
            ['Deck', each],
          ],
        },
      };
    return { type: 'paragraph', data: { text: `<b>${i}</b> ${each}<sup>1</sup>` } };
  });
  return [node('doc', ...tree), { time: 0, blocks, version: '2.0' }].map((json) => Buffer.from(JSON.stringify(json)));
}

/** Values taken away, doubled, put in other places, and other words in them: it stays JSON, and its shape mostly does not. */
export function mutateDocument(bytes: Uint8Array, random: Random): Uint8Array {
  let json = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json;
  for (let changes = 1 + random(6); changes > 0; changes -= 1) {
    const next = changed(json, pick(json, random), random);
    if (fits(next)) json = next;
  }
  return Buffer.from(JSON.stringify(json));
}

/** At most so many values, counted until there are more: what holds itself many times over grows fast. */
const MOST_VALUES = 100_000;

function fits(json: Json): boolean {
  const left = [json];
  for (let values = 0; left.length > 0; values += 1) {
    const next = left.pop()!;
    if (values > MOST_VALUES) return false;
    if (next !== null && typeof next === 'object') for (const value of Object.values(next) as Json[]) left.push(value);
  }
  return true;
}

/** How deep a value is looked for. */
const DEEPEST = 12;

/** Any value in it, by a walk from the outermost. */
function pick(json: Json, random: Random): Json {
  let at = json;
  for (let depth = 0; depth < DEEPEST && at !== null && typeof at === 'object'; depth += 1) {
    const values: readonly Json[] = Array.isArray(at) ? (at as readonly Json[]) : Object.values(at);
    if (values.length === 0 || (depth > 0 && random(5) === 0)) break;
    at = values[random(values.length)]!;
  }
  return at;
}

/** The value at one place, by a walk as `pick` goes, changed into something else. */
function changed(json: Json, other: Json, random: Random, depth = 0): Json {
  const isEnd = depth === DEEPEST || json === null || typeof json !== 'object' || (depth > 0 && random(4) === 0);
  if (isEnd) return instead(json, other, random);
  if (Array.isArray(json)) {
    const list = json as readonly Json[];
    if (list.length === 0) return [other];
    const at = random(list.length);
    const kept = random(6) ? 1 : random(4) ? 3 : 300;
    return list.flatMap((each, i) =>
      i === at ? Array<Json>(kept).fill(changed(each, other, random, depth + 1)) : [each],
    );
  }
  const entries = Object.entries(json as { readonly [key: string]: Json });
  if (entries.length === 0) return other;
  const at = random(entries.length);
  return Object.fromEntries(
    entries.map(([key, value], i): [string, Json] =>
      i === at ? [key, changed(value, other, random, depth + 1)] : [key, value],
    ),
  );
}

function instead(json: Json, other: Json, random: Random): Json {
  const choices: (() => Json)[] = [
    () => other,
    () => null,
    () => [json, other],
    () => ({ type: 'paragraph', content: [json, other], text: 'x', children: [other] }),
    () => random(1_000_000) - 10,
    () => mutate('The pier of Orsa stands [1]. ', typeof json === 'string' ? json : 'No. ', 'TEXT', random),
  ];
  return choices[random(choices.length)]!();
}
