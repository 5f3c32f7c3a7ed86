/** Bytes that can be read at any place: a file on a disk, or what is in memory. */
export interface RandomAccess {
  /** In bytes. */
  readonly size: number;
  /** The bytes from a place; fewer where they end before. */
  read(at: number, length: number): Promise<Buffer>;
}

export const inMemory = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.byteLength,
  read: (at, length) =>
    Promise.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(at, at + length)),
});
