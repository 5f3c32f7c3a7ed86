import { Inject, Injectable } from '@nestjs/common';
import { findingById, waiverInForce, type NamedFinding, type StandingWaiver } from '../findings/waiver.repository.js';
import type { Changed, Plan } from './change-article.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import { fault } from './user-fault.js';
import type { LiftWaiverInput, WaiveFindingInput } from './waiver.type.js';
import { lift, waive, type WaiverChanged } from './waivers.js';

const MAX_REASON = 2_000;

/** Accepting findings, and taking that back. */
@Injectable()
export class WaiverEdits {
  constructor(@Inject(Editing) private readonly editing: Editing) {}

  waive(viewer: EditorViewer, input: WaiveFindingInput): Promise<Outcome<Changed<WaiverChanged>>> {
    return this.editing.make(viewer, 'waiveFinding', () => planWaiver(viewer, input));
  }

  waiveEach(
    viewer: EditorViewer,
    items: readonly WaiveFindingInput[],
  ): Promise<Outcome<Outcome<Changed<WaiverChanged>>[]>> {
    return this.editing.makeEach(viewer, 'waiveFinding', items, (input) => planWaiver(viewer, input));
  }

  lift(viewer: EditorViewer, input: LiftWaiverInput): Promise<Outcome<Changed<WaiverChanged>>> {
    return this.editing.make(viewer, 'liftWaiver', () => planLift(viewer, input));
  }
}

function planWaiver(
  { workspaceId, memberId }: EditorViewer,
  input: WaiveFindingInput,
): Plan<WaiverChanged, NamedFinding | null> {
  const check = new InputCheck();
  const findingId = check.id('Finding', input.findingId, 'findingId');
  const reason = check.needed(input.reason, 'reason', MAX_REASON, 'say why the finding is accepted');
  const expiresAt = check.date(input.expiresAt, 'expiresAt');
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    check.wrong('expiresAt', 'is in the past; give a time to come, or leave it out to waive for good');
  }
  check.done();
  return {
    locator: { finding: findingId },
    name: 'findingId',
    options: {
      scope: { around: [], ofFinding: findingId },
      also: (connection) => findingById(connection, workspaceId, findingId),
    },
    work(edit, finding) {
      if (!finding) throw fault('NOT_FOUND', 'nothing in this workspace has this id', 'findingId');
      return waive(edit, memberId, finding, reason, expiresAt);
    },
  };
}

function planLift({ workspaceId }: EditorViewer, input: LiftWaiverInput): Plan<WaiverChanged, StandingWaiver | null> {
  const check = new InputCheck();
  const name = input.waiverId == null ? 'findingId' : 'waiverId';
  if (input.waiverId == null && input.findingId == null) {
    check.wrong('waiverId', 'say which: waiverId, or the findingId of what it accepts', 'EMPTY');
  } else if (input.waiverId != null && input.findingId != null) {
    check.wrong('findingId', 'give either waiverId or findingId, not both');
  }
  check.done();
  const named =
    name === 'waiverId'
      ? { waiver: check.id('Waiver', input.waiverId ?? '', name) }
      : { finding: check.id('Finding', input.findingId ?? '', name) };
  check.done();
  return {
    locator: named,
    name,
    options: {
      scope: { around: [], ...('waiver' in named ? { ofWaiver: named.waiver } : { ofFinding: named.finding }) },
      also: (connection) => waiverInForce(connection, workspaceId, named, new Date()),
    },
    work(edit, waiver) {
      if (!waiver) throw fault('NOT_POSSIBLE', 'no waiver is in force there: it was lifted, or its time is over', name);
      return lift(edit, waiver);
    },
  };
}
