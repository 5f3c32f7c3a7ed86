import { pressedKey, type Press } from './pressed-key.js';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it.each([
  ['j', {}, false, 'j'],
  ['M', { shiftKey: true }, false, 'Shift+M'],
  ['k', { ctrlKey: true }, false, '$mod+k'],
  ['k', { metaKey: true }, true, '$mod+k'],
  ['k', { ctrlKey: true }, true, 'Control+k'],
  ['k', { metaKey: true }, false, 'Meta+k'],
  ['?', { shiftKey: true }, false, '?'],
  ['[', { altKey: true }, true, '['],
  ['ArrowDown', { shiftKey: true }, false, 'Shift+ArrowDown'],
  [' ', {}, false, 'Space'],
])('%s with %j is written as the table has it', (key, held, isMac, written) =>
  expect(pressedKey(press(key, held), isMac)).toBe(written),
);

it.each(['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Backspace'])('%s alone is no key', (key) =>
  expect(pressedKey(press(key), false)).toBeNull(),
);
