/** How often somebody may ask: at once, and over time. */
export interface Rate {
  /** How many requests may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/** For each who asks a bucket of tokens; each request takes one. */
export class RateLimit {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();
  readonly #rate: Rate;
  readonly #most: number;

  /** @param most how many askers are remembered; those who asked longest ago are forgotten first */
  constructor(rate: Rate, most = 10_000) {
    this.#rate = rate;
    this.#most = most;
  }

  /**
   * Counts a request.
   *
   * @returns 0 where it may be answered, else after how many whole seconds to ask again
   */
  take(asker: string, now: number): number {
    const { burst, perSecond } = this.#rate;
    const known = this.#buckets.get(asker) ?? { tokens: burst, at: now };
    const filled = known.tokens + (Math.max(0, now - known.at) / 1000) * perSecond;
    const tokens = Math.min(burst, filled);
    const isAllowed = tokens >= 1;
    // Deleted first, so that the map stays ordered by when each asked last.
    this.#buckets.delete(asker);
    this.#buckets.set(asker, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > this.#most && oldest !== undefined) this.#buckets.delete(oldest);
    return isAllowed ? 0 : Math.ceil((1 - tokens) / perSecond);
  }
}
