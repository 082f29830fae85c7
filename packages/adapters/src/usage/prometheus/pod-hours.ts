import type { Ask } from "./ask.ts";
import { type ContainerHour, ContainerHours, type LabelsAt, type Side } from "./container-hours.ts";
import { capacity, type Measure, requested, type Selection } from "./measures.ts";
import { type PodLabels, withLabels } from "./pod-labels.ts";
import { overHour } from "./promql.ts";
import { readQuantity } from "./quantity.ts";
import { inParts, podHour, podsOf } from "./some-pods.ts";
import type { Times } from "./times.ts";

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

/**
 * What containers requested and used, by hour. A container whose pod changed its labels within an hour has an entry for
 * each, of the minutes in which they held.
 */
export async function containerHours(question: PodQuestion, times: Times): Promise<ContainerHour[]> {
  const { ask, measure, podLabels, labels, select, place } = question;
  const { shortcut } = measure;
  const hours = new ContainerHours(place);
  const closely = new Set<string>();

  const read = async (side: Side, query: string, labelsAt: LabelsAt) => {
    const factor = side === "requested" ? measure.requestTimes : measure.useTimes;
    hours.add(side, await ask(query, times), factor, labelsAt);
  };
  const request = (selection: Selection) => requested(measure, selection);
  const use = (selection: Selection) => measure.use(selection);

  await read("requested", overHour(request({ select })), (at, of) => podLabels.in(at, of));
  if (shortcut === undefined) {
    await read("used", overHour(use({ select })), (at, of) => podLabels.in(at, of));
  } else {
    for (const { labels: of, points } of await ask(shortcut.except({ select }), times)) {
      for (const { at } of points) closely.add(podHour(at, of));
    }
    await read("used", shortcut.use({ select }), (at, of) =>
      closely.has(podHour(at, of)) ? null : podLabels.in(at, of),
    );
  }
  for (const pods of inParts(podsOf(closely))) {
    await read("used", overHour(use({ select, pods })), (at, of) =>
      closely.has(podHour(at, of)) ? podLabels.in(at, of) : null,
    );
  }
  for (const pods of inParts(podLabels.changed())) {
    const selection = { select, pods };
    for (const [side, query] of [["requested", request] as const, ["used", use] as const]) {
      await read(side, overHour(withLabels(query(selection), labels, selection)), (at, of) =>
        podLabels.in(at, of) === null ? podLabels.wanted(of) : null,
      );
    }
  }
  return hours.all();
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
