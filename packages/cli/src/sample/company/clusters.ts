import { DAY, HOUR, isWeekend, MONTH, type Span } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";
import { PLANS } from "./commitments.ts";
import type { MachineName } from "./machines.ts";
import { createNode, type Node } from "./nodes.ts";
import { REGIONS } from "./regions.ts";
import { named, type Resource } from "./resource.ts";
import { cleanTags } from "./tags.ts";
import { session, TEAMS } from "./teams.ts";

/** One Kubernetes cluster: the control plane; its nodes are machines apart. */
export interface Cluster extends Resource {
  readonly name: string;
}

/** The cluster for training and the cluster for serving, with every node that the month saw. */
export function createClusters(random: Random): { clusters: Cluster[]; nodes: Node[] } {
  const train = cluster("ml-train", ACCOUNTS.training);
  const serve = cluster("ml-serve", ACCOUNTS.production);
  return {
    clusters: [train, serve],
    nodes: [
      ...gpuNodes(random.fork("gpu"), train),
      ...baseNodes(random.fork("train"), train, 8),
      ...baseNodes(random.fork("serve"), serve, 14),
      ...peakNodes(random.fork("peak"), serve, 6),
      ...dedicatedNodes(random.fork("dedicated"), serve, 4),
    ],
  };
}

function cluster(name: string, account: Account): Cluster {
  const origin = {
    account,
    region: REGIONS.virginia,
    tags: {},
    creator: session(account, TEAMS.platform, "pipeline"),
    life: { from: -400 * DAY, until: 4000 * DAY },
  };
  return { name, ...named("eks:cluster", `cluster/${name}`, origin) };
}

function node(random: Random, { name, account }: Cluster, machine: MachineName, pool: string, life: Span) {
  const creator = `arn:aws:sts::${account.id}:assumed-role/karpenter-controller/${name}`;
  const tags = { "aws:eks:cluster-name": name, "karpenter.sh/nodepool": pool };
  return createNode(random, { account, tags, creator, life, machine, cluster: name, disk: 200 });
}

// A node of the group that Auto Scaling keeps at its size.
function groupNode(random: Random, { name, account }: Cluster, life: Span): Node {
  const creator = `arn:aws:sts::${account.id}:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling`;
  const tags = {
    "aws:eks:cluster-name": name,
    "eks:nodegroup-name": "general",
    "aws:autoscaling:groupName": `eks-general-${name}`,
  };
  return createNode(random, {
    account,
    tags,
    creator,
    life,
    machine: "m6i.8xlarge",
    cluster: name,
    disk: 200,
  });
}

// Three nodes under the Savings Plan, of which one breaks and comes back days later; two on demand, one of them new.
function gpuNodes(random: Random, at: Cluster): Node[] {
  const broken = random.integer(280, 330) * HOUR;
  const repaired = broken + random.integer(36, 60) * HOUR;
  const ends = 4000 * DAY;
  const planned: Span[] = [
    { from: -90 * DAY, until: ends },
    { from: -90 * DAY, until: ends },
    { from: -31 * DAY, until: broken },
    { from: repaired, until: ends },
  ];
  const onDemand: Span[] = [
    { from: -12 * DAY, until: ends },
    { from: 8 * DAY + 7 * HOUR, until: ends },
  ];
  return [
    ...planned.map((life) => ({ ...node(random, at, "p5.48xlarge", "gpu", life), plan: PLANS.compute })),
    ...onDemand.map((life) => node(random, at, "p5.48xlarge", "gpu", life)),
  ];
}

// Nodes that always run; an upgrade of their image replaces some of them during the month.
function baseNodes(random: Random, at: Cluster, count: number): Node[] {
  return Array.from({ length: count }, () => {
    const upgrade = random.chance(40) ? random.integer(48, 600) * HOUR : MONTH.seconds;
    const lives = [
      { from: -random.integer(10, 60) * DAY, until: upgrade },
      { from: upgrade, until: 2 * MONTH.seconds },
    ];
    return lives
      .filter((life) => life.from < MONTH.seconds)
      .map((life) => ({ ...groupNode(random, at, life), plan: PLANS.compute }));
  }).flat();
}

// Nodes that come for the working day.
function peakNodes(random: Random, at: Cluster, count: number): Node[] {
  const workdays = Array.from({ length: MONTH.days }, (_, day) => day).filter((day) => !isWeekend(day));
  return workdays.flatMap((day) =>
    Array.from({ length: count }, () => {
      const from = day * DAY + random.integer(6, 9) * HOUR;
      return node(random, at, "m6i.8xlarge", "peak", { from, until: from + random.integer(9, 13) * HOUR });
    }),
  );
}

// Nodes of one team alone, which carry its tags.
function dedicatedNodes(random: Random, at: Cluster, count: number): Node[] {
  const team = TEAMS.personalization;
  const tags = cleanTags({ team, project: "search-ranking", workload: "inference", environment: "prod" });
  return Array.from({ length: count }, () => {
    const own = node(random, at, "g5.2xlarge", "ranking", { from: -20 * DAY, until: 4000 * DAY });
    const carried = { ...own.tags, ...tags };
    return { ...own, tags: carried, disk: { ...own.disk, tags: carried }, plan: PLANS.compute };
  });
}
