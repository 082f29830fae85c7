import { SCALE } from "@tagledger/core/costs/money";
import type { PodMetric } from "../pods/asked-pools.ts";
import type { ContainerHour } from "./container-hours.ts";
import { MEASURES } from "./measures.ts";
import type { PodLabels } from "./pod-labels.ts";

const WHOLE_HOUR = 60n * 10n ** BigInt(SCALE);

/** Gathers what people should know of what was read of pods. */
export class PodNotes {
  readonly #labels: readonly string[];
  #sawLabels = false;
  #sawPods = false;
  readonly #partly = new Set<number>();
  /** Of each metric the hours with requests, and those with use. */
  readonly #requested = new Map<PodMetric, Set<number>>();
  readonly #used = new Map<PodMetric, Set<number>>();

  /** @param labels the names of the labels that are wanted */
  constructor(labels: readonly string[]) {
    this.#labels = labels;
  }

  /** @param minutes how many of an hour anything is known of */
  addKnown(at: number, minutes: bigint): void {
    if (minutes < WHOLE_HOUR) this.#partly.add(at);
  }

  addLabels(labels: PodLabels): void {
    this.#sawLabels ||= labels.areKnown;
  }

  addHour(metric: PodMetric, { at, requested, used }: ContainerHour): void {
    this.#sawPods = true;
    if (requested > 0n) add(this.#requested, metric, at);
    if (used > 0n) add(this.#used, metric, at);
  }

  all(): string[] {
    const notes = [...this.#requested].flatMap(([metric, hours]) => this.#withoutUse(metric, hours));
    if (this.#partly.size > 0) {
      notes.push(`of ${hoursOf(this.#partly.size)} only some minutes are known; the others count for nobody`);
    }
    if (this.#labels.length > 0 && this.#sawPods && !this.#sawLabels) {
      notes.push(
        `no pod shows any of ${this.#labels.join(", ")}: kube-state-metrics shows only labels that its --metric-labels-allowlist names`,
      );
    }
    return notes;
  }

  #withoutUse(metric: PodMetric, requested: ReadonlySet<number>): string[] {
    const without = [...requested].filter((at) => this.#used.get(metric)?.has(at) !== true).length;
    if (without === 0) return [];
    const { usedAs } = MEASURES[metric];
    return [`${metric}: in ${hoursOf(without)} ${usedAs} shows no use, so that requests alone count`];
  }
}

function add(to: Map<PodMetric, Set<number>>, metric: PodMetric, at: number): void {
  const hours = to.get(metric) ?? new Set();
  to.set(metric, hours.add(at));
}

function hoursOf(count: number): string {
  return count === 1 ? "1 hour" : `${count} hours`;
}
