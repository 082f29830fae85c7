/** A sample: when it was scraped (epoch milliseconds), and what it was. */
export type Sample = readonly [at: number, value: number];

/** What was recorded of one thing. */
export interface RecordedSeries {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** In the order of time. */
  readonly samples: readonly Sample[];
}

/** The lines of OpenMetrics for some series: those of one metric must follow each other. */
export function* openMetrics(all: readonly RecordedSeries[]): Generator<string> {
  for (const { metric, labels, samples } of all.toSorted((a, b) => (a.metric < b.metric ? -1 : 1))) {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const name = `${metric}{${pairs.join(",")}}`;
    for (let from = 0; from < samples.length; from += 10_000) {
      const part = samples.slice(from, from + 10_000);
      yield part.map(([at, value]) => `${name} ${value} ${(at / 1000).toFixed(3)}\n`).join("");
    }
  }
  yield "# EOF\n";
}
