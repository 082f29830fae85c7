import { DAY, type Span } from "../month.ts";
import type { Random } from "../random.ts";
import { ACCOUNTS } from "./accounts.ts";
import { createNode, type Node } from "./nodes.ts";
import { cleanTags, type Tags, usualTags } from "./tags.ts";
import { session, TEAMS } from "./teams.ts";

const LONG: Span = { from: -150 * DAY, until: 4000 * DAY };

/** Machines that teams run by themselves, outside any cluster. */
export function createInstances(random: Random): Node[] {
  const { fraud, personalization, forecasting, platform } = TEAMS;
  const { training, production, development } = ACCOUNTS;
  const spark = {
    team: forecasting,
    project: "store-demand",
    workload: "data-processing",
    environment: "prod",
  } as const;
  const graph = {
    team: fraud,
    project: "graph-signals",
    workload: "inference",
    environment: "prod",
  } as const;
  const forgotten: Tags = {};
  const renamed = { ...cleanTags(graph), "ml-team": "vision" };
  const add = (count: number, create: () => Node) => Array.from({ length: count }, create);
  return [
    ...add(8, () =>
      createNode(random, {
        account: training,
        tags: usualTags(random, spark),
        creator: session(training, forecasting, "pipeline"),
        life: LONG,
        machine: "r6i.4xlarge",
        hours: "nights",
        disk: 500,
      }),
    ),
    ...add(3, () =>
      createNode(random, {
        account: production,
        tags: cleanTags(graph),
        creator: session(production, fraud, "pipeline"),
        life: LONG,
        machine: "g5.2xlarge",
        disk: 300,
      }),
    ),
    ...add(2, () =>
      createNode(random, {
        account: development,
        tags: forgotten,
        creator: session(development, personalization, random.pick(personalization.engineers)),
        life: { from: random.integer(1, 9) * DAY, until: 4000 * DAY },
        machine: "g5.2xlarge",
        disk: 1000,
      }),
    ),
    createNode(random, {
      account: training,
      tags: renamed,
      creator: session(training, platform, random.pick(platform.engineers)),
      life: LONG,
      machine: "r6i.4xlarge",
      disk: 2000,
    }),
  ];
}
