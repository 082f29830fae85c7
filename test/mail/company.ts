import { nodeHash } from "@tagledger/adapters/node/hash";
import type { Config } from "@tagledger/core/config/definition";
import { parseAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { configOf, type Line } from "@tagledger/core/costs/testing/attribution";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { madeSnapshot } from "@tagledger/core/snapshots/testing/made-snapshot";

/** Three teams, two pools, and whom to write to. */
export function companyConfig(more = "", k8s = "method: usage, metric: { gpu-hours: 1 }"): Config {
  return configOf(`
teams:
  fraud: { email: [fraud@example.com, Lead@example.com] }
  vision: { email: [vision@example.com] }
  nlp: {}
pools:
  - { name: k8s, match: { service: AmazonEC2 }, ${k8s} }
  - { name: registry, match: { service: AmazonECR }, method: even }
notify: { email: { from: finops@example.com }, fallback: { email: [platform@example.com] } }
reports: { url: "https://costs.example.com/" }
${more}`);
}

/** What a month was charged; amounts have more digits than anybody is shown. */
export function companyLines(k8s: string, fraud: string): Line[] {
  const tags = (team: string, project: string) => ({ "ml-team": team, "ml-project": project });
  return [
    { service: "AmazonEC2", amount: k8s },
    { service: "AmazonECR", amount: "100" },
    { service: "AmazonSageMaker", amount: fraud, tags: tags("fraud", "cards") },
    { service: "AmazonSageMaker", amount: "20.005", tags: { "ml-team": "fraud" } },
    { service: "AmazonSageMaker", amount: "777.7777", tags: tags("vision", "=HYPERLINK(1)") },
    { service: "AmazonSageMaker", amount: "12.5", tags: tags("nobody", "x") },
  ];
}

/** Who used how many hours of the cluster in a month. */
export function gpuHours(period: string, hours: Readonly<Record<string, string>>): UsageRow[] {
  const { start, end } = parsePeriod(period);
  const none = { project: null, workload: null, environment: null, experiment: null };
  return Object.entries(hours).map(([team, quantity], place) => ({
    start,
    end,
    pool: "k8s",
    team,
    metric: "gpu-hours",
    quantity: parseAmount(quantity),
    ...none,
    place: `usage.csv:${place + 2}`,
  }));
}

/** August: 3000 of the cluster for 300 hours. */
export function august(config = companyConfig()): Promise<Snapshot> {
  const usage = gpuHours("2026-08", { fraud: "100", vision: "200" });
  return madeSnapshot(config, companyLines("3000", "500.123456789"), usage, {
    sha256: nodeHash.sha256,
    period: "2026-08",
  });
}

/** September: 3600 of the cluster for 300 hours, of which fraud used more. */
export function september(config = companyConfig(), fraud = "800.000000000000000001"): Promise<Snapshot> {
  const usage = gpuHours("2026-09", { fraud: "150", vision: "150" });
  return madeSnapshot(config, companyLines("3600", fraud), usage, { sha256: nodeHash.sha256 });
}
