/**
 * Whether a value that came from JSON holds arrays or objects more than `limit` deep. Does not recurse: the value may
 * be 100,000 deep.
 */
export function deeperThan(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const inner = level.filter((each) => typeof each === 'object' && each !== null);
    if (inner.length > 0 && depth >= limit) return true;
    level = inner.flatMap((each) => Object.values(each as object));
  }
  return false;
}

/** Whether a value that came from JSON names "__proto__" anywhere: whoever copies it could change what it inherits. */
export function hasPrototypeKey(value: unknown): boolean {
  const isObject = (each: unknown): each is object => typeof each === 'object' && each !== null;
  const waiting = [value].filter(isObject);
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    if (Object.hasOwn(each, '__proto__')) return true;
    for (const inner of Object.values(each)) if (isObject(inner)) waiting.push(inner);
  }
  return false;
}
