import { oneOf, selector } from "./promql.ts";

/** What pods are measured in. GiB are 2^30 bytes. */
export const POD_METRICS = ["cpu-core-hours", "memory-gib-hours", "gpu-hours"] as const;

/** One of the metrics of pods. */
export type PodMetric = (typeof POD_METRICS)[number];

/** Which pods and nodes are looked at. */
export interface Selection {
  /** Label matchers for all metrics of pods and nodes. */
  readonly select?: string | undefined;
  /** Only pods of these names. */
  readonly pods?: readonly string[];
}

/** How a metric of pods is computed. Sums are over the full minutes of an hour. */
export interface Measure {
  /** What kube-state-metrics calls it. */
  readonly resource: string;
  /** What tells the use, for people. */
  readonly usedAs: string;
  /** What each container uses at a minute, or used in it. */
  use(selection: Selection): string;
  /** What a sum of requests, and one of use, is multiplied by to have the same unit, and how many of these are one of the metric. */
  readonly requestTimes: bigint;
  readonly useTimes: bigint;
  readonly per: bigint;
}

const CONTAINER = "namespace,pod,container";
const REAL = 'container!="",container!="POD",pod!=""';

/** How each metric of pods is computed. */
export const MEASURES: Readonly<Record<PodMetric, Measure>> = {
  "cpu-core-hours": {
    resource: "cpu",
    usedAs: "container_cpu_usage_seconds_total",
    // What each counter rose by; after a reset, what it shows. A counter that is seen for the first time tells nothing.
    use(selection) {
      const now = ofContainers("container_cpu_usage_seconds_total", selection);
      const before = `${now} offset 1m`;
      const rise = `${now} - (${before} <= ${now} or ${before} * 0)`;
      return `sum by (${CONTAINER}) (max by (${CONTAINER},id) (${rise}))`;
    },
    requestTimes: 60n,
    useTimes: 1n,
    per: 3600n,
  },
  "memory-gib-hours": {
    resource: "memory",
    usedAs: "container_memory_working_set_bytes",
    use: (selection) =>
      `max by (${CONTAINER}) (${ofContainers("container_memory_working_set_bytes", selection)})`,
    requestTimes: 1n,
    useTimes: 1n,
    per: 60n * 2n ** 30n,
  },
  "gpu-hours": {
    resource: "nvidia_com_gpu",
    usedAs: "DCGM_FI_DEV_GPU_UTIL",
    // In percent, of each GPU.
    use(selection) {
      const each = `max by (${CONTAINER},UUID,GPU_I_ID) (${ofContainers("DCGM_FI_DEV_GPU_UTIL", selection)})`;
      return `sum by (${CONTAINER}) (${each})`;
    },
    requestTimes: 100n,
    useTimes: 1n,
    per: 6000n,
  },
};

function ofContainers(metric: string, { select, pods }: Selection): string {
  return selector(metric, REAL, podsIn(pods), select);
}

/** Only some pods, where they are named. */
export function podsIn(pods: readonly string[] | undefined): string | undefined {
  return pods === undefined ? undefined : oneOf("pod", pods);
}

/** What each container requests at a minute, once wherever it runs: from when it has a node until it ended. */
export function requested({ resource }: Measure, { select, pods }: Selection): string {
  const matchers = [podsIn(pods), select];
  const requests = selector(
    "kube_pod_container_resource_requests",
    `resource="${resource}",node!=""`,
    ...matchers,
  );
  const ended = selector("kube_pod_status_phase", 'phase=~"Succeeded|Failed"', ...matchers);
  return `max by (${CONTAINER}) (${requests} unless on (namespace,pod,uid) (${ended} == 1))`;
}

/** What all nodes have at a minute, used or not. */
export function capacity({ resource }: Measure, { select }: Selection): string {
  const each = selector("kube_node_status_capacity", `resource="${resource}"`, select);
  return `sum(max by (node) (${each}))`;
}

/** 1 at each minute at which anything is known of a cluster. */
export function known({ select }: Selection): string {
  const metrics = ["kube_node_status_capacity", "kube_pod_container_resource_requests"];
  return metrics.map((metric) => `group(${selector(metric, select)})`).join(" or ");
}
