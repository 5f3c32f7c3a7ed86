import type { HeldClaim, Overrides } from '../editing/article-state.js';
import { InputCheck } from '../editing/input-check.js';
import { fault } from '../editing/user-fault.js';
import type { BlockKind } from '../judging/evidence.js';
import type { UpdateClaimInput } from './claim-edits.type.js';

const MAX_TEXT = 5_000;
const SENTENCES: readonly BlockKind[] = ['PARAGRAPH', 'LIST_ITEM', 'ANSWER', 'DEFINITION'];
const OF_TABLES: readonly BlockKind[] = ['FIELD', 'CELL', 'EVIDENCE_ROW'];

/** What is to change of a claim. */
export interface ClaimUpdate {
  readonly claimId: string;
  /** What it should read: its text where it is a sentence, its value where it is a field or cell. Null: as it does. */
  readonly asked: { readonly what: 'text' | 'value'; readonly text: string } | null;
  readonly overrides: Partial<Overrides>;
}

/** @throws UserFault naming all that is wrong */
export function checkUpdate(input: UpdateClaimInput): ClaimUpdate {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const { block, checkable, priority } = input;
  const overrides: Partial<Overrides> = {
    ...(block === undefined ? {} : { block }),
    ...(checkable === undefined ? {} : { checkable }),
    ...(priority === undefined ? {} : { priority }),
  };
  if (input.text != null && input.value != null) check.wrong('value', 'give the text or the value, not both');
  const what = input.text != null ? 'text' : 'value';
  const given = input[what];
  const text = check.line(given, what, MAX_TEXT);
  if (given != null && text === null)
    check.wrong(what, 'is empty; take the sentence out of the article, and import it', 'EMPTY');
  if (given == null && Object.keys(overrides).length === 0) check.wrong('claimId', 'say what to change of it', 'EMPTY');
  check.done();
  return { claimId, asked: text === null ? null : { what, text }, overrides };
}

/** @throws UserFault for a kind of place that cannot be the claim's */
export function overridesOf({ overrides, read }: HeldClaim, update: ClaimUpdate): Overrides {
  const { block } = update.overrides;
  const same = OF_TABLES.includes(read.block) ? OF_TABLES : SENTENCES;
  if (block && !same.includes(block)) {
    throw fault('NOT_POSSIBLE', `this claim can be one of ${same.join(', ')}; what is none is not checkable`, 'block');
  }
  return { ...overrides, ...update.overrides };
}
