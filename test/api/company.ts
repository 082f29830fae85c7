import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { signInAt } from "@tagledger/api/auth/sign-in";
import { type ApiHandler, apiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import { loadConfig } from "@tagledger/core/config/load";
import { rulesInForce } from "@tagledger/core/flows/rules-in-force";
import {
  makeAccrual,
  makeCreated,
  makeRecord,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { deliver, divideOn, handIn, SHARING, snapshotOf } from "../allocate/allocating.ts";
import type { Laptop } from "../ingest/laptop.ts";
import type { Issuer } from "./issuer.ts";

/** When everything is asked. */
export const NOW = Date.UTC(2026, 8, 20, 12);
/** Whom tokens are for. */
export const AUDIENCE = "tagledger";
/** The claim that lists teams: a name with dots and slashes. */
export const TEAMS_CLAIM = "https://example.com/teams";

/** Rules by which machines with a team are its own, and all else is shared. */
export const RULES = SHARING.replace("{ service: ec2 }, includeTagged: true", "{ service: ec2 }");

/** Teams, and who may see and do what. */
export function rulesOf(issuer: string): string {
  return `${RULES}teams:
  fraud-detection: { principals: ["arn:aws:iam::*:role/fraud-*"] }
reports:
  auth:
    issuer: ${issuer}
    audience: ${AUDIENCE}
    teamsClaim: "${TEAMS_CLAIM}"
    seeAll: [finance]
    mayUpload: [uploaders]
    mayRequest: [askers]
    mayApprove: [deciders]
`;
}

/** The name of a team's resource. */
export function resourceOf(team: string | null): string {
  return `arn:aws:ec2:eu-central-1:111122223333:instance/i-${team ?? "nobody"}`;
}

/** Takes in a bill, divides it by usage, and records a resource for each team that breaks the rules. */
export async function makeCompany(laptop: Laptop): Promise<Snapshot> {
  await laptop.take(await deliver(laptop.folder, 1), { rules: RULES });
  handIn(laptop.folder, [
    "gpu,fraud-detection,gpu-hours,3",
    "gpu,personalization,gpu-hours,1.5",
    "machines,personalization,cpu-core-hours,7",
    "machines,unowned:cron,cpu-core-hours,1",
  ]);
  const divided = await divideOn(laptop, { rules: RULES });
  for (const team of ["fraud-detection", "personalization", "ml-platform", null]) {
    const named = { resource: resourceOf(team), arn: resourceOf(team), id: `i-${team}`, team };
    const tags: Record<string, string> = team === null ? {} : { "ml-team": team };
    const dated = Object.entries(tags).map(([key, value]) => ({ key, value, hidden: false, since: START }));
    const record = makeRecord({
      ...named,
      tags: dated,
      verdict: "violating",
      fix: `aws ec2 create-tags --resources ${team}`,
    });
    const accrual = makeAccrual({ ...named, dimensions: { ...makeAccrual().dimensions, team } });
    const write = recorded(record, { facts: [makeCreated({ tags })], accruals: [accrual] });
    const { done } = await laptop.ledger.transact([write]);
    if (!done) throw new Error(`a resource was not recorded: ${named.resource}`);
  }
  return snapshotOf(divided);
}

/** The outside world of the API on a laptop. */
export function systemOn(
  { ledger, snapshots, uploads }: Pick<Laptop, "ledger" | "snapshots" | "uploads">,
  issuer: Issuer,
  more: Partial<ApiSystem> = {},
): ApiSystem & { readonly logged: unknown[] } {
  const { config } = loadConfig(rulesOf(issuer.url), "tagledger.yaml");
  const logged: unknown[] = [];
  const current = async () => config;
  const now = () => NOW;
  return {
    now,
    hash: nodeHash,
    authenticate: authenticate({ config: current, fetch, now }),
    signIn: signInAt({ config: current, fetch }),
    prices: { price: async () => ({ unknown: "no price is known", until: null }) },
    inForce: rulesInForce({
      configurations: { current: async () => ({ config, hash: "c0ffee" }) },
      ledger,
      hash: nodeHash,
    }),
    ledger: async () => ledger,
    snapshots: async () => snapshots,
    uploads: async () => ({ uploads, text: handedInText() }),
    log: (_, error) => logged.push(error),
    logged,
    ...more,
  };
}

/** A handler whose rate limits begin anew. */
export function handlerOn(system: ApiSystem): ApiHandler {
  return apiHandler(system);
}

/** A folder of its own. */
export function newFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-api-"));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
