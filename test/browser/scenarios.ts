import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "@tagledger/core/config/definition";
import { loadConfig } from "@tagledger/core/config/load";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Ledger } from "@tagledger/core/ports";
import { divideOn, handIn } from "../allocate/allocating.ts";
import type { TestCharge } from "../bills/charge.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { companyCharges } from "./company/charges.ts";
import { hostileCharges, hostileResources } from "./company/hostile.ts";
import { companyResources, type Known, storyRecords } from "./company/resources.ts";
import { COMPANY_RULES, HOSTILE_RULES, USAGE } from "./company/rules.ts";

const [AUGUST, SEPTEMBER] = [Date.UTC(2026, 7), Date.UTC(2026, 8)];

/** What is served: a laptop with what was read into it, and the rules by which. */
export interface Scenario {
  readonly laptop: Laptop;
  readonly config: Config;
  close(): Promise<void>;
}

/** Nothing was read. */
export function nothing(): Promise<Scenario> {
  return scenario(COMPANY_RULES);
}

/** The sample company: two months that were divided, and what was created. */
export async function company(): Promise<Scenario> {
  const made = await onlyBill();
  const { ledger } = made.laptop;
  await keep(ledger, companyResources(173));
  const { records, facts } = storyRecords();
  await keepStory(ledger, records, facts);
  return made;
}

/** Only bills were read. */
export async function onlyBill(): Promise<Scenario> {
  const made = await scenario(COMPANY_RULES);
  handIn(made.laptop.folder, USAGE);
  await divide(made.laptop, COMPANY_RULES, companyCharges(AUGUST, [91n, 100n]), "2026-08");
  await divide(made.laptop, COMPANY_RULES, companyCharges(SEPTEMBER, [1n, 1n]), "2026-09");
  return made;
}

/** Only a log was read. */
export async function onlyLog(): Promise<Scenario> {
  const made = await scenario(COMPANY_RULES);
  await keep(made.laptop.ledger, companyResources(12));
  return made;
}

/** Names and amounts that are meant to break the page. */
export async function hostile(): Promise<Scenario> {
  const made = await scenario(HOSTILE_RULES);
  handIn(made.laptop.folder, []);
  await divide(made.laptop, HOSTILE_RULES, hostileCharges(SEPTEMBER), "2026-09");
  await keep(made.laptop.ledger, hostileResources());
  return made;
}

async function scenario(rules: string): Promise<Scenario> {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-browser-"));
  const laptop = await openLaptop(folder);
  return {
    laptop,
    config: loadConfig(rules, "tagledger.yaml").config,
    async close() {
      await laptop.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Delivers a bill, takes it in and divides it, as it is done every month. */
async function divide(
  laptop: Laptop,
  rules: string,
  charges: readonly TestCharge[],
  period: string,
): Promise<void> {
  const place = await deliverCur2(laptop.folder, charges, { run: `run-${period}` });
  for (const { outcome, ...told } of await laptop.take(place, { rules }))
    if (outcome !== "published") throw new Error(`the bill was not taken in: ${JSON.stringify(told)}`);
  await divideOn(laptop, { rules, period, now: Date.UTC(2026, 9, 3) });
}

async function keep(ledger: Ledger, resources: readonly Known[]): Promise<void> {
  for (const { record, facts } of resources) await keepStory(ledger, [record], facts);
}

async function keepStory(
  ledger: Ledger,
  incarnations: readonly ResourceRecord[],
  facts: Known["facts"],
): Promise<void> {
  const resource = incarnations[0]?.resource ?? "";
  const { version } = await ledger.history(resource);
  await ledger.transact([
    { kind: "resource", resource, version, incarnations, accruals: [], removed: [], facts },
  ]);
}
