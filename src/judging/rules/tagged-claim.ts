import type { EditorTag, EditorTagKind } from '../evidence.js';
import { CLEAR, NOT_APPLICABLE, type ClaimRule, type FindingOutcome } from '../rule.js';

/** Tags that leave the evidence as good as it was: they ask for clearer words, or for another way to the source. */
const MILD: ReadonlySet<EditorTagKind> = new Set(['when', 'clarification needed', 'dead link']);

const WANTS: Readonly<Record<EditorTagKind, { readonly message: string; readonly remedy: string }>> = {
  'citation needed': { message: 'asks for a citation', remedy: 'Cite a source for it, or take the statement out.' },
  'failed verification': {
    message: 'did not find this in the source that is cited',
    remedy: 'Look into the source, and cite one that says this, or take the statement out.',
  },
  'better source needed': { message: 'asks for a better source', remedy: 'Cite a source that can be relied on.' },
  dubious: {
    message: 'doubts this',
    remedy: 'Look it up in several sources, and cite them or correct the statement.',
  },
  'original research': {
    message: 'takes this for a conclusion of the author',
    remedy: 'Cite a source that draws it, or take it out.',
  },
  'verification needed': {
    message: 'asks that somebody check the source',
    remedy: 'Look into the source, and quote what it says.',
  },
  'page needed': { message: 'asks where in the source this stands', remedy: 'Give the page.' },
  'who says so': { message: 'asks whose words these are', remedy: 'Name who says so, and cite where.' },
  when: { message: 'asks when this was', remedy: 'Say when, and cite a source for that time.' },
  'clarification needed': { message: 'does not find this clear', remedy: 'Say it more exactly, as the source does.' },
  'dead link': {
    message: 'says that the link to the source leads nowhere',
    remedy: 'Add the address of an archived copy, or cite the source where it is now.',
  },
};

/** A note of another editor that stands in the text. */
export const taggedClaim: ClaimRule = {
  scope: 'claim',
  meta: {
    id: 'tagged-claim',
    title: 'Another editor asks for evidence here',
    description: `Fires once for each kind of note that an editor left on a claim, or on an entry that it cites: "citation needed",
"failed verification", "dubious", "by whom?" and the others of a wiki's inline cleanup templates, in its source and on its pages.
Somebody read the statement with care and was not satisfied. The message says since when the note stands there: one that is
years old was passed over many times.

Notes that only ask for clearer words or a time, and a link that leads nowhere, bear nothing on the standing and are notes.
Quiet on what is no statement of fact.`,
    remedy: 'Do what the note asks for, then take it out.',
    version: 1,
    severity: 'WARNING',
    bearings: ['WEAK'],
    reads: ['claim'],
    examples: {
      fires: ['"The pier is the oldest on the coast.{{citation needed|date=May 2031}}"', '"It is haunted.[by whom?]"'],
      quiet: ['"The pier opened in 1931.[2]"'],
    },
  },
  judge(claim) {
    if (!claim.checkable) return NOT_APPLICABLE;
    if (claim.tags.length === 0) return CLEAR;
    const kinds = [...new Set(claim.tags.map((tag) => tag.kind))];
    return kinds.map((kind) => finding(claim.tags.filter((tag) => tag.kind === kind)));
  },
};

/** @param tags of one kind */
function finding(tags: readonly EditorTag[]): FindingOutcome {
  const { kind, span } = tags[0]!;
  // The oldest says how long this has been known.
  const since = tags
    .flatMap((tag) => tag.date ?? [])
    .sort()
    .at(0);
  const mild = MILD.has(kind);
  return {
    kind: 'finding',
    message: `A note of another editor, “${kind}”, ${WANTS[kind].message}${since ? `, since ${since}` : ''}`,
    remedy: `${WANTS[kind].remedy} Then take the note out.`,
    span,
    bearing: mild ? null : 'WEAK',
    ...(mild ? { atMost: 'NOTE' as const } : {}),
    about: kind,
  };
}
