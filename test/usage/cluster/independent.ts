import type { RecordedSeries } from "../local/recorded.ts";
import { Visible } from "./visible.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whose a container is: by namespace and the labels of its pod. */
export type Naming = (namespace: string, labels: Readonly<Record<string, string>>) => string;

/** What is computed of a metric. */
export interface Computed {
  /** By `day|owner`, in the metric's unit, before anything is rounded. */
  readonly sums: Map<string, number>;
  /** The begins of hours of which anything is known. */
  readonly hours: Set<number>;
}

interface Use {
  readonly owner: string;
  requested: number;
  used: number;
}

/** How a metric is computed from what was recorded: sums over minutes. */
interface Kind {
  readonly resource: string;
  readonly used: string;
  readonly isCounter: boolean;
  /** How a sum of requests and of use becomes a common unit. */
  readonly request: number;
}

/** The metrics of pods, in core seconds, byte minutes and hundredths of GPU minutes. */
export const KINDS: Readonly<Record<string, Kind>> = {
  "cpu-core-hours": {
    ...{ resource: "cpu", used: "container_cpu_usage_seconds_total", isCounter: true, request: 60 },
  },
  "memory-gib-hours": {
    ...{ resource: "memory", used: "container_memory_working_set_bytes", isCounter: false, request: 1 },
  },
  "gpu-hours": { resource: "nvidia_com_gpu", used: "DCGM_FI_DEV_GPU_UTIL", isCounter: false, request: 100 },
};

/**
 * Computes a metric of pods from raw samples, minute by minute: of every container the greater of what it requested and
 * used in an hour, while its pod was named so; these added up by day.
 */
export function compute(
  recorded: readonly RecordedSeries[],
  { resource, used, isCounter, request }: Kind,
  [from, to]: readonly [number, number],
  ownerOf: Naming,
): Computed {
  const all = (metric: string) =>
    recorded.filter((series) => series.metric === metric).map((series) => new Visible(series));
  const ofResource = (metric: string) => all(metric).filter(({ labels }) => labels.resource === resource);
  const requests = ofResource("kube_pod_container_resource_requests").filter(({ labels }) => labels.node);
  const nodes = ofResource("kube_node_status_capacity");
  const everything = [...all("kube_pod_container_resource_requests"), ...all("kube_node_status_capacity")];
  const phases = all("kube_pod_status_phase").filter(({ labels }) => labels.phase === "Succeeded");
  const podLabels = all("kube_pod_labels");
  const uses = all(used).map((series) => ({ series, before: null as number | null }));
  const sums = new Map<string, number>();
  const hours = new Set<number>();
  let ofHour = new Map<string, Use>();
  let available = 0;

  for (let minute = from + MINUTE; minute <= to; minute += MINUTE) {
    const hour = minute - MINUTE - ((minute - MINUTE) % HOUR);
    if (everything.filter((series) => series.at(minute) !== null).length > 0) hours.add(hour);

    const newest = new Map<string, readonly [number, Readonly<Record<string, string>>]>();
    for (const series of podLabels) {
      const sample = series.at(minute);
      const pod = `${series.labels.namespace}/${series.labels.pod}`;
      if (sample !== null && sample[0] > (newest.get(pod)?.[0] ?? 0))
        newest.set(pod, [sample[0], series.labels]);
    }
    const useOf = ({ labels }: Visible): Use => {
      const { namespace = "", pod = "", container = "" } = labels;
      const owner = ownerOf(namespace, newest.get(`${namespace}/${pod}`)?.[1] ?? {});
      const key = `${namespace}/${pod}/${container} ${owner}`;
      const use = ofHour.get(key) ?? { owner, requested: 0, used: 0 };
      ofHour.set(key, use);
      return use;
    };

    const ended = new Set(
      phases.filter((series) => series.at(minute)?.[1] === 1).map(({ labels }) => labels.uid),
    );
    const most = new Map<Use, number>();
    for (const series of requests) {
      const value = series.at(minute)?.[1];
      if (value === undefined || ended.has(series.labels.uid)) continue;
      const use = useOf(series);
      most.set(use, Math.max(most.get(use) ?? 0, value));
    }
    for (const [use, value] of most) use.requested += value * request;

    const highest = new Map<Use, number>();
    for (const one of uses) {
      const value = one.series.at(minute)?.[1] ?? null;
      const before = one.before;
      one.before = value;
      if (value === null) continue;
      const use = useOf(one.series);
      if (isCounter) {
        if (before !== null) use.used += value < before ? value : value - before;
      } else if (resource === "memory") {
        highest.set(use, Math.max(highest.get(use) ?? 0, value));
      } else {
        use.used += value;
      }
    }
    for (const [use, value] of highest) use.used += value;

    const had = new Map<string, number>();
    for (const series of nodes) {
      const value = series.at(minute)?.[1];
      if (value !== undefined) had.set(series.labels.node ?? "", value);
    }
    for (const value of had.values()) available += value * request;

    if (minute % HOUR === 0) {
      const day = hour - (hour % DAY);
      const add = (owner: string, amount: number) =>
        sums.set(`${day}|${owner}`, (sums.get(`${day}|${owner}`) ?? 0) + amount);
      for (const { owner, requested, used } of ofHour.values()) add(owner, Math.max(requested, used));
      add("capacity", available);
      ofHour = new Map();
      available = 0;
    }
  }
  return { sums, hours };
}
