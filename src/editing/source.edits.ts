import { Inject, Injectable } from '@nestjs/common';
import { RELIABILITY } from '../database/codes.js';
import { translate, UniqueViolationError } from '../database/errors.js';
import type { WorkspaceConnection } from '../database/workspace-connection.js';
import {
  holdSourcesOfPublisher,
  lockPublisher,
  ratesPublishers,
  setPublisher,
} from '../sources/publisher.repository.js';
import { holdSource, setRetraction, type KnownSource } from '../sources/source.repository.js';
import { lockRuleset } from '../workspaces/workspace.repository.js';
import { Editing, type EditorViewer, type Outcome } from './editing.js';
import { InputCheck } from './input-check.js';
import { Ripples, type Ripple, type RippleHappening } from './ripples.js';
import { mergedRecord } from './source-input.js';
import { mergedAway, writeRecord } from './source-record.js';
import type {
  ReinstateSourceInput,
  RetractSourceInput,
  UpdatePublisherInput,
  UpdateSourceInput,
} from './source.type.js';
import { toEvidence } from './settle-sources.js';
import { currentOf, expectVersion, fault, UserFault } from './user-fault.js';

const MAX_REASON = 2_000;
const MAX_NAME = 300;
const MAX_DOMAINS = 100;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** What was changed, and the job that judges again what rests on it. UUIDs. */
export interface Rippled {
  readonly id: string;
  readonly jobId: string;
}

/** Changes of sources and publishers. They commit at once; the articles that rest on them are judged again by a job. */
@Injectable()
export class SourceEdits {
  constructor(
    @Inject(Editing) private readonly editing: Editing,
    @Inject(Ripples) private readonly ripples: Ripples,
  ) {}

  retract(viewer: EditorViewer, input: RetractSourceInput): Promise<Outcome<Rippled>> {
    const check = new InputCheck();
    const reason = check.needed(input.reason, 'reason', MAX_REASON, 'say why, and who says so');
    return this.change(viewer, 'retractSource', check, input, async (connection, source) => {
      if (source.retractedAt)
        throw fault('NOT_POSSIBLE', 'the source is retracted already; reinstate it first', 'sourceId');
      const at = new Date();
      await setRetraction(connection, viewer.workspaceId, source.id, { at, reason });
      return { kind: 'source.retracted', before: null, after: { reason, at: at.toISOString() } };
    });
  }

  reinstate(viewer: EditorViewer, input: ReinstateSourceInput): Promise<Outcome<Rippled>> {
    return this.change(viewer, 'reinstateSource', new InputCheck(), input, async (connection, source) => {
      if (!source.retractedAt) throw fault('NOT_POSSIBLE', 'the source is not retracted', 'sourceId');
      await setRetraction(connection, viewer.workspaceId, source.id, null);
      const before = { reason: source.retractionReason, at: source.retractedAt.toISOString() };
      return { kind: 'source.reinstated', before, after: null };
    });
  }

  update(viewer: EditorViewer, input: UpdateSourceInput): Promise<Outcome<Rippled>> {
    const { workspaceId } = viewer;
    return this.change(viewer, 'updateSource', new InputCheck(), input, async (connection, source) => {
      const record = mergedRecord(toEvidence(source), input.source);
      try {
        const csl = await writeRecord(connection, workspaceId, source, record);
        return { kind: 'source.updated', before: { csl: source.csl }, after: { csl } };
      } catch (error) {
        if (!(translate(error) instanceof UniqueViolationError)) throw error;
        throw fault(
          'CONFLICT',
          'another source of the workspace has this address or identifier; merge the two with mergeSources',
          'source',
        );
      }
    });
  }

  updatePublisher(viewer: EditorViewer, input: UpdatePublisherInput): Promise<Outcome<Rippled>> {
    const { workspaceId } = viewer;
    const check = new InputCheck();
    const id = check.id('Publisher', input.publisherId, 'publisherId');
    const name =
      input.name === undefined ? undefined : check.needed(input.name, 'name', MAX_NAME, 'a publisher has a name');
    const owner = input.owner === undefined ? undefined : check.line(input.owner, 'owner', MAX_NAME);
    const domains = input.domains?.map((each) => each.trim().toLowerCase());
    if (domains && domains.length > MAX_DOMAINS) check.wrong('domains', `has more than ${MAX_DOMAINS}`);
    const wrong = domains?.find((each) => !DOMAIN.test(each));
    if (wrong !== undefined)
      check.wrong('domains', `“${wrong.slice(0, 80)}” is no domain; one reads like "example.org"`);
    return this.editing.transact(viewer, 'updatePublisher', async (connection) => {
      check.done();
      // Before the publisher: whoever judges holds the ruleset first.
      if (input.reliability !== undefined) await lockRuleset(connection, workspaceId);
      const held = await lockPublisher(connection, workspaceId, id);
      if (!held) throw fault('NOT_FOUND', 'no publisher of this workspace has this id', 'publisherId');
      expectVersion(currentOf('Publisher', held), input.expectedVersion);
      const changed = {
        ...held,
        ...(name === undefined ? {} : { name }),
        ...(owner === undefined ? {} : { owner }),
        ...(domains === undefined ? {} : { domains }),
        ...(input.reliability === undefined
          ? {}
          : { reliability: input.reliability === null ? null : RELIABILITY.toCode[input.reliability] }),
      };
      try {
        await setPublisher(connection, workspaceId, changed);
      } catch (error) {
        if (!(translate(error) instanceof UniqueViolationError)) throw error;
        throw fault('CONFLICT', `another publisher is called “${changed.name}”`, 'name');
      }
      const sourceIds = await holdSourcesOfPublisher(connection, workspaceId, id);
      const happening: RippleHappening = {
        kind: 'publisher.updated',
        subjectType: 'Publisher',
        subjectId: id,
        before: shown(held),
        after: shown(changed),
      };
      // With the first rating, and without the last, what "unrated" means is another for every article.
      const isFirst =
        (held.reliability === null) !== (changed.reliability === null) &&
        !(await ratesPublishers(connection, workspaceId, id));
      const ripple: Ripple = isFirst ? { of: 'rules', happening } : { of: 'sources', sourceIds, happening };
      return { id, jobId: await this.ripples.start(connection, viewer, ripple) };
    });
  }

  private change(
    viewer: EditorViewer,
    action: 'retractSource' | 'reinstateSource' | 'updateSource',
    check: InputCheck,
    input: { readonly sourceId: string; readonly expectedVersion?: number | null },
    work: (
      connection: WorkspaceConnection,
      source: KnownSource,
    ) => Promise<Pick<RippleHappening, 'kind' | 'before' | 'after'>>,
  ): Promise<Outcome<Rippled>> {
    const id = check.id('Source', input.sourceId, 'sourceId');
    return this.editing.transact(viewer, action, async (connection) => {
      check.done();
      const source = await holdSource(connection, viewer.workspaceId, { id }, 'to change it');
      if (!source) throw fault('NOT_FOUND', 'no source of this workspace has this id', 'sourceId');
      const away = mergedAway(source, 'sourceId');
      if (away) throw new UserFault(away);
      expectVersion(currentOf('Source', source), input.expectedVersion);
      const happened = await work(connection, source);
      const happening: RippleHappening = { ...happened, subjectType: 'Source', subjectId: id };
      return { id, jobId: await this.ripples.start(connection, viewer, { of: 'sources', sourceIds: [id], happening }) };
    });
  }
}

const shown = ({
  name,
  owner,
  domains,
  reliability,
}: {
  name: string;
  owner: string | null;
  domains: readonly string[];
  reliability: number | null;
}) => ({
  name,
  owner,
  domains,
  reliability: reliability === null ? null : RELIABILITY.fromCode(reliability),
});
