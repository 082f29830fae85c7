import { MACHINES } from "../company/machines.ts";
import type { Node } from "../company/nodes.ts";
import { TEAMS } from "../company/teams.ts";
import type { Company } from "../company.ts";
import { decimal, multiply, ratio, toText } from "../decimal.ts";
import { daySpan, HOUR, isWeekend, MONTH, overlap } from "../month.ts";
import { HEX, type Random } from "../random.ts";
import { divide, type Weighted } from "./divide.ts";
import type { UsageRow } from "./row.ts";

const { fraud, personalization, forecasting, documents, platform } = TEAMS;

/** GPUs of the training cluster and cores and memory of both, with what there was to use: the difference is idle. */
export function* clusterUsage({ nodes }: Company, random: Random): Iterable<UsageRow> {
  const members = nodes.filter((node) => node.cluster && !("ml-team" in node.tags));
  const gpu = members.filter((node) => MACHINES[node.machine].gpus > 0);
  const cpu = members.filter((node) => MACHINES[node.machine].gpus === 0);
  const experiments = Array.from({ length: 5 }, () => `exp-${random.text(6, HEX)}`);
  for (let day = 0; day < MONTH.days; day++) {
    const busyness = isWeekend(day) ? random.integer(66, 80) : random.integer(84, 94);
    const training = gpuConsumers(experiments[Math.floor(day / 7)] ?? "");
    yield* used(random, "eks-gpu", "gpu-hours", day, capacity(gpu, day, "gpus"), busyness, training);
    yield* used(
      random,
      "eks-cpu",
      "cpu-core-hours",
      day,
      capacity(cpu, day, "cores"),
      busyness - 8,
      CPU_CONSUMERS,
    );
    yield* used(
      random,
      "eks-cpu",
      "memory-gib-hours",
      day,
      capacity(cpu, day, "gib"),
      busyness - 15,
      CPU_CONSUMERS,
    );
  }
}

// In seconds of one GPU, core or GiB.
function capacity(nodes: readonly Node[], day: number, what: "gpus" | "cores" | "gib"): number {
  return nodes.reduce(
    (sum, node) => sum + overlap(node.life, daySpan(day)) * MACHINES[node.machine][what],
    0,
  );
}

function* used(
  random: Random,
  pool: string,
  metric: string,
  day: number,
  seconds: number,
  percent: number,
  consumers: readonly Weighted[],
): Iterable<UsageRow> {
  const row = { pool, metric, day };
  yield { ...row, team: "capacity", quantity: toText(ratio(seconds, HOUR)) };
  // Meters count in hundredths of an hour.
  const hundredths = (BigInt(seconds) * BigInt(percent)) / BigInt(HOUR);
  for (const [consumer, part] of divide(random, hundredths, consumers)) {
    yield { ...row, ...consumer, quantity: toText(multiply(ratio(part, 1), decimal("0.01"))) };
  }
}

function gpuConsumers(experiment: string): Weighted[] {
  const training = { workload: "training", environment: "prod" };
  return [
    [40, { team: documents.name, project: "contract-review", experiment, ...training }],
    [26, { team: personalization.name, project: "search-ranking", ...training }],
    [6, { team: personalization.name }],
    [15, { team: fraud.name, project: "graph-signals", ...training }],
    [9, { team: forecasting.name }],
    [4, { team: platform.name, project: "training-platform", workload: "training", environment: "dev" }],
  ];
}

const serving = { workload: "inference", environment: "prod" };

const CPU_CONSUMERS: readonly Weighted[] = [
  [24, { team: personalization.name, project: "home-ranking", ...serving }],
  [20, { team: fraud.name, project: "card-screening", ...serving }],
  [14, { team: documents.name }],
  [12, { team: forecasting.name, project: "store-demand", workload: "data-processing", environment: "prod" }],
  [10, { team: platform.name, project: "training-platform" }],
  // The feature store's own jobs run here too.
  [9, { team: "pool:feature-store" }],
];
