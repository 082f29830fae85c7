/**
 * Hashes of a bucket that stand there twice, or seem to: of a hash only the lower half is compared, within what its upper
 * half leads to, so that a table of few bytes per hash is enough.
 *
 * @param hashes pairs of 32-bit numbers, the lower one first
 */
export function repeated(hashes: readonly Uint32Array[]): bigint[] {
  const count = hashes.reduce((total, pairs) => total + pairs.length / 2, 0);
  const size = 2 ** Math.ceil(Math.log2(2 * Math.max(count, 1)));
  const table = new Uint32Array(size);
  const found: bigint[] = [];
  for (const pairs of hashes) {
    for (let at = 0; at < pairs.length; at += 2) {
      const [low, high] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
      // Zero marks what is empty.
      const mark = low === 0 ? 1 : low;
      let slot = (Math.imul(high, 0x9e3779b1) >>> 0) & (size - 1);
      while (table[slot] !== 0 && table[slot] !== mark) slot = (slot + 1) & (size - 1);
      if (table[slot] === mark) found.push((BigInt(high) << 32n) | BigInt(low));
      table[slot] = mark;
    }
  }
  return found;
}
