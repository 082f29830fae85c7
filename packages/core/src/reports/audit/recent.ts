const MOST_REMEMBERED = 100_000;

/**
 * Remembers at least the last hundred thousand texts that it was shown, in bounded memory: what a log holds twice
 * lies close together.
 */
export class RecentTexts {
  #older = new Set<number>();
  #newer = new Set<number>();

  /** Says whether a text was shown before, and remembers it. */
  isAgain(text: string): boolean {
    const hash = hashOf(text);
    const isKnown = this.#newer.has(hash) || this.#older.has(hash);
    this.#newer.add(hash);
    if (this.#newer.size >= MOST_REMEMBERED) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    return isKnown;
  }
}

/** 53 bits of two hashes like FNV-1a: that two different texts among those remembered are taken for one is unlikely. */
function hashOf(text: string): number {
  let [left, right] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    left = Math.imul(left ^ code, 0x01000193);
    right = Math.imul(right ^ code, 0x5bd1e995);
  }
  right ^= right >>> 15;
  return (left >>> 0) * 0x200000 + (right >>> 11);
}
