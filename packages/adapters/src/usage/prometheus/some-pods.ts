import type { Series } from "./series.ts";

/** An hour of a pod, by the end of the hour; neither namespaces nor pods have spaces in their names. */
export function podHour(at: number, { namespace = "", pod = "" }: Series["labels"]): string {
  return `${at} ${namespace} ${pod}`;
}

/** The hours of pods that series have values of. */
export function hoursOf(series: readonly Series[]): string[] {
  return series.flatMap(({ labels, points }) => points.map(({ at }) => podHour(at, labels)));
}

/** The hours of pods in which several series are of one container. */
export function hoursOfSeveral(series: readonly Series[]): string[] {
  const seen = new Set<string>();
  const several: string[] = [];
  for (const { labels, points } of series) {
    for (const { at } of points) {
      const hour = podHour(at, labels);
      const container = `${hour} ${labels.container}`;
      if (seen.has(container)) several.push(hour);
      seen.add(container);
    }
  }
  return several;
}

/** The names of the pods of some hours, each once. */
export function podsOf(hours: Iterable<string>): string[] {
  return [...new Set([...hours].map((hour) => hour.split(" ")[2] ?? ""))].sort();
}

/** So many names fit into one query. */
const AT_ONCE = 200;

/** Names in parts that fit into a query each. */
export function inParts(names: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) parts.push(names.slice(from, from + AT_ONCE));
  return parts;
}
