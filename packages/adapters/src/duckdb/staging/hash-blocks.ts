import { type FileHandle, open, readFile, writeFile } from "node:fs/promises";

/** Hashes that are written at once. */
const BLOCK = 1 << 18;
const BUCKET_BITS = 6;

/**
 * 64-bit hashes on disk, as pairs of 32-bit numbers, the lower one first. Those of a block are ordered by bucket, the
 * highest bits; an index says how many of each block are in each bucket.
 */
export class HashBlocks {
  static readonly BUCKETS = 1 << BUCKET_BITS;
  readonly #file: FileHandle;
  readonly #held = new Uint32Array(2 * BLOCK);
  readonly #index: number[] = [];
  #count = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Adds hashes as they lie in memory. */
  async add(pairs: Uint32Array, count: number): Promise<void> {
    let from = 0;
    while (from < count) {
      const some = Math.min(count - from, BLOCK - this.#count);
      this.#held.set(pairs.subarray(2 * from, 2 * (from + some)), 2 * this.#count);
      this.#count += some;
      from += some;
      if (this.#count === BLOCK) await this.#flush();
    }
  }

  /** Writes what is left, and the index. */
  async end(index: string): Promise<void> {
    await this.#flush();
    await writeFile(index, Uint32Array.from(this.#index));
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #flush(): Promise<void> {
    if (this.#count === 0) return;
    const { ordered, counts } = byBucket(this.#held.subarray(0, 2 * this.#count));
    this.#index.push(...counts);
    this.#count = 0;
    await this.#file.writeFile(ordered);
  }
}

function byBucket(pairs: Uint32Array): { ordered: Uint32Array; counts: Uint32Array } {
  const counts = new Uint32Array(HashBlocks.BUCKETS);
  const shift = 32 - BUCKET_BITS;
  for (let at = 1; at < pairs.length; at += 2) {
    const bucket = (pairs[at] ?? 0) >>> shift;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  const next = new Uint32Array(HashBlocks.BUCKETS);
  for (let bucket = 1; bucket < next.length; bucket++) {
    next[bucket] = (next[bucket - 1] ?? 0) + (counts[bucket - 1] ?? 0);
  }
  const ordered = new Uint32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 2) {
    const high = pairs[at + 1] ?? 0;
    const to = next[high >>> shift] ?? 0;
    next[high >>> shift] = to + 1;
    ordered[2 * to] = pairs[at] ?? 0;
    ordered[2 * to + 1] = high;
  }
  return { ordered, counts };
}

/** The hashes of one bucket in several files. */
export async function readBucket(files: readonly string[], bucket: number): Promise<Uint32Array[]> {
  const found: Uint32Array[] = [];
  for (const path of files) {
    const bytes = await readFile(`${path}.index`);
    const index = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const file = await open(path, "r");
    try {
      let offset = 0;
      for (const [at, count] of index.entries()) {
        if (at % HashBlocks.BUCKETS === bucket && count > 0) {
          const pairs = new Uint32Array(2 * count);
          await file.read(new Uint8Array(pairs.buffer), 0, 8 * count, 8 * offset);
          found.push(pairs);
        }
        offset += count;
      }
    } finally {
      await file.close();
    }
  }
  return found;
}
