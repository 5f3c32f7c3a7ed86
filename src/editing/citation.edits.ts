import { Inject, Injectable } from '@nestjs/common';
import { mayDo } from '../auth/roles.js';
import type { Changed, ChangeOptions, Edit, Plan, Together } from './change-article.js';
import { attach, detach, review, update, type CitationText } from './citations.js';
import type {
  AttachSourceInput,
  DefineReferenceInput,
  DetachSourceInput,
  ProposeSourceInput,
  ReviewCitationInput,
  UpdateCitationInput,
} from './citation.type.js';
import type { HeldSource } from './article-state.js';
import { defineNumber } from './define-reference.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import type { ClaimScope } from './load-article.js';
import { propose } from './proposals.js';
import { chooseSource, holdChosen, type ChosenSource } from './source-input.js';
import { currentOf, expectVersion } from './user-fault.js';

const MAX_QUOTE = 10_000;
const MAX_LOCATOR = 300;
const MAX_NOTE = 10_000;
const MAX_PROGRAM = 100;

/** UUIDs of what a change was about. */
export interface CitationChanged {
  readonly citationId: string;
  readonly claimId: string;
}

/** Changes of the citations of claims. */
@Injectable()
export class CitationEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  attach(viewer: EditorViewer, input: AttachSourceInput): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'attachSource', () => planAttachment(viewer, input));
  }

  /** Attaches, and undoes it. Who may propose a source may know what it would do. @param look at what became of it */
  preview(
    viewer: EditorViewer,
    input: AttachSourceInput,
    look: NonNullable<ChangeOptions<CitationChanged, HeldSource>['preview']>,
  ): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'proposeSource', () => planAttachment(viewer, input, look));
  }

  propose(viewer: EditorViewer, input: ProposeSourceInput): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'proposeSource', () => planProposal(viewer, input));
  }

  attachEach(
    viewer: EditorViewer,
    items: readonly AttachSourceInput[],
  ): Promise<Outcome<Outcome<Changed<CitationChanged>>[]>> {
    return this.editing.makeEach(viewer, 'attachSource', items, (input) => planAttachment(viewer, input));
  }

  define(viewer: EditorViewer, input: DefineReferenceInput): Promise<Outcome<Changed<string>>> {
    return this.editing.change(
      viewer,
      'defineReference',
      () => {
        const check = new InputCheck();
        const articleId = check.id('Article', input.articleId, 'articleId');
        const number = checkNumber(input.number, check) ?? 0;
        check.done();
        const chosen = chooseSource(input);
        return {
          input: { number },
          locator: { article: articleId },
          name: 'articleId',
          options: { scope: { around: [], citingNumbers: [number] }, also: holdChosen(viewer, chosen) },
        };
      },
      (edit, { number }, source) => {
        const held = edit.state.references.find((each) => each.number === number);
        if (held) expectVersion(currentOf('Reference', held), input.expectedVersion);
        return defineNumber(edit, number, source, 'number').id;
      },
    );
  }

  detach(viewer: EditorViewer, input: DetachSourceInput): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'detachSource', () =>
      planOfCitation(input.citationId, (edit, id) => detach(edit, id, input.expectedVersion ?? null)),
    );
  }

  update(viewer: EditorViewer, input: UpdateCitationInput): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'updateCitation', () => planUpdate(input));
  }

  review(viewer: EditorViewer, input: ReviewCitationInput): Promise<Outcome<Changed<CitationChanged>>> {
    return this.editing.make(viewer, 'reviewCitation', () => planReview(viewer, input));
  }

  reviewEach(
    viewer: EditorViewer,
    items: readonly ReviewCitationInput[],
  ): Promise<Outcome<Outcome<Changed<CitationChanged>>[]>> {
    return this.editing.makeEach(viewer, 'reviewCitation', items, (input) => planReview(viewer, input));
  }
}

function planAttachment(
  viewer: EditorViewer,
  input: AttachSourceInput,
  preview?: ChangeOptions<CitationChanged, HeldSource>['preview'],
): Plan<CitationChanged, HeldSource> {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const number = checkNumber(input.number, check);
  const text = citationText(input, check);
  check.done();
  const chosen = chooseSource(input);
  const scope = { around: [claimId], ...(number === null ? {} : { citingNumbers: [number] }) };
  const work = (edit: Edit, source: HeldSource): CitationChanged => {
    const claim = edit.claim(claimId, 'claimId');
    expectVersion(currentOf('Claim', claim), input.expectedVersion);
    return { citationId: attach(edit, claimId, source, number, text), claimId };
  };
  return {
    locator: { claim: claimId },
    name: 'claimId',
    options: { scope, also: holdChosen(viewer, chosen), preview },
    work,
    together: withSource(chosen, scope, work),
  };
}

function planProposal(viewer: EditorViewer, input: ProposeSourceInput): Plan<CitationChanged, HeldSource> {
  const check = new InputCheck();
  const claimId = check.id('Claim', input.claimId, 'claimId');
  const text = citationText(input, check);
  const program = check.line(input.program, 'program', MAX_PROGRAM);
  check.done();
  const chosen = chooseSource(input);
  const scope = { around: [claimId] };
  const work = (edit: Edit, source: HeldSource): CitationChanged => {
    const claim = edit.claim(claimId, 'claimId');
    expectVersion(currentOf('Claim', claim), input.expectedVersion);
    return { citationId: propose(edit, claimId, source, text, program), claimId };
  };
  return {
    locator: { claim: claimId },
    name: 'claimId',
    options: { scope, also: holdChosen(viewer, chosen) },
    work,
    together: withSource(chosen, scope, work),
  };
}

/** A source that is only described may have to be added, which is undone with the change: that is made by itself. */
const withSource = (
  chosen: ChosenSource,
  scope: ClaimScope,
  work: (edit: Edit, source: HeldSource) => CitationChanged,
): Together<CitationChanged> | null =>
  'id' in chosen ? { scope, sourceId: chosen.id, work: (edit, source) => work(edit, source!) } : null;

const citationText = (input: ProposeSourceInput | AttachSourceInput, check: InputCheck): CitationText => ({
  stance: input.stance ?? 'SUPPORTS',
  directness: input.directness ?? 'UNKNOWN',
  quote: check.text(input.quote, 'quote', MAX_QUOTE),
  locator: check.line(input.locator, 'locator', MAX_LOCATOR),
  note: check.text(input.note, 'note', MAX_NOTE),
});

function planUpdate(input: UpdateCitationInput): Plan<CitationChanged> {
  const check = new InputCheck();
  const text: Partial<CitationText> = {
    ...(input.stance ? { stance: input.stance } : {}),
    ...(input.directness ? { directness: input.directness } : {}),
    ...(input.quote === undefined ? {} : { quote: check.text(input.quote, 'quote', MAX_QUOTE) }),
    ...(input.locator === undefined ? {} : { locator: check.line(input.locator, 'locator', MAX_LOCATOR) }),
    ...(input.note === undefined ? {} : { note: check.text(input.note, 'note', MAX_NOTE) }),
  };
  if (Object.keys(text).length === 0) check.wrong('citationId', 'say what to change of it', 'EMPTY');
  check.done();
  return planOfCitation(input.citationId, (edit, id) => update(edit, id, text, input.expectedVersion ?? null));
}

function planReview(viewer: EditorViewer, input: ReviewCitationInput): Plan<CitationChanged> {
  const mayAttach = mayDo(viewer, 'attachSource');
  const check = new InputCheck();
  const note = check.text(input.note, 'note', MAX_NOTE);
  check.done();
  const verdict = {
    state: input.state,
    ...(input.stance ? { stance: input.stance } : {}),
    ...(input.directness ? { directness: input.directness } : {}),
    ...(note === null ? {} : { note }),
  };
  return planOfCitation(input.citationId, (edit, id) =>
    review(edit, id, mayAttach, verdict, input.expectedVersion ?? null),
  );
}

/** @param change of the citation with this UUID; gives its claim's */
function planOfCitation(id: string, change: (edit: Edit, citationId: string) => string): Plan<CitationChanged> {
  const check = new InputCheck();
  const citationId = check.id('Citation', id, 'citationId');
  check.done();
  const scope = { around: [], citedBy: [citationId] };
  const work = (edit: Edit): CitationChanged => ({ citationId, claimId: change(edit, citationId) });
  return {
    locator: { citation: citationId },
    name: 'citationId',
    options: { scope },
    work,
    together: { scope, sourceId: null, work },
  };
}

const MAX_NUMBER = 1_000_000;

function checkNumber(number: number | null | undefined, check: InputCheck): number | null {
  if (number === null || number === undefined) return null;
  if (!Number.isInteger(number) || number < 1 || number > MAX_NUMBER) {
    check.wrong('number', 'sources are numbered from 1');
  }
  return number;
}
