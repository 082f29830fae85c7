/** Lets some things be done side by side, and says when all are. */
export class InFlight {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly reason: unknown } | null = null;

  /** @param most how many at once */
  constructor(most: number) {
    this.#most = most;
  }

  /** Begins something as soon as there is room; throws what went wrong before. */
  async begin(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#rethrow();
    const running = work()
      .catch((reason: unknown) => {
        this.#failure ??= { reason };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for all that was begun; throws what went wrong. */
  async end(): Promise<void> {
    await this.settle();
    this.#rethrow();
  }

  /** Waits for all that was begun, however it ends: nothing goes on behind the back of who gives up. */
  async settle(): Promise<void> {
    await Promise.all(this.#running);
  }

  #rethrow(): void {
    if (this.#failure !== null) throw this.#failure.reason;
  }
}
