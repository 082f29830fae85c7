/** A container that ran for a while, as a cluster knows it. */
export interface Container {
  readonly namespace: string;
  readonly pod: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Epoch milliseconds; the end is exclusive. */
  readonly from: number;
  readonly until: number;
  readonly cpu: { readonly request: number; readonly usage: number };
  readonly ram: { readonly request: number; readonly usage: number };
  readonly gpus?: number;
}

/** What a cluster is made of. */
export interface Cluster {
  readonly containers: readonly Container[];
  readonly node: { readonly cores: number; readonly bytes: number; readonly gpus: number };
  /** Whether anything was recorded of the hour that begins then. */
  readonly isKnown?: (hour: number) => boolean;
  /** Whether idle entries tell hours, and not only cost. */
  readonly tellsIdleHours?: boolean;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** OpenCost writes no more than five places. */
const rounded = (value: number) => Math.round(value * 100_000) / 100_000;

/** What OpenCost answers of the hours of a window, each an aggregate by namespace and labels. */
export function allocations(cluster: Cluster, window: string, aggregate: string): unknown[] {
  const [start = 0, end = 0] = window.split(",").map((text) => Date.parse(text));
  const keys = aggregate.split(",");
  const hours = Array.from({ length: (end - start) / HOUR }, (_, index) => start + index * HOUR);
  return hours.map((hour) => (cluster.isKnown?.(hour) === false ? {} : setOf(cluster, hour, keys)));
}

function setOf(
  { containers, node, tellsIdleHours }: Cluster,
  hour: number,
  keys: readonly string[],
): unknown {
  const set: Record<string, Aggregate> = {};
  for (const container of containers) {
    const from = Math.max(hour, container.from);
    const until = Math.min(hour + HOUR, container.until);
    if (until <= from) continue;
    const name = keys.map((key) => partOf(container, key)).join("/");
    set[name] ??= new Aggregate(hour, container.namespace);
    set[name].add(container, (until - from) / MINUTE, { from, until });
  }
  const all = Object.values(set);
  const idle = new Aggregate(hour);
  if (tellsIdleHours === true) {
    idle.cpu = node.cores - all.reduce((sum, { cpu }) => sum + cpu, 0);
    idle.ram = node.bytes - all.reduce((sum, { ram }) => sum + ram, 0);
    idle.gpu = node.gpus - all.reduce((sum, { gpu }) => sum + gpu, 0);
  }
  return { ...set, __idle__: idle };
}

function partOf({ namespace, labels }: Container, key: string): string {
  if (key === "namespace") return namespace;
  return labels?.[key.replace("label:", "")] ?? "__unallocated__";
}

class Aggregate {
  cpu = 0;
  ram = 0;
  gpu = 0;
  #request = { cpu: 0, ram: 0 };
  #usage = { cpu: 0, ram: 0 };
  #span = { from: Number.POSITIVE_INFINITY, until: 0 };
  readonly #hour: number;
  readonly #namespace: string | undefined;

  constructor(hour: number, namespace?: string) {
    this.#hour = hour;
    this.#namespace = namespace;
  }

  add({ cpu, ram, gpus = 0 }: Container, minutes: number, span: { from: number; until: number }): void {
    const hours = minutes / 60;
    this.cpu += Math.max(cpu.request, cpu.usage) * hours;
    this.ram += Math.max(ram.request, ram.usage) * hours;
    this.gpu += gpus * hours;
    for (const [sum, part] of [
      [this.#request, { cpu: cpu.request, ram: ram.request }],
      [this.#usage, { cpu: cpu.usage, ram: ram.usage }],
    ] as const) {
      sum.cpu += part.cpu * hours;
      sum.ram += part.ram * hours;
    }
    this.#span = {
      from: Math.min(this.#span.from, span.from),
      until: Math.max(this.#span.until, span.until),
    };
  }

  toJSON() {
    const iso = (instant: number) => new Date(instant).toISOString().replace(".000Z", "Z");
    const isIdle = this.#namespace === undefined;
    const { from, until } = isIdle ? { from: this.#hour, until: this.#hour + HOUR } : this.#span;
    const minutes = (until - from) / MINUTE;
    const average = (sum: number) => rounded((sum * 60) / minutes);
    return {
      properties: isIdle ? { cluster: "ml" } : { cluster: "ml", namespace: this.#namespace },
      window: { start: iso(this.#hour), end: iso(this.#hour + HOUR) },
      start: iso(from),
      end: iso(until),
      minutes: rounded(minutes),
      cpuCores: average(this.cpu),
      cpuCoreRequestAverage: average(this.#request.cpu),
      cpuCoreUsageAverage: average(this.#usage.cpu),
      cpuCoreHours: rounded(this.cpu),
      cpuCost: 1,
      gpuCount: average(this.gpu),
      gpuHours: rounded(this.gpu),
      ramBytes: average(this.ram),
      ramByteRequestAverage: average(this.#request.ram),
      ramByteUsageAverage: average(this.#usage.ram),
      ramByteHours: rounded(this.ram),
      ramCost: 1,
      totalCost: 2,
    };
  }
}

/** What OpenCost's assets tell of a window. */
export function assets({ node }: Cluster, window: string): unknown {
  const [start = 0, end = 0] = window.split(",").map((text) => Date.parse(text));
  const hours = (end - start) / HOUR;
  return {
    "AWS/ml/Node/i-0123456789abcdef0": {
      type: "Node",
      cpuCoreHours: node.cores * hours,
      ramByteHours: node.bytes * hours,
      GPUHours: node.gpus * hours,
    },
    "AWS/ml/Disk/vol-1": { type: "Disk", byteHours: 7 },
  };
}
