import type { PodMetric } from "../pods/asked-pools.ts";
import { oneOf, overHour, selector } from "./promql.ts";

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
  /** The sums of that over hours, where there is a shorter way that is not always right. */
  readonly shortcut?: Shortcut;
  /** What a sum of requests, and one of use, is multiplied by to have the same unit, and how many of these are one of the metric. */
  readonly requestTimes: bigint;
  readonly useTimes: bigint;
  readonly per: bigint;
}

/** A way to sums over hours that takes a server less than every minute does. */
export interface Shortcut {
  /** The sum of each series of a container over the hour that ends: not right where a container has several. */
  sum(selection: Selection): string;
  /** Further pods for whose hour it is not right. */
  except?(selection: Selection): string;
}

const CONTAINER = "namespace,pod,container";
const CPU_COUNTER = "container_cpu_usage_seconds_total";
const REAL = 'container!="",container!="POD",pod!=""';

/** How each metric of pods is computed. */
export const MEASURES: Readonly<Record<PodMetric, Measure>> = {
  "cpu-core-hours": {
    resource: "cpu",
    usedAs: CPU_COUNTER,
    // What each counter rose by; after a reset, what it shows. A counter that is seen for the first time tells nothing.
    use(selection) {
      const now = ofContainers(CPU_COUNTER, selection);
      const before = `${now} offset 1m`;
      return ofEach(`${now} - (${before} <= ${now} or ${before} * 0)`);
    },
    // A counter that is there at every minute of an hour, and at the one before it, and is never reset.
    shortcut: {
      sum(selection) {
        const hour = minutesOf(ofContainers(CPU_COUNTER, selection));
        return ofEach(`max_over_time(${hour}) - min_over_time(${hour})`);
      },
      except(selection) {
        const hour = minutesOf(ofContainers(CPU_COUNTER, selection));
        return `group by (namespace,pod) (count_over_time(${hour}) < 61 or resets(${hour}) > 0)`;
      },
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
    shortcut: {
      sum: (selection) => overHour(ofContainers("container_memory_working_set_bytes", selection)),
    },
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

/** A counter of each container, however often it is scraped, and whenever it began anew. */
function ofEach(rise: string): string {
  return `sum by (${CONTAINER}) (max by (${CONTAINER},id) (${rise}))`;
}

/** A series at the 61 full minutes from which to which an hour lasts. */
function minutesOf(series: string): string {
  return `${series}[1h30s:1m]`;
}

function ofContainers(metric: string, { select, pods }: Selection): string {
  return selector(metric, REAL, podsIn(pods), select);
}

/** Only some pods, where they are named. */
export function podsIn(pods: readonly string[] | undefined): string | undefined {
  return pods === undefined ? undefined : oneOf("pod", pods);
}

/** What each container requests at a minute, once wherever it runs: from when it has a node until it ended. */
export function requested(measure: Measure, selection: Selection): string {
  const requests = ofRequests(measure, selection);
  return `max by (${CONTAINER}) (${requests} unless on (namespace,pod,uid) (${ended(selection)} == 1))`;
}

/** The sums of that over hours: not right for pods that ended, of which a sample is to be seen for five minutes more. */
export function requestedShortly(measure: Measure): Shortcut {
  return {
    sum: (selection) => overHour(ofRequests(measure, selection)),
    except: (selection) => `max by (namespace,pod) (max_over_time(${ended(selection)}[1h5m])) == 1`,
  };
}

function ofRequests({ resource }: Measure, { select, pods }: Selection): string {
  const matchers = [`resource="${resource}",node!=""`, podsIn(pods), select];
  return selector("kube_pod_container_resource_requests", ...matchers);
}

function ended({ select, pods }: Selection): string {
  return selector("kube_pod_status_phase", 'phase=~"Succeeded|Failed"', podsIn(pods), select);
}

/** What all nodes have at a minute, used or not. */
export function capacity({ resource }: Measure, { select }: Selection): string {
  const each = selector("kube_node_status_capacity", `resource="${resource}"`, select);
  return `sum(max by (node) (${each}))`;
}

/** 1 at each minute at which the nodes of a cluster are known, and so kube-state-metrics was heard. */
export function known({ select }: Selection): string {
  return `group(${selector("kube_node_status_capacity", select)})`;
}
