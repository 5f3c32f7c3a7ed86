import type { ReferenceStateRow } from './article-rows.js';
import { KeptReferences } from './kept-references.js';

const row = (id: string, changes: Partial<ReferenceStateRow> = {}): ReferenceStateRow => ({
  id,
  version: 1,
  label: id,
  number: Number(id),
  text: null,
  start_offset: null,
  end_offset: null,
  line: null,
  locator: null,
  defined: true,
  added: true,
  marker_count: 0,
  citation_count: 1,
  rejected_count: 0,
  source_id: `source ${id}`,
  key: `url:example.org/${id}`,
  source_version: 1,
  csl: { type: 'report', title: 'A report', URL: `https://example.org/${id}` },
  publisher: null,
  owner: null,
  domains: null,
  reliability: null,
  retractedAt: null,
  retractionReason: null,
  snapshotCount: 0,
  snapshotsVersion: 0,
  link: null,
  ...changes,
});

describe('references that are read again', () => {
  it('are the same objects where nothing of them, or of their sources, is otherwise', () => {
    const kept = new KeptReferences();
    const before = kept.read([row('1'), row('2'), row('3')]);
    const after = kept.read([row('1'), row('2', { citation_count: 2 }), row('3')]);
    expect(after.map((each, i) => each === before[i])).toEqual([true, false, true]);
    expect(after[1]!.citationCount).toBe(2);
  });

  it.each<[string, Partial<ReferenceStateRow>]>([
    ['retracted', { retractedAt: new Date('2031-05-01T00:00:00Z') }],
    ['described otherwise', { csl: { type: 'report', title: 'Another report' } }],
    ['rated', { publisher: 'The Sound Gazette', domains: ['example.org'], reliability: 4 }],
    ['captured', { snapshotCount: 1, snapshotsVersion: 1 }],
    ['another', { source_id: 'source 9', key: 'url:example.org/9' }],
  ])('are read anew where the source is %s', (_what, changes) => {
    const kept = new KeptReferences();
    const [before] = kept.read([row('1')]);
    const [after] = kept.read([row('1', changes)]);
    expect(after).not.toBe(before);
    expect(after).toEqual(new KeptReferences().read([row('1', changes)])[0]);
  });

  it('are forgotten once they are read no more', () => {
    const kept = new KeptReferences();
    const [before] = kept.read([row('1')]);
    expect(kept.read([])).toEqual([]);
    expect(kept.read([row('1')])[0]).not.toBe(before);
  });
});
