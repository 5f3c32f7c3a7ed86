import { join } from 'node:path';
import { readLines, stringOf } from '../support/lines.js';

/** Where the labels lie, from the root of the repository. */
export const LABELS_FOLDER = 'test/fixtures/findings';

/**
 * What a person makes of a finding. Right: an editor would act on it. Wrong: what it says is not so, or the rule does not mean
 * that. Noise: true to the letter, and of no use to an editor.
 */
export const LABELS = ['right', 'wrong', 'noise'] as const;
export type Label = (typeof LABELS)[number];

export interface LabelledFinding {
  readonly page: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** A few words of what it is about, for people to find it. */
  readonly excerpt: string;
  /** Null: drawn, and not labelled yet. */
  readonly label: Label | null;
  /** Why, in a line. */
  readonly reason: string;
}

/** A page whose findings were labelled. The page itself lies elsewhere. */
export interface LabelledPage {
  /** Its file's name in the folder of pages; the ending says the format. */
  readonly page: string;
  /** Of the file's bytes, in hexadecimal: labels hold for this text and no other. */
  readonly sha256: string;
}

/** @throws when a line is not a labelled finding, naming file and line */
export const readLabels = (folder = LABELS_FOLDER): LabelledFinding[] =>
  readLines(join(folder, 'findings.jsonl'), (line) => ({
    page: stringOf(line, 'page'),
    rule: stringOf(line, 'rule'),
    fingerprint: stringOf(line, 'fingerprint'),
    excerpt: stringOf(line, 'excerpt'),
    label: labelOf(line.label),
    reason: stringOf(line, 'reason'),
  }));

/** @throws when a line does not say what a page is, naming file and line */
export const readPages = (folder = LABELS_FOLDER): LabelledPage[] =>
  readLines(join(folder, 'pages.jsonl'), (line) => ({
    page: stringOf(line, 'page'),
    sha256: stringOf(line, 'sha256'),
  }));

function labelOf(value: unknown): Label | null {
  if (value === null) return null;
  const label = LABELS.find((each) => each === value);
  if (!label) throw new Error(`"label" is none of ${LABELS.join(', ')}`);
  return label;
}
