import { hoursOf } from "../charge.ts";
import { MACHINES } from "../company/machines.ts";
import type { Node } from "../company/nodes.ts";
import { cleanTags } from "../company/tags.ts";
import { TEAMS, type Team } from "../company/teams.ts";
import type { Company } from "../company.ts";
import { type Decimal, decimal, multiply, ratio } from "../decimal.ts";
import { itemIn } from "../item.ts";
import type { Item, Line, Split } from "../line.ts";
import { hourSpan } from "../month.ts";
import { PRODUCTS } from "../products.ts";
import { HEX, type Random } from "../random.ts";

/** Split cost allocation: what pods take of their nodes, a second account of money that the nodes' lines already hold. */
export function* pods({ nodes }: Company, random: Random): Iterable<Line> {
  const teams = Object.values(TEAMS);
  const serving = nodes.filter(
    (node) => node.cluster === "ml-serve" && node.plan && node.machine === "m6i.8xlarge",
  );
  for (const [index, node] of serving.slice(0, 6).entries()) {
    yield* pod(random, node, random.pick(teams), `api-${index}`);
  }
}

function* pod(random: Random, node: Node, team: Team, workload: string): Iterable<Line> {
  const { cores, gib, planned } = MACHINES[node.machine];
  const cpu = item(random, node, team, workload, "vCPU-Hours");
  const memory = { ...cpu, usageType: "USE1-EKS-EC2-GB-Hours", unit: "GB-Hours" };
  // A core weighs nine times what a GiB does.
  const unit = multiply(planned, ratio(1, cores * 9 + gib));
  const asked = { cores: random.integer(4, 12), gib: random.integer(16, 48) };
  for (const { hour } of hoursOf(node.life)) {
    const used = random.integer(30, 110);
    yield line(cpu, hour, split(asked.cores, cores, used, unit * 9n));
    yield line(memory, hour, split(asked.gib, gib, used, unit));
  }
}

function item(random: Random, node: Node, team: Team, workload: string, unit: string): Item {
  const name = `${workload}-${random.text(9, HEX)}-${random.text(5, HEX)}`;
  const uid = [8, 4, 4, 4, 12].map((length) => random.text(length, HEX)).join("-");
  const [project] = team.projects;
  const sold = itemIn(node.account, node.region, {
    product: PRODUCTS.eks,
    usageType: `USE1-EKS-EC2-${unit}`,
    operation: "EKSPod-EC2",
    unit,
    rate: 0n,
    description: "Split cost allocation data",
  });
  return {
    ...sold,
    parent: node.billedId,
    resourceId: `arn:aws:eks:us-east-1:${node.account.id}:pod/${node.cluster}/${team.name}/${name}/${uid}`,
    tags: {
      ...cleanTags({ team, project, workload: "inference", environment: "prod" }),
      "aws:eks:cluster-name": node.cluster ?? "",
      "aws:eks:namespace": team.name,
      "aws:eks:workload-name": workload,
    },
  };
}

function split(asked: number, capacity: number, usedPercent: number, unit: Decimal): Split {
  const reserved = ratio(asked, 1);
  const actual = ratio(asked * usedPercent, 100);
  const taken = actual > reserved ? actual : reserved;
  return {
    reserved,
    actual,
    split: taken,
    ratio: multiply(taken, ratio(1, capacity)),
    cost: multiply(taken, unit),
    unused: multiply(multiply(taken, unit), decimal("0.12")),
  };
}

// Its own cost is zero; the money stands in the split columns.
function line(item: Item, hour: number, split: Split): Line {
  return { item, span: hourSpan(hour), quantity: split.split, cost: 0n, onDemand: 0n, split };
}
