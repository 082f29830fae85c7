/** Of hashes that stand once, one in 250,000 is doubtful: of these many others, most belong to hashes that stand twice. */
const MANY = 1 << 12;
/** Halves are marked by their upper bits: by so many that few are marked that are not doubtful. */
const MARK_BITS = 16;

/** Marks upper halves of hashes that stand twice in a group. */
export class DoubtfulHalves {
  readonly #marks = new Uint8Array(2 ** MARK_BITS);
  #count = 0;
  /** A table that every group uses anew; zeros mark what is empty. */
  #slots = new Uint32Array(1024);

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Whether there are so many that nobody needs to know more. */
  get enough(): boolean {
    return this.#count >= MANY;
  }

  /** Where the hashes begin, of some pairs, whose halves are doubtful, and a few others. */
  among(pairs: Uint32Array): number[] {
    const marks = this.#marks;
    const found: number[] = [];
    for (let at = 0; at < pairs.length; at += 2) {
      if (marks[(pairs[at + 1] as number) >>> (32 - MARK_BITS)] !== 0) found.push(at);
    }
    return found;
  }

  /** Looks at all halves of a group. */
  look(halves: Uint32Array): void {
    const slots = this.#slotsFor(halves.length);
    const last = slots.length - 1;
    let zeros = 0;
    for (let at = 0; at < halves.length; at++) {
      const half = halves[at] as number;
      if (half === 0) {
        if (zeros++ > 0) this.#mark(half);
        continue;
      }
      let slot = half & last;
      while (slots[slot] !== 0 && slots[slot] !== half) slot = (slot + 1) & last;
      if (slots[slot] === half) this.#mark(half);
      else slots[slot] = half;
    }
  }

  #mark(half: number): void {
    this.#marks[half >>> (32 - MARK_BITS)] = 1;
    this.#count++;
  }

  /** Two for each at least. */
  #slotsFor(count: number): Uint32Array {
    if (2 * count <= this.#slots.length) this.#slots.fill(0);
    else this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count)));
    return this.#slots;
  }
}
