import type { RecordedSeries, Sample } from "../local/recorded.ts";

const MINUTE = 60_000;

/** A time from one instant (epoch milliseconds) up to another. */
export type Span = readonly [from: number, to: number];

/** Labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** How a counter goes: at most so many of its units more each minute, from 0 again after some instants. */
export interface Counting {
  readonly most: number;
  readonly unit: number;
  readonly resets?: readonly number[];
}

/** Records what is scraped every minute, some seconds after it began, but not in gaps. */
export class Recorder {
  readonly recorded: RecordedSeries[] = [];
  readonly #gaps: readonly Span[];
  readonly #random: () => number;

  constructor(gaps: readonly Span[], seed: number) {
    this.#gaps = gaps;
    this.#random = randomFrom(seed);
  }

  /** A whole number from 0 up to below another. */
  upTo(most: number): number {
    return Math.floor(this.#random() * most);
  }

  /** Records what a function gives at each scrape of a time. */
  gauge(metric: string, labels: Labels, span: Span, value: (at: number) => number, offset = 7_123): void {
    const samples: Sample[] = [];
    for (const at of minutesOf(span)) {
      const now = value(at);
      if (!this.#gaps.some(([from, to]) => at >= from && at < to)) samples.push([at + offset, now]);
    }
    this.recorded.push({ metric, labels, samples });
  }

  /** Records a counter, which goes on where nobody scrapes it. */
  counter(metric: string, labels: Labels, span: Span, { most, unit, resets = [] }: Counting): void {
    let count = 0;
    this.gauge(
      metric,
      labels,
      span,
      (at) => {
        if (resets.some((reset) => at <= reset && reset < at + MINUTE)) count = 0;
        count += this.upTo(most + 1);
        return count * unit;
      },
      22_456,
    );
  }
}

function* minutesOf([from, to]: Span): Generator<number> {
  for (let at = from; at < to; at += MINUTE) yield at;
}

/** Numbers from 0 to below 1 that are the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
