import type { RecordedSeries, Sample } from "../local/recorded.ts";

const LOOKBACK = 300_000;

/** A series, of which the newest sample of an instant is asked for, at instants that only grow. */
export class Visible {
  readonly labels: Readonly<Record<string, string>>;
  readonly #samples: readonly Sample[];
  #next = 0;

  constructor({ labels, samples }: RecordedSeries) {
    this.labels = labels;
    this.#samples = samples;
  }

  /** The newest sample, unless it is five minutes old: then the series is not there. */
  at(instant: number): Sample | null {
    while ((this.#samples[this.#next]?.[0] ?? Number.POSITIVE_INFINITY) <= instant) this.#next++;
    const newest = this.#samples[this.#next - 1];
    return newest !== undefined && newest[0] >= instant - LOOKBACK ? newest : null;
  }
}
