import { CAPACITY } from "@tagledger/core/config/consumers";
import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { DailyRows } from "../daily-rows.ts";
import type { PodMetric } from "../pods/asked-pools.ts";
import type { Ask } from "./ask.ts";
import { byDay, hourUntil, spanOf } from "./hours.ts";
import { known, MEASURES } from "./measures.ts";
import { capacityHours, containerHours } from "./pod-hours.ts";
import { labelled, PodLabels } from "./pod-labels.ts";
import { PodNotes } from "./pod-notes.ts";
import { overHour } from "./promql.ts";
import { readQuantity } from "./quantity.ts";
import type { Times } from "./times.ts";
import { type Owner, podOwners } from "./whose.ts";

/** What is asked for of pods, and of whom. */
export interface PodReading {
  readonly ask: Ask;
  /** What people call the source. */
  readonly name: string;
  readonly source: PrometheusSource;
  /** The pools that each metric divides. */
  readonly asked: ReadonlyMap<PodMetric, readonly string[]>;
}

/** What was found of metrics. */
export interface MetricsFound {
  readonly rows: readonly UsageRow[];
  /** Of each metric the ends of the hours of which anything is known. */
  readonly hours: ReadonlyMap<string, ReadonlySet<number>>;
  readonly notes: readonly string[];
}

const NOBODY = { project: null, workload: null, environment: null, experiment: null };

/** Reads what pods requested and used, whichever is more, and what there was for them. */
export async function readPods(
  { ask, name, source, asked }: PodReading,
  times: Times,
): Promise<MetricsFound> {
  const { select } = source;
  const owners = podOwners(source);
  const rows = new DailyRows(spanOf(times));
  const add = (metric: PodMetric, at: number, { said, ...owner }: Owner, amount: bigint) =>
    rows.add(
      { ...hourUntil(at), ...owner, place: `${name}: ${said}` },
      asked.get(metric) ?? [],
      metric,
      amount,
    );
  const hours = new Map([...asked.keys()].map((metric) => [metric, new Set<number>()]));
  const notes = new PodNotes(owners.labels);
  for (const day of byDay(times)) {
    const minutes = (await ask(overHour(known({ select })), day)).flatMap(({ points }) => points);
    for (const { at, value } of minutes) notes.addKnown(at, readQuantity(`${name}: minutes`, value));
    const { labels } = owners;
    const ofLabels = labels.length === 0 ? [] : await ask(overHour(labelled(labels, { select })), day);
    const podLabels = new PodLabels(labels, ofLabels);
    notes.addLabels(podLabels);
    for (const metric of asked.keys()) {
      const measure = MEASURES[metric];
      const question = { ask, place: `${name}: ${metric}`, select, measure, podLabels, labels };
      const found = hours.get(metric) ?? new Set();
      for (const { at } of minutes) found.add(at);
      for (const hour of await containerHours(question, day)) {
        const amount = hour.requested > hour.used ? hour.requested : hour.used;
        add(metric, hour.at, owners.of(hour.namespace, hour.labels), amount);
        notes.addHour(metric, hour);
        found.add(hour.at);
      }
      for (const [at, amount] of await capacityHours(question, day)) {
        add(metric, at, { team: CAPACITY, ...NOBODY, said: "kube_node_status_capacity" }, amount);
      }
    }
  }
  const per = new Map<string, bigint>([...asked.keys()].map((metric) => [metric, MEASURES[metric].per]));
  return { rows: rows.rows((sum, metric) => sum / (per.get(metric) ?? 1n)), hours, notes: notes.all() };
}
