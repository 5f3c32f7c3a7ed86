/** What tells of a key that was pressed. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

/**
 * A key as the table of keys has it: "j", "Shift+M", "$mod+k", "?".
 *
 * @returns null for a modifier alone, and for Backspace, which goes back in some browsers
 */
export function pressedKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Press, isMac: boolean): string | null {
  if (MODIFIERS.has(key) || key === 'Backspace' || key === 'Unidentified') return null;
  // A sign needs Shift or Alt on some keyboards and not on others: it is the key itself that counts.
  const isSign = /^[^\w\s]$/.test(key);
  const [mod, other, otherName] = isMac ? [metaKey, ctrlKey, 'Control'] : [ctrlKey, metaKey, 'Meta'];
  const name = key === ' ' ? 'Space' : key;
  return [
    ...(mod ? ['$mod'] : []),
    ...(other ? [otherName] : []),
    ...(altKey && !isSign ? ['Alt'] : []),
    ...(shiftKey && !isSign ? ['Shift'] : []),
    name,
  ].join('+');
}
