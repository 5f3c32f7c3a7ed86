import { asOwner } from '../../src/database/owner-connection.js';
import { CommandError, readCommand } from '../../src/workspace.js';
import { startApi, type TestApi } from '../graphql/support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const run = (args: string[], admin?: string): Promise<string[]> => asOwner(api.db.ownerUrl, readCommand(args, admin));

it('makes a workspace whose administrator can work in it, and lists it', async () => {
  const lines = await run(['create', 'City  desk'], 'Ada Okoro');
  expect(lines).toEqual([
    expect.stringMatching(/^workspace [0-9a-f-]{36}: City desk$/),
    expect.stringMatching(/^The token of Ada Okoro, shown this once: obl_[\w-]{43}$/),
  ]);
  const token = lines[1]!.split(' ').at(-1)!;
  const { data } = await api.ask(token, '{ viewer { role member { name } workspace { name } } }');
  expect(data).toEqual({ viewer: { role: 'ADMIN', member: { name: 'Ada Okoro' }, workspace: { name: 'City desk' } } });
  await run(['create', 'Sports']);
  const listed = await run(['list']);
  expect(listed).toEqual([
    expect.stringMatching(/^[0-9a-f-]{36} {2}\d{4}-\d\d-\d\d {2}1 member {2}0 articles {2}City desk$/),
    expect.stringContaining('Sports'),
  ]);
  expect(listed.join()).not.toContain('obl_');
});

it.each([
  [[]],
  [['create']],
  [['create', ' ']],
  [['create', 'City', 'desk']],
  [['destroy', 'City']],
  [['list', 'City']],
])('says what is wrong with %j', (args: string[]) => {
  expect(() => readCommand(args, undefined)).toThrow(CommandError);
});
