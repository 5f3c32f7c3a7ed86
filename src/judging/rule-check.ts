import { SEVERITIES } from './evidence.js';
import { isRecord } from './is-record.js';
import { READS, type Bearing } from './rule.js';
import { nearest } from './text/nearest.js';

/** One mistake in a rule. */
export interface RuleProblem {
  /** Where, from the rule on: "meta.severity"; '' for the rule itself. */
  readonly place: string;
  /** What is wrong, and what is allowed. */
  readonly message: string;
}

/** An id or a name: "amount-without-currency". */
export const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const BEARINGS: readonly Bearing[] = ['MISSING', 'WEAK'];
const RULE_KEYS = ['meta', 'scope', 'judge', 'dueAt'];
const META_KEYS = [
  ...['id', 'title', 'description', 'remedy', 'version', 'severity', 'bearings', 'reads'],
  ...['thresholds', 'replaces', 'examples'],
];

/**
 * Everything that keeps a value from being a rule, for those that no compiler has seen.
 *
 * @param given anything
 * @returns nothing when it is a rule
 */
export function ruleProblems(given: unknown): RuleProblem[] {
  if (!isRecord(given)) return [{ place: '', message: 'must be an object with "meta", "scope" and "judge"' }];
  const check = new Check();
  check.misspelt('', given, RULE_KEYS);
  const { scope, judge, dueAt, meta } = given;
  check.oneOf('scope', scope, ['claim', 'article']);
  if (typeof judge !== 'function') check.tell('judge', 'must be a function that answers an outcome');
  if (isRecord(meta)) checkMeta(meta, check);
  else check.tell('meta', 'must be an object with "id", "title", "severity" and more');
  if (dueAt === undefined) return check.problems;
  const reads = isRecord(meta) && Array.isArray(meta.reads) ? (meta.reads as readonly unknown[]) : [];
  if (typeof dueAt !== 'function') check.tell('dueAt', 'must be a function that answers a date or null');
  if (scope === 'article') check.tell('dueAt', 'is for rules about claims; leave it out');
  if (!reads.includes('clock')) check.tell('dueAt', 'is for rules that read the "clock"; add that to meta.reads');
  return check.problems;
}

function checkMeta(meta: Readonly<Record<string, unknown>>, check: Check): void {
  check.misspelt('meta.', meta, META_KEYS);
  if (typeof meta.id !== 'string' || !KEBAB.test(meta.id)) {
    check.tell(
      'meta.id',
      'must be an id in kebab-case such as "amount-without-currency", without the name of its plugin',
    );
  }
  for (const key of ['title', 'description', 'remedy']) check.text(`meta.${key}`, meta[key]);
  if (!Number.isInteger(meta.version) || Number(meta.version) < 1) {
    check.tell('meta.version', 'must be a whole number from 1, raised when the same article can get another answer');
  }
  check.oneOf('meta.severity', meta.severity, SEVERITIES);
  check.listOf('meta.bearings', meta.bearings, BEARINGS);
  check.listOf('meta.reads', meta.reads, READS);
  if (Array.isArray(meta.reads) && meta.reads.length === 0) {
    check.tell('meta.reads', `must say what the rule looks at: some of ${READS.join(', ')}`);
  }
  if (meta.replaces !== undefined) check.text('meta.replaces', meta.replaces);
  for (const key of ['fires', 'quiet']) {
    const texts = isRecord(meta.examples) ? meta.examples[key] : undefined;
    if (Array.isArray(texts) && texts.length > 0 && texts.every((text) => isText(text))) continue;
    check.tell(`meta.examples.${key}`, 'must be a list of at least one text, for the documentation');
  }
  if (meta.thresholds !== undefined) checkThresholds(meta.thresholds, check);
}

function checkThresholds(given: unknown, check: Check): void {
  if (!isRecord(given)) return check.tell('meta.thresholds', 'must be an object from names to thresholds');
  for (const [name, threshold] of Object.entries(given)) {
    const place = `meta.thresholds.${name}`;
    if (!isRecord(threshold)) {
      check.tell(place, 'must be an object with "default", "min", "max" and "description"');
      continue;
    }
    const { default: standard, min, max, description } = threshold;
    const numbers = [min, standard, max];
    if (!numbers.every((each) => typeof each === 'number' && !Number.isNaN(each))) {
      check.tell(place, '"default", "min" and "max" must be numbers');
    } else if (!(Number(min) <= Number(standard) && Number(standard) <= Number(max))) {
      check.tell(`${place}.default`, `must be from "min" to "max", and ${String(standard)} is not`);
    }
    check.text(`${place}.description`, description);
  }
}

class Check {
  readonly problems: RuleProblem[] = [];

  tell(place: string, message: string): void {
    this.problems.push({ place, message });
  }

  text(place: string, value: unknown): void {
    if (!isText(value)) this.tell(place, 'must be a text');
  }

  oneOf(place: string, value: unknown, allowed: readonly string[]): void {
    if (typeof value === 'string' && allowed.includes(value)) return;
    if (value === undefined) return this.tell(place, `is missing: one of ${quoted(allowed)}`);
    const close = typeof value === 'string' ? nearest(value, allowed) : null;
    const hint = close ? `; did you mean "${close}"?` : '';
    this.tell(place, `${shown(value)} is not one of ${quoted(allowed)}${hint}`);
  }

  listOf(place: string, value: unknown, allowed: readonly string[]): void {
    if (!Array.isArray(value)) return this.tell(place, `must be a list of any of ${quoted(allowed)}`);
    for (const [i, each] of value.entries()) this.oneOf(`${place}[${i}]`, each, allowed);
  }

  /** What a later version may know is let through; what is nearly a known name is taken for a slip. */
  misspelt(before: string, given: Readonly<Record<string, unknown>>, known: readonly string[]): void {
    for (const key of Object.keys(given)) {
      const close = known.includes(key) ? null : nearest(key, known);
      if (close && !(close in given)) this.tell(`${before}${key}`, `is not known; did you mean "${close}"?`);
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 64));
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : `a ${typeof value}`;
}
