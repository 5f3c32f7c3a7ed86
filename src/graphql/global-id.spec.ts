import { randomUUID } from 'node:crypto';
import { fromGlobalId, NODE_CODES, toGlobalId, uuidOf, type NodeType } from './global-id.js';

const UUID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a global id', () => {
  it.each(Object.keys(NODE_CODES) as NodeType[])('of a %s comes back as what it was made from', (type) => {
    expect(fromGlobalId(toGlobalId(type, UUID))).toEqual({ type, uuid: UUID });
  });

  it('tells the types of one UUID apart', () => {
    const ids = (Object.keys(NODE_CODES) as NodeType[]).map((type) => toGlobalId(type, UUID));
    expect(new Set(ids).size).toBe(ids.length);
    expect(uuidOf('Claim', toGlobalId('Claim', UUID))).toBe(UUID);
    expect(uuidOf('Claim', toGlobalId('Article', UUID))).toBeNull();
  });

  it.each(['', 'x', '!!', UUID, '1', 'bm8tc3VjaC10aGluZzow', 'A'.repeat(23), 'A'.repeat(100_000), '\u0000'])(
    'is not %j',
    (id) => expect(fromGlobalId(id)).toBeNull(),
  );

  it('has one spelling: no padding, no spare bits, no other alphabet', () => {
    const id = toGlobalId('Article', UUID);
    expect(fromGlobalId(`${id}=`)).toBeNull();
    expect(fromGlobalId(` ${id}`)).toBeNull();
    const last = id.at(-1) ?? '';
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((c) => c !== last);
    const same = others.filter((c) => fromGlobalId(id.slice(0, -1) + c)?.uuid === UUID);
    expect(same).toEqual([]);
  });

  it('has the bytes of type and UUID', () => {
    for (const type of Object.keys(NODE_CODES) as NodeType[]) {
      const uuid = randomUUID();
      const bytes = Buffer.concat([Buffer.of(NODE_CODES[type]), Buffer.from(uuid.replaceAll('-', ''), 'hex')]);
      expect(toGlobalId(type, uuid)).toBe(bytes.toString('base64url'));
    }
  });

  it.each([
    '1; DROP TABLE claim',
    '',
    UUID.slice(1),
    `${UUID}0`,
    UUID.toUpperCase(),
    UUID.replaceAll('-', '0'),
    UUID.replace('-', 'a'),
    UUID.replace('0', '-'),
    UUID.replace('0', 'g'),
    UUID.replace('0', '\u0130'),
    UUID.replace('0', '\u{1f600}').slice(0, 36),
  ])('is not made from %j', (text) => {
    expect(() => toGlobalId('Claim', text)).toThrow(RangeError);
  });
});
