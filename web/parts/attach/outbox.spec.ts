import { draftKey, NO_VALUES, type Draft } from './draft.js';
import { memoryDrafts, type DraftStore } from './draft-store.js';
import { Outbox, type Sent } from './outbox.js';

const draft = (claimId: string, changedAt: number, more: Partial<Draft> = {}): Draft => ({
  key: draftKey('ada', claimId, null),
  owner: 'ada',
  kind: 'attach',
  state: 'editing',
  claim: { id: claimId, text: 'Forty buses run.' },
  citation: null,
  seenVersion: 1,
  values: NO_VALUES,
  sendingKey: claimId,
  why: null,
  changedAt,
  ...more,
});

function boxOf(answers: readonly Sent[], store: DraftStore = memoryDrafts()) {
  const asked: Draft[] = [];
  const box = new Outbox('ada', store, (each) => {
    asked.push(each);
    return Promise.resolve(answers[asked.length - 1] ?? { kind: 'done' });
  });
  return { box, store, asked };
}

it('what the server took is kept no longer', async () => {
  const { box, store } = boxOf([{ kind: 'done' }]);
  await expect(box.send(draft('a', 1))).resolves.toEqual({ kind: 'done' });
  expect(box.drafts()).toEqual([]);
  await expect(store.of('ada')).resolves.toEqual([]);
});

it('while nobody answers, drafts wait; then they are sent in their order, each under the key it had', async () => {
  const { box, asked } = boxOf([{ kind: 'unanswered' }, { kind: 'unanswered' }]);
  await box.send(draft('b', 2));
  await box.send(draft('a', 1));
  expect(box.drafts().map(({ claim, state }) => [claim.id, state])).toEqual([
    ['a', 'waiting'],
    ['b', 'waiting'],
  ]);
  await box.flush();
  expect(asked.slice(2).map(({ sendingKey }) => sendingKey)).toEqual(['a', 'b']);
  expect(box.drafts()).toEqual([]);
});

it('sending stops at the first that nobody answers', async () => {
  const { box, asked } = boxOf([{ kind: 'unanswered' }, { kind: 'unanswered' }, { kind: 'unanswered' }]);
  await box.send(draft('a', 1));
  await box.send(draft('b', 2));
  await box.flush();
  expect(asked).toHaveLength(3);
  expect(box.drafts()).toHaveLength(2);
});

it('a conflict stays with the version that there is, and is not sent again by itself', async () => {
  const { box, asked } = boxOf([{ kind: 'conflict', why: 'somebody was faster', version: 7 }]);
  await box.send(draft('a', 1));
  await box.flush();
  expect(asked).toHaveLength(1);
  expect(box.drafts()).toMatchObject([{ state: 'conflict', seenVersion: 7, why: 'somebody was faster' }]);
});

it('what was refused does not hold up what comes after it', async () => {
  const { box } = boxOf([{ kind: 'unanswered' }, { kind: 'unanswered' }, { kind: 'refused', why: 'no such claim' }]);
  await box.send(draft('a', 1));
  await box.send(draft('b', 2));
  await box.flush();
  expect(box.drafts()).toMatchObject([{ claim: { id: 'a' }, state: 'refused', why: 'no such claim' }]);
});

it('what is being written is not sent, and what others wrote is not seen', async () => {
  const { box, store, asked } = boxOf([]);
  await store.put(draft('a', 1));
  await store.put(draft('b', 2, { owner: 'bo', key: draftKey('bo', 'b', null), state: 'waiting' }));
  await box.flush();
  expect(asked).toEqual([]);
  expect(box.drafts()).toEqual([]);
});

it('is kept before it is sent: the page may be closed meanwhile', async () => {
  const store = memoryDrafts();
  const seen: (string | undefined)[] = [];
  const box = new Outbox('ada', store, async ({ key }) => {
    seen.push((await store.get(key))?.state);
    return { kind: 'done' };
  });
  await box.send(draft('a', 1));
  expect(seen).toEqual(['waiting']);
});

it('sends in turn with others, and reads what they have left when its turn comes', async () => {
  const store = memoryDrafts();
  await store.put(draft('a', 1, { state: 'waiting' }));
  const asked: string[] = [];
  const box = new Outbox(
    'ada',
    store,
    ({ key }) => {
      asked.push(key);
      return Promise.resolve({ kind: 'done' });
    },
    async (act) => {
      // Another tab was first.
      await store.delete(draftKey('ada', 'a', null));
      await act();
    },
  );
  await box.flush();
  expect(asked).toEqual([]);
});

it('a fault in sending is told to who sent, and holds up nothing', async () => {
  let isBroken = true;
  const box = new Outbox('ada', memoryDrafts(), () =>
    isBroken ? Promise.reject(new Error('broken')) : Promise.resolve({ kind: 'done' }),
  );
  await expect(box.send(draft('a', 1))).rejects.toThrow('broken');
  isBroken = false;
  await expect(box.send(draft('b', 2))).resolves.toEqual({ kind: 'done' });
});

it('tells who listens, until they do no more', async () => {
  const { box } = boxOf([{ kind: 'unanswered' }]);
  let told = 0;
  const end = box.subscribe(() => told++);
  await box.send(draft('a', 1));
  end();
  await box.drop(draftKey('ada', 'a', null));
  expect(told).toBe(1);
  expect(box.drafts()).toEqual([]);
});
