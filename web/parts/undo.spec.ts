import { i18n } from '@lingui/core';
import { jest } from '@jest/globals';
import { UndoStack, type Step } from './undo.js';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

const failed = jest.fn<(step: Step, why: string) => void>();
let log: string[];
let stack: UndoStack;
const step = (says: string, why: string | null = null): Step => ({
  says,
  undo: () => Promise.resolve(log.push(`undo ${says}`)).then(() => why),
  redo: () => Promise.resolve(log.push(`redo ${says}`)).then(() => null),
});

beforeEach(() => {
  failed.mockReset();
  log = [];
  stack = new UndoStack(failed);
});

it('takes back the last first, and does it again in the order it was done', async () => {
  stack.push(step('a'));
  stack.push(step('b'));
  await Promise.all([stack.undo(), stack.undo(), stack.redo(), stack.redo()]);
  expect(log).toEqual(['undo b', 'undo a', 'redo a', 'redo b']);
});

it('does nothing again once something else was done', async () => {
  stack.push(step('a'));
  await stack.undo();
  stack.push(step('b'));
  await stack.redo();
  expect(log).toEqual(['undo a']);
});

it('tells why a step could not be taken back, and goes on with the one before', async () => {
  stack.push(step('a'));
  stack.push(step('b', 'Somebody changed it since'));
  await stack.undo();
  await stack.undo();
  expect(failed).toHaveBeenCalledWith(expect.objectContaining({ says: 'b' }), 'Somebody changed it since');
  expect(log).toEqual(['undo b', 'undo a']);
  await stack.redo();
  await stack.redo();
  expect(log).toEqual(['undo b', 'undo a', 'redo a']);
});

it('tells that it broke off where an error was thrown, not in the words of the error', async () => {
  stack.push({ ...step('a'), undo: () => Promise.reject(new Error('Failed to fetch')) });
  await stack.undo();
  expect(failed).toHaveBeenCalledWith(expect.anything(), 'It broke off. Look whether it was done.');
});

it('does nothing when there is nothing', async () => {
  await stack.undo();
  await stack.redo();
  expect(log).toEqual([]);
});

it('forgets all when somebody else is there', async () => {
  stack.push(step('a'));
  stack.push(step('b'));
  await stack.undo();
  stack.clear();
  await stack.undo();
  await stack.redo();
  expect(log).toEqual(['undo b']);
});
