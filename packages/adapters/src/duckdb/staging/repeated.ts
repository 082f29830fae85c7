import { setImmediate } from "node:timers/promises";

/** Hashes that are looked at in one go, which bounds memory. */
const TOGETHER = 1 << 23;
/** Slots enough for few hashes that happen to come in one round. */
const SMALLEST = 1024;

/**
 * Hashes that stand there twice, or seem to: of a hash only the lower half is compared, within what its upper half leads
 * to, so that a table of few bytes per hash is enough.
 *
 * @param read gives all hashes, as pairs of 32-bit numbers, the lower one first; once for every so many of them
 */
export async function repeated(
  count: number,
  read: () => Iterable<Uint32Array>,
  together = TOGETHER,
): Promise<bigint[]> {
  const rounds = 2 ** Math.ceil(Math.log2(Math.max(count / together, 1)));
  const size = 2 ** Math.ceil(Math.log2(Math.max((2 * count) / rounds, SMALLEST)));
  const table = new Uint32Array(size);
  const found: bigint[] = [];
  for (let round = 0; round < rounds; round++) {
    table.fill(0);
    for (const pairs of read()) {
      lookAt(pairs, { table, rounds, round }, found);
      // Queries that run meanwhile need to be heard.
      await setImmediate();
    }
  }
  return found;
}

function lookAt(
  pairs: Uint32Array,
  { table, rounds, round }: { table: Uint32Array; rounds: number; round: number },
  found: bigint[],
): void {
  const last = table.length - 1;
  for (let at = 0; at < pairs.length; at += 2) {
    const high = pairs[at + 1] as number;
    const low = pairs[at] as number;
    if (((Math.imul(high ^ Math.imul(low, 0x85ebca6b), 0xc2b2ae35) >>> 15) & (rounds - 1)) !== round)
      continue;
    // Zero marks what is empty.
    const mark = low === 0 ? 1 : low;
    let slot = (Math.imul(high, 0x9e3779b1) >>> 3) & last;
    while (table[slot] !== 0 && table[slot] !== mark) slot = (slot + 1) & last;
    if (table[slot] === mark) found.push((BigInt(high) << 32n) | BigInt(low));
    table[slot] = mark;
  }
}
