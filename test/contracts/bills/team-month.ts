import type { DayCell, Holder, HolderDay } from "@tagledger/core/bills/day";
import type { Leaf } from "@tagledger/core/costs/leaf";

const DAYS = 30;
const PROJECTS = 19;
const WORKLOADS = ["data-preparation", "inference", "training"];
const ENVIRONMENTS = ["dev", "prod", "staging"];
const SERVICES = [
  "AWSDataTransfer",
  "AmazonCloudWatch",
  "AmazonEC2",
  "AmazonECR",
  "AmazonEKS",
  "AmazonS3",
  "AmazonSageMaker",
];
/** Amounts have ten places, as most prices times usage. */
const UNIT = 10n ** 14n;

/** A month of a team that uses much: about 170 combinations of tags a day, each with five services of seven. */
export function teamMonth(holder: Holder): HolderDay[] {
  const random = seeded(20260901);
  const cells = leavesOf(holder).flatMap((leaf) =>
    SERVICES.filter(() => random() < 0.68).map((service) => ({
      leaf,
      service,
      account: leaf.environment === "prod" ? "111122223333" : "222233334444",
      size: 1 + Math.floor(random() * 4),
    })),
  );
  return Array.from({ length: DAYS }, (_, index) => {
    // Not everything runs every day.
    const today = cells
      .filter(() => random() < 0.98)
      .map(({ size, ...cell }): DayCell => {
        const amount = BigInt(Math.floor(random() * 1e10) * size) * UNIT;
        return { ...cell, lines: 24 * size, amount };
      });
    const effective = today.reduce((sum, { amount }) => sum + amount, 0n);
    return { holder, day: index + 1, cells: today, totals: { effective, billed: effective } };
  });
}

function leavesOf(holder: Holder): Leaf[] {
  const team = holder.kind === "team" ? holder.name : null;
  const projects = Array.from({ length: PROJECTS }, (_, index) => `project-${index}`).sort();
  return projects.flatMap((project, index) =>
    WORKLOADS.flatMap((workload) =>
      ENVIRONMENTS.map((environment) => {
        const experiment = workload === "training" ? `exp-${(index * 37) % 100}` : null;
        return { team, project, workload, environment, experiment };
      }),
    ),
  );
}

/** Numbers from 0 to 1 that are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const first = Math.imul(state ^ (state >>> 15), state | 1);
    const second = first ^ (first + Math.imul(first ^ (first >>> 7), first | 61));
    return ((second ^ (second >>> 14)) >>> 0) / 2 ** 32;
  };
}
