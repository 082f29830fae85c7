import { nodeHash } from "@tagledger/adapters/node/hash";
import { loadConfig } from "@tagledger/core/config/load";
import type { Published } from "@tagledger/core/ports";

/** Where a resource is: in which account, and what is established of that. */
export type Place = "allowed" | "plain" | "production" | "unknown";

/** The account of each place; of both the first ones it is established that they are for development. */
export const ACCOUNTS: Readonly<Record<Place, string>> = {
  allowed: "111122223333",
  plain: "222233334444",
  production: "333344445555",
  unknown: "555566667777",
};

/** From creation to verdict, and from the notice to a quarantine, in milliseconds. */
export const [GRACE, DEADLINE] = [3_600_000, 4 * 3_600_000];

/** How much may be quarantined in an hour. */
export interface Limits {
  readonly perAccount: number;
  readonly perOrganization: number;
  readonly usd: string;
}

export const WIDE: Limits = { perAccount: 500, perOrganization: 900, usd: "100000" };
export const NARROW: Limits = { perAccount: 2, perOrganization: 3, usd: "20" };

/** The configuration of the company: its last rule matches production too, so that only the guards hold it back. */
export function published(
  limits: Limits,
  { stop, exempt }: { readonly stop: boolean; readonly exempt: readonly string[] },
): Published {
  const { perAccount, perOrganization, usd } = limits;
  const mode = "mode: [notify, repair, quarantine]";
  const exemptions = exempt.map(
    (arn) => `    - { match: { resource: "${arn}" }, reason: study, until: 2027-12-31 }`,
  );
  const { config } = loadConfig(
    `version: 1
dimensions: { team: ml-team, environment: ml-environment }
tags:
  ml-team: { required: true, values: [vision, ranking] }
  ml-environment: { values: [dev, prod] }
teams: { vision: {}, ranking: {} }
enforcement:
  since: 2026-01-01
  stop: ${stop}
  environments:
    dev: { accounts: ["${ACCOUNTS.allowed}", "${ACCOUNTS.plain}"] }
    prod: { accounts: ["${ACCOUNTS.production}"] }
  default: { mode: observe, grace: 1h, deadline: 4h }
  breaker: { perAccountPerHour: ${perAccount}, perOrganizationPerHour: ${perOrganization}, usdPerHour: "${usd}" }
  rules:
    - { match: { account: "${ACCOUNTS.plain}", environment: dev }, ${mode} }
    - { match: { type: "*" }, ${mode}, allow: ["ec2:stop", "sagemaker:scale-endpoint"] }
${exemptions.length === 0 ? "" : `  exemptions:\n${exemptions.join("\n")}`}
`,
    "company.yaml",
  );
  return { config, hash: nodeHash.sha256(JSON.stringify(config)) };
}
