/** An object of an answer that has an id and a version. */
export type Versioned = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number };

interface Seen {
  readonly version: number;
  /** What was told of it, by names of fields; the same set for all objects of which as much was told. */
  readonly fields: ReadonlySet<string>;
}

/** What says which object it is; never held back. */
const IDENTITY: ReadonlySet<string> = new Set(['__typename', 'id']);

/** The newest version that was seen of each object, and what was told of it. */
export class Versions {
  private readonly seen = new Map<string, Seen>();
  private readonly shapes = new Map<string, ReadonlySet<string>>();

  /** @returns whether a newer one was seen; an object that was never seen is new */
  isOlder({ id, version }: Versioned): boolean {
    return version < (this.seen.get(id)?.version ?? version);
  }

  /** Knows from now on what is told of an object. */
  see(object: Versioned): void {
    const { id, version } = object;
    const known = this.seen.get(id);
    const names = Object.keys(object);
    const fields = known && names.every((name) => known.fields.has(name)) ? known.fields : this.shape(known, names);
    if (known?.fields !== fields || version > known.version) {
      this.seen.set(id, { version: Math.max(version, known?.version ?? version), fields });
    }
  }

  /** Whether a field of an object that is older was told of the newer one as well. */
  isTold({ id }: Versioned, field: string): boolean {
    return !IDENTITY.has(field) && (this.seen.get(id)?.fields.has(field) ?? false);
  }

  /** Lists are long and their rows alike: a set for each of them would take more room than what it tells of. */
  private shape(known: Seen | undefined, names: readonly string[]): ReadonlySet<string> {
    const fields = new Set([...(known?.fields ?? []), ...names].sort());
    const key = [...fields].join(' ');
    const shape = this.shapes.get(key) ?? fields;
    this.shapes.set(key, shape);
    return shape;
  }
}

/** Every object in an answer that has an id and a version, in the order in which they are told. */
export function* versionedIn(data: unknown): Generator<Versioned> {
  if (typeof data !== 'object' || data === null) return;
  if (isVersioned(data)) yield data;
  for (const value of Object.values(data)) if (typeof value === 'object' && value !== null) yield* versionedIn(value);
}

/** An answer without what it says of some objects, but for what was never told of them. */
export function withoutOlder<Data>(data: Data, older: ReadonlySet<object>, versions: Versions): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((each: unknown) => withoutOlder(each, older, versions)) as Data;
  const kept = Object.entries(data).filter(
    ([field]) => !(older.has(data) && isVersioned(data) && versions.isTold(data, field)),
  );
  return Object.fromEntries(kept.map(([field, value]) => [field, withoutOlder(value, older, versions)])) as Data;
}

const isVersioned = (data: object): data is Versioned => {
  const { id, version } = data as { id?: unknown; version?: unknown };
  return typeof id === 'string' && typeof version === 'number';
};
