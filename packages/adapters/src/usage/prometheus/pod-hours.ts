import type { Ask } from "./ask.ts";
import { capacity, type Measure, requested, type Selection } from "./measures.ts";
import { type Labels, type PodLabels, withLabels } from "./pod-labels.ts";
import { overHour } from "./promql.ts";
import { readQuantity } from "./quantity.ts";
import type { Series } from "./series.ts";
import type { Times } from "./times.ts";

/** What a container requested and used in an hour, in the smallest unit of its measure. */
export interface ContainerHour {
  /** The end of the hour. */
  readonly at: number;
  readonly namespace: string;
  readonly labels: Labels;
  requested: bigint;
  used: bigint;
}

/** How pods are asked for. */
export interface PodQuestion {
  readonly ask: Ask;
  /** What is asked, for people. */
  readonly place: string;
  readonly select: string | undefined;
  readonly measure: Measure;
  readonly podLabels: PodLabels;
  /** The names of the labels that are wanted. */
  readonly labels: readonly string[];
}

/** So many names fit into one query. */
const PODS_AT_ONCE = 100;

/**
 * What containers requested and used, by hour. A container whose pod changed its labels within an hour has an entry for
 * each, of the minutes in which they held.
 */
export async function containerHours(question: PodQuestion, times: Times): Promise<ContainerHour[]> {
  const { ask, measure, podLabels, labels, select } = question;
  const hours = new Map<string, ContainerHour>();
  for (const side of ["requested", "used"] as const) {
    const query = (selection: Selection) =>
      side === "requested" ? requested(measure, selection) : measure.use(selection);
    const factor = side === "requested" ? measure.requestTimes : measure.useTimes;
    const add = (series: readonly Series[], labelsAt: LabelsAt) =>
      addTo(hours, series, labelsAt, (hour, value) => {
        hour[side] += readQuantity(`${question.place} ${side}`, value) * factor;
      });
    add(await ask(overHour(query({ select })), times), (at, of) => podLabels.in(at, of));
    for (const pods of batches(podLabels.changed())) {
      const selection = { select, pods };
      const joined = overHour(withLabels(query(selection), labels, selection));
      add(await ask(joined, times), (at, of) =>
        podLabels.in(at, of) === null ? podLabels.wanted(of) : null,
      );
    }
  }
  return [...hours.values()];
}

/** The labels of the pod of a series in the hour up to an instant; null where the series is not to be counted there. */
type LabelsAt = (at: number, labels: Labels) => Labels | null;

function addTo(
  hours: Map<string, ContainerHour>,
  series: readonly Series[],
  labelsAt: LabelsAt,
  add: (hour: ContainerHour, value: string) => void,
): void {
  for (const { labels: of, points } of series) {
    const { namespace = "", pod = "", container = "" } = of;
    for (const { at, value } of points) {
      const labels = labelsAt(at, of);
      if (labels === null) continue;
      const key = JSON.stringify([at, namespace, pod, container, labels]);
      const hour = hours.get(key) ?? { at, namespace, labels, requested: 0n, used: 0n };
      hours.set(key, hour);
      add(hour, value);
    }
  }
}

function batches(names: readonly string[]): string[][] {
  const all: string[][] = [];
  for (let from = 0; from < names.length; from += PODS_AT_ONCE)
    all.push(names.slice(from, from + PODS_AT_ONCE));
  return all;
}

/** What all nodes had, by the end of each hour. */
export async function capacityHours(
  { ask, measure, select, place }: PodQuestion,
  times: Times,
): Promise<Map<number, bigint>> {
  const series = await ask(overHour(capacity(measure, { select })), times);
  const points = series.flatMap(({ points }) => points);
  return new Map(
    points.map(({ at, value }) => [at, readQuantity(`${place} capacity`, value) * measure.requestTimes]),
  );
}
