import { parseAmount } from "@tagledger/core/costs/money";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import {
  DAY,
  makeAccrual,
  makeCreated,
  makeRecord,
  recorded,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { SCRIPT } from "../company/hostile.ts";
import { FORMULA } from "./bill.ts";

/** When everything is looked at. */
export const NOW = START + 19 * DAY;

/** The resources that break the rules, with what each costs an hour. */
const VIOLATING = [
  { id: "i-dear", hourly: "12.5", team: "fraud-detection" },
  { id: SCRIPT, hourly: "3.25", team: SCRIPT },
  { id: "i-held", hourly: "0.5", team: "vision" },
  ...Array.from({ length: 5 }, (_, index) => ({ id: `i-cheap${index}`, hourly: "0.01", team: "vision" })),
];

/** The name of a resource. */
export function named(id: string): string {
  return `arn:aws:ec2:eu-central-1:111122223333:instance/${id}`;
}

/** Records what breaks the rules, of which one is told of and one is quarantined, and what ran for experiments. */
export async function recordResources(ledger: Ledger): Promise<void> {
  for (const { id, hourly, team } of VIOLATING) {
    await keep(ledger, { ...doneAbout(id), id, team }, { type: "ec2:instance", hourly, experiment: null });
  }
  for (const number of [1, 2, 3]) {
    const about = { id: `job-${number}`, team: "fraud-detection", verdict: "compliant" } as const;
    await keep(ledger, about, { type: "sagemaker:training-job", hourly: "1", experiment: FORMULA });
  }
}

function doneAbout(id: string): Partial<ResourceRecord> {
  const nothing = { since: NOW - DAY, remedy: null, deadline: null };
  if (id === "i-dear") return { remediation: { ...nothing, stage: "notified", deadline: NOW + DAY } };
  if (id === "i-held") return { remediation: { ...nothing, stage: "quarantined", remedy: "ec2:stop" } };
  return {};
}

async function keep(
  ledger: Ledger,
  given: Partial<ResourceRecord> & { readonly id: string; readonly team: string },
  cost: { readonly type: string; readonly hourly: string; readonly experiment: string | null },
): Promise<void> {
  const { id, team } = given;
  const { type, hourly, experiment } = cost;
  const about = { resource: named(id), arn: named(id), id, team, type };
  const key = "ml-project";
  const record = makeRecord({
    verdict: "violating",
    findings: [{ key, reason: "missing", actual: null, expected: "a value" }],
    fix: `aws ec2 create-tags --resources '${id.replaceAll("'", "'\\''")}' --tags Key=${key},Value="\${ML_PROJECT:?}"`,
    tags: [{ key: "ml-team", value: team, hidden: false, since: START }],
    ...about,
    ...given,
  });
  const [interval] = makeAccrual().intervals;
  if (interval === undefined || "unknown" in interval.price) throw new Error("there is no price");
  const price = { ...interval.price, amount: parseAmount(hourly) };
  const dimensions = {
    team,
    project: experiment === null ? null : "project-1",
    workload: "training",
    environment: "prod",
    experiment,
  };
  const accrual = makeAccrual({ ...about, dimensions, intervals: [{ ...interval, price }] });
  const write = recorded(record, {
    facts: [makeCreated({ tags: { "ml-team": team } })],
    accruals: [accrual],
  });
  const { done } = await ledger.transact([write]);
  if (!done) throw new Error(`${id} was not recorded`);
}
