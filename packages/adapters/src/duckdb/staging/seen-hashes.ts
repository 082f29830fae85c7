/** A set of 64-bit hashes, in 16 to 32 bytes for each. */
export class SeenHashes {
  #slots: Uint32Array;
  #size = 0;
  /** Zeros mark what is empty, so that the hash that is zero is told apart. */
  #zero = false;

  /** @param expected how many there may be before it has to grow */
  constructor(expected: number) {
    this.#slots = slotsFor(expected);
  }

  /** Adds a hash; false where it is there already. */
  add(low: number, high: number): boolean {
    if (low === 0 && high === 0) {
      const isNew = !this.#zero;
      this.#zero = true;
      return isNew;
    }
    const slot = slotOf(this.#slots, low, high);
    if (slot < 0) return false;
    this.#put(slot, low, high);
    if (4 * ++this.#size > this.#slots.length) this.#grow();
    return true;
  }

  #put(slot: number, low: number, high: number): void {
    this.#slots[slot] = low;
    this.#slots[slot + 1] = high;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = slotsFor(before.length / 2);
    for (let at = 0; at < before.length; at += 2) {
      const [low, high] = [before[at] as number, before[at + 1] as number];
      if (low !== 0 || high !== 0) this.#put(slotOf(this.#slots, low, high), low, high);
    }
  }
}

/** Two numbers for each slot, and two slots for each hash. */
function slotsFor(expected: number): Uint32Array {
  return new Uint32Array(4 * 2 ** Math.ceil(Math.log2(Math.max(expected, 16))));
}

/** Where a hash is to be put; -1 where it is there already. */
function slotOf(slots: Uint32Array, low: number, high: number): number {
  const last = slots.length - 1;
  let slot = (Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> 2) & last & -2;
  while (slots[slot] !== 0 || slots[slot + 1] !== 0) {
    if (slots[slot] === low && slots[slot + 1] === high) return -1;
    slot = (slot + 2) & last;
  }
  return slot;
}
