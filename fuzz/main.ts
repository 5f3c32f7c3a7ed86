/**
 * Gives the readers articles that are broken in every way that a seed leads to, and tells where they do not keep what
 * they promise: see `examine.ts`. Whole articles are mutated; see `mutate.ts`.
 *
 *     npm run fuzz -- --seconds 60 --format HTML --corpus ../pages
 *     npm run fuzz -- --seed 4711 --inputs 1 --format HTML
 *     npm run fuzz -- --repeat .obelus/fuzz/1-HTML/input.html
 *
 * Input i has the seed `--seed` + i. What fails is made as short as it can be and written to a folder of its own below
 * `--failures`, with the command that repeats it. The exit status is 1 when anything failed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FILE_KINDS, fileKindOf } from '../src/converting/file-kind.js';
import { ARTICLE_FORMATS } from '../src/judging/evidence.js';
import { formatOf } from '../src/reading/read-article.js';
import type { Answer, Failure, Question } from './child.js';
import { inputOf, readCorpus } from './corpus.js';
import type { InputFormat } from './examine.js';
import { Isolated } from './isolated.js';
import { shrink } from './shrink.js';

const FORMATS: readonly InputFormat[] = [...ARTICLE_FORMATS, ...FILE_KINDS];
const EXTENSIONS: Readonly<Record<InputFormat, string>> = {
  TEXT: '.txt',
  MARKDOWN: '.md',
  HTML: '.html',
  WIKITEXT: '.wiki',
  DOCX: '.docx',
  PDF: '.pdf',
  JSON: '.json',
};
/** How long one input may take, in milliseconds: some hundred times what the longest of them needs. */
const LIMIT_MS = 20_000;
/** How long a failure is made shorter, in milliseconds. */
const SHRINK_MS = 60_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    inputs: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    format: { type: 'string' },
    corpus: { type: 'string' },
    failures: { type: 'string', default: '.obelus/fuzz' },
    repeat: { type: 'string' },
  },
});

const examiner = new Isolated<Question, Answer>('child.ts');

/** What takes too long, or ends its process, has failed. */
async function examine(format: InputFormat, bytes: Uint8Array): Promise<Answer> {
  const outcome = await examiner.ask({ format, bytes }, LIMIT_MS);
  if (outcome.kind === 'answered') return outcome.answer;
  return { kind: 'failed', failure: { key: outcome.kind, details: outcome.details } };
}

try {
  process.exitCode = (await (values.repeat === undefined ? fuzz() : repeat(values.repeat))) ? 0 : 1;
} finally {
  examiner.close();
}

/** @returns whether the file keeps all promises */
async function repeat(path: string): Promise<boolean> {
  const format = formatGiven() ?? formatOf(path) ?? fileKindOf(path);
  if (!format) throw new Error(`${path}: its name does not tell what format it is in; give --format`);
  const answer = await examine(format, readFileSync(path));
  console.log(answer.kind === 'failed' ? answer.failure.details : shown(answer));
  return answer.kind !== 'failed';
}

const shown = (answer: Answer): string =>
  answer.kind === 'kept' ? `read, ${answer.claims} claims, and all promises are kept` : 'refused, as is right';

/** @returns whether all inputs keep all promises */
async function fuzz(): Promise<boolean> {
  const corpus = readCorpus(values.corpus ?? null);
  const given = formatGiven();
  const formats = given ? [given] : FORMATS;
  const first = numberGiven('seed', values.seed);
  const end = Date.now() + numberGiven('seconds', values.seconds) * 1000;
  const most = numberGiven('inputs', values.inputs);
  console.log(`seed ${first}, formats ${formats.join(', ')}`);
  const counts = { kept: 0, refused: 0, failed: 0 };
  const failures = new Map<string, number>();
  let slowest = { perCharacter: 0, ms: 0, seed: 0, format: '' };
  for (let i = 0; i < most && Date.now() < end; i += 1) {
    const seed = first + i;
    const format = formats[i % formats.length]!;
    const bytes = inputOf(corpus, format, seed);
    const started = performance.now();
    const answer = await examine(format, bytes);
    const ms = performance.now() - started;
    // What is short takes what it takes.
    const perCharacter = ms / (bytes.length + 5_000);
    if (i > 20 && perCharacter > slowest.perCharacter) slowest = { perCharacter, ms, seed, format };
    counts[answer.kind] += 1;
    if (answer.kind !== 'failed') continue;
    const key = `${format} ${answer.failure.key}`;
    const times = (failures.get(key) ?? 0) + 1;
    failures.set(key, times);
    // Of one cause, one example.
    if (times === 1) await keep(format, seed, bytes, answer.failure);
  }
  console.log(`${counts.kept} read, ${counts.refused} refused, ${counts.failed} failed`);
  console.log(
    `the slowest for its length: ${slowest.ms.toFixed(0)} ms, --seed ${slowest.seed} --format ${slowest.format}`,
  );
  for (const [key, times] of failures) console.log(`${times} × ${key}`);
  return counts.failed === 0;
}

/** Makes the input shorter, and writes it with what is known of it. */
async function keep(format: InputFormat, seed: number, bytes: Uint8Array, failure: Failure): Promise<void> {
  const isSame = async (input: Uint8Array): Promise<boolean> => {
    const answer = await examine(format, input);
    return answer.kind === 'failed' && answer.failure.key === failure.key;
  };
  const smallest = await shrink(bytes, isSame, Date.now() + SHRINK_MS);
  const folder = join(values.failures, `${seed}-${format}`);
  const path = join(folder, `input${EXTENSIONS[format]}`);
  const corpus = values.corpus === undefined ? '' : ` --corpus ${values.corpus}`;
  const notes = [
    `repeat: npm run fuzz -- --repeat ${path}`,
    `as it was found: npm run fuzz -- --seed ${seed} --inputs 1 --format ${format}${corpus}`,
    '',
    failure.details,
    '',
  ].join('\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, smallest);
  writeFileSync(join(folder, `found${extname(path)}`), bytes);
  writeFileSync(join(folder, 'failure.txt'), notes);
  console.log(`\n${folder}: ${smallest.length} of ${bytes.length} bytes\n${notes}`);
}

function formatGiven(): InputFormat | null {
  const { format } = values;
  if (format === undefined) return null;
  const known = FORMATS.find((each) => each === format.toUpperCase());
  if (!known) throw new Error(`--format ${format}: none of ${FORMATS.join(', ')}`);
  return known;
}

function numberGiven(option: string, value: string): number {
  const number = Number(value);
  if (Number.isNaN(number) || number < 0) throw new Error(`--${option} ${value}: give a number from 0 on`);
  return number;
}
