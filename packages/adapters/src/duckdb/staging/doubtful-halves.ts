/** Of hashes that stand once, one in 250,000 is doubtful: of these many others, most belong to hashes that stand twice. */
const MANY = 1 << 14;
/** Bits that halves are marked by: with so many, few are marked that are not doubtful. */
const MARK_BITS = 19;

/** Which halves are doubtful, and a few others. */
export interface Doubtful {
  has(half: number): boolean;
}

/** Marks upper halves of hashes that stand twice in a group. */
export class DoubtfulHalves {
  readonly #marks = new Uint8Array(2 ** (MARK_BITS - 3));
  #count = 0;
  /** A table that every group uses anew; zeros mark what is empty. */
  #slots = new Uint32Array(1024);

  /** Whether there are so many that nobody needs to know more. */
  get enough(): boolean {
    return this.#count >= MANY;
  }

  /** What is doubtful; null where nothing is. */
  get marked(): Doubtful | null {
    const marks = this.#marks;
    const has = (half: number) => ((marks[half >>> (35 - MARK_BITS)] as number) & (1 << bitOf(half))) !== 0;
    return this.#count === 0 ? null : { has };
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
    const place = half >>> (35 - MARK_BITS);
    this.#marks[place] = (this.#marks[place] as number) | (1 << bitOf(half));
    this.#count++;
  }

  /** Two for each at least. */
  #slotsFor(count: number): Uint32Array {
    if (2 * count <= this.#slots.length) this.#slots.fill(0);
    else this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count)));
    return this.#slots;
  }
}

function bitOf(half: number): number {
  return (half >>> (32 - MARK_BITS)) & 7;
}
