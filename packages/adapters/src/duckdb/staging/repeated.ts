import { setImmediate } from "node:timers/promises";
import { SeenHashes } from "./seen-hashes.ts";

/** Hashes that are looked at in one go, which bounds memory: 64 MB of bits for that many. */
const TOGETHER = 1 << 25;
/** Of so many nobody needs to know more. */
const ENOUGH = 1000;

/**
 * Hashes that stand there twice: all, or the first thousand. Each sets a bit, one of at least sixteen for each hash. Only
 * those that share a bit with another, few unless they stand twice, are compared with each other.
 *
 * @param read gives all hashes, as pairs of 32-bit numbers, the lower one first; twice for every so many of them
 */
export async function repeated(
  count: number,
  read: () => Iterable<Uint32Array>,
  together = TOGETHER,
): Promise<bigint[]> {
  const rounds = powerOfTwo(count / together);
  const bits = new Bits(powerOfTwo((16 * count) / rounds));
  const shared = new Bits(powerOfTwo((4 * count) / rounds));
  const found: bigint[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round > 0) for (const each of [bits, shared]) each.words.fill(0);
    for (const pairs of read()) {
      markShared(pairs, { rounds, round, bits, shared });
      // Queries that run meanwhile need to be heard.
      await setImmediate();
    }
    const seen = new SeenHashes(count / rounds / 24);
    for (const pairs of read()) {
      compareShared(pairs, { rounds, round, shared, seen }, found);
      if (found.length >= ENOUGH) return found;
      await setImmediate();
    }
  }
  return found;
}

/** A power of two that is no less. */
function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(least, 1)));
}

/** Bits, of which the upper bits of a number choose one. */
class Bits {
  readonly words: Int32Array;
  readonly shift: number;

  constructor(size: number) {
    const atLeast = Math.max(size, 64);
    this.words = new Int32Array(atLeast / 32);
    this.shift = 32 - Math.log2(atLeast);
  }
}

interface Round {
  readonly rounds: number;
  readonly round: number;
  readonly shared: Bits;
}

function markShared(
  pairs: Uint32Array,
  { rounds, round, bits, shared }: Round & { readonly bits: Bits },
): void {
  const { words, shift } = bits;
  const { words: marks, shift: markShift } = shared;
  const mine = rounds - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const low = pairs[at] as number;
    if ((low & mine) !== round) continue;
    const bit = low >>> shift;
    const word = words[bit >>> 5] as number;
    const mask = 1 << (bit & 31);
    if ((word & mask) === 0) {
      words[bit >>> 5] = word | mask;
      continue;
    }
    const mark = (pairs[at + 1] as number) >>> markShift;
    marks[mark >>> 5] = (marks[mark >>> 5] as number) | (1 << (mark & 31));
  }
}

function compareShared(
  pairs: Uint32Array,
  { rounds, round, shared, seen }: Round & { readonly seen: SeenHashes },
  found: bigint[],
): void {
  const { words, shift } = shared;
  const mine = rounds - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const high = pairs[at + 1] as number;
    const mark = high >>> shift;
    if (((words[mark >>> 5] as number) & (1 << (mark & 31))) === 0) continue;
    const low = pairs[at] as number;
    if ((low & mine) === round && !seen.add(low, high)) found.push((BigInt(high) << 32n) | BigInt(low));
  }
}
