import type { Labels } from "./pod-labels.ts";
import { readQuantity } from "./quantity.ts";
import type { Series } from "./series.ts";

/** What a container requested and used in an hour, in the smallest unit of its measure. */
export interface ContainerHour {
  /** The end of the hour. */
  readonly at: number;
  readonly namespace: string;
  readonly labels: Labels;
  requested: bigint;
  used: bigint;
}

/** Which of both is told. */
export type Side = "requested" | "used";

/** The labels of the pod of a series in the hour up to an instant; null where the series does not count there. */
export type LabelsAt = (at: number, labels: Labels) => Labels | null;

/** Brings together what was requested and used: an entry for each container, hour, and labels that its pod had in it. */
export class ContainerHours {
  readonly #place: string;
  readonly #hours = new Map<string, ContainerHour>();

  /** @param place what is read, for people */
  constructor(place: string) {
    this.#place = place;
  }

  /** @param times what values are multiplied by */
  add(side: Side, series: readonly Series[], times: bigint, labelsAt: LabelsAt): void {
    for (const { labels: of, points } of series) {
      for (const { at, value } of points) {
        const labels = labelsAt(at, of);
        if (labels === null) continue;
        this.#of(at, of, labels)[side] += readQuantity(`${this.#place} ${side}`, value) * times;
      }
    }
  }

  all(): ContainerHour[] {
    return [...this.#hours.values()];
  }

  #of(at: number, { namespace = "", pod = "", container = "" }: Labels, labels: Labels): ContainerHour {
    const key = JSON.stringify([at, namespace, pod, container, labels]);
    const hour = this.#hours.get(key) ?? { at, namespace, labels, requested: 0n, used: 0n };
    this.#hours.set(key, hour);
    return hour;
  }
}
