import type { Source } from '../judging/evidence.js';
import { unknownSource } from '../judging/testing/builders.js';
import { completedRecord, mergedAway } from './source-record.js';

const source = (parts: Partial<Source>): Source => unknownSource('url:a.example', parts);

describe('a record that is completed', () => {
  it.each<[string, Partial<Source>, Partial<Source>[], Partial<Source>]>([
    ['keeps what it has', { title: 'Tides' }, [{ title: 'The tides' }], { title: 'Tides' }],
    ['takes what it lacks', { title: 'Tides' }, [{ doi: '10.1000/1', authors: ['A. Lund'] }], { doi: '10.1000/1' }],
    ['takes it of the first that knows', {}, [{}, { issued: '2031' }, { issued: '2030' }], { issued: '2031' }],
    ['takes no part of a list', { authors: ['B'] }, [{ authors: ['A', 'B'] }], { authors: ['B'] }],
    ['keeps its key', {}, [{ key: 'doi:10.1000/1' }], { key: 'url:a.example' }],
    ['takes no retraction', {}, [{ retraction: { reason: 'Made up.', at: null } }], { retraction: null }],
    ['takes no place within a source', {}, [{ locator: 'p. 3' }], { locator: null }],
  ])('%s', (_what, kept, others, expected) => {
    expect(completedRecord(source(kept), others.map(source))).toMatchObject(expected);
  });
});

it('a source that was merged says where it went, with an id of the API', () => {
  const stored = {
    id: crypto.randomUUID(),
    key: 'url:a.example',
    version: 2,
    csl: { type: 'webpage' },
    publisher: null,
    owner: null,
    domains: null,
    reliability: null,
    retractedAt: null,
    retractionReason: null,
    snapshotCount: 0,
    snapshotsVersion: 0,
    link: null,
    mergedKeys: [],
  };
  expect(mergedAway({ ...stored, mergedInto: null }, 'sourceId')).toBeNull();
  const error = mergedAway({ ...stored, mergedInto: '019a0000-0000-7000-8000-000000000001' }, 'sourceId');
  expect(error).toMatchObject({ code: 'NOT_POSSIBLE', field: ['sourceId'] });
  expect(error?.message).not.toContain('019a0000');
});
