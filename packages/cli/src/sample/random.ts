/** A seeded source of randomness: the same seed gives the same values on every machine. */
export interface Random {
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** One of the values. */
  pick<T>(values: readonly T[]): T;
  /** Text of that many characters of the alphabet. */
  text(length: number, alphabet: string): string;
  /** A source of its own, whatever was drawn from this one: a change in one place shifts no other. */
  fork(name: string): Random;
}

/** The digits of resource ids and hashes. */
export const HEX = "0123456789abcdef";

/** Begins a source of randomness from its seed. */
export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const integer = (low: number, high: number) => low + Math.floor((next() / 2 ** 32) * (high - low + 1));
  const pick = <T>(values: readonly T[]): T => {
    const [value] = values.slice(integer(0, values.length - 1));
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  return {
    integer,
    pick,
    chance: (percent) => integer(0, 99) < percent,
    text: (length, alphabet) =>
      Array.from({ length }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join(""),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

// A small fast counter with 128 bits of state, seeded from text by four multiplicative hashes.
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < seed.length; i++) {
    const k = seed.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  // The first rounds still resemble the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}
