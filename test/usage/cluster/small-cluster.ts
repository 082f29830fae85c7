import type { RecordedSeries } from "../local/recorded.ts";
import { recordNode, recordPod } from "./pod.ts";
import { Recorder, type Span } from "./recorder.ts";

const GIB = 2 ** 30;

/** The instant at which a minute of September 2026 begins. */
export function at(day: number, hour = 0, minute = 0): number {
  return Date.UTC(2026, 8, day, hour, minute);
}

/** Times at which nobody scraped: some minutes, fewer and more than a sample counts for, some hours, a day. */
export const GAPS: readonly Span[] = [
  [at(16, 9, 20), at(16, 9, 23)],
  [at(2, 20, 10), at(2, 20, 35)],
  [at(10, 4, 12), at(10, 7, 48)],
  [at(25), at(26)],
];

/**
 * What was recorded of a small cluster, from 1 September 2026 up to a day.
 *
 * @param unit what its counters count in: fractions of two are added exactly by whoever adds floats
 */
export function smallCluster(until: number, unit: number): RecordedSeries[] {
  const recorder = new Recorder(GAPS, 20_260_901);
  const always: Span = [at(1), until];
  const within = ([from, to]: Span): Span => [from, Math.min(to, until)];
  const pod = (one: Omit<Parameters<typeof recordPod>[1], "uid"> & { uid?: string }) => {
    if (one.span[0] < until) {
      recordPod(recorder, { uid: `uid-${one.name}`, ...one, span: within(one.span) }, unit);
    }
  };
  const node = (name: string, span: Span, has: Readonly<Record<string, number>>) => {
    if (span[0] < until) recordNode(recorder, name, within(span), has);
  };

  node("n1", always, { cpu: 16, memory: 64 * GIB });
  node("n2", [at(1), at(20, 13, 5)], { cpu: 8, memory: 32 * GIB });
  node("n3", [at(20, 13, 4), until], { cpu: 8, memory: 32 * GIB });
  node("g1", [at(3), at(7, 18, 40)], { cpu: 96, memory: 768 * GIB, nvidia_com_gpu: 8 });

  const vision = { label_ml_team: "vision", label_ml_project: "faces" };
  pod({
    ...{ namespace: "vision", name: "serve-0", node: "n1", span: always, labels: vision },
    containers: [
      {
        ...{ name: "main", cpu: 1.5, gibibytes: 4, busy: 3.25, mebibytes: 9_000 },
        resets: [at(2, 13, 29), at(5, 3), at(19, 17, 59)],
      },
      { name: "sidecar", busy: 0.5, mebibytes: 300, restart: at(2, 11, 11) },
    ],
  });
  pod({
    ...{ namespace: "vision", name: "train-a", node: "g1", span: [at(3, 10, 17), at(6, 2, 41)] },
    labels: { ...vision, label_ml_experiment_id: "exp-0001" },
    containers: [{ name: "main", cpu: 24, gibibytes: 200, gpus: 2, busy: 30, mebibytes: 180_000 }],
  });
  // A stateful pod that moves, with a minute at which both are to be seen, and more room from then on.
  const store = { namespace: "fraud", name: "db-0", labels: { label_ml_team: "fraud-detection" } };
  const database = { name: "db", cpu: 2, gibibytes: 8, busy: 1, mebibytes: 7_000 };
  const [leaves, comes] = [at(2, 9, 31), at(2, 9, 30)];
  pod({ ...store, uid: "uid-db-1", node: "n1", span: [at(1), leaves], containers: [database] });
  pod({
    ...{ ...store, uid: "uid-db-2", node: "n2", span: [comes, until] },
    containers: [{ ...database, cpu: 2.25 }],
  });
  pod({
    ...{ namespace: "fraud", name: "score", node: "n2", span: always },
    labels: { label_ml_team: "fraud-detection" },
    relabelled: [at(2, 14, 22), { label_ml_team: "risk" }],
    containers: [{ name: "main", cpu: 0.25, gibibytes: 1, busy: 0.75, mebibytes: 1_500 }],
  });
  // What has ended keeps nothing, though its object is still there.
  pod({
    ...{ namespace: "jobs", name: "batch-7", node: "n2", span: [at(2, 1, 3), at(2, 12)], ends: at(2, 5, 10) },
    labels: { label_ml_team: "personalization" },
    containers: [{ name: "main", cpu: 4, gibibytes: 2, busy: 2, mebibytes: 1_000 }],
  });
  pod({
    ...{ namespace: "ops", name: "agent", node: "n1", span: always, labels: {} },
    containers: [{ name: "agent", cpu: 0.125, busy: 0.25, mebibytes: 200 }],
  });
  pod({
    ...{ namespace: "ops", name: "waiting", node: "", span: [at(2), at(4)] },
    labels: { label_ml_team: "vision" },
    containers: [{ name: "main", cpu: 32, gpus: 8 }],
  });
  pod({
    ...{ namespace: "odd", name: "named-so", node: "n1", span: [at(2, 3), at(2, 6)] },
    labels: { label_ml_team: "capacity" },
    containers: [{ name: "main", cpu: 0.5, busy: 0.125, mebibytes: 10 }],
  });
  for (const minute of [3, 22, 44]) {
    pod({
      ...{ namespace: "search", name: `brief-${minute}`, node: "n1" },
      ...{ span: [at(2, 15, minute), at(2, 15, minute + 7)], labels: { label_ml_team: "search" } },
      containers: [{ name: "main", cpu: 1, busy: 2, mebibytes: 600 }],
    });
  }
  for (const [team, most] of [
    ["vision", 900],
    ["fraud-detection", 40],
    ["pool:eks-cpu", 7],
  ] as const) {
    for (const table of ["features", "labels"]) {
      recorder.gauge("store_reads", { team, table, namespace: "store" }, always, () => recorder.upTo(most));
    }
  }
  recorder.gauge("store_reads", { table: "features", namespace: "store" }, always, () => recorder.upTo(5));
  return recorder.recorded;
}
