import { toGlobalId } from '../graphql/global-id.js';
import { withGlobalIds } from './event-data.js';

const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
const other = '01890a5d-ac96-774b-bcce-b302099a8058';

describe('what an event says', () => {
  it.each<[string, unknown, unknown]>([
    ['ids by their keys', { claimId: uuid, number: 4 }, { claimId: toGlobalId('Claim', uuid), number: 4 }],
    [
      'lists of ids',
      { claimIds: [uuid, other] },
      { claimIds: [toGlobalId('Claim', uuid), toGlobalId('Claim', other)] },
    ],
    ['keys that say more', { formerSourceId: uuid }, { formerSourceId: toGlobalId('Source', uuid) }],
    ['people', { assigneeId: uuid, memberId: null }, { assigneeId: toGlobalId('Member', uuid), memberId: null }],
    [
      'what followed',
      { opened: [uuid], fixed: [], standings: [{ claimId: other, from: 'WEAK', to: 'CITED' }] },
      {
        opened: [toGlobalId('Finding', uuid)],
        fixed: [],
        standings: [{ claimId: toGlobalId('Claim', other), from: 'WEAK', to: 'CITED' }],
      },
    ],
    ['nothing', null, null],
  ])('names things by the ids of the API: %s', (_what, stored, shown) => {
    expect(withGlobalIds(stored)).toEqual(shown);
  });

  it('stays as it is where it names nothing', () => {
    const said = { text: uuid, hiddenId: uuid, note: 'A claimId', drift: 3, list: ['a', { b: true }] };
    expect(withGlobalIds(said)).toEqual(said);
  });
});
