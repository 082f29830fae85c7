import type { Recorder, Span } from "./recorder.ts";

const MIB = 2 ** 20;

/** A container of a pod: what it requests, and how much it uses at most. */
export interface Container {
  readonly name: string;
  readonly cpu?: number;
  readonly gibibytes?: number;
  readonly gpus?: number;
  /** Cores in use at most. */
  readonly busy?: number;
  readonly mebibytes?: number;
  /** When it starts anew, with the same counter or another. */
  readonly resets?: readonly number[];
  readonly restart?: number;
}

/** A pod, for as long as it is on one node. */
export interface Pod {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Empty while it waits for one. */
  readonly node: string;
  readonly span: Span;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly Container[];
  /** When it succeeds, and only its object remains. */
  readonly ends?: number;
  /** From when on it has other labels. */
  readonly relabelled?: readonly [number, Readonly<Record<string, string>>];
}

/** Records what kube-state-metrics, the kubelet and the exporter of GPUs show of a pod. */
export function recordPod(recorder: Recorder, pod: Pod, unit: number): void {
  const { namespace, name, uid, node, span, ends = span[1], relabelled } = pod;
  const shown = { namespace, pod: name, uid };
  const changes = relabelled?.[0] ?? span[1];
  recorder.gauge("kube_pod_labels", { ...shown, ...pod.labels }, [span[0], changes], () => 1);
  if (relabelled !== undefined) {
    recorder.gauge("kube_pod_labels", { ...shown, ...relabelled[1] }, [changes, span[1]], () => 1);
  }
  if (pod.ends !== undefined) {
    for (const phase of ["Running", "Succeeded"]) {
      const value = (at: number) => Number(phase === "Running" ? at < ends : at >= ends);
      recorder.gauge("kube_pod_status_phase", { ...shown, phase }, span, value);
    }
  }
  for (const container of pod.containers) {
    const labels = { ...shown, container: container.name, ...(node !== "" && { node }) };
    recordRequests(recorder, container, labels, span);
    if (node !== "") recordUse(recorder, container, pod, [span[0], ends], unit);
  }
}

type Labels = Readonly<Record<string, string>>;

function recordRequests(recorder: Recorder, container: Container, labels: Labels, span: Span): void {
  const { cpu, gibibytes, gpus } = container;
  const requests = { cpu, memory: gibibytes && gibibytes * 2 ** 30, nvidia_com_gpu: gpus };
  for (const [resource, value] of Object.entries(requests)) {
    if (value === undefined) continue;
    recorder.gauge("kube_pod_container_resource_requests", { ...labels, resource }, span, () => value);
  }
}

function recordUse(recorder: Recorder, container: Container, pod: Pod, span: Span, unit: number): void {
  const { busy = 0, mebibytes = 0, gpus, resets = [], restart = span[1] } = container;
  const labels = { namespace: pod.namespace, pod: pod.name, container: container.name, node: pod.node };
  const most = Math.round((busy * 60) / unit);
  const lives: readonly Span[] =
    restart < span[1]
      ? [
          [span[0], restart],
          [restart, span[1]],
        ]
      : [span];
  for (const [index, life] of lives.entries()) {
    const id = { id: `/kubepods/pod${pod.uid}/${container.name}-${index}` };
    recorder.counter("container_cpu_usage_seconds_total", { ...labels, ...id }, life, { most, unit, resets });
    const bytes = () => recorder.upTo(mebibytes + 1) * MIB + recorder.upTo(4096);
    recorder.gauge("container_memory_working_set_bytes", { ...labels, ...id }, life, bytes, 22_456);
  }
  for (let gpu = 0; gpu < (gpus ?? 0); gpu++) {
    const value = () => recorder.upTo(101);
    recorder.gauge("DCGM_FI_DEV_GPU_UTIL", { ...labels, UUID: `GPU-${pod.uid}-${gpu}` }, span, value, 41_789);
  }
}

/** Records what nodes have. */
export function recordNode(
  recorder: Recorder,
  node: string,
  span: Span,
  has: Readonly<Record<string, number>>,
): void {
  for (const [resource, value] of Object.entries(has)) {
    recorder.gauge("kube_node_status_capacity", { node, resource }, span, () => value);
  }
}
