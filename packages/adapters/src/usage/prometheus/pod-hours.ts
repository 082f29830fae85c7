import type { Ask } from "./ask.ts";
import { type ContainerHour, ContainerHours, type LabelsAt, type Side } from "./container-hours.ts";
import {
  capacity,
  type Measure,
  requested,
  requestedShortly,
  type Selection,
  type Shortcut,
} from "./measures.ts";
import { type PodLabels, withLabels } from "./pod-labels.ts";
import { overHour } from "./promql.ts";
import { readQuantity } from "./quantity.ts";
import { hoursOf, hoursOfSeveral, inParts, podHour, podsOf } from "./some-pods.ts";
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
  const { measure, place } = question;
  const hours = new ContainerHours(place);
  await addSide(question, times, hours, {
    side: "requested",
    factor: measure.requestTimes,
    byMinute: (selection) => requested(measure, selection),
    shortcut: requestedShortly(measure),
  });
  await addSide(question, times, hours, {
    side: "used",
    factor: measure.useTimes,
    byMinute: (selection) => measure.use(selection),
    shortcut: measure.shortcut,
  });
  return hours.all();
}

/** How one side is asked for. */
interface Asked {
  readonly side: Side;
  readonly factor: bigint;
  byMinute(selection: Selection): string;
  readonly shortcut: Shortcut | undefined;
}

async function addSide(
  { ask, podLabels, labels, select }: PodQuestion,
  times: Times,
  hours: ContainerHours,
  { side, factor, byMinute, shortcut }: Asked,
): Promise<void> {
  const read = async (query: string, labelsAt: LabelsAt) =>
    hours.add(side, await ask(query, times), factor, labelsAt);
  if (shortcut === undefined) {
    await read(overHour(byMinute({ select })), (at, of) => podLabels.in(at, of));
  } else {
    const series = await ask(shortcut.sum({ select }), times);
    const except = shortcut.except === undefined ? [] : await ask(shortcut.except({ select }), times);
    const closely = new Set([...hoursOfSeveral(series), ...hoursOf(except)]);
    hours.add(side, series, factor, (at, of) => (closely.has(podHour(at, of)) ? null : podLabels.in(at, of)));
    for (const pods of inParts(podsOf(closely))) {
      await read(overHour(byMinute({ select, pods })), (at, of) =>
        closely.has(podHour(at, of)) ? podLabels.in(at, of) : null,
      );
    }
  }
  for (const pods of inParts(podLabels.changed())) {
    const selection = { select, pods };
    await read(overHour(withLabels(byMinute(selection), labels, selection)), (at, of) =>
      podLabels.in(at, of) === null ? podLabels.wanted(of) : null,
    );
  }
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
