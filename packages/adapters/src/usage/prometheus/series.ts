import { isAmong, type Times } from "./times.ts";

/** A value at an instant, as the server wrote it. */
export interface Point {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: string;
}

/** What was measured of one thing, which its labels tell. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly points: readonly Point[];
}

/**
 * The series of an answer, or what is wrong with it.
 *
 * @param data what the server gave, of which nothing is known yet
 */
export function seriesIn(data: unknown, times: Times): readonly Series[] | string {
  if (!isRecord(data) || data.resultType !== "matrix" || !Array.isArray(data.result)) {
    return "its answer holds no series over time";
  }
  const all: Series[] = [];
  for (const item of data.result) {
    const series = seriesOf(item, times);
    if (series === null) return "a series of its answer is damaged, or of times that were not asked for";
    all.push(series);
  }
  return all;
}

function seriesOf(item: unknown, times: Times): Series | null {
  if (!isRecord(item) || !isRecord(item.metric) || !Array.isArray(item.values)) return null;
  const labels: Record<string, string> = {};
  for (const [name, value] of Object.entries(item.metric)) {
    if (typeof value !== "string") return null;
    labels[name] = value;
  }
  const points: Point[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const pair of item.values) {
    if (!Array.isArray(pair) || pair.length !== 2) return null;
    const [seconds, value] = pair as unknown[];
    if (typeof seconds !== "number" || typeof value !== "string") return null;
    const at = Math.round(seconds * 1000);
    if (at <= before || !isAmong(times, at)) return null;
    points.push({ at, value });
    before = at;
  }
  return { labels, points };
}

/** Whether something is an object with fields, of which nothing is known yet. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
