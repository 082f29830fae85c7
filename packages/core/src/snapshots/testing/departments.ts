import type { Config } from "../../config/definition.ts";
import { sharingConfig, used } from "../../costs/sharing/testing/share.ts";
import type { Line } from "../../costs/testing/attribution.ts";

/** Two service departments that serve each other and three teams. */
export const DEPARTMENTS = ["ranking", "nlp", "vision"] as const;

const POOLS: Readonly<Record<string, string>> = {
  obs: "  - { name: obs, match: { service: AmazonCloudWatch }, method: usage, metric: { use: 1 } }",
  k8s: "  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { use: 1 } }",
};

/** What is charged, and who used what. */
export const DEPARTMENT_LINES: readonly Line[] = [
  { service: "AmazonCloudWatch", usageType: "Metrics", account: "111122223333", amount: "6000" },
  { service: "AmazonCloudWatch", usageType: "Logs", account: "111122223333", amount: "3000" },
  { service: "AmazonEC2", usageType: "BoxUsage:m6i.large", account: "222233334444", amount: "30000" },
  { service: "AmazonSageMaker", amount: "40000", tags: { "ml-team": "ranking" } },
  { service: "AmazonSageMaker", amount: "25000", tags: { "ml-team": "nlp" } },
  { service: "AmazonSageMaker", amount: "5000", tags: { "ml-team": "vision" } },
];

export const DEPARTMENT_USAGE = [
  used("obs", "pool:k8s", "20"),
  used("obs", "ranking", "40"),
  used("obs", "nlp", "30"),
  used("obs", "vision", "10", { place: "usage.csv:5" }),
  used("k8s", "pool:obs", "10"),
  used("k8s", "ranking", "50"),
  used("k8s", "nlp", "25"),
  used("k8s", "vision", "15", { place: "usage.csv:9" }),
];

/** Their configuration, pools in an order of choice. */
export function departments(order: readonly ("obs" | "k8s")[], allocation = "step-down"): Config {
  return sharingConfig(DEPARTMENTS, order.map((name) => POOLS[name]).join("\n"), allocation);
}
