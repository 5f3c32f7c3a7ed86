import type { FileKind } from '../converting/file-kind.js';
import type { Article } from '../judging/evidence.js';
import type { Finding, Judgement } from '../judging/judge.js';

/** One file, read and judged. */
export interface CheckedArticle {
  /** As given on the command line, or as found in a folder that was given. */
  readonly path: string;
  /** The kind of the file that `text` was converted from; null: it is the file's own. */
  readonly convertedFrom: FileKind | null;
  /** What positions refer to. */
  readonly text: string;
  readonly article: Article;
  readonly judgement: Judgement;
  /** Fingerprints of findings that a baseline accepts. They stay findings: they count for the standing and the score. */
  readonly accepted: ReadonlySet<string>;
}

/** What is to be mended: findings that neither a person nor the baseline accepts, in the order of the judgement. */
export function newFindings({ judgement, accepted }: Pick<CheckedArticle, 'judgement' | 'accepted'>): Finding[] {
  return judgement.findings.filter(({ waived, fingerprint }) => !waived && !accepted.has(fingerprint));
}

/** How many findings the baseline accepts. */
export function acceptedFindings({ judgement, accepted }: Pick<CheckedArticle, 'judgement' | 'accepted'>): number {
  return judgement.findings.filter(({ waived, fingerprint }) => !waived && accepted.has(fingerprint)).length;
}
