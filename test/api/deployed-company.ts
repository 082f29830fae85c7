import type { Stores } from "@tagledger/adapters/ledger/stores";
import {
  makeAccrual,
  makeCreated,
  makeRecord,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { september } from "../mail/company.ts";
import { publish } from "../mail/published.ts";

/** Whom tokens are for. */
export const AUDIENCE = "tagledger";
/** Who signs requests: of a team that hands in and asks, of one that decides, and of none. */
export const [FRAUD, VISION, NOBODY] = ["fraud-ml/ann", "vision-ml/eve", "other/oscar"].map(
  (role) => `arn:aws:sts::111122223333:assumed-role/${role}`,
) as [string, string, string];
/** What somebody of the first team hands in. */
export const USAGE = `start,end,pool,team,metric,quantity
2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,k8s,fraud,gpu-hours,4
`;

/** The configuration of a company as it is published: teams, pools, and who may see and do what. */
export function publishedRules(issuer: string): string {
  return `version: 1
teams:
  fraud: { principals: ["arn:aws:iam::*:role/fraud-*"] }
  vision: { principals: ["arn:aws:iam::*:role/vision-*"] }
  nlp: {}
pools:
  - { name: k8s, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 } }
  - { name: registry, match: { service: AmazonECR }, method: even }
reports:
  auth:
    issuer: ${issuer}
    audience: ${AUDIENCE}
    seeAll: [vision]
    mayUpload: [fraud]
    mayApprove: [vision]
`;
}

/** The name of a team's resource. */
export function resourceOf(team: string): string {
  return `arn:aws:ec2:eu-central-1:111122223333:instance/i-${team}`;
}

/** Publishes a month, and records a resource for each team that breaks the rules. */
export async function settle(stores: Pick<Stores, "snapshots" | "ledger">): Promise<Snapshot> {
  const snapshot = await september();
  await publish(stores, snapshot);
  for (const team of ["fraud", "vision"]) {
    const named = { resource: resourceOf(team), arn: resourceOf(team), id: `i-${team}`, team };
    const tags = [{ key: "ml-team", value: team, hidden: false, since: START }];
    const record = makeRecord({ ...named, tags, verdict: "violating" });
    const accrual = makeAccrual({ ...named, dimensions: { ...makeAccrual().dimensions, team } });
    const facts = [makeCreated({ tags: { "ml-team": team } })];
    const { done } = await stores.ledger.transact([recorded(record, { facts, accruals: [accrual] })]);
    if (!done) throw new Error(`a resource was not recorded: ${named.resource}`);
  }
  return snapshot;
}
